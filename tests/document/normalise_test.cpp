// Text cleaning: what changes, and what must stay as printed.
#include "document/normalise.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

struct Case {
  std::string_view text, clean;
};

TEST(Normalise, CleansWhatIsNotPrinted) {
  const Case cases[] = {
      {"", ""},
      {"项⽬⽀出", "项目支出"},
      {"⺠生 ⻓期 ⻛险 ⻔诊", "民生 长期 风险 门诊"},
      {"\uF914\uFA08", "樂行"},
      {"a\u200Bb\u00ADc\uFEFFd\u2060e", "abcde"},
      {"10\u00A0万元\u2003整", "10 万元 整"},
      {"一\r\n二\r三\n四\u2028五", "一\n二\n三\n四\n五"},
      {"︵2023年︶", "（2023年）"},
      {"o\uFB03ce", "office"},
      {std::string_view("a\0b\x01"
                        "c\x7f",
                        6),
       "abc"},
      {"\xE9\xA1", "\uFFFD\uFFFD"},
      {"好\xFF坏", "好\uFFFD坏"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
  };
  for (const Case& c : cases) EXPECT_EQ(normalised(c.text), c.clean) << c.text;
}

TEST(Normalise, KeepsWhatIsPrinted) {
  const std::string_view kept[] = {"（），：；％＝", "１２．５", "㎡①≥≤☑□√■", "甲　乙", "a\tb\nc", "𠮷😀", "—…“”"};
  for (const std::string_view text : kept) EXPECT_EQ(normalised(text), text);
}

}  // namespace
}  // namespace jiheng
