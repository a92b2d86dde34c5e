// Text: UTF-8 that may be broken, spaces of all kinds, folding of signs.
#include "core/text.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

TEST(Text, DecodesAndMarksBrokenBytes) {
  const auto decode = [](std::string_view text) { return to_utf32(text); };
  EXPECT_EQ(decode("a中𠀀"), U"a中𠀀");
  EXPECT_EQ(decode("\xE4\xB8"), U"\uFFFD\uFFFD");    // cut short
  EXPECT_EQ(decode("\xC0\xAF"), U"\uFFFD\uFFFD");    // overlong
  EXPECT_EQ(decode("\xED\xA0\x80").size(), 3U);      // a surrogate
  EXPECT_EQ(decode("\xF5\x80\x80\x80").size(), 4U);  // past U+10FFFF
  EXPECT_EQ(to_utf8(U"绩效𠀀é"), "绩效𠀀é");
}

TEST(Text, FoldsSigns) {
  struct Case {
    const char* from;
    const char* to;
  };
  for (const Case& c : {Case{"＞＝９０％", "≥90%"},
                        {">=90%", "≥90%"},
                        {"≧１００﹪", "≥100%"},
                        {"﹦28人", "=28人"},
                        {"═100", "=100"},
                        {"（元）：", "(元):"},
                        {"20～30", "20~30"},
                        {"—", "-"},
                        {"a b", "a b"},
                        {"＜＝5", "≤5"},
                        {"", ""}}) {
    EXPECT_EQ(folded(c.from), c.to);
  }
}

TEST(Text, KeyDropsSpacesBeforeFolding) {
  EXPECT_EQ(key_of(" > = 1 200\u3000人\n"), "≥1200人");
  EXPECT_EQ(key_of("产 出\u200B指 标"), "产出指标");
}

TEST(Text, JoinsLinesAsRead) {
  EXPECT_EQ(joined_lines("党建特色\n活动"), "党建特色活动");
  EXPECT_EQ(joined_lines("Grade  A\nlist"), "Grade A list");
  EXPECT_EQ(joined_lines("  完成 3 次， 合格 "), "完成3次，合格");
  EXPECT_EQ(joined_lines("安排2\n8个，815826\n.17"), "安排28个，815826.17");
  EXPECT_EQ(joined_lines("2023 2024"), "2023 2024");
}

TEST(Text, TrimsAllSpaces) {
  EXPECT_EQ(trimmed("\u3000 绩效 \u00A0"), "绩效");
  EXPECT_EQ(trimmed(" \n "), "");
  EXPECT_EQ(length("绩效a"), 3U);
  EXPECT_EQ(display_width("绩效a"), 5);
}

}  // namespace
}  // namespace jiheng
