// Headers of indicators in text with layout: names in pieces that no list knows, columns of several scores,
// captions and umbrellas above them; parts of the form below the indicators.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_support.h"

namespace jiheng {
namespace {

using ::testing::ElementsAre;
using testing::form_with;
using testing::rows_of;
using testing::segmented;

TEST(SegmenterHeader, NamesInPiecesThatNoListKnows) {
  // 本年任务要求 stands in no list; its last piece is the name of another column.
  const Form form = form_with(R"(                                  本年任务要求    指标完成情况   单位评
 一级指标    二级指标       三级指标                                           分值    扣分理由说明
                                    指标值       （数值）      分
 产出指标    数量指标       清淤山塘数          =12座        12座       20     20
           质量指标       验收合格率          ≥95%        90%       20     30    一处返工
 效益指标    社会效益指标     灌溉保证率          ≥80%        85%       30     40
                        总分                                    95    100
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数 / =12座 / 12座 / 20 / 20",
                                         "产出指标 / 质量指标 / 验收合格率 / ≥95% / 90% / 30 / 20",
                                         "效益指标 / 社会效益指标 / 灌溉保证率 / ≥80% / 85% / 40 / 30"));
}

TEST(SegmenterHeader, SeveralScoresUnderOneName) {
  const Form form = form_with(R"(                                                         得       分
 一级指标    二级指标       三级指标        目标数     完成数    分值                                  扣分理由
                                                  单位评分      部门评分     第三方评分
 产出指标    数量指标       清淤山塘数       =12座      12座     40    40       39        38
           质量指标       验收合格率       ≥95%      90%     30    28       27        26      一处返工
 效益指标    社会效益指标     灌溉保证率       ≥80%      85%     30    30       30        29
                        总分                        100    98       96        93
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数 / =12座 / 12座 / 40 / 40",
                                         "产出指标 / 质量指标 / 验收合格率 / ≥95% / 90% / 30 / 28",
                                         "效益指标 / 社会效益指标 / 灌溉保证率 / ≥80% / 85% / 30 / 30"));
  EXPECT_EQ(form.indicators.at(1).note.printed, "一处返工");
  EXPECT_EQ(form.total_score.printed, "98");
}

TEST(SegmenterHeader, SecondLineShiftedByATextProgram) {
  const Form form = form_with(R"( 一级指标 二级指标     三级指标       年度任务 实际完成 分值 得分 原因说明
                           指标值        指标值
 产出指标 数量指标     清淤山塘数       =12座     12座  40 40
        质量指标     验收合格率       ≥95%     90%  30 28 一处返工
 效益指标 社会效益指标   灌溉保证率       ≥80%     85%  30 30
                  总分                    100 98
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数 / =12座 / 12座 / 40 / 40",
                                         "产出指标 / 质量指标 / 验收合格率 / ≥95% / 90% / 30 / 28",
                                         "效益指标 / 社会效益指标 / 灌溉保证率 / ≥80% / 85% / 30 / 30"));
}

TEST(SegmenterHeader, PartsBelowTheIndicators) {
  const Form form = form_with(R"(（一）绩效指标考核
                                   指标值                  考核评分
  一级指标    二级指标      三级指标        计划数        完成数      标准分      扣分      考核得分     存在偏差的原因
 产出指标    数量指标       清淤山塘数       =12座      12座      40       0       40
           质量指标       验收合格率       ≥95%      90%      30       2       28      一处返工
 效益指标    社会效益指标     灌溉保证率       ≥80%      85%      30       0       30
                        合计                         100       2       98
（二）资金执行情况（单位：元）
         资金性质         年初预算数       全年预算数        全年执行数      执行率
 资金合计                 120,000        100,000        90,000     90%
 其中：本年财政拨款         100,000         80,000        70,000     87.5%
 上年结转                 20,000         20,000        20,000     100%
（三）总体目标完成情况
     年度目标      清除十二座山塘的淤泥，恢复蓄水。
    目标完成情况     十二座山塘清淤完毕，其中一座返工一次。
)");
  EXPECT_EQ(rows_of(form).size(), 3U);
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->initial.printed, "120,000");
  EXPECT_EQ(total->executed.printed, "90,000");
  EXPECT_EQ(form.goal_expected.printed, "清除十二座山塘的淤泥，恢复蓄水。");
  EXPECT_EQ(form.goal_actual.printed, "十二座山塘清淤完毕，其中一座返工一次。");
  EXPECT_EQ(form.total_score.printed, "98");
  EXPECT_EQ(form.amount_unit.value, AmountUnit::Yuan);
}

TEST(SegmenterHeader, NameCentredOnItsHeader) {
  const Form form = form_with(R"(                                                               考核得
 一级指标    二级指标       三级指标          目标数       完成数       分值                    数据来源          偏离原因
                                                                分
 产出指标    数量指标       清淤山塘数         =12座      12座       40        40          验收表
         质量指标       验收合格率         ≥95%      90%       30        28          验收表           一处返工
 效益指标    社会效益指标     灌溉保证率         ≥80%      85%       30        30          问卷
                      总分                             100        98
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数 / =12座 / 12座 / 40 / 40",
                                         "产出指标 / 质量指标 / 验收合格率 / ≥95% / 90% / 30 / 28",
                                         "效益指标 / 社会效益指标 / 灌溉保证率 / ≥80% / 85% / 30 / 30"));
  EXPECT_EQ(form.indicators.at(0).note.printed, "");
}

TEST(SegmenterHeader, RemarksBetweenRowsAreNoEnd) {
  const Form form =
      form_with(R"( 一级指标    二级指标       三级指标        目标值     完成值    分值      得分      备注
 产出指标    数量指标       清淤山塘数       =12座      12座     40       40
说明：产出指标可按实际增加行数。
                                  （续表）
 效益指标    社会效益指标     灌溉保证率       ≥80%      85%     60       60
                        总分                        100      100
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数 / =12座 / 12座 / 40 / 40",
                                         "效益指标 / 社会效益指标 / 灌溉保证率 / ≥80% / 85% / 60 / 60"));
}

TEST(SegmenterHeader, SpacesBetweenCharactersOfNames) {
  const Form form = form_with(
      R"( 一级指标   二 级 指 标     三级指标（单位）   年 度 指 标 值   年 度 完 成 值   分 值 得 分   未完成原因
 产出指标   数量指标       清淤山塘数（座）        12           12         40  40
         质量指标       验收合格率（%）         95           90         30  28   一处返工
 效益指标   社会效益指标     灌溉保证率（%）         80           85         30  30
                   总   分                              100  98
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数（座） / 12 / 12 / 40 / 40",
                                         "产出指标 / 质量指标 / 验收合格率（%） / 95 / 90 / 30 / 28",
                                         "效益指标 / 社会效益指标 / 灌溉保证率（%） / 80 / 85 / 30 / 30"));
}

TEST(SegmenterHeader, FirstLevelsOnlyUnderAnotherName) {
  const Form form = form_with(R"(   指标类别        指标名称        目标值       完成值      分值      得分      备注
              清淤山塘数        =12座       12座      20       20
   产出指标
              验收合格率        ≥95%       96%      40       40
   效益指标     灌溉保证率        ≥80%       85%      40       40
                      合计                      100      100
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 /  / 清淤山塘数 / =12座 / 12座 / 20 / 20",
                                         "产出指标 /  / 验收合格率 / ≥95% / 96% / 40 / 40",
                                         "效益指标 /  / 灌溉保证率 / ≥80% / 85% / 40 / 40"));
}

TEST(SegmenterHeader, TotalBelowOtherParts) {
  const Form form =
      form_with(R"( 一级指标    二级指标       三级指标        目标值     完成值    分值      得分      备注
 产出指标    数量指标       清淤山塘数       =12座      12座     90       85
                               资金使用（元）
         资金性质         年初预算数       全年预算数        全年执行数      分值      得分
 资金合计                 120,000        100,000        90,000     10       9
                        合计                               100      94
)");
  EXPECT_EQ(rows_of(form).size(), 1U);
  EXPECT_EQ(form.total_weight.printed, "100");
  EXPECT_EQ(form.total_score.printed, "94");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->executed.printed, "90,000");
}

TEST(SegmenterHeader, NameOfTheProjectBehindAColon) {
  const auto forms = segmented(R"(青石县2023年度项目自评公开
项目名称：山塘清淤工程
主管部门：青石县水利局
 一级指标    二级指标       三级指标        目标值     完成值    分值      得分      备注
 产出指标    数量指标       清淤山塘数       =12座      12座     50       45
 效益指标    社会效益指标     灌溉保证率       ≥80%      85%     50       50
                        合计                        100      95
)");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms.at(0).project_name.printed, "山塘清淤工程");
  EXPECT_EQ(rows_of(forms.at(0)).size(), 2U);
}

TEST(SegmenterHeader, FirstLevelsAboveTheirRowsWithPoints) {
  const Form form = form_with(R"(   指标类型        指标内容        分值       目标数      结果数      得分      备注
 一、产出指标（60分）                                                 58
     数量        清淤山塘数        20       =12座     12座      20
     质量        验收合格率        40       ≥95%      90%      38      一处返工
 二、效益指标（40分）                                                 40
    社会效益       灌溉保证率        40       ≥80%      85%      40
                 总分         100                         98
)");
  EXPECT_THAT(rows_of(form), ElementsAre("一、产出指标（60分） / 数量 / 清淤山塘数 / =12座 / 12座 / 20 / 20",
                                         "一、产出指标（60分） / 质量 / 验收合格率 / ≥95% / 90% / 40 / 38",
                                         "二、效益指标（40分） / 社会效益 / 灌溉保证率 / ≥80% / 85% / 40 / 40"));
}

TEST(SegmenterHeader, PageOfPagesIsNoRow) {
  const Form form = form_with(
      " 一级指标    二级指标       三级指标        目标值     完成值    分值      得分      备注\n"
      " 产出指标    数量指标       清淤山塘数       =12座      12座     50       50\n"
      "                                 1/2\n"
      "\f 效益指标    社会效益指标     灌溉保证率       ≥80%      85%     50       50\n"
      "                        总分                        100      100\n");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数 / =12座 / 12座 / 50 / 50",
                                         "效益指标 / 社会效益指标 / 灌溉保证率 / ≥80% / 85% / 50 / 50"));
}

}  // namespace
}  // namespace jiheng
