// Text in columns that cannot be read with certainty: what contradicts itself is unsure.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_support.h"

namespace jiheng {
namespace {

using ::testing::ElementsAre;
using testing::rows_of;
using testing::segmented;

// 数量指标 stands below 效益指标 nowhere: one of the two labels is another row's.
TEST(SegmenterDoubt, LevelsThatContradictEachOther) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
 一级指标    二级指标      三级指标         指标值         完成值        分值     得分
 效益指标    数量指标      检修水塔座数       2座          2座         60      60
 效益指标    社会效益指标    供水户数         ≥300户       310户        40      40
                   总分                                     100     100
)")
                        .at(0);
  EXPECT_FALSE(form.indicators.at(0).l1.sure());
  EXPECT_FALSE(form.indicators.at(0).l2.sure());
  EXPECT_TRUE(form.indicators.at(0).target.sure());
}

// The rate does not follow from the amounts beside it: a column too many, perhaps.
TEST(SegmenterDoubt, RatesThatDoNotFollow) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
              年初预算数      全年预算数      全年执行数     分值     执行率      得分
  年度资金总额      20          20          10       10     98.00%     9.8
 一级指标    二级指标      三级指标         指标值         完成值        分值     得分
 产出指标    数量指标      检修水塔座数       2座          2座         50      50
 效益指标    社会效益指标    供水户数         ≥300户       310户        40      40
                   总分                                     100     99.8
)")
                        .at(0);
  ASSERT_EQ(form.funds.size(), 1U);
  EXPECT_FALSE(form.funds[0].executed.sure());
  EXPECT_FALSE(form.funds[0].rate.sure());
  EXPECT_TRUE(form.funds[0].initial.sure());
}

// Rows of the funds table are read whatever they are called; six decimals may be broken over two lines.
TEST(SegmenterDoubt, UnknownRowsOfFundsAndBrokenAmounts) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
   资金来源         年初预算数      全年预算数      全年执行数      执行率
  年度资金总额      12.3000     12.3000     12.3000     100%
                 00          00          00
   水塔专户        12.3        12.3        12.3       100%
 一级指标    二级指标      三级指标         指标值         完成值        分值     得分
 产出指标    数量指标      检修水塔座数       2座          2座         60      60
 效益指标    社会效益指标    供水户数         ≥300户       310户        40      40
                   总分                                     100     100
)")
                        .at(0);
  ASSERT_EQ(form.funds.size(), 2U);
  EXPECT_EQ(form.funds[0].executed.printed, "12.300000");
  EXPECT_EQ(form.funds[1].label, "水塔专户");
  EXPECT_EQ(form.funds[1].executed.printed, "12.3");
}

// 绩效标准 is the target where no other column is; the header may be repeated in the middle of the table.
TEST(SegmenterDoubt, StandardAsTargetAndRepeatedHeader) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
 一级指标    二级指标      三级指标         绩效标准        完成值        分值     得分
 产出指标    数量指标      检修水塔座数       2座          2座         60      60
 一级指标    二级指标      三级指标         绩效标准        完成值        分值     得分
 效益指标    社会效益指标    供水户数         ≥300户       310户        40      40
                   总分                                     100     100
)")
                        .at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 检修水塔座数 / 2座 / 2座 / 60 / 60",
                                         "效益指标 / 社会效益指标 / 供水户数 / ≥300户 / 310户 / 40 / 40"));
}

// 31日前 is the end of a date; which row it belongs to is not certain, nor whose date stands above it.
TEST(SegmenterDoubt, PartsOfValues) {
  const Form form = segmented(R"(                 2023年度项目支出绩效自评表
   项目名称            水塔检修            主管部门          柳溪县水利局
 一级指标    二级指标      三级指标         指标值         完成值        分值     得分
 产出指标    数量指标      检修水塔座数       2座          2座         60      60
          时效指标      检修完成时间       31日前        5月          40      40
                   总分                                     100     100
)")
                        .at(0);
  EXPECT_FALSE(form.indicators.at(1).target.sure());
  EXPECT_FALSE(form.indicators.at(0).target.sure());
  EXPECT_TRUE(form.indicators.at(0).actual.sure());
}

}  // namespace
}  // namespace jiheng
