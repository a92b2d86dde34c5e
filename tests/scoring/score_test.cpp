// Expected points line by line: one target, one result, one weight, and what the rules give.
#include <gtest/gtest.h>

#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "scoring/scorecard.h"

namespace jiheng {
namespace {

const Policy& policy(std::string_view id) {
  Form form;
  return choose_policy(form, builtin_policies(), id);
}

struct Row {
  const char* l3;
  const char* target;
  const char* actual;
  const char* weight;
  const char* score;
  const char* l1 = "产出指标";
  const char* l2 = "数量指标";
};

Form form_of(std::initializer_list<Row> rows) {
  Form form;
  form.year = {"2023", {}};
  for (const Row& row : rows) {
    Indicator indicator;
    indicator.l1 = {row.l1, {}};
    indicator.l2 = {row.l2, {}};
    indicator.l3 = {row.l3, {}};
    indicator.target = {row.target, {}};
    indicator.actual = {row.actual, {}};
    indicator.weight = {row.weight, {}};
    indicator.score = {row.score, {}};
    form.indicators.push_back(indicator);
  }
  interpret(form, builtin_lexicon());
  return form;
}

std::string line_of(const Row& row, const Policy& by) {
  const Scorecard card = score(form_of({row}), by, builtin_lexicon());
  const ScoreLine& line = card.lines.at(0);
  std::string out(status_name(line.status));
  if (line.low) out += " " + to_string(*line.low);
  if (line.low && !line.exact()) out += ".." + to_string(*line.high);
  return out;
}

struct Case {
  Row row;
  const char* expected;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases)
    EXPECT_EQ(line_of(c.row, policy("national-2020")), c.expected) << c.row.target << " / " << c.row.actual;
}

TEST(ScoreQuantitative, CountsAndRates) {
  check({{{"活动次数", "=10次", "=8次", "1", "0"}, "proportional 0.80"},
         {{"活动次数", "=10次", "12次", "1", ""}, "reached 1"},
         {{"活动次数", "≥10次", "14次", "1", ""}, "over_fulfilled 1"},
         {{"培训人数", ">=1200人", "=1200", "2", ""}, "reached 2"},
         {{"合格率", "≥90%", "≥90%", "2", ""}, "reached 2"},
         {{"合格率", "≥100%", "100", "2", ""}, "reached 2"},
         {{"合格率", "≥95%", "0.97", "2", ""}, "reached 2"},
         {{"合格率", "100%", "97.3%", "2", ""}, "proportional 1.95"},
         {{"合格率", "95", "98%", "2", ""}, "reached 2"},
         {{"走访企业", ">150家", "150家", "5", ""}, "proportional 5.00"},
         {{"绿化面积", "2公顷", "15000平方米", "10", ""}, "proportional 7.50"},
         {{"补助金额", "10万元", "80000元", "10", ""}, "proportional 8.00"},
         {{"人次", "=100人次", "100人", "2", ""}, "not_comparable"},
         {{"次数", "10次", "100%", "2", ""}, "not_comparable"},
         {{"次数", "10次", "0次", "2", ""}, "proportional 0.00"}});
}

TEST(ScoreQuantitative, LowerIsBetter) {
  check({{{"成本", "≤90万元", "80万元", "8", "", "产出指标", "成本指标"}, "reached 8"},
         {{"成本", "≤90万元", "100万元", "8", "", "产出指标", "成本指标"}, "proportional 7.20"},
         {{"成本", "90万元", "80万元", "8", "", "产出指标", "成本指标"}, "reached 8"},
         {{"成本", "=90万元", "81万元", "10", "", "成本指标", "经济成本指标"}, "judgement 9.00..10.00"},
         {{"事故", "0起", "0起", "5", ""}, "reached 5"},
         {{"事故", "0起", "2起", "5", ""}, "proportional 0.00"},
         {{"投诉率", "3%", "1%", "5", ""}, "reached 5"},
         {{"公用经费控制率", "100%", "90%", "2", ""}, "judgement 1.80..2.00"},
         {{"办结时间", "<3天", "4天", "4", ""}, "proportional 3.00"}});
}

TEST(ScoreQuantitative, RangesAndDates) {
  check({{{"人数", "20-30人", "25人", "4", ""}, "reached 4"},
         {{"人数", "20-30人", "10人", "4", ""}, "proportional 2.00"},
         {{"人数", "20-30人", "40人", "4", ""}, "proportional 3.00"},
         {{"人数", "30-20人", "25人", "4", ""}, "not_comparable"},
         {{"完成时间", "2023年12月31日前", "2023年11月", "4", ""}, "reached 4"},
         {{"完成时间", "12月底前", "2023年12月20日", "4", ""}, "reached 4"},
         {{"完成时间", "2023年6月30日前", "2023年9月", "4", ""}, "judgement 0.00..3.20"},
         {{"完成时间", "2023年6月30日前", "50%", "4", ""}, "not_comparable"}});
  Policy strict = policy("national-2020");
  strict.delay_share_per_month = Decimal::scaled(10, 2);
  EXPECT_EQ(line_of({"完成时间", "2023年6月30日前", "2023年9月", "4", ""}, strict), "proportional 2.80");
  strict.over_fulfilment_reduction = Decimal::scaled(5, 1);
  EXPECT_EQ(line_of({"次数", "10次", "15次", "10", ""}, strict), "over_fulfilled 9.00");
}

TEST(ScoreQualitative, BandsOfTheThreeGrades) {
  check({{{"能力", "提升", "提升", "5", ""}, "reached 5"},
         {{"能力", "提升", "达成预期指标", "5", ""}, "reached 5"},
         {{"能力", "提升", "显著改善", "5", ""}, "judgement 4.00..5.00"},
         {{"能力", "提升", "有所提升", "5", ""}, "judgement 3.00..4.00"},
         {{"能力", "提升", "部分达成年度指标并具有一定效果", "5", ""}, "judgement 3.00..4.00"},
         {{"能力", "提升", "未提升", "5", ""}, "judgement 0.00..3.00"},
         {{"等级", "≥良", "优", "5", ""}, "reached 5"},
         {{"制度", "严格执行各项管理规定", "严格执行各项管理规定", "5", ""}, "reached 5"},
         {{"制度", "严格执行各项管理规定", "达成预期指标", "5", ""}, "reached 5"},
         {{"制度", "严格执行各项管理规定", "建立台账，逐项检查", "5", ""}, "not_comparable"},
         {{"满意度", "满意", "85%", "5", "", "满意度指标", "满意度"}, "judgement 4.00..5.00"},
         {{"满意度", "满意", "65%", "5", "", "满意度指标", "满意度"}, "judgement 3.00..4.00"},
         {{"增收", "提升", "5%", "5", "", "效益指标", "经济效益"}, "not_comparable"},
         {{"完成率", "100%", "已完成", "5", ""}, "judgement 4.00..5.00"}});
}

TEST(ScoreLine, MissingAndUnscored) {
  check({{{"次数", "10次", "", "5", ""}, "missing"},
         {{"次数", "—", "10次", "5", ""}, "missing"},
         {{"其中：夜间", "10次", "10次", "", ""}, "not_scored"},
         {{"次数", "10次", "9999999999999999999999999次", "5", ""}, "not_comparable"}});
}

TEST(ScoreLine, WorkingIsInWords) {
  const Scorecard card =
      score(form_of({{"活动次数", "=10次", "=8次", "1", "0"}, {"面积", "2公顷", "15000平方米", "10", ""}}),
            policy("national-2020"), builtin_lexicon());
  EXPECT_EQ(card.lines[0].working, "8 ÷ 10 × 1 = 0.80");
  EXPECT_EQ(card.lines[0].working_en, "8 ÷ 10 × 1 = 0.80");
  EXPECT_NE(card.lines[1].working.find("15000 平方米 = 1.5 公顷"), std::string::npos) << card.lines[1].working;
}

// ---- execution

std::string execution(const char* adjusted, const char* executed, const char* rate, const Policy& by) {
  Form form;
  FundsRow row;
  row.kind = FundsRowKind::Total;
  row.adjusted = {adjusted, {}};
  row.executed = {executed, {}};
  row.rate = {rate, {}};
  row.weight = {"10", {}};
  form.funds.push_back(row);
  interpret(form, builtin_lexicon());
  const ScoreLine line = score(form, by, builtin_lexicon()).lines.at(0);
  return std::string(status_name(line.status)) + (line.low ? " " + to_string(*line.low) : "");
}

TEST(ScoreExecution, Formulas) {
  const Policy& linear = policy("national-2020");
  EXPECT_EQ(execution("656600", "650700", "", linear), "proportional 9.91");
  EXPECT_EQ(execution("100", "100", "", linear), "reached 10");
  EXPECT_EQ(execution("100", "130", "", linear), "reached 10");
  EXPECT_EQ(execution("", "", "76%", linear), "proportional 7.60");
  EXPECT_EQ(execution("", "", "", linear), "missing");
  EXPECT_EQ(execution("0", "5", "", linear), "not_comparable");
  EXPECT_EQ(execution("100", "-5", "", linear), "not_comparable");
  Policy floor = linear;
  floor.execution = ExecutionFormula::Floor;
  floor.execution_floor = Rate(Decimal::scaled(60, 2));
  EXPECT_EQ(execution("100", "59", "", floor), "proportional 0");
  EXPECT_EQ(execution("100", "60", "", floor), "proportional 6.00");
  Policy bands = linear;
  bands.execution = ExecutionFormula::Bands;
  bands.execution_bands = {{Rate(Decimal::scaled(95, 2)), Decimal(1)},
                           {Rate(Decimal::scaled(80, 2)), Decimal::scaled(8, 1)}};
  EXPECT_EQ(execution("100", "95", "", bands), "reached 10.00");
  EXPECT_EQ(execution("100", "94.99", "", bands), "proportional 8.00");
  EXPECT_EQ(execution("100", "79", "", bands), "proportional 0.00");
}

// ---- totals and grades

TEST(Totals, ExpectedAndPrinted) {
  Form form = form_of({{"次数", "10次", "8次", "40", "30"},
                       {"能力", "提升", "有所提升", "40", "40"},
                       {"说明", "按要求开展各项工作，做好总结", "按要求开展了工作，形成总结", "20", "18"}});
  const Scorecard card = score(form, policy("national-2020"), builtin_lexicon());
  EXPECT_EQ(card.printed_sum, Points(88));
  EXPECT_EQ(to_string(card.total_low), "56.00");   // 32 + 24 + 0
  EXPECT_EQ(to_string(card.total_high), "84.00");  // 32 + 32 + 20
  EXPECT_EQ(to_string(card.total), "82.00");       // 32, the band's end, the printed 18
  EXPECT_FALSE(card.complete);
  EXPECT_EQ(card.grade, "良");
}

TEST(Totals, NoGradeWithoutScores) {
  const Form declared = form_of({{"次数", "10次", "", "50", ""}, {"质量", "合格", "", "50", ""}});
  EXPECT_EQ(score(declared, policy("national-2020"), builtin_lexicon()).grade, "");
  const Form draft = form_of({{"次数", "10次", "10次", "50", ""}, {"质量", "合格", "合格", "50", ""}});
  EXPECT_EQ(score(draft, policy("national-2020"), builtin_lexicon()).grade, "优");
  // Half of the weights are not on the page: the grade would be a guess.
  const Form part = form_of({{"次数", "10次", "10次", "50", "50"}});
  EXPECT_EQ(score(part, policy("national-2020"), builtin_lexicon()).grade, "");
}

TEST(Grade, BandsOfThePolicy) {
  const Policy& by = policy("national-2020");
  EXPECT_EQ(grade_of(Points(90), by), "优");
  EXPECT_EQ(grade_of(Points(Decimal::scaled(8999, 2)), by), "良");
  EXPECT_EQ(grade_of(Points(60), by), "中");
  EXPECT_EQ(grade_of(Points(0), by), "差");
  EXPECT_EQ(grade_of(Points(50), Policy{}), "");
}

}  // namespace
}  // namespace jiheng
