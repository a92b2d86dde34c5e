// What stands above and beside the indicators: short labels, amounts in lines, goals in columns, titles.
#include <gtest/gtest.h>

#include "grid_forms.h"

namespace jiheng {
namespace {

using testing::document_of;
using testing::grid_of;
using testing::line_of;
using testing::read_all;
using testing::read_one;

TEST(GridHeading, ABareNounNamesTheProjectWhereItsTextFollows) {
  const Form form = read_one(R"(
项目|村道硬化|年度|2023
主管部门|甲县财政局|实施单位|乙村
一级指标|三级指标|指标值|完成值
产出指标|硬化长度|2公里|2公里
)");
  EXPECT_EQ(form.project_name.printed, "村道硬化");
}

TEST(GridHeading, AmountsInCellsWithTheirLabelsMayCarryTheUnit) {
  const Form form = read_one(R"(
项目名称：污水管网|<|<|<
年初预算数：350.00万元|全年预算数：338.50万元|全年执行数：330.04万元|执行率：97.50%
一级指标|三级指标|指标值|完成值
产出指标|铺设支管|8千米|8千米
)");
  ASSERT_NE(form.funds_row(FundsRowKind::Total), nullptr);
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->executed.printed, "330.04万元");
  EXPECT_EQ(form.amount_unit.printed, "万元");
}

TEST(GridHeading, MoneyAskedForUnderTheNamesOfItsSources) {
  const Form form = read_one(R"(
项目名称|仓储补贴||
2025年申请预算（万元）|合计|财政拨款|其他资金
金额|420|360|60
一级指标|三级指标|全年指标值|权重
产出指标|补贴面积|≥1万平方米|15
)",
                             "2025年县级预算项目绩效目标表");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "420");
  EXPECT_EQ(form.funds_row(FundsRowKind::Other)->initial.printed, "60");
}

TEST(GridHeading, GoalsInColumnsBesideTheIndicators) {
  const Form form = read_one(R"(
项目名称|古树保护||||
年度总体目标|总体目标完成情况|一级指标|三级指标|年度目标值|实际完成值
建档一千株。|建档一千株，均已挂牌。|产出指标|建档株数|1000株|1000株
^|^|效益指标|死亡株数|0株|0株
)");
  EXPECT_EQ(form.goal_expected.printed, "建档一千株。");
  EXPECT_EQ(form.goal_actual.printed, "建档一千株，均已挂牌。");
  EXPECT_EQ(form.indicators.size(), 2U);
}

TEST(GridHeading, AmountsGluedToTheNextLabel) {
  const std::vector<Form> forms =
      read_forms(document_of({line_of("2023年度项目支出绩效自评表"), line_of("项目名称：河滩植柳"),
                              line_of("年初预算数：50.00万元全年预算数：48.00万元全年执行数：36.00万元执行率：75%"),
                              grid_of("一级指标|二级指标|三级指标|指标值|完成值\n产出指标|数量指标|植柳|900株|900株")}),
                 builtin_wording(), builtin_lexicon());
  ASSERT_EQ(forms.size(), 1U);
  const FundsRow* total = forms[0].funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->initial.printed, "50.00万元");
  EXPECT_EQ(total->executed.printed, "36.00万元");
  EXPECT_EQ(total->rate.printed, "75%");
}

TEST(GridHeading, TheScoreMayStandBelowTheTable) {
  const std::vector<Form> forms =
      read_forms(document_of({line_of("2023年度项目支出绩效自评表"),
                              grid_of("项目名称|河滩清淤|<|<|<\n一级指标|二级指标|三级指标|指标值|完成值\n"
                                      "产出指标|数量指标|清淤|9公里|9公里"),
                              line_of("自评总分：97.5")}),
                 builtin_wording(), builtin_lexicon());
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms[0].total_score.printed, "97.5");
}

TEST(GridHeading, TheResultBelowTheGoalBesideTheIndicators) {
  const Form form = read_one(R"(
项目名称|草原灭鼠|<|<|<|<
年度绩效目标|一级指标|二级指标|三级指标|指标值|完成值
灭鼠40万亩。|产出指标|数量指标|灭鼠面积|40万亩|41万亩
^|^|质量指标|灭效|≥90%|92%
目标完成情况|^|时效指标|完成时间|9月|9月
灭鼠41万亩。|效益指标|生态效益指标|植被盖度|≥61%|62%
)");
  EXPECT_EQ(form.goal_expected.printed, "灭鼠40万亩。");
  EXPECT_EQ(form.goal_actual.printed, "灭鼠41万亩。");
  EXPECT_EQ(form.indicators.size(), 4U);
}

TEST(GridHeading, WhatTheTitlesOwnWordHoldsDoesNotSpeakAgainstIt) {
  const Wording& wording = builtin_wording();
  EXPECT_TRUE(wording.is_title("某市2023年度项目支出绩效自评统计表"));
  EXPECT_TRUE(wording.is_title("某县村级项目绩效自评卡"));
  EXPECT_FALSE(wording.is_title("绩效目标完成统计表"));
  EXPECT_FALSE(wording.is_title("绩效自评汇总表"));
}

TEST(GridHeading, AYearWithItsNumberingBeginsASentence) {
  EXPECT_EQ(label_key("2023年目标数"), "目标数");
  EXPECT_EQ(label_key("2024年度目标"), "年度目标");
  EXPECT_EQ(label_key("3、2023年项目"), "2023年项目");
}

}  // namespace
}  // namespace jiheng
