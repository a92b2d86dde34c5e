// The upper part of forms in text without columns: heading, funds and goals in whatever order the cells
// were printed.
#include <gtest/gtest.h>

#include "reading/segmenter/funds_search.h"
#include "reading/segmenter/goal_sides.h"
#include "reading/segmenter/heading_search.h"
#include "reading/segmenter/vocabulary.h"
#include "text_support.h"

namespace jiheng::testing {
namespace {

using segmenter::FundsAmount;
using segmenter::FundsPuzzle;
using segmenter::FundsSolution;
using segmenter::GoalLine;
using segmenter::HeadingPart;

// One form with this upper part, above two indicators.
Form form_of(std::string_view upper) {
  const std::string text = "项目支出绩效自评表\n（2023年度）\n" + std::string(upper) +
                           "\n一级指标 二级指标 三级指标\n年度指标值 实际完成值 分值 得分\n"
                           "产出指标 数量指标 植树棵数\n≥900棵\n920棵\n50\n50\n"
                           "效益指标 社会效益指标 居民知晓率\n≥80%\n85%\n40\n40\n总分\n100\n100\n";
  const std::vector<Form> forms = segmented(text);
  return forms.empty() ? Form() : forms.front();
}

std::string row_text(const Form& form, FundsRowKind kind) {
  const FundsRow* row = form.funds_row(kind);
  if (row == nullptr) return "";
  return row->initial.printed + " " + row->adjusted.printed + " " + row->executed.printed + " " + row->weight.printed +
         " " + row->rate.printed + " " + row->score.printed;
}

constexpr std::string_view kHeading = "项目名称\n河岸绿化\n主管部门\n青石市园林局\n实施单位\n青石市苗圃中心\n";
constexpr std::string_view kGoals = "预期目标\n实际完成情况\n植树900棵。\n植树920棵。\n";

TEST(SegmenterTop, ValuesBehindAWholeColumnOfLabels) {
  const Form form =
      form_of("项目名称\n主管部门\n\n河岸绿化\n青石市园林局\n实施单位\n青石市苗圃中心\n" + std::string(kGoals));
  EXPECT_EQ(form.project_name.printed, "河岸绿化");
  EXPECT_EQ(form.department.printed, "青石市园林局");
  EXPECT_EQ(form.unit.printed, "青石市苗圃中心");
}

TEST(SegmenterTop, LabelsBrokenOverLines) {
  const Form form =
      form_of("项目名\n称\n主管部\n门\n河岸绿化\n青石市园林局\n实施单\n位\n青石市苗圃中心\n" + std::string(kGoals));
  EXPECT_EQ(form.project_name.printed, "河岸绿化");
  EXPECT_EQ(form.department.printed, "青石市园林局");
  EXPECT_EQ(form.unit.printed, "青石市苗圃中心");
}

TEST(SegmenterTop, UnitOfMoneyOverTwoLines) {
  const Form form =
      form_of(std::string(kHeading) + "资金情况（万\n年初预算数\n全年预算数 全年执行数\n元）\n年度资金总额\n8\n8\n8\n" +
              std::string(kGoals));
  EXPECT_EQ(form.amount_unit.value, AmountUnit::WanYuan);
}

TEST(SegmenterTop, FundsByRows) {
  const Form form = form_of(
      std::string(kHeading) +
      "年初预算数\n全年预算数 全年执行数 分值 执行率 得分\n"
      "年度资金总额\n60\n50\n45\n10\n90.00%\n9\n其中：当年财政拨款\n40\n30\n25\n—\n上年结转资金\n20\n20\n20\n—\n" +
      std::string(kGoals));
  EXPECT_EQ(row_text(form, FundsRowKind::Total), "60 50 45 10 90.00% 9");
  EXPECT_EQ(row_text(form, FundsRowKind::CurrentYearGrant), "40 30 25 —  ");
  EXPECT_EQ(row_text(form, FundsRowKind::CarryOver), "20 20 20 —  ");
  for (const FundsRow& row : form.funds) EXPECT_TRUE(row.initial.sure() && row.executed.sure());
}

TEST(SegmenterTop, FundsByColumns) {
  const Form form =
      form_of(std::string(kHeading) +
              "年度资金总额\n其中：当年财政拨款\n上年结转资金\n\n年初预算数\n60\n40\n20\n\n全年预算数\n50\n30\n20\n\n"
              "全年执行数\n45\n25\n20\n\n分值\n10\n\n执行率\n90.00%\n\n得分\n9\n\n" +
              std::string(kGoals));
  EXPECT_EQ(row_text(form, FundsRowKind::Total), "60 50 45 10 90.00% 9");
  EXPECT_EQ(row_text(form, FundsRowKind::CarryOver), "20 20 20   ");
}

TEST(SegmenterTop, TableOnItsSide) {
  const Form form = form_of(
      std::string(kHeading) +
      "资金来源\n市级财政\n县级财政\n合计\n预算安排\n30\n20\n50\n实际支出\n27\n18\n45\n支出率\n90%\n90%\n90%\n" +
      std::string(kGoals));
  EXPECT_EQ(row_text(form, FundsRowKind::Total), " 50 45  90% ");
}

TEST(SegmenterTop, RateBrokenInItsCell) {
  const Form form = form_of(std::string(kHeading) +
                            "年初预算数\n全年预算数 全年执行数 分值 执行率 得分\n"
                            "年度资金总 64.00\n81.2\n60.00\n48.75\n10\n8.1\n5%\n额\n" +
                            std::string(kGoals));
  EXPECT_EQ(row_text(form, FundsRowKind::Total), "64.00 60.00 48.75 10 81.25% 8.1");
}

TEST(SegmenterTop, MoneyOfAllYearsBesideThisYears) {
  const std::vector<Form> forms = segmented(
      "项目支出绩效目标申报表\n（2024年度）\n项目名称 河岸绿化\n中期资金总额：\n90 年度资金总额：\n30\n"
      "其中：财政拨款\n70 其中：财政拨款\n20\n其他资金\n20 其他资金\n10\n年度目标\n植树900棵。\n"
      "一级指标 二级指标 三级指标\n指标值\n产出指标 数量指标 植树棵数\n≥900棵\n");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(row_text(forms[0], FundsRowKind::ProjectTotal), "90     ");
  EXPECT_EQ(row_text(forms[0], FundsRowKind::Total), "30     ");
  EXPECT_EQ(row_text(forms[0], FundsRowKind::ProjectGrant), "70     ");
  EXPECT_EQ(row_text(forms[0], FundsRowKind::Other), "10     ");
}

TEST(SegmenterTop, NothingIsSureWhereAColumnIsMissing) {
  // Three amounts, names of two columns: which of them is missing cannot be known.
  const Form form =
      form_of(std::string(kHeading) + "全年预算数 全年执行数\n年度资金总额\n70\n66\n61\n" + std::string(kGoals));
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_FALSE(total->adjusted.sure());
  EXPECT_FALSE(total->executed.sure());
}

TEST(SegmenterTop, GoalsOneBelowTheOtherWithLabelsInTheMiddle) {
  const Form form = form_of(std::string(kHeading) +
                            "在河岸两侧植树九百棵，并在冬季来临以前完成全部养护\n年初绩效目标\n工作，验收合格。\n完成情"
                            "况 植树九百二十棵，养护完成。\n");
  EXPECT_EQ(form.goal_expected.printed, "在河岸两侧植树九百棵，并在冬季来临以前完成全部养护工作，验收合格。");
  EXPECT_EQ(form.goal_actual.printed, "植树九百二十棵，养护完成。");
}

TEST(GoalSides, LinesInTurn) {
  const auto sides =
      segmenter::solve_goal_sides({{{"在河岸两侧植树九百棵，年底前", "在河岸两侧植树九百二十棵，年"}, false},
                                   {{"完成养护工作。"}, false},
                                   {{"底前完成了养护工作。"}, false}},
                                  "");
  EXPECT_EQ(sides.left, (std::vector<std::string>{"在河岸两侧植树九百棵，年底前", "完成养护工作。"}));
  EXPECT_EQ(sides.right, (std::vector<std::string>{"在河岸两侧植树九百二十棵，年", "底前完成了养护工作。"}));
}

TEST(GoalSides, NumberedItemsKeepTheirOrder) {
  const auto sides = segmenter::solve_goal_sides({{{"目标1：植树九百棵；", "1.植树九百二十棵；"}, false},
                                                  {{"目标2：修路两公里。"}, false},
                                                  {{"2.修路两公里。"}, false}},
                                                 "");
  EXPECT_EQ(sides.left.size(), 2U);
  EXPECT_EQ(sides.right.back(), "2.修路两公里。");
}

// Two sentences that end early are of two texts, or one of them has no place here.
TEST(GoalSides, SentencesThatEndEarlyAreDoubtful) {
  EXPECT_TRUE(segmenter::reads_as_one({"在河岸两侧植树九百棵，年底前", "完成养护工作。"}));
  EXPECT_TRUE(segmenter::reads_as_one({"1.植树九百棵。", "2.修路两公里。"}));
  EXPECT_FALSE(segmenter::reads_as_one({"植树九百棵。", "植树九百二十棵。"}));
  EXPECT_FALSE(segmenter::reads_as_one({"植树九百棵。", "1-6月"}));
}

TEST(HeadingSearch, KindsDecideWhereOrderDoesNot) {
  const std::vector<HeadingPart> parts = {
      {Label::ProjectName, "项目名称", 0, 0}, {Label::OtherHeader, "联系电话", 1, 0},
      {Label::Unit, "实施单位", 2, 0},        {Label::None, "河岸绿化工程", 3, 1},
      {Label::None, "0512-66****01", 4, 1},   {Label::None, "青石市苗圃中心", 5, 1}};
  const auto values = segmenter::solve_heading(parts, segmenter::Vocabulary(builtin_wording(), builtin_lexicon()));
  EXPECT_EQ(values[0].parts, std::vector<std::size_t>{3});
  EXPECT_EQ(values[1].parts, std::vector<std::size_t>{4});
  EXPECT_EQ(values[2].parts, std::vector<std::size_t>{5});
}

TEST(FundsSearch, ArithmeticDecidesWhereOrderDoesNot) {
  // Budget and spending printed the wrong way round: only one reading gives the rate.
  FundsPuzzle puzzle;
  puzzle.rows = {FundsRowKind::Total};
  puzzle.row_order = {0};
  puzzle.columns = {Label::FundsAdjusted, Label::FundsExecuted, Label::FundsWeight, Label::FundsRate,
                    Label::FundsScore};
  std::size_t line = 0;
  for (const std::string_view text : {"80.00%", "250", "200", "10", "8.00"}) {
    FundsAmount amount;
    amount.value = segmenter::funds_value(text);
    amount.value.line = amount.line = ++line;
    amount.value.amount = puzzle.amounts.size();
    amount.order = line;
    puzzle.amounts.push_back(amount);
  }
  const FundsSolution solution = segmenter::solve_funds(puzzle);
  const std::vector<std::string> expected = {"250", "200", "10", "80.00%", "8.00"};
  for (std::size_t c = 0; c < expected.size(); ++c) {
    EXPECT_EQ(solution.cells[0][c].text, expected[c]);
    EXPECT_TRUE(solution.cells[0][c].sure);
  }
}

// 合计 stands behind its parts' names: rates fit in any order, but no part is larger than the total.
TEST(FundsSearch, PartAboveItsTotalIsUnsure) {
  FundsPuzzle puzzle;
  puzzle.rows = {FundsRowKind::Total, FundsRowKind::CurrentYearGrant};
  puzzle.row_order = {0, 1};
  puzzle.columns = {Label::FundsAdjusted, Label::FundsExecuted, Label::FundsRate};
  std::size_t line = 1;
  for (const std::string_view text : {"60", "30", "50%", "200", "180", "90%"}) {
    FundsAmount amount;
    amount.value = segmenter::funds_value(text);
    amount.value.line = amount.line = ++line;
    amount.value.amount = puzzle.amounts.size();
    amount.order = line;
    puzzle.amounts.push_back(amount);
  }
  for (const auto& row : segmenter::solve_funds(puzzle).cells) {
    for (const auto& cell : row) EXPECT_FALSE(cell.sure) << cell.text;
  }
}

TEST(SegmenterTop, RowsWhoseLabelsNoListKnows) {
  const Form form = segmented(R"(                 项目支出绩效自评表
                    （2023年度）
    项目名称                        山塘清淤工程
    主管部门           青石县水利局              实施单位          青石县河道管理所
    施工周期           2023.01—2023.09          驻场代表          林某 0571-88****
                          年初预算数     全年预算数     全年执行数     分值     执行率     得分
 项目资金    年度资金总额              20         20         18      10      90%      9
 一级指标    二级指标       三级指标        目标值     完成值    分值      得分
 产出指标    数量指标       清淤山塘数       =12座      12座     90       90
                        总分                        100      99
)")
                        .at(0);
  EXPECT_EQ(form.department.printed, "青石县水利局");
  EXPECT_EQ(form.unit.printed, "青石县河道管理所");
}

}  // namespace
}  // namespace jiheng::testing
