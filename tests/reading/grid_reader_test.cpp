// Forms from grids: layouts of several regions, made up, read by the meaning of their words.
#include <gtest/gtest.h>

#include "config/lexicon_toml.h"
#include "config/wording_toml.h"
#include "grid_support.h"
#include "reading/reader.h"

namespace jiheng {
namespace {

using testing::document_of;
using testing::grid_of;
using testing::line_of;

std::vector<Form> read(const Document& document) {
  return read_forms(document, builtin_wording(), builtin_lexicon());
}

constexpr std::string_view kStandard = R"(
项目名称|<|老旧小区改造|<|<|<|<|<|<
主管部门|<|云河区住建局|<|<|实施单位|<|云河区房管所|<
项目资金/（万元）|<||年初预算数|全年预算数|全年执行数|分值|执行率|得分
^|^|年度资金总额|120|100|90|10|90.00%|9
^|^|其中：当年财政拨款|120|100|90|—||
^|^|上年结转资金|0|0||—||
^|^|其他资金|0|0||—||
年度/总体/目标|预期目标|<|<|<|实际完成情况|<|<|<
^|改造小区10个。|<|<|<|改造小区8个。|<|<|<
绩/效/指/标|一级指标|二级指标|三级指标|年度/指标值|实际/完成值|分值|得分|偏差原因分析/及改进措施
^|产出指标|数量指标|改造小区数/量|≥10个|8个|30|24|两个小区/未开工
^|^|质量指标|验收合格率|=100%|100%|30|30|
^|效益指标|社会效益指标|居民居住条件|改善|改善|20|20|
^|满意度指标|服务对象满意度指标|居民满意度|≥90%|92%|10|10|
总分|<|<|<|<|<|100|93|
)";

TEST(GridReader, StandardForm) {
  const auto forms = read(document_of({line_of("项目支出绩效自评表"), line_of("（2024 年度）"), grid_of(kStandard)}));
  ASSERT_EQ(forms.size(), 1U);
  const Form& form = forms[0];
  EXPECT_EQ(form.kind, FormKind::SelfEvaluation);
  EXPECT_EQ(form.title.printed, "项目支出绩效自评表");
  EXPECT_EQ(form.year.value, 2024);
  EXPECT_EQ(form.project_name.printed, "老旧小区改造");
  EXPECT_EQ(form.department.printed, "云河区住建局");
  EXPECT_EQ(form.unit.printed, "云河区房管所");
  EXPECT_EQ(form.amount_unit.value, AmountUnit::WanYuan);
  ASSERT_EQ(form.funds.size(), 4U);
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->adjusted.value->amount, Decimal(1'000'000));
  EXPECT_EQ(total->rate.printed, "90.00%");
  EXPECT_EQ(total->score.value->amount, Decimal(9));
  EXPECT_EQ(form.funds_row(FundsRowKind::CurrentYearGrant)->executed.printed, "90");
  EXPECT_EQ(form.goal_expected.printed, "改造小区10个。");
  EXPECT_EQ(form.goal_actual.printed, "改造小区8个。");
  ASSERT_EQ(form.indicators.size(), 4U);
  EXPECT_EQ(form.indicators[0].l3.printed, "改造小区数量");
  EXPECT_EQ(form.indicators[0].note.printed, "两个小区未开工");
  EXPECT_EQ(form.indicators[1].l1.printed, "产出指标");
  EXPECT_EQ(form.indicators[1].level2, Level2::Quality);
  EXPECT_EQ(form.total_weight.printed, "100");
  EXPECT_EQ(form.total_score.printed, "93");
  EXPECT_TRUE(form.unclaimed.empty()) << form.unclaimed[0].text;
  EXPECT_EQ(form.indicators[0].score.where.row, 11);
}

TEST(GridReader, TwoFormsInOneSheet) {
  const std::string sheet = "项目支出绩效自评表|<|<|<|<|<|<|<|<\n（2024年度）|<|<|<|<|<|<|<|<" +
                            std::string(kStandard) + "项目支出绩效自评表|<|<|<|<|<|<|<|<" + std::string(kStandard);
  const auto forms = read(document_of({grid_of(sheet)}));
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[0].year.value, 2024);
  EXPECT_EQ(forms[1].indicators.size(), 4U);
}

TEST(GridReader, HeaderInTwoRowsWithSplitTarget) {
  const auto forms =
      read(document_of({line_of("2022年度项目支出绩效自评表"), line_of("部门：清源中学　　　金额单位：元"), grid_of(R"(
项目名称|<|<|营养改善|<|<|<|<|<|<
主管部门|<|<|教育局|<|<|实施单位|<|清源中学|<
项目资金(元)|<||年初预算数|全年预算数|<|全年执行数|分值|执行率|得分
^|<|年度资金总额||3,876.62|<|3876.62|10|100%|10
绩效指标|<|<|年度指标值|<|<|实际/完成值|分值|得分|偏差原因分析及改进措施
一级/指标|二级/指标|三级指标|指标/性质|指标值|度量/单位|^|^|^|^
产出指标|数量指标|受助学生数|≧|735|人次|735|40|40|
^|时效指标|到位及时率|═|100|%|100%|20|15|资金拨付/较晚
效益指标|社会效益指标|减轻家庭负担||有效||有效|20|20|
满意度指标|服务对象满意度指标|家长满意度|≥|95|%|96%|10|10|
其他需要说明事项|<|<|无|<|<|<|<|<|<
总分|<|<|||||100|95|优
)")}));
  ASSERT_EQ(forms.size(), 1U);
  const Form& form = forms[0];
  EXPECT_EQ(form.department.printed, "教育局");
  EXPECT_EQ(form.unit.printed, "清源中学");
  EXPECT_EQ(form.amount_unit.printed, "元");
  ASSERT_EQ(form.indicators.size(), 4U);
  EXPECT_EQ(form.indicators[0].target.printed, "≧735人次");
  EXPECT_EQ(form.indicators[1].target.printed, "═100%");
  EXPECT_EQ(form.indicators[1].note.printed, "资金拨付较晚");
  EXPECT_EQ(form.indicators[2].target.printed, "有效");
  EXPECT_EQ(form.total_score.printed, "95");
  EXPECT_EQ(form.grade.printed, "优");
  ASSERT_EQ(form.unclaimed.size(), 1U);
  EXPECT_EQ(form.unclaimed[0].text, "无");
}

TEST(GridReader, LabelsPrintedOnceWithoutMerging) {
  const auto forms = read(document_of({line_of("绩效自评表"), grid_of(R"(
项目名称|道路养护||||
一级指标|二级指标|三级指标|指标值|完成值|分值
产出指标|数量指标|养护里程|30公里|30公里|20
||修补坑槽|100处|90处|10
|质量指标|合格率|98%|98%|20
||返修率|≤2%|1%|5
效益指标|社会效益|通行能力|提升|提升|20
)")}));
  ASSERT_EQ(forms.size(), 1U);
  ASSERT_EQ(forms[0].indicators.size(), 5U);
  EXPECT_EQ(forms[0].indicators[1].l2.printed, "数量指标");
  EXPECT_EQ(forms[0].indicators[3].l2.printed, "质量指标");
  EXPECT_EQ(forms[0].indicators[3].l1.printed, "产出指标");
  EXPECT_EQ(forms[0].indicators[4].l1.printed, "效益指标");
}

TEST(GridReader, LabelsInTheMiddleOfTheirGroup) {
  const auto forms = read(document_of({line_of("绩效自评表"), grid_of(R"(
项目名称|道路养护||||
一级指标|二级指标|三级指标|指标值|完成值|分值
||养护里程|30公里|30公里|20
产出指标|数量指标|修补坑槽|100处|90处|10
||路面清扫|12次|12次|20
||通行能力|提升|提升|5
效益指标|社会效益|事故下降|下降|下降|5
||群众投诉|减少|减少|5
)")}));
  ASSERT_EQ(forms[0].indicators.size(), 6U);
  EXPECT_EQ(forms[0].indicators[0].l1.printed, "产出指标");
  EXPECT_EQ(forms[0].indicators[2].l1.printed, "产出指标");
  EXPECT_EQ(forms[0].indicators[2].l2.printed, "数量指标");
  EXPECT_EQ(forms[0].indicators[3].l1.printed, "效益指标");
  EXPECT_EQ(forms[0].indicators[5].l2.printed, "社会效益");
  EXPECT_TRUE(forms[0].indicators[0].l1.sure());  // the first row can only be the first label's
}

TEST(GridReader, TargetDeclarationWithAmountsBesideLabels) {
  const auto forms = read(document_of({line_of("项目支出绩效目标申报表"), line_of("（2025年度）"), grid_of(R"(
项目名称|<|水库除险加固|<|<|<
主管部门|<|水利局|实施单位|水库管理所|<
项目资金（元）|<|项目资金总额|5,000,000.00|年度资金申请总额|2,000,000.00
^|<|其中：财政资金|5,000,000.00|其中：当年财政拨款|1,500,000.00
^|<|其他资金|0.00|上年结转资金|500,000.00
总体目标|<|完成除险加固，保障下游安全。|<|<|<
绩效指标|一级指标|二级指标|三级指标|<|指标值
^|产出指标|数量指标|加固坝段|<|≥3段
^|^|时效指标|完工时间|<|2025年12月底前
)")}));
  ASSERT_EQ(forms.size(), 1U);
  const Form& form = forms[0];
  EXPECT_EQ(form.kind, FormKind::TargetDeclaration);
  EXPECT_EQ(form.funds_row(FundsRowKind::ProjectTotal)->initial.printed, "5,000,000.00");
  EXPECT_EQ(form.funds_row(FundsRowKind::ProjectGrant)->initial.printed, "5,000,000.00");
  EXPECT_EQ(form.funds_row(FundsRowKind::ProjectOther)->initial.printed, "0.00");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "2,000,000.00");
  EXPECT_EQ(form.funds_row(FundsRowKind::CurrentYearGrant)->initial.printed, "1,500,000.00");
  EXPECT_EQ(form.funds_row(FundsRowKind::CarryOver)->initial.printed, "500,000.00");
  EXPECT_EQ(form.goal_expected.printed, "完成除险加固，保障下游安全。");
  EXPECT_FALSE(form.goal_actual.exists);
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_FALSE(form.indicators[0].actual.exists);
  EXPECT_FALSE(form.indicators[0].weight.exists);
}

TEST(GridReader, BudgetTablesAreNoForms) {
  const auto forms = read(document_of({line_of("2024年部门决算"), line_of("项目支出绩效自评情况说明"), grid_of(R"(
项目|预算数|执行数
一般公共服务支出|100|90
社会保障和就业支出|20|20
合计|120|110
)"),
                                       grid_of(R"(
项目名称|预算金额|绩效得分
道路养护|30|98
水库加固|50|97
)")}));
  EXPECT_TRUE(forms.empty());
}

TEST(GridReader, FundsRowWithoutLabelIsTheTotal) {
  const auto forms = read(document_of({line_of("部门整体绩效自评表"), line_of("（2021年度）"), grid_of(R"(
自评总分（分）|97.6|联系人|王某|<|<|<
部门预算执行情况|年初预算数|全年(调整)预算数|全年执行数|执行率|执行率权重|执行率得分
^|||30|76%|10|7.6
年度目标|<|保障机构运转|<|<|<|<
绩效指标|指标名称|年初指标值|全年完成值|得分系数（%）|指标权重|指标得分
^|预算完成率|70%|76%|100%|2|2
^|公开及时性|及时|及时|100%|3|3
)")}));
  ASSERT_EQ(forms.size(), 1U);
  const Form& form = forms[0];
  EXPECT_EQ(form.kind, FormKind::DepartmentOverall);
  EXPECT_EQ(form.total_score.printed, "97.6");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->executed.printed, "30");
  EXPECT_EQ(total->weight.printed, "10");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_FALSE(form.indicators[0].l1.exists);
  EXPECT_EQ(form.indicators[1].weight.printed, "3");
}

}  // namespace
}  // namespace jiheng
