// Rows that a text program printed column by column, because a cell beside them reaches over all of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_support.h"

namespace jiheng {
namespace {

using ::testing::ElementsAre;
using testing::form_with;
using testing::rows_of;

TEST(SegmenterStaggered, ColumnsBelowEachOther) {
  const Form form = form_with(
      R"( 一级指标    二级指标       三级指标        上年完成值    目标值     完成值     评分标准       分值     得分     备注
         数量指标       清淤山塘数
                    加固堤坝长度
                                   9座
                                  800米
                                            ≥12座    12座
                                           ≥900米
                                                  880米
                                                          按比例扣分
                                                          按比例扣分
                                                                      20
                                                                      30
                                                                              20
                                                                              29   汛期停工
 产出指标    质量指标       验收合格率        93%     ≥95%     96%     低于不得分      20      20
 效益指标    社会效益指标     灌溉保证率        75%     ≥80%     85%     低于不得分      30      30
                        总分                                            100     99
)");
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 清淤山塘数 / ≥12座 / 12座 / 20 / 20",
                                         "产出指标 / 数量指标 / 加固堤坝长度 / ≥900米 / 880米 / 30 / 29",
                                         "产出指标 / 质量指标 / 验收合格率 / ≥95% / 96% / 20 / 20",
                                         "效益指标 / 社会效益指标 / 灌溉保证率 / ≥80% / 85% / 30 / 30"));
  EXPECT_EQ(form.indicators.at(1).note.printed, "汛期停工");
}

TEST(SegmenterStaggered, NamesOnOneLine) {
  const Form form =
      form_with(R"( 一级指标    二级指标     三级指标                  目标值     完成值     分值        得分      备注
         数量指标     清淤山塘数 加固堤坝长度
                                        ≥12座    12座     20        20
                                        ≥900米   880米    30        29
 产出指标    质量指标     验收合格率                 ≥95%    96%     20        20
 效益指标    社会效益指标   灌溉保证率                 ≥80%    85%     30        30
                      总分                                100       99
)");
  EXPECT_EQ(rows_of(form).at(0), "产出指标 / 数量指标 / 清淤山塘数 / ≥12座 / 12座 / 20 / 20");
  EXPECT_EQ(rows_of(form).at(1), "产出指标 / 数量指标 / 加固堤坝长度 / ≥900米 / 880米 / 30 / 29");
}

}  // namespace
}  // namespace jiheng
