// Text in reading order on layouts of all kinds: columns without a field of their own, names of columns in pieces,
// bands, numbered rows, broken values.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_support.h"

namespace jiheng {
namespace {

using ::testing::ElementsAre;
using testing::rows_of;
using testing::segmented;

const std::string kTop =
    "项目支出绩效自评表\n（2024年度）\n项目名称 苗圃管护\n主管部门 青禾县林业局\n实施单位 青禾县苗圃\n"
    "预期目标 实际完成情况\n管护苗圃三处。\n\n管护苗圃三处。\n\n";

// A share of completion between result and weight; its name and that of the result are broken over lines that stand
// between each other.
TEST(SegmenterStream, ColumnWithoutAFieldWhoseNameIsBroken) {
  const auto forms = segmented(kTop + R"(一级指标 二级指标 三级指标
年度指标值 全年实际完 指标完
成值 成率 分值 得分
产出指标 数量指标 管护苗圃数量
≥3处 3处 100% 25 25
质量指标 苗木成活率
≥90% 92% 102.2% 25 25
效益指标 生态效益指标 新增绿化面积
≥40亩 38亩 95% 30 28.5
满意度指标 服务对象满意度指标 周边居民满意度
≥90% 95% 105.6% 10 10
总分 90 88.5
)");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_THAT(rows_of(forms[0]),
              ElementsAre("产出指标 / 数量指标 / 管护苗圃数量 / ≥3处 / 3处 / 25 / 25",
                          "产出指标 / 质量指标 / 苗木成活率 / ≥90% / 92% / 25 / 25",
                          "效益指标 / 生态效益指标 / 新增绿化面积 / ≥40亩 / 38亩 / 30 / 28.5",
                          "满意度指标 / 服务对象满意度指标 / 周边居民满意度 / ≥90% / 95% / 10 / 10"));
}

// First levels as bands over the table: its header names the second and third level only.
TEST(SegmenterStream, FirstLevelsAsBands) {
  const auto forms = segmented(kTop + R"(二级指标 三级指标 权重 预期值 实际值 自评分
产出指标（50分）
数量指标 管护苗圃数量
25 3处 3处 25
质量指标 苗木成活率
25 ≥90% 92% 25
效益指标（40分）
生态效益指标 新增绿化面积
40 40亩 38亩 38
满意度指标（10分）
服务对象满意度指标 周边居民满意度
10 ≥90% 95% 10
)");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_THAT(rows_of(forms[0]),
              ElementsAre("产出指标（50分） / 数量指标 / 管护苗圃数量 / 3处 / 3处 / 25 / 25",
                          "产出指标（50分） / 质量指标 / 苗木成活率 / ≥90% / 92% / 25 / 25",
                          "效益指标（40分） / 生态效益指标 / 新增绿化面积 / 40亩 / 38亩 / 40 / 38",
                          "满意度指标（10分） / 服务对象满意度指标 / 周边居民满意度 / ≥90% / 95% / 10 / 10"));
}

// 1, 2, 3, … in front of rows are no points; 1.1.1 in front of a name is no amount.
TEST(SegmenterStream, NumbersOfRowsAndOfNames) {
  const auto forms = segmented(kTop + R"(序号 一级指标 二级指标 三级指标 年度指标值 全年实际值 分值 得分
1
产出指标 数量指标 1.1.1管护苗圃数量
≥3处
3处
25
25
2
质量指标 1.2.1苗木成活率
≥90%
92%
25
25
3
效益指标 生态效益指标 2.1.1新增绿化面积
≥40亩
38亩
30
28
4
满意度指标 服务对象满意度指标 3.1.1周边居民满意度
≥90%
95%
10
10
总分
90
88
)");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_THAT(rows_of(forms[0]),
              ElementsAre("产出指标 / 数量指标 / 1.1.1管护苗圃数量 / ≥3处 / 3处 / 25 / 25",
                          "产出指标 / 质量指标 / 1.2.1苗木成活率 / ≥90% / 92% / 25 / 25",
                          "效益指标 / 生态效益指标 / 2.1.1新增绿化面积 / ≥40亩 / 38亩 / 30 / 28",
                          "满意度指标 / 服务对象满意度指标 / 3.1.1周边居民满意度 / ≥90% / 95% / 10 / 10"));
}

// Dates, amounts and units broken over lines, and units printed apart from their numbers.
TEST(SegmenterStream, BrokenValuesAreWhole) {
  const auto forms = segmented(kTop + R"(一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指标 数量指标 管护苗圃面积
≥5200平方 5260平方 25 25
米 米
时效指标 管护完成时间
2024年8月 2024年8月 25 25
31日 29日
效益指标 经济效益指标 苗木销售收入
≥2.5 万元 2.6 万元 30 30
满意度指标 服务对象满意度指标 周边居民满意度
≥90% 95% 10 10
总分 90 90
)");
  ASSERT_EQ(forms.size(), 1U);
  ASSERT_EQ(forms[0].indicators.size(), 4U);
  EXPECT_EQ(forms[0].indicators[0].target.printed, "≥5200平方米");
  EXPECT_EQ(forms[0].indicators[0].actual.printed, "5260平方米");
  EXPECT_EQ(forms[0].indicators[1].target.printed, "2024年8月31日");
  EXPECT_EQ(forms[0].indicators[1].actual.printed, "2024年8月29日");
  EXPECT_EQ(forms[0].indicators[2].target.printed, "≥2.5万元");
}

// Weights as shares of the whole.
TEST(SegmenterStream, WeightsInPercent) {
  const auto forms = segmented(kTop + R"(一级指标 二级指标 三级指标 计划值 完成值 权重 得分
产出指标 数量指标 管护苗圃数量
≥3处
3处
30%
30
质量指标 苗木成活率
≥90%
92%
30%
30
效益指标 生态效益指标 新增绿化面积
≥40亩
38亩
30%
28
满意度指标 服务对象满意度指标 周边居民满意度
≥90%
95%
10%
10
)");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_THAT(rows_of(forms[0]),
              ElementsAre("产出指标 / 数量指标 / 管护苗圃数量 / ≥3处 / 3处 / 30% / 30",
                          "产出指标 / 质量指标 / 苗木成活率 / ≥90% / 92% / 30% / 30",
                          "效益指标 / 生态效益指标 / 新增绿化面积 / ≥40亩 / 38亩 / 30% / 28",
                          "满意度指标 / 服务对象满意度指标 / 周边居民满意度 / ≥90% / 95% / 10% / 10"));
}

// The header once more on the second page, in pieces.
TEST(SegmenterStream, HeaderPrintedAgain) {
  const auto forms = segmented(kTop + R"(一级指 二级指标 三级指标 年度指标值 实际完成值 分值 得分
标
产出指标 数量指标 管护苗圃数量
≥3处 3处 25 25
质量指标 苗木成活率
≥90% 92% 25 25
一级指 二级指标 三级指标 年度指标值 实际完成值 分值 得分
标
效益指标 生态效益指标 新增绿化面积
≥40亩 38亩 30 28
满意度指标 服务对象满意度指标 周边居民满意度
≥90% 95% 10 10
总分 90 88
)");
  ASSERT_EQ(forms.size(), 1U);
  ASSERT_EQ(forms[0].indicators.size(), 4U);
  EXPECT_EQ(forms[0].indicators[2].l3.printed, "新增绿化面积");
  EXPECT_EQ(forms[0].indicators[3].target.printed, "≥90%");
}

}  // namespace
}  // namespace jiheng
