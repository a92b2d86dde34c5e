// Text in columns: cells broken over lines, labels in mid-group, headers in pieces, texts side by side.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_support.h"

namespace jiheng {
namespace {

using ::testing::ElementsAre;
using testing::rows_of;
using testing::segmented;

constexpr std::string_view kLayout = R"(                       项目支出绩效自评表
                            （2024年度）
 项目名称                            乡村书屋运行补助
 主管部门         柳溪县文化和旅游局              实施单位        柳溪县图书馆
                          年初预算数     全年预算数     全年执行数     分值     执行率     得分
           年度资金总额：              20         20         18     10      90%      9
 项目资金    其中：当年财政拨款            20         20         18      —      90%      —
 （万元）    上年结转资金               0          0          0      —       —       —
           其他资金                 0          0          0      —       —       —
 年度               预期目标                               实际完成情况
 总体    补助二十个乡村书屋，每季度开展一次读书活动，             补助了二十个乡村书屋，开展读书活动三次，
 目标    丰富群众文化生活。                             群众文化生活得到丰富。
                                       年度        实际                  偏差原因分析
      一级指标   二级指标        三级指标       指标值       完成值     分值    得分      及改进措施
                          补助书屋数量      =20个      20个      15     15
              数量指标
      产出指标                读书活动次数      ≥4次       3次       15     11    第四季度活动
 绩                                                                 因防汛推迟
 效     (50分)    质量指标      补助发放准确率     ≥98%      100%     10     10
 指            时效指标      补助资金发放及时       及时        及时      10     10
 标                         性
      效益指标   社会效益指     群众文化活动参与      提升        提升      30     30
      (30分)      标          度
      满意度指   服务对象满     读者满意度       ≥90%      95%      10     10
        标     意度指标
                       总分                              100     95
)";

TEST(SegmenterLayout, HeadingAndFunds) {
  const auto forms = segmented(kLayout);
  ASSERT_EQ(forms.size(), 1U);
  const Form& form = forms[0];
  EXPECT_EQ(form.title.printed, "项目支出绩效自评表");
  EXPECT_EQ(form.year.value, 2024);
  EXPECT_EQ(form.project_name.printed, "乡村书屋运行补助");
  EXPECT_EQ(form.department.printed, "柳溪县文化和旅游局");
  EXPECT_EQ(form.unit.printed, "柳溪县图书馆");
  EXPECT_EQ(form.amount_unit.value, AmountUnit::WanYuan);
  ASSERT_EQ(form.funds.size(), 4U);
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->executed.printed, "18");
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(total->rate.printed, "90%");
  EXPECT_EQ(total->score.printed, "9");
  EXPECT_EQ(form.funds_row(FundsRowKind::CurrentYearGrant)->weight.printed, "—");
}

TEST(SegmenterLayout, GoalsSideBySide) {
  const Form form = segmented(kLayout).at(0);
  EXPECT_EQ(form.goal_expected.printed, "补助二十个乡村书屋，每季度开展一次读书活动，丰富群众文化生活。");
  EXPECT_EQ(form.goal_actual.printed, "补助了二十个乡村书屋，开展读书活动三次，群众文化生活得到丰富。");
}

TEST(SegmenterLayout, RowsAndGroups) {
  const Form form = segmented(kLayout).at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标(50分) / 数量指标 / 补助书屋数量 / =20个 / 20个 / 15 / 15",
                                         "产出指标(50分) / 数量指标 / 读书活动次数 / ≥4次 / 3次 / 15 / 11",
                                         "产出指标(50分) / 质量指标 / 补助发放准确率 / ≥98% / 100% / 10 / 10",
                                         "产出指标(50分) / 时效指标 / 补助资金发放及时性 / 及时 / 及时 / 10 / 10",
                                         "效益指标(30分) / 社会效益指标 / 群众文化活动参与度 / 提升 / 提升 / 30 / 30",
                                         "满意度指标 / 服务对象满意度指标 / 读者满意度 / ≥90% / 95% / 10 / 10"));
  EXPECT_EQ(form.indicators.at(1).note.printed, "第四季度活动因防汛推迟");
  EXPECT_EQ(form.total_weight.printed, "100");
  EXPECT_EQ(form.total_score.printed, "95");
}

// Columns that touch, a target in three columns, two labels printed as one word.
TEST(SegmenterLayout, TouchingColumnsAndSplitTarget) {
  const Form form = segmented(R"(                 2024年度项目支出绩效自评表
   项目名称                        护林员补助
   主管部门            柳溪县林业局           实施单位                 柳溪县林场
             绩效指标                年度指标值            实际                   偏差原因
  一级       二级        三级指标     指标 指标值 度量 完成值              分值     得分     分析及改
  指标       指标                 性质           单位                           进措施
          数量指标     聘用护林员人数    ≥ 35 人 36 20 20
 产出指标 质量指标时效指标
                  巡护任务完成率 ≥ 95 % 97% 20 20
                   补助按月发放率    ≥ 100 % 100% 20 20
 效益指标 生态效益指标  林区火情处置率 = 100 % 100% 30 30
满意度指标 服务对象满意度        护林员满意度    ≥     90      % 92% 10 10
        总分                                                100 100
)")
                        .at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 聘用护林员人数 / ≥35人 / 36 / 20 / 20",
                                         "产出指标 / 质量指标 / 巡护任务完成率 / ≥95% / 97% / 20 / 20",
                                         "产出指标 / 时效指标 / 补助按月发放率 / ≥100% / 100% / 20 / 20",
                                         "效益指标 / 生态效益指标 / 林区火情处置率 / =100% / 100% / 30 / 30",
                                         "满意度指标 / 服务对象满意度 / 护林员满意度 / ≥90% / 92% / 10 / 10"));
}

// Cells centred in their rows: labels and values of several lines stand around the middle.
TEST(SegmenterLayout, CentredRowsAboveTheIndicators) {
  const Form form = segmented(R"(                  2022年度项目支出绩效自评表
 项目名称           村小操场翻新                    主管部门             柳溪县教育局
项目实施单
                   柳溪县第三小学                    单位负责人             王某
   位
                   全年预算数       全年执行数      执行率      分值    得分
项目预算      资金总额     680,000.00  340,000.00    50%     10      5
 （元）     自治区资金     680,000.00  340,000.00    50%     —       —
         县本级资金          0          0                —       —
年度目标                     翻新操场一个，面积2,100平方米。
完成情况    操场翻新完成并投入使用。
一级指标     二级指标       三级指标        目标值        完成值      分值     得分     偏差原因
 产出指标   数量指标      翻新操场面积      2100平方米    2100平方米    60     60
 效益指标   社会效益指标     受益学生        ≥860人       874人      40     40
                  总   分                                100    100
)")
                        .at(0);
  EXPECT_EQ(form.project_name.printed, "村小操场翻新");
  EXPECT_EQ(form.unit.printed, "柳溪县第三小学");
  EXPECT_EQ(form.department.printed, "柳溪县教育局");
  EXPECT_EQ(form.amount_unit.printed, "元");
  ASSERT_EQ(form.funds.size(), 3U);
  EXPECT_EQ(form.funds[0].rate.printed, "50%");
  EXPECT_EQ(form.funds[1].label, "自治区资金");
  EXPECT_EQ(form.funds[1].executed.printed, "340,000.00");
  EXPECT_EQ(form.goal_expected.printed, "翻新操场一个，面积2,100平方米。");
  EXPECT_EQ(form.goal_actual.printed, "操场翻新完成并投入使用。");
  EXPECT_EQ(form.total_weight.printed, "100");
  EXPECT_EQ(form.unit.where.row, 4);
}

// One row has one line of numbers; what is broken stands around it.
TEST(SegmenterLayout, RowsAreCentredOnTheirNumbers) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            山洪预警站更新            主管部门          柳溪县水利局
一级指标   二级指标      三级指标           目标值          完成值       分值    得分     偏差原因
                                                                       1处因线路不
        数量指标    更新预警站          8处           7处        30    26.25
                                                                        通未更新
产出指标                           2023 年 6 月   2023 年 9 月
        时效指标    更新完成时间                                  30     20     设备到货晚
                                  底前         12 日
效益指标   社会效益指标   预警覆盖村数        ≥20个         20个       40     40
                   总分                                        100    86.25
)")
                        .at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 更新预警站 / 8处 / 7处 / 30 / 26.25",
                                         "产出指标 / 时效指标 / 更新完成时间 / 2023年6月底前 / 2023年9月12日 / 30 / 20",
                                         "效益指标 / 社会效益指标 / 预警覆盖村数 / ≥20个 / 20个 / 40 / 40"));
  EXPECT_EQ(form.indicators.at(0).note.printed, "1处因线路不通未更新");
}

// A first level as a caption, targets of two periods, the total in words of its own.
TEST(SegmenterLayout, CaptionsAndTargetsOfSeveralPeriods) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            步道整修            主管部门          柳溪县住建局
（一）产出指标（60分）
 二级指标       三级指标       实施期指标值     年度指标值      实际完成值      分值      得分
 数量指标       整修步道        12公里         5公里         4公里        60       48
（二）效益指标（40分）
 二级指标       三级指标       实施期指标值     年度指标值      实际完成值      分值      得分
 社会效益指标     步行人次        3万人次        1万人次        1万人次       40       40
               总评价得分                                           100      88
)")
                        .at(0);
  EXPECT_THAT(rows_of(form),
              ElementsAre("（一）产出指标（60分） / 数量指标 / 整修步道 / 5公里 / 4公里 / 60 / 48",
                          "（二）效益指标（40分） / 社会效益指标 / 步行人次 / 1万人次 / 1万人次 / 40 / 40"));
  EXPECT_EQ(form.total_score.printed, "88");
}

// The text program prints the amounts a line below the names of their rows: the points tell the total's.
TEST(SegmenterLayout, AmountsBelowTheirRows) {
  const Form form = segmented(R"(                       项目支出绩效自评表
                            （2023年度）
 项目名称                            水塔检修
 主管部门         柳溪县水利局              实施单位        柳溪县水厂
                          年初预算数     全年预算数     全年执行数     分值     执行率     得分
           年度资金总额：
 项目资金    其中：当年财政拨款            40         50         30     10      60%      6
 （万元）    上年结转资金               15         20         10
           其他资金
                                       年度        实际
      一级指标   二级指标        三级指标       指标值       完成值     分值    得分
      产出指标   数量指标      检修水塔       =2座        2座      60     60
      效益指标   社会效益指标    供水户数       ≥300户      310户    30     30
)")
                        .at(0);
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  const FundsRow* grant = form.funds_row(FundsRowKind::CurrentYearGrant);
  ASSERT_TRUE(total != nullptr && grant != nullptr);
  EXPECT_EQ(total->executed.printed, "30");
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(grant->executed.printed, "10");
  EXPECT_FALSE(grant->executed.sure());
}

// A label one space behind the value of another; a unit of money goes to the nearest label above it.
TEST(SegmenterLayout, LabelsCloseToOthers) {
  const Form form = segmented(R"(                       绩效目标表
                            （2023年度）
     项目名称                    水塔检修
     主管部门          柳溪县水利局 项目实施单位          柳溪县水厂
     资金情况     年度资金总额                         16
     （万元）     其中：上级资金                        16
总体
     检修两座水塔，保证三百户居民用水。
目标
       一级指标      二级指标       三级指标             指标值
       产出指标      数量指标       检修水塔              =2座
       效益指标      社会效益指标     供水户数              ≥300户
)")
                        .at(0);
  EXPECT_EQ(form.department.printed, "柳溪县水利局");
  EXPECT_EQ(form.unit.printed, "柳溪县水厂");
  ASSERT_NE(form.funds_row(FundsRowKind::Total), nullptr);
  EXPECT_EQ(form.funds_row(FundsRowKind::Total)->initial.printed, "16");
}

// Lines of a template that nobody filled in are rows of their own, not parts of their neighbours.
TEST(SegmenterLayout, UnfilledTemplateLines) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
一级指标   二级指标      三级指标             目标值          完成值       分值    得分
               指标1：检修水塔座数            2座          2座        20    20
        数量指标    指标2：更换水管长度           3公里         3公里       20    20
               ……
产出指标           指标1：检修合格率             100%        100%      10    10
        质量指标    指标2：
               ……
               指标1：按期完成                                    10    10
        时效指标    指标2：
               ……
效益指标   社会效益指标  指标1：供水户数             ≥300户       310户      40    40
               指标2：
                   总分                                        100    100
)")
                        .at(0);
  std::vector<std::string> names;
  for (const Indicator& row : form.indicators) {
    if (!row.weight.empty()) names.push_back(row.l2.printed + " " + row.l3.printed);
  }
  EXPECT_THAT(names,
              ElementsAre("数量指标 指标1：检修水塔座数", "数量指标 指标2：更换水管长度", "质量指标 指标1：检修合格率",
                          "时效指标 指标1：按期完成", "社会效益指标 指标1：供水户数"));
}

// A name and a rate broken around the amounts of their row; a label with brackets below a telephone number.
TEST(SegmenterLayout, CellsBrokenAroundTheirRow) {
  const Form form = segmented(R"(                         项目支出绩效自评表
                             (2023 年度)
 项目名称         水塔检修                     项目负责人及电话            王某0100-55****
 主管部门         柳溪县水利局                   实施单位               柳溪县水厂
          资金来源    全年预算数（A）   全年执行数（B）    分值    执行率（B/A)    得分
          年度资金                                  100.00
                   25000.00       25000.00    10             10
          总额                                     %
 项目资金     其中：当
 （元）      年财政拨      25000.00       25000.00     —
          款
                 预期目标                              实际完成情况
      目标 1：检修两座水塔；                  目标 1：检修了两座水塔；
总体目标
      目标 2：保证三百户居民用水              目标 2：三百户居民用水有保证
完成情况
 一级指标   二级指标      三级指标        指标值       完成值     分值    得分
 产出指标   数量指标      检修水塔       =2座        2座      60     60
 效益指标   社会效益指标    供水户数       ≥300户      310户    30     30
)")
                        .at(0);
  EXPECT_EQ(form.unit.printed, "柳溪县水厂");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->rate.printed, "100.00%");
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(form.goal_expected.printed, "目标1：检修两座水塔；目标2：保证三百户居民用水");
  EXPECT_EQ(form.goal_actual.printed, "目标1：检修了两座水塔；目标2：三百户居民用水有保证");
}

// Rows apart from each other by empty lines: no row has one inside. Scores within their weights are sure
// though the printed total is not theirs.
TEST(SegmenterLayout, EmptyLinesPartRows) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局

一级指标   二级指标      三级指标        目标值      完成值       分值    得分

                    检修水塔座
        数量指标                    2座       2座        30     30
                        数

                    供水管更换
产出指标    数量指标                    3公里      2公里       30     20
                       长度

                    检修水塔合
        质量指标                    100%     100%      20     20
                      格率

                    供水户数增
效益指标   社会效益指标                  ≥300户    310户      20     20
                        加

                   总分                                  100    96
)")
                        .at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 检修水塔座数 / 2座 / 2座 / 30 / 30",
                                         "产出指标 / 数量指标 / 供水管更换长度 / 3公里 / 2公里 / 30 / 20",
                                         "产出指标 / 质量指标 / 检修水塔合格率 / 100% / 100% / 20 / 20",
                                         "效益指标 / 社会效益指标 / 供水户数增加 / ≥300户 / 310户 / 20 / 20"));
  for (const Indicator& row : form.indicators) EXPECT_TRUE(row.weight.sure() && row.score.sure());
}

// A header of many short lines: every name stands above itself. 目标 at the side heads nothing.
TEST(SegmenterLayout, NarrowHeader) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
年度       检修两座水塔，保证居民用水。
总体
目标

                                          偏差
                                          原因
                       年度    实际
 一级                                       分析
     二级指标     三级指标           完成   分值  得分
 指标                     指标值               及
                             值
                                          改进
                                          措施

 产出             检修水塔
     数量指标               2座    2座   60   60
 指标              座数

 效益    社会效益     供水户数
                       300户  310户  40   30  两户未接
 指标     指标        人次

                  总分                 100  90
)")
                        .at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 检修水塔座数 / 2座 / 2座 / 60 / 60",
                                         "效益指标 / 社会效益指标 / 供水户数人次 / 300户 / 310户 / 40 / 30"));
}

// Numbers under the wrong columns: nothing of such a table is certain.
TEST(SegmenterLayout, MisplacedCellsAreDoubtful) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
一级指标   二级指标      三级指标           目标值          完成值       分值       偏差原因
产出指标   数量指标    检修水塔座数         2座          2座        30        30
        质量指标    检修合格率          100%         100%       30        30
效益指标   社会效益指标   供水户数           ≥300户        310户       40        40
                   总分                                        100
)")
                        .at(0);
  ASSERT_FALSE(form.indicators.empty());
  for (const Indicator& row : form.indicators) EXPECT_FALSE(row.weight.sure() && row.l3.sure());
}

// A short goal ends left of its heading, beside a long one; a label left of the texts ends them.
TEST(SegmenterLayout, GoalsOfDifferentLength) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
                                   预期目标                                  实际完成情况
                                                                 检修了两座水塔，更换了三公里水管，
 年度
                    保证居民用水。                                 三百一十户居民用水得到保证，
 目标
                                                                 没有一户停水。
     项目实施过程概述
   一级指标     二级指标         三级指标           年度指标值      实际完成值    分值    得分
   产出指标     数量指标         检修水塔           =2座        2座       60    60
   效益指标     社会效益指标       供水户数           ≥300户      310户     40    40
)")
                        .at(0);
  EXPECT_EQ(form.goal_expected.printed, "保证居民用水。");
  EXPECT_EQ(form.goal_actual.printed, "检修了两座水塔，更换了三公里水管，三百一十户居民用水得到保证，没有一户停水。");
}

// Rows counted within each second level: 指标1 begins a group, though its name would suit the one before.
TEST(SegmenterLayout, CountedRowsBeginGroups) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
一级指标   二级指标      三级指标             目标值          完成值       分值    得分
               指标1：检修合格率             100%        100%      20    20
        质量指标    指标2：水质达标率             100%        100%      20    20
产出指标           指标1：年度检修完成率           100%        100%      20    20
        时效指标    指标2：当年验收率             100%        100%      20    20
               指标3：资金支付率             100%        100%      10    10
效益指标   社会效益指标  指标1：供水户数             ≥300户       310户      10    10
                   总分                                        100    100
)")
                        .at(0);
  std::vector<std::string> groups;
  for (const Indicator& row : form.indicators) groups.push_back(row.l2.printed);
  EXPECT_THAT(groups, ElementsAre("质量指标", "质量指标", "时效指标", "时效指标", "时效指标", "社会效益指标"));
}

TEST(SegmenterLayout, NoFormIsRead) {
  for (const std::string_view text :
       {"", "\n\n", "  关于做好绩效自评工作的通知\n\n  各单位要按一级指标、二级指标认真填报绩效自评表。\n",
        "  项目支出绩效自评表目录\n  一、书屋补助 ………… 3\n  二、护林员补助 ………… 5\n"}) {
    EXPECT_TRUE(segmented(text).empty()) << text;
  }
}

}  // namespace
}  // namespace jiheng
