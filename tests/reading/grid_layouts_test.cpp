// Layouts of other regions, made up: what a header can look like and where values can stand.
#include <gtest/gtest.h>

#include "grid_forms.h"

namespace jiheng {
namespace {

using testing::document_of;
using testing::grid_of;
using testing::line_of;
using testing::read_one;

const FundsRow* row_named(const Form& form, std::string_view label) {
  for (const FundsRow& row : form.funds) {
    if (row.label == label) return &row;
  }
  return nullptr;
}

TEST(GridLayouts, FundsPrintedSideways) {
  const Form form = read_one(R"(
项目名称|<|污水管网延伸|<|<|<
资金安排（万元）|资金来源|省级财政|市级财政|合计|
^|预算安排|1,600|400|2,000|
^|实际支出|1,500|400|1,900|
^|支出率|93.75%|100%|95%|
一级指标|二级指标|三级指标|指标值|完成值|分值
产出指标|数量指标|新增管网|18公里|17公里|50
)");
  ASSERT_NE(row_named(form, "省级财政"), nullptr);
  EXPECT_EQ(row_named(form, "省级财政")->adjusted.printed, "1,600");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->executed.printed, "1,900");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->rate.printed, "95%");
}

TEST(GridLayouts, FirstLevelsAsBandsOverTheWidth) {
  const Form form = read_one(R"(
项目名称|桥梁检测||||
二级指标|三级指标|指标值|完成值|分值|得分
产出指标（60分）|<|<|<|<|<
数量指标|检测桥梁|12座|12座|60|60
效益指标（40分）|<|<|<|<|<
社会效益指标|通行安全|提升|提升|40|40
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].l1.printed, "产出指标（60分）");
  EXPECT_EQ(form.indicators[1].level1, Level1::Benefit);
}

TEST(GridLayouts, OfSeveralTargetsTheAnnualOne) {
  const Form form = read_one(R"(
项目名称|医共体信息化||||
一级指标|二级指标|三级指标|实施期指标值|年度指标值|
产出指标|数量指标|接入机构|45家|17家|
)",
                             "2023年度项目支出绩效目标申报表");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].target.printed, "17家");
}

TEST(GridLayouts, OfSeveralWeightsTheIndicatorsOwn) {
  const Form form = read_one(R"(
项目名称|幸福院建设||||||
一级指标|分值|二级指标|分值|三级指标|分值|指标值|完成值|得分
产出指标|50|数量指标|25|建设幸福院|15|20处|18处|13.5
^|^|^|^|建设互助点|10|36处|36处|10
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].weight.printed, "15");
  EXPECT_EQ(form.indicators[1].weight.printed, "10");
}

TEST(GridLayouts, LabelAndValueInOneCell) {
  const Form form = read_one(R"(
项目名称：寄宿生补助|<|<|项目负责人：某|<|<
主管部门：乌岭县教育局|<|<|实施单位：乌岭县资助中心|<|<
资金（万元）|全年预算数：1,362.75|<|全年执行数：1,362.75|<|执行率：100%
目标|年初设定目标：全年补助不少于1万人。|<|<|<|<
一级指标|二级指标|三级指标|指标值|完成值|分值
产出指标|数量指标|补助人数|≥10000人|10902人|50
)");
  EXPECT_EQ(form.project_name.printed, "寄宿生补助");
  EXPECT_EQ(form.department.printed, "乌岭县教育局");
  EXPECT_EQ(form.unit.printed, "乌岭县资助中心");
  ASSERT_NE(form.funds_row(FundsRowKind::Total), nullptr);
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->adjusted.printed, "1,362.75");
  EXPECT_EQ(form.goal_expected.printed, "全年补助不少于1万人。");
}

TEST(GridLayouts, GroupHeaderOverUnknownWords) {
  const Form form = read_one(R"(
项目名称|疫病防控||||||
一级指标|二级指标|三级指标|指标值|<|<|完成值|评分|<
^|^|^|方向|内容|计量|^|单位自评|财政复核
产出指标|数量指标|免疫数量|>=|300|万头|312|20|18
满意度指标|服务对象满意度|养殖户满意度|>=|90|%|91|10|6
小计|<|<||||||
总评价得分|<|<|||||30|24
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].target.printed, ">=300万头");
  EXPECT_EQ(form.indicators[1].score.printed, "10");
  EXPECT_EQ(form.total_score.printed, "30");
}

TEST(GridLayouts, NumberThatDidNotFitItsCellIsUnsure) {
  const Form form = read_one(R"(
项目名称|<|<|道路养护|<|<|
项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|100|100|90|10|###|9
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|里程|30公里|30公里|50|50
)");
  EXPECT_FALSE(form.funds_row(FundsRowKind::Total)->rate.sure());
}

TEST(GridLayouts, ListOfProjectsIsAFormEach) {
  const auto forms = read_forms(document_of({line_of("项目支出绩效目标表"), line_of("（2024年度）"), grid_of(R"(
单位名称|项目名称|年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位
甲县林业局|护林员补助|护好山林。|产出指标|数量指标|补助人数|=|30|人
^|^|^|满意度指标|服务对象满意度|护林员满意度|≥|90|%
^|苗圃运行|育好苗木。|产出指标|数量指标|育苗面积|≥|12|亩
)")}),
                                builtin_wording(), builtin_lexicon());
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[0].project_name.printed, "护林员补助");
  EXPECT_EQ(forms[0].indicators.size(), 2U);
  EXPECT_EQ(forms[1].unit.printed, "甲县林业局");
  EXPECT_EQ(forms[1].goal_expected.printed, "育好苗木。");
  EXPECT_EQ(forms[1].year.printed, "2024");
  ASSERT_EQ(forms[1].indicators.size(), 1U);
  EXPECT_EQ(forms[1].indicators[0].target.printed, "≥12亩");
}

TEST(GridLayouts, OneTableForEachFirstLevel) {
  const auto forms = read_forms(document_of({line_of("2022年项目支出绩效自评表"), grid_of(R"(
项目名称|步道整修
)"),
                                             line_of("一、资金（单位：万元）"), grid_of(R"(
资金性质|全年预算数|全年执行数|执行率
资金总额|50|40|80%
)"),
                                             line_of("（一）产出指标（60分）"), grid_of(R"(
二级指标|三级指标|年度指标值|实际完成值|分值|得分
数量指标|整修步道|5公里|4公里|60|48
)"),
                                             line_of("（二）效益指标（40分）"), grid_of(R"(
二级指标|三级指标|年度指标值|实际完成值|分值|得分
社会效益指标|步行人次|1万人次|1万人次|40|40
)")}),
                                builtin_wording(), builtin_lexicon());
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms[0].amount_unit.printed, "万元");
  ASSERT_EQ(forms[0].indicators.size(), 2U);
  EXPECT_EQ(forms[0].indicators[0].l1.printed, "（一）产出指标（60分）");
  EXPECT_EQ(forms[0].indicators[1].l1.printed, "（二）效益指标（40分）");
}

TEST(GridLayouts, AmountsBesideTheirLabels) {
  const Form form = read_one(R"(
项目名称|<|供暖改造|<|<
项目预算执行情况（万元）|预算数：|320.00|执行数：|310.00
^|其中：财政拨款|220.00|其中：财政拨款|220.00
^|对口支援资金|100.00|对口支援资金|90.00
一级指标|二级指标|三级指标|指标值|完成值
产出指标|数量指标|改造教室|14间|13间
)");
  EXPECT_EQ(form.amount_unit.printed, "万元");
  ASSERT_EQ(form.funds.size(), 3U);
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->adjusted.printed, "320.00");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->executed.printed, "310.00");
  EXPECT_EQ(form.funds_row(FundsRowKind::CurrentYearGrant)->executed.printed, "220.00");
  ASSERT_NE(row_named(form, "对口支援资金"), nullptr);
  EXPECT_EQ(row_named(form, "对口支援资金")->executed.printed, "90.00");
}

TEST(GridLayouts, LabelsInMidGroupReachAsFarAsTheirKind) {
  const Form form = read_one(R"(
项目名称|深耕补助||||
一级指标|二级指标|三级指标|指标值|完成值|分值
|数量指标|深耕面积|40亩|40亩|30
产出指标|质量指标|合格率|≥95%|96%|20
|时效指标|完成时间|10月底|10月|10
|经济效益指标|亩均增收|30元|31元|10
效益指标|社会效益指标|带动农户|20户|21户|10
|生态效益指标|土层厚度|30厘米|31厘米|10
满意度指标|服务对象满意度|农户满意度|≥90%|93%|10
)");
  ASSERT_EQ(form.indicators.size(), 7U);
  EXPECT_EQ(form.indicators[2].l1.printed, "产出指标");
  EXPECT_EQ(form.indicators[3].l1.printed, "效益指标");
  EXPECT_EQ(form.indicators[5].l1.printed, "效益指标");
}

TEST(GridLayouts, TwoGoalsWithoutAWordForTheSecondAreUnsure) {
  const Form form = read_one(R"(
项目名称|食品抽检|<|<|<
年度目标|完成抽检1600批次。|<|完成抽检1628批次，均已处置。|<
一级指标|二级指标|三级指标|指标值|完成值
产出指标|数量指标|抽检批次|1600批|1628批
)");
  EXPECT_EQ(form.goal_expected.printed, "完成抽检1600批次。");
  EXPECT_EQ(form.goal_actual.printed, "完成抽检1628批次，均已处置。");
  EXPECT_FALSE(form.goal_actual.sure());
}

TEST(GridLayouts, TheNearestDepartmentAndTheYearsTotal) {
  const Form form = read_one(R"(
中央主管部门|农业部门|地方主管部门|甲县农业局
项目总额（元）|1500|财政拨款|1500
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|开放天数|330天
)",
                             "2023年度项目支出绩效目标申报表");
  EXPECT_EQ(form.department.printed, "甲县农业局");
  ASSERT_NE(form.funds_row(FundsRowKind::Total), nullptr);
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "1500");
}

TEST(GridLayouts, AListOfProjectsWhoseNameColumnSpansBothHeaderRows) {
  const auto forms = read_forms(document_of({line_of("2023年度项目支出绩效自评汇总表"), grid_of(R"(
项目名称|绩效指标|<|<
^|三级指标|指标值|完成值
河道清淤|清淤长度|3公里|3公里
绿道养护|养护面积|2亩|1亩
)")}),
                                builtin_wording(), builtin_lexicon());
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[1].project_name.printed, "绿道养护");
  ASSERT_EQ(forms[1].indicators.size(), 1U);
  EXPECT_EQ(forms[1].indicators[0].actual.printed, "1亩");
}

}  // namespace
}  // namespace jiheng
