// Layouts met once: columns of other periods, tasks with their own money, signatures, totals beside grades.
#include <gtest/gtest.h>

#include "grid_forms.h"

namespace jiheng {
namespace {

using testing::read_all;
using testing::read_one;

TEST(GridRareLayouts, ColumnsOfOtherPeriodsAreNotTheYears) {
  const Form form = read_one(R"(
项目名称|冰场浇筑||||
资金来源|上年执行数|年初预算数|1-6月执行数|全年执行数|执行率
合计|70|90|20|88|97.78%
一级指标|三级指标|指标值|1-6月完成值|全年完成值|分值
产出指标|浇筑冰场|9块|2块|8块|50
)");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "90");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->executed.printed, "88");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].actual.printed, "8块");
}

TEST(GridRareLayouts, FundsUnderAHeaderOfTwoRows) {
  const Form form = read_one(R"(
项目名称|牧道修缮||||
资金来源|预算安排情况|<|预算执行情况|<|分值
^|年初预算|调整后预算|实际支出|支付进度|^
合计|54|50|45|90%|10
盟级资金|54|50|45|90%|
一级指标|二级指标|三级指标|指标值|完成值|分值
产出指标|数量指标|修缮牧道|9公里|9公里|90
)");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->initial.printed, "54");
  EXPECT_EQ(total->adjusted.printed, "50");
  EXPECT_EQ(total->executed.printed, "45");
  EXPECT_EQ(total->rate.printed, "90%");
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(form.funds.size(), 2U);
}

TEST(GridRareLayouts, APartsNameBesideItsRowsIsNoColumn) {
  const Form form = read_one(R"(
项目名称|滴灌带更换||||
资金执行情况||全年预算数（万元）|全年执行数（万元）|执行率|得分
^|年度资金总额|32|31|96.88%|9.69
^|市县财政资金|32|31|96.88%|
一级指标|二级指标|三级指标|指标值|完成值|分值
产出指标|数量指标|更换滴灌带|3万米|3万米|90
)");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->executed.printed, "31");
  ASSERT_EQ(form.funds.size(), 2U);
  EXPECT_EQ(form.funds[1].executed.printed, "31");
}

TEST(GridRareLayouts, SignaturesAreNoIndicators) {
  const Form form = read_one(R"(
项目名称|浮标换新|||||
一级指标|二级指标|三级指标|指标值|完成值|得分
产出指标|数量指标|换新浮标|6套|6套|50
填表人：马某|<|联系电话：0936-82|<|填报日期：2月20日|<
单位（盖章）||<|填报日期|2024年2月6日|<
)");
  EXPECT_EQ(form.indicators.size(), 1U);
  EXPECT_GE(form.unclaimed.size(), 5U);
}

TEST(GridRareLayouts, TheTotalBesideTheGrade) {
  const Form form = read_one(R"(
项目名称|快检车购置||||
一级指标|三级指标|权重|预期值|实际值|自评分
产出指标|购置快检车|50|8台|8台|49
自评总分|<|98.87|自评等级|<|优
)");
  EXPECT_EQ(form.total_score.printed, "98.87");
  EXPECT_TRUE(form.total_weight.empty());
  EXPECT_EQ(form.grade.printed, "优");
}

TEST(GridRareLayouts, TasksWithTheirOwnMoneyAreNeitherFundsNorGoals) {
  const Form form = read_one(R"(
部门名称|甲市体育中心||||
主要任务|任务名称|主要内容|预算数|执行数|完成情况
^|场馆开放|两个场馆|274|262|完成
年度绩效目标|组织赛事四十项。|<|目标完成情况|完成赛事四十二项。|<
一级指标|二级指标|三级指标|指标值|完成值|分值
履职效能|重点工作|举办赛事|40项|42项|50
)",
                             "2023年度部门整体支出绩效自评表");
  EXPECT_TRUE(form.funds.empty());
  EXPECT_EQ(form.goal_expected.printed, "组织赛事四十项。");
  EXPECT_EQ(form.goal_actual.printed, "完成赛事四十二项。");
}

TEST(GridRareLayouts, GoalsCountedInAColumn) {
  const Form form = read_one(R"(
项目名称|彩带传习|||
年度绩效目标及完成情况|序号|年度绩效目标|完成情况
^|1|建设传习所5个。|建成5个。
^|2|办技艺大赛1次。|办1次。
一级指标|三级指标|目标值|实际值
产出指标|建设传习所|5个|5个
)");
  EXPECT_EQ(form.goal_expected.printed, "建设传习所5个。办技艺大赛1次。");
  EXPECT_EQ(form.goal_actual.printed, "建成5个。办1次。");
  EXPECT_EQ(form.indicators.size(), 1U);
}

TEST(GridRareLayouts, SidewaysFundsUnderAnEmptyCornerAndTheRateBelow) {
  const Form form = read_one(R"(
项目名称|危桥改造|||||
资金情况（万元）||资金总额|当年财政拨款|上年结转|备注
^|年初预算安排|145|120|25|
^|实际支出|140|115|25|尾款未付
预算执行率|96.55%|执行率分值|10|执行率得分|9.66
一级指标|二级指标|三级指标|指标值|完成值|分值
产出指标|数量指标|改造危桥|4座|4座|90
)");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->initial.printed, "145");
  EXPECT_EQ(total->rate.printed, "96.55%");
  EXPECT_EQ(total->score.printed, "9.66");
  EXPECT_EQ(form.funds_row(FundsRowKind::CarryOver)->executed.printed, "25");
}

TEST(GridRareLayouts, AStandardIsTheTargetWhereNoOtherColumnIs) {
  const Form form = read_one(R"(
部门名称|甲区应急局||||
一级指标|三级指标|标准分|指标解释|绩效标准|实际值
履职|应急演练|10|区级及以上|≥10次|9次
)",
                             "2022年度部门整体支出绩效自评表");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].target.printed, "≥10次");
}

TEST(GridRareLayouts, DirectionsAreNoPartOfTheTarget) {
  const Form form = read_one(R"(
一级项目名称|农业发展资金|二级项目名称|林药种植|||
一级指标|三级指标|指标方向|目标值|单位|完成值|权重
产出|种植面积|正向|1.2|万亩|1.26|15
)");
  EXPECT_EQ(form.project_name.printed, "林药种植");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].target.printed, "1.2万亩");
}

TEST(GridRareLayouts, AListNamesTheMoneyAndTheBodyOfEachProject) {
  const auto forms = read_all(R"(
部门：甲州文旅局|||||
项目名称|预算金额（万元）|年度绩效目标|一级指标|三级指标|指标值
织锦工坊|38.00|扶持工坊。|产出指标|扶持工坊|12家
免费开放|72.00|开放三百天。|产出指标|开放天数|300天
)",
                              "2023年部门预算项目支出绩效目标公开表");
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[1].funds_row(FundsRowKind::Total)->initial.printed, "72.00");
  EXPECT_EQ(forms[0].department.printed, "甲州文旅局");
}

TEST(GridRareLayouts, LabelsStandInTheVeryMiddleOfTheirRows) {
  const Form form = read_one(R"(
部门名称|甲市卫健委||||
一级指标|二级指标|三级指标|指标值|完成值|分值
|公用经费|人均经费|≤5%|3%|2
运行成本||三公经费|≤0%|-6%|2
|在职人员|控制率|≤100%|96%|2
|项目支出|调整率|≤10%|12%|2
管理效率|战略管理|规划|健全|健全|2
)",
                             "2023年度部门整体支出绩效自评表");
  ASSERT_EQ(form.indicators.size(), 5U);
  EXPECT_EQ(form.indicators[1].l2.printed, "公用经费");
  EXPECT_EQ(form.indicators[3].l1.printed, "运行成本");
  EXPECT_EQ(form.indicators[4].l1.printed, "管理效率");
}

TEST(GridRareLayouts, GoalsAndFundsBelowTheIndicators) {
  const Form form = read_one(R"(
项目名称|查螺灭螺|<|<|<|<
一级指标|二级指标|三级指标|计划数|完成数|标准分
产出指标|数量指标|查螺面积|42万㎡|42万㎡|90
资金性质|<|年初批复数|年末调整数|实际拨付|拨付率
资金合计|<|186|179|177|98.97%
合计|<|<|<|<|100
年度目标|查螺42万平方米。|<|<|<|<
目标实现程度|查螺42万平方米，无新发病例。|<|<|<|<
主要经验和建议|无|<|<|<|<
)");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].target.printed, "42万㎡");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->adjusted.printed, "179");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->rate.printed, "98.97%");
  EXPECT_EQ(form.total_weight.printed, "100");
  EXPECT_EQ(form.goal_expected.printed, "查螺42万平方米。");
  EXPECT_EQ(form.goal_actual.printed, "查螺42万平方米，无新发病例。");
}

TEST(GridRareLayouts, ColumnsWithoutAKnownNameAreGuessedByWhatTheyHold) {
  const Form form = read_one(R"(
项目名称|打井|||||
一级指标|二级指标|三级指标|年内应有|年底到位|分值|缘由
产出指标|数量指标|新打机井|=12眼|11眼|50|一眼待供电
产出指标|质量指标|出水达标率|≥95%|97%|40|
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].target.printed, "=12眼");
  EXPECT_EQ(form.indicators[1].actual.printed, "97%");
  EXPECT_EQ(form.indicators[0].note.printed, "一眼待供电");
  EXPECT_FALSE(form.indicators[0].target.sure());
  EXPECT_TRUE(form.indicators[0].weight.sure());
}

TEST(GridRareLayouts, LevelsAndPointsAloneAreNobodysForm) {
  const auto forms = read_all(R"(
一级指标|二级指标|分值
产出指标|数量、质量、时效|50
效益指标|经济、社会、生态|30
)",
                              "关于开展绩效自评工作的通知");
  EXPECT_TRUE(forms.empty());
}

TEST(GridRareLayouts, BandsMayShowThePointsOfTheirRows) {
  const Form form = read_one(R"(
项目名称|消防队伍||||
指标类型|指标内容|分值|目标数|结果数|得分
一、产出指标（50分）|<|<|<|<|49.6
数量|队伍人数|50|=60人|60人|49.6
二、效益指标（30分）|<|<|<|<|30
社会效益|出动时间|30|≤30分钟|22分钟|30
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].l1.printed, "一、产出指标（50分）");
  EXPECT_EQ(form.indicators[1].l2.printed, "社会效益");
}

TEST(GridRareLayouts, ASingleColumnOfLevelsHoldsWhatItsCellsSay) {
  const Form form = read_one(R"(
项目名称|帮扶车间||
指标类别|指标名称|计划数|完成数
产出指标|奖补车间|≥25家|26家
效益指标|吸纳就业|≥850人|913人
)");
  ASSERT_EQ(form.indicators.size(), 2U);
  EXPECT_EQ(form.indicators[0].l1.printed, "产出指标");
  EXPECT_TRUE(form.indicators[0].l2.empty());
}

TEST(GridRareLayouts, LabelsMayBeginWithTheYear) {
  const Form form = read_one(R"(
专项资金名称|白茶基地||||
资金来源|2023年预算|2023年实际支出|执行率|分值|得分
合计|150|120|80%|10|8
一级指标|三级指标|2023年目标数|2023年完成数|标准分|考核得分
产出指标|新建母本园|≥120亩|96亩|15|12
2023年绩效目标|新建母本园120亩。|<|<|<|<
)");
  EXPECT_EQ(form.project_name.printed, "白茶基地");
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->adjusted.printed, "150");
  ASSERT_EQ(form.indicators.size(), 1U);
  EXPECT_EQ(form.indicators[0].actual.printed, "96亩");
  EXPECT_EQ(form.goal_expected.printed, "新建母本园120亩。");
}

}  // namespace
}  // namespace jiheng
