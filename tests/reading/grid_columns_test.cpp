// Which column is which: names alike, names over several rows, two sides of a declaration; amounts beside labels.
#include <gtest/gtest.h>

#include "grid_forms.h"

namespace jiheng {
namespace {

using testing::read_one;

TEST(GridColumns, HowPointsAreReckonedIsNotTheScore) {
  const Form form = read_one(R"(
项目名称|苗圃围栏|||||
一级指标|二级指标|三级指标|分值|指标值|完成值|得分计算方法|得分
产出指标|数量指标|围栏长度|40|≥3公里|3公里|达到得满分|40
产出指标|时效指标|完工时间|50|9月底前|9月|同上|50
总分|||90||||90
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].score.printed, "40");
  EXPECT_EQ(form.total_score.printed, "90");
}

TEST(GridColumns, NamesOfLevelsBelongToTheHeaderWhateverStandsBesideThem) {
  const Form form = read_one(R"(
项目名称|苗圃灌溉|||||
绩效指标|<|<|年度指标值|实际完成值|目标完成可能性|<
一级指标|二级指标|三级指标|^|^|能完成|不能
产出指标|数量指标|新增喷头|20个|20个|√|
)");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].l3.printed, "新增喷头");
  EXPECT_EQ(form.indicators[0].actual.printed, "20个");
}

TEST(GridColumns, ANamePrintedOverTheHeadersRowsAndOneAbove) {
  const Form form = read_one(R"(
项目名称|苗圃道路||||||
指标体系|<|<|完成情况表|<|自评结果|<|未完成原因及措施
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|^
产出指标|数量指标|硬化道路|4公里|3公里|60|45|冻土期停工
)");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].note.printed, "冻土期停工");
}

TEST(GridColumns, OfTwoColumnsOfPropertiesTheSignsBelongToTheTarget) {
  const Form form = read_one(R"(
项目名称|苗圃管护||||||
指标名称|计量单位|指标性质|指标符号|年初指标值|全年完成值|指标权重|指标得分
管护面积|亩|定量|≥|120|120|50|50
成活率|%|定量|≥|85|83|50|48.82
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].target.printed, "≥120亩");
  EXPECT_EQ(form.indicators[1].target.printed, "≥85%");
}

TEST(GridColumns, OfTwoSidesOfADeclarationTheRightOneIsTheYears) {
  const Form form = read_one(R"(
项目名称|湖区增殖放流|<|<|<|<|<
一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
产出指标|数量指标|三年放流鱼苗|≥900万尾|数量指标|全年放流鱼苗|≥300万尾
^|质量指标|苗种检疫合格率|100%|质量指标|检疫覆盖率|≥98%
)",
                             "项目支出绩效目标申报表");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].l1.printed, "产出指标");
  EXPECT_EQ(form.indicators[0].l3.printed, "全年放流鱼苗");
  EXPECT_EQ(form.indicators[0].target.printed, "≥300万尾");
  EXPECT_EQ(form.indicators[1].l2.printed, "质量指标");
  EXPECT_EQ(form.indicators[1].target.printed, "≥98%");
}

TEST(GridColumns, TheTotalsPointsMayStandAColumnFurtherLeft) {
  const Form form = read_one(R"(
项目名称|苗圃检测|||||
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|检测样品|30份|30份|50|50
产出指标|质量指标|合格率|≥95%|90%|50|47
总分|<|<|100|<|97|（等级：优）
)");
  EXPECT_EQ(form.total_weight.printed, "100");
  EXPECT_EQ(form.total_score.printed, "97");
}

TEST(GridColumns, AmountsBesideTheirLabelsMayCarryTheUnit) {
  const Form form = read_one(R"(
项目名称|苗圃值守|<|<|<|<
预算金额|8.5万元|实际支出|6.8万元|支出比例|80%
一级指标|二级指标|三级指标|指标值|完成值|得分
产出指标|数量指标|值守天数|365天|365天|90
)");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->adjusted.printed, "8.5万元");
  EXPECT_EQ(total->executed.printed, "6.8万元");
  EXPECT_EQ(total->rate.printed, "80%");
  EXPECT_EQ(form.amount_unit.printed, "万元");
}

TEST(GridColumns, PointsOfTheWholeSumBelowTheAmounts) {
  const Form beside = read_one(R"(
项目名称|苗圃采购|<|<|<|<|<
资金使用情况|全年预算数|80|全年执行数|72|执行率|90%
^|其中：财政拨款|80|其中：财政拨款|72|分值|10
^|其他资金|0|其他资金|0|得分|9
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|采购苗木|2万株|2万株|90|90
)");
  const FundsRow* total = beside.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(total->score.printed, "9");
  EXPECT_EQ(beside.funds.size(), 3U);

  const Form sideways = read_one(R"(
项目名称|苗圃采购|<|<|<
资金来源|资金总额|财政资金|其他资金|<
年初预算数|90|80|10|<
全年执行数|72|70|2|<
预算执行率分值|10|预算执行率得分|8|<
一级指标|二级指标|三级指标|指标值|完成值
产出指标|数量指标|采购苗木|2万株|2万株
)");
  total = sideways.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(total->score.printed, "8");
  for (const FundsRow& row : sideways.funds) {
    if (row.kind != FundsRowKind::Total) {
      EXPECT_TRUE(row.weight.empty());
    }
  }
}

TEST(GridColumns, TheSumAskedForStandsBeforeItsParts) {
  const Form form = read_one(R"(
项目名称|苗圃温室|<|<|<|<
申报金额|635|其中：财政资金|500|自筹资金|135
项目绩效总目标|建成温室两座，育苗能力翻番。|<|<|<|<
一级指标|二级指标|三级指标|指标值|指标说明|取数来源
产出指标|数量指标|建成温室|2座|验收合格|验收报告
)",
                             "项目支出绩效目标申报表");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "635");
  EXPECT_EQ(form.goal_expected.printed, "建成温室两座，育苗能力翻番。");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_TRUE(form.indicators[0].note.empty());
}

TEST(GridColumns, MoneyOfTheWholeProjectInAColumnBesideTheYears) {
  const Form form = read_one(R"(
项目名称|草场围栏|<|<
资金需求|<|项目总投资|2024年申请数
合计|<|900|300
财政拨款|<|600|200
其他资金|<|300|100
2024—2026年总目标|围栏36公里。|<|<
2024年度目标|围栏12公里。|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|围栏长度|≥12公里
)",
                             "项目支出绩效目标申报表");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "300");
  EXPECT_EQ(form.funds_row(FundsRowKind::ProjectTotal)->initial.printed, "900");
  EXPECT_EQ(form.funds_row(FundsRowKind::ProjectGrant)->initial.printed, "600");
  EXPECT_EQ(form.goal_expected.printed, "围栏12公里。");
}

TEST(GridColumns, PointsOfTheWholeSumAsTheLastRowUnderGroupedNames) {
  const Form form = read_one(R"(
项目名称|草场打井|<|<|<
资金|预算安排|<|实际支出|<
^|资金总额|60|资金总额|54
^|财政拨款|60|财政拨款|54
^|预算执行率|90%|执行率得分|9
一级指标|二级指标|三级指标|指标值|完成值
产出指标|数量指标|打井|3眼|3眼
)");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->rate.printed, "90%");
  EXPECT_EQ(total->score.printed, "9");
  EXPECT_EQ(form.funds.size(), 2U);
}

TEST(GridColumns, ValuesUnderANameThatTellsOfSomethingElseMayBeTheTarget) {
  const Form form = read_one(R"(
项目名称|草场巡护|<|<|<
一级指标|二级指标|三级指标|评价依据值|完成值|分值
产出指标|数量指标|巡护次数|≥24次|26次|50
产出指标|质量指标|记录完整率|≥95%|97%|40
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].target.printed, "≥24次");
  EXPECT_FALSE(form.indicators[0].target.sure());
}

TEST(GridColumns, IndicatorsOfSeveralYearsAreNotTheYears) {
  const Form form = read_one(R"(
项目名称|湿地恢复|<|<|<
长期绩效指标|一级指标|二级指标|指标内容|指标值
^|产出指标|数量指标|恢复湿地|≥90公顷
^|效益指标|生态效益指标|鸟类种数|≥120种
年度绩效指标|一级指标|二级指标|指标内容|指标值
^|产出指标|数量指标|当年恢复湿地|≥30公顷
)",
                             "项目支出绩效目标申报表");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].l3.printed, "当年恢复湿地");
  EXPECT_EQ(form.indicators[0].target.printed, "≥30公顷");
}

TEST(GridColumns, TheLowestOfFourLevelsNamesTheIndicator) {
  const Form form = read_one(R"(
项目名称|湿地管护|<|<|<|<
一级指标|二级指标|三级指标|四级指标|年度指标值|实际完成值
产出指标|数量指标|管护任务|巡护里程|≥600公里|640公里
^|^|^|巡护人员|=8人|8人
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].l3.printed, "巡护里程");
  EXPECT_EQ(form.indicators[1].l3.printed, "巡护人员");
  EXPECT_FALSE(form.indicators[1].l3.sure());
}

TEST(GridColumns, RowsOfPairsFillTheColumnTheirFirstNameSays) {
  const Form form = read_one(R"(
项目名称|湿地监测|<|<|<|<
预算批复总额|82|其中：上级资金|50|县级资金|32
实际支出总额|80|其中：上级资金|50|县级资金|30
预 期|监测水质24次。|<|<|<|<
实 际|监测水质23次。|<|<|<|<
一级指标|二级指标|三级指标|指标值|完成值|分值
产出指标|数量指标|监测水质|24次|23次|50
)");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->adjusted.printed, "82");
  EXPECT_EQ(total->executed.printed, "80");
  ASSERT_EQ(form.funds.size(), 3U);
  EXPECT_EQ(form.funds[2].label, "县级资金");
  EXPECT_EQ(form.funds[2].executed.printed, "30");
  EXPECT_EQ(form.goal_expected.printed, "监测水质24次。");
  EXPECT_EQ(form.goal_actual.printed, "监测水质23次。");
}

TEST(GridColumns, AmountsInAFundsTableMayCarryTheUnit) {
  const Form form = read_one(R"(
项目名称|湿地围栏|<|<|<
资金安排|预算下达|实际支出|执行率|分值
合计|68.4万元|65.0万元|95.03%|10
省级财政|68.4万元|65.0万元|95.03%|
一级指标|二级指标|三级指标|指标值|完成值
产出指标|数量指标|围栏|9公里|9公里
)");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->adjusted.printed, "68.4万元");
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(form.funds.size(), 2U);
}

TEST(GridColumns, OfGoalsByYearsTheFormsOwnCounts) {
  const Form form = read_one(R"(
项目名称|湿地科普|<
财政年度|年度目标|实际完成情况
2024|开展讲解400场。|开展讲解410场。
2025|开展讲解500场。|—
一级指标|三级指标|完成值
产出指标|讲解场次|410场
)",
                             "2024年度项目支出绩效自评表");
  EXPECT_EQ(form.goal_expected.printed, "开展讲解400场。");
  EXPECT_EQ(form.goal_actual.printed, "开展讲解410场。");
}

TEST(GridColumns, AnAmountAskedForMayBeExplainedInItsCell) {
  const Form form = read_one(R"(
项目名称|湿地驳岸|<|<
年度资金总额|54万（驳岸40万元，绿化14万元）|财政拨款|54万
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|驳岸长度|2公里
)",
                             "项目支出绩效目标申报表");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "54万（驳岸40万元，绿化14万元）");
}

TEST(GridColumns, NamesOfQuartersAreNoAmounts) {
  const Form form = read_one(R"(
项目名称|湿地值守|<|<|<
合计|一季度|二季度|三季度|四季度
预算总额|80|20|20|40
一级指标|二级指标|三级指标|指标值|权重
产出指标|数量指标|值守|365天|50
)",
                             "项目支出绩效目标申报表");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "80");
}

TEST(GridColumns, ATextBelowBothGoalsIsNeithers) {
  const Form form = read_one(R"(
项目名称|苗圃观测|<|<
年度目标|<|年度目标完成情况|<
观测物候120次。|<|观测物候118次。|<
实施过程：委托两家机构承担，按季付款。|<|<|<
一级指标|三级指标|指标值|完成值
产出指标|观测次数|120次|118次
)");
  EXPECT_EQ(form.goal_expected.printed, "观测物候120次。");
  EXPECT_EQ(form.goal_actual.printed, "观测物候118次。");
}

TEST(GridColumns, APartsNameLeftOfTheGoalsLabelsIsNoText) {
  const Form form = read_one(R"(
项目名称|草场补播|<|<
年标度目|预期目标|<|实际完成情况
^|补播800亩。|<|补播760亩。
一级指标|三级指标|指标值|完成值
产出指标|补播面积|800亩|760亩
)");
  EXPECT_EQ(form.goal_expected.printed, "补播800亩。");
  EXPECT_EQ(form.goal_actual.printed, "补播760亩。");
}

}  // namespace
}  // namespace jiheng
