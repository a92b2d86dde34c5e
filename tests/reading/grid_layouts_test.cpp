// Layouts of other regions, made up: what a header can look like and where values can stand.
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

Form read_one(std::string_view grid, const char* title = "2023年度项目支出绩效自评表") {
  const auto forms = read_forms(document_of({line_of(title), grid_of(grid)}), builtin_wording(), builtin_lexicon());
  EXPECT_EQ(forms.size(), 1U);
  return forms.empty() ? Form() : forms[0];
}

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
)", "2023年度项目支出绩效目标申报表");
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

}  // namespace
}  // namespace jiheng
