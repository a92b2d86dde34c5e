// Number formats: what a workbook shows for what it stores.
#include "document/xlsx/number_format.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

struct Case {
  const char* format;
  double stored;
  const char* shown;
};

void check(const Case& c) {
  EXPECT_EQ(NumberFormat(c.format).show(c.stored), c.shown) << "\"" << c.format << "\" of " << c.stored;
}

TEST(NumberFormat, ShowsNumbers) {
  const Case cases[] = {
      {"", 925000, "925000"},
      {"General", 89.974000000000004, "89.974"},
      {"General", 0.1 + 0.2, "0.3"},
      {"General", -12.5, "-12.5"},
      {"General", 1e21, "1E+21"},
      {"General", 1.5e-10, "1.5E-10"},
      {"G/通用格式", 8, "8"},
      {"G/通用格式\"分\"", 8, "8分"},
      {"0", 2.5, "3"},
      {"0", 0, "0"},
      {"0.00", 0.285, "0.29"},
      {"0.00", 1.005, "1.01"},
      {"0.00", 10, "10.00"},
      {"0.00", -0.001, "0.00"},
      {"0.0", 99.95, "100.0"},
      {"0.##", 1.5, "1.5"},
      {"#.##", 0.5, ".5"},
      {"#", 0, ""},
      {"000", 7, "007"},
      {"0%", 0.9, "90%"},
      {"0.00%", 0.83333333333333337, "83.33%"},
      {"0.00%", 1, "100.00%"},
      {"#,##0.00", 815826.17000000004, "815,826.17"},
      {"#,##0.00", 0, "0.00"},
      {"#,##0", 1234567, "1,234,567"},
      {"#,##0", 999.6, "1,000"},
      {"#,##0.00;[Red]-#,##0.00", -1234.5, "-1,234.50"},
      {"#,##0.00_);(#,##0.00)", -1234.5, "(1,234.50)"},
      {"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 12.3, "12.30"},
      {"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", -12.3, "-12.30"},
      {"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 0, "-"},
      {"[$¥-804]#,##0.00", 5, "¥5.00"},
      {"0.00\"万元\"", 12.5, "12.50万元"},
      {"≥0", 95, "≥95"},
      {"0,", 12345, "12"},
      {"0.00,,\"百万\"", 12345678, "12.35百万"},
      {"0.00E+00", 12345, "1.23E+04"},
      {"[>=100]0\"满\";0.0", 100, "100满"},
      {"[>=100]0\"满\";0.0", 99.5, "99.5"},
      {"000-0000", 1234567, "123-4567"},
      {";;;", 5, ""},
      {"# ?/?", 0.5, "0.5"},
  };
  for (const Case& c : cases) check(c);
}

TEST(NumberFormat, ShowsDates) {
  const Case cases[] = {
      {"yyyy\"年\"m\"月\"d\"日\"", 45291, "2023年12月31日"},
      {"yyyy/m/d", 45291, "2023/12/31"},
      {"yyyy-mm-dd", 44927, "2023-01-01"},
      {"yyyy\\-mm\\-dd hh:mm:ss", 44927.5, "2023-01-01 12:00:00"},
      {"m\"月\"d\"日\"", 44992, "3月7日"},
      {"h:mm AM/PM", 0.75, "6:00 PM"},
      {"上午/下午h\"时\"mm\"分\"", 0.25, "上午6时00分"},
      {"[h]:mm", 1.5, "36:00"},
      {"mm:ss.0", 0.0001, "00:08.6"},
      {"yy/m/d", 1, "00/1/1"},
      {"yyyy/m/d", 60, "1900/2/29"},
      {"yyyy/m/d", 61, "1900/3/1"},
      {"d-mmm-yy", 45291, "31-Dec-23"},
      {"[$-804]aaaa", 45291, "星期日"},
      {"[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", 45291, "二〇二三年十二月三十一日"},
      {"yyyy", -1, "-1"},
  };
  for (const Case& c : cases) check(c);
}

TEST(NumberFormat, OldMacintoshDates) {
  EXPECT_EQ(NumberFormat("yyyy/m/d").show(43829, DateSystem::From1904), "2023/12/31");
}

TEST(NumberFormat, KeepsTextAsItIs) {
  EXPECT_EQ(NumberFormat("0.00").show(std::string_view("≥90%")), "≥90%");
  EXPECT_EQ(NumberFormat("@").show(12.5), "12.5");
  EXPECT_EQ(NumberFormat("0;-0;0;\"（\"@\"）\"").show(std::string_view("甲")), "（甲）");
}

TEST(NumberFormat, CodesLongerThanAnyProgramWritesAreGeneral) {
  EXPECT_TRUE(NumberFormat(std::string(256, '@')).general());
  EXPECT_EQ(NumberFormat(std::string(256, '@')).show(45291.75), "45291.75");
}

TEST(NumberFormat, BuiltInCodes) {
  EXPECT_EQ(NumberFormat(NumberFormat::built_in(10)).show(0.9961), "99.61%");
  EXPECT_EQ(NumberFormat(NumberFormat::built_in(31)).show(45291), "2023年12月31日");
  EXPECT_EQ(NumberFormat(NumberFormat::built_in(43)).show(1234.5), "1,234.50");
}

}  // namespace
}  // namespace jiheng
