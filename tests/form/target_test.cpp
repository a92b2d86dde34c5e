// What printed targets and results mean. Each line is one printed text and its reading:
// kind|comparison|number[~upper]|unit|rest, dates as y-m-d, levels as word/grade.
#include "form/target.h"

#include <gtest/gtest.h>

#include "config/lexicon_toml.h"

namespace jiheng {
namespace {

std::string_view sign(Comparison comparison) {
  switch (comparison) {
    case Comparison::None: return "";
    case Comparison::Equal: return "=";
    case Comparison::AtLeast: return ">=";
    case Comparison::AtMost: return "<=";
    case Comparison::MoreThan: return ">";
    case Comparison::LessThan: return "<";
  }
  return "?";
}

std::string reading(std::string_view printed) {
  const std::optional<Value> value = parse_value(printed, builtin_lexicon());
  if (!value) return "nothing";
  std::string out;
  const std::string tail = value->rest.empty() ? "" : " + " + value->rest;
  switch (value->kind) {
    case ValueKind::Number:
      return "number " + std::string(sign(value->comparison)) + value->number.to_string() + " " + value->unit + tail;
    case ValueKind::Range:
      return "range " + value->number.to_string() + "~" + value->upper.to_string() + " " + value->unit + tail;
    case ValueKind::Date:
      return "date " + std::string(sign(value->comparison)) + std::to_string(value->date.year) + "-" +
             std::to_string(value->date.month) + "-" + std::to_string(value->date.day) + tail;
    case ValueKind::Level: {
      const char* grade = value->grade == LevelGrade::Full      ? "full"
                          : value->grade == LevelGrade::Partial ? "partial"
                                                                : "none";
      return std::string("level ") + std::string(sign(value->comparison)) + value->level + " " + grade + tail;
    }
    case ValueKind::Text: return "text";
  }
  return "?";
}

struct Case {
  const char* printed;
  const char* expected;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(reading(c.printed), c.expected) << c.printed;
}

TEST(ParseValue, NumbersWithSignAndUnit) {
  check({{"=28人", "number =28 人"},
         {"＝28 人", "number =28 人"},
         {">=1200人", "number >=1200 人"},
         {"≥90%", "number >=90 %"},
         {"≧ ９０％", "number >=90 %"},
         {"≥100百分比", "number >=100 %"},
         {">=75%(百分比)", "number >=75 %"},
         {"=100.00(%)", "number =100.00 %"},
         {"≥13459.00(平方米)", "number >=13459.00 平方米"},
         {"<3小时", "number <3 小时"},
         {"≤5%", "number <=5 %"},
         {"1,234,567.80元", "number 1234567.80 元"},
         {"0起", "number 0 起"},
         {"1600元/亩", "number 1600 元/亩"},
         {"400元/人、天", "number 400 元/人、天"},
         {"2次/年", "number 2 次/年"},
         {"=5.00(万人次)", "number =5.00 万人次"},
         {"854万", "number 854 万"},
         {"3㎡", "number 3 ㎡"},
         {"5‰", "number 0.5 %"},
         {"12个月", "number 12 个月"},
         {"-5%", "number -5 %"},
         {"≥-3%", "number >=-3 %"},
         {"90.00(度)", "number 90.00 度"},
         {"12骝", "number 12 骝"}});  // a unit that nobody listed
}

TEST(ParseValue, ComparisonInWords) {
  check({{"不少于10次", "number >=10 次"},
         {"10 次以上", "number >=10 次"},
         {"10次（含）以上", "number >=10 次"},
         {"5万元以内", "number <=5 万元"},
         {"控制在5万元以内", "number <=5 万元"},
         {"不超过3天", "number <=3 天"},
         {"大于等于90%", "number >=90 %"},
         {"低于2%", "number <2 %"},
         {"不低于≥90%", "number >=90 %"},
         {"居民参与率不低于100%", "number >=100 % + 居民参与率"},
         {"百分之九十五", "number 95 %"},
         {"百分之95以上", "number >=95 %"},
         {"三次", "number 3 次"},
         {"不少于十二场", "number >=12 场"}});
}

TEST(ParseValue, NumbersAmongWords) {
  check({{"各1次", "number 1 次 + 各"},
         {"100%覆盖", "number 100 % + 覆盖"},
         {"可控性100%", "number 100 % + 可控性"},
         {"开展至少1次集中培训", "number >=1 次 + 开展…集中培训"},
         {"约2000余人", "number 2000 人 + 约余"},
         {"3万余人次", "number 3 万人次 + 余"},
         {"完成2023年度12个点位整治", "number 12 个 + 完成2023年度…点位整治"},
         {"培训不少于100人，发放资料不少于2000份", "text"},
         {"≥90%且≤100%", "text"},
         {"1、开展培训", "text"},
         {"5A级", "text"},
         {"第3批", "text"},
         {"A4", "text"}});
}

TEST(ParseValue, Ranges) {
  check({{"20-30人", "range 20~30 人"},
         {"20～30人", "range 20~30 人"},
         {"80%-90%", "range 80~90 %"},
         {"5至8次", "range 5~8 次"},
         {"90-80分", "range 90~80 分"}});  // inverted: a finding, not an error
}

TEST(ParseValue, Dates) {
  check({{"2023年12月31日前", "date <=2023-12-31"},
         {"2023年12月31日前完成", "date <=2023-12-31"},
         {"12月底前", "date <=0-12-0"},
         {"2021年12月完成", "date 2021-12-0"},
         {"2021年底", "date 2021-12-0"},
         {"2023年上半年", "date 2023-6-0"},
         {"2023-12-31", "date 2023-12-31"},
         {"2023-12-31 00:00:00", "date 2023-12-31"},
         {"2023/6/30", "date 2023-6-30"},
         {"2023.6.30", "date 2023-6-30"},
         {"20231231", "date 2023-12-31"},
         {"1-12月", "date 0-12-0"},
         {"2023年1月至2023年11月", "date 2023-11-0"},
         {"≤12月", "number <=12 月"},
         {"2023", "number 2023 "},
         {"2023.12", "number 2023.12 "}});
}

TEST(ParseValue, Levels) {
  check({{"提升", "level 提升 full"},
         {"显著提升", "level 显著提升 full"},
         {"健全有效", "level 健全有效 full"},
         {"效果明显", "level 效果明显 full"},
         {"≥良", "level >=良 partial"},
         {"优", "level 优 full"},
         {"较好", "level 较好 partial"},
         {"基本满意", "level 基本满意 partial"},
         {"逐步提高", "level 逐步提高 partial"},
         {"有待提高", "level 有待提高 none"},
         {"不及时", "level 不及时 none"},
         {"未完成", "level 未完成 none"},
         {"未完全达成", "level 未完全达成 partial"},
         {"达成预期指标", "level 达成预期指标 full"},
         {"部分达成年度指标并具有一定效果", "level 部分达成年度指标并具有一定效果 partial"},
         {"全年无事故", "level 无事故 full + 全年"},
         {"无投诉", "level 无投诉 full"},
         {"小区全覆盖", "level 全覆盖 full + 小区"},
         {"及时、准确", "level 及时、准确 full"},
         {"满意度", "text"},
         {"及时率", "text"},
         {"改善中小学校的办学条件和环境", "text"},
         {"严格按照方案要求开展各项工作，确保质量", "text"},
         {"进行高质量发展研究", "text"}});
}

TEST(ParseValue, NothingPrinted) {
  check({{"", "nothing"}, {" ", "nothing"}, {"—", "nothing"}, {"/", "nothing"}, {"--", "nothing"}});
}

TEST(ParseValue, GarbageIsText) {
  check(
      {{"99999999999999999999999999999999999999999999人", "text"}, {"\xE4\xB8", "text"}, {"=", "text"}, {"%", "text"}});
}

TEST(Describe, SaysItForPeople) {
  const auto words = [](std::string_view printed) { return describe(*parse_value(printed, builtin_lexicon())); };
  EXPECT_EQ(words("≥90%"), "不低于 90 %");
  EXPECT_EQ(words("提升"), "定性：提升");
  EXPECT_EQ(words("20-30人"), "20~30 人");
  EXPECT_EQ(words("2023年12月31日前"), "不晚于 2023年12月31日");
}

TEST(UnitRatio, ConvertsWithinADimension) {
  const auto ratio = [](std::string_view from, std::string_view to) {
    const auto value = unit_ratio(from, to, builtin_lexicon());
    return value ? value->to_string() : "no";
  };
  EXPECT_EQ(ratio("万元", "元"), "10000");
  EXPECT_EQ(ratio("元", "万元"), "0.0001");
  EXPECT_EQ(ratio("公里", "米"), "1000");
  EXPECT_EQ(ratio("名", "人"), "1");
  EXPECT_EQ(ratio("万人次", "人次"), "10000");
  EXPECT_EQ(ratio("万元/公里", "元/公里"), "10000");
  EXPECT_EQ(ratio("人", "人次"), "no");
  EXPECT_EQ(ratio("元/亩", "元"), "no");
  EXPECT_EQ(ratio("骝", "人"), "no");
  EXPECT_EQ(ratio("骝", "骝"), "1");
}

}  // namespace
}  // namespace jiheng
