// Text in reading order: row by row, column by column, columns apart; what cannot be proved is unsure.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "form/form_json.h"
#include "text_support.h"

namespace jiheng {
namespace {

using ::testing::ElementsAre;
using testing::rows_of;
using testing::segmented;

// As pasted from a page: labels where they happen to stand, values row by row.
TEST(SegmenterOrder, RowByRow) {
  const Form form = segmented(R"(项目支出绩效自评表
（2024年度）
项目名称 河道保洁
主管部门 柳溪县水利局
实施单位 柳溪县河道管理所
项目资金
（元）
年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 500000 480000 480000 10 100% 10
其中：当年财政拨款 500000 480000 480000 —
预期目标 实际完成情况
保洁河道十二条。

保洁河道十二条，清理垃圾三百吨。

一级指标 二级指标 三级指标
年度
指标值
实际
完成值
分值 得分
偏差原因分析及改进措施
产出指标
数量指标
保洁河道条数
=12条 =12条 20 20
质量指标
水面漂浮物清理合格
率
≥95% 93% 20 19
雨季上游来物较多
时效指标
保洁作业及时性
及时 及时 10 10
效益指标
生态效益指标
河道环境改善情况
改善 改善 30 30
满意度指标 服务对象满意度指标
沿河居民满意度
≥90% 91% 10 10
总分 100 99
)")
                        .at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 保洁河道条数 / =12条 / =12条 / 20 / 20",
                                         "产出指标 / 质量指标 / 水面漂浮物清理合格率 / ≥95% / 93% / 20 / 19",
                                         "产出指标 / 时效指标 / 保洁作业及时性 / 及时 / 及时 / 10 / 10",
                                         "效益指标 / 生态效益指标 / 河道环境改善情况 / 改善 / 改善 / 30 / 30",
                                         "满意度指标 / 服务对象满意度指标 / 沿河居民满意度 / ≥90% / 91% / 10 / 10"));
  EXPECT_EQ(form.goal_expected.printed, "保洁河道十二条。");
  EXPECT_EQ(form.goal_actual.printed, "保洁河道十二条，清理垃圾三百吨。");
  EXPECT_EQ(form.total_score.printed, "99");
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_EQ(total->adjusted.printed, "480000");
  EXPECT_TRUE(form.indicators.at(0).weight.sure());  // the weights add up to 100 with the execution's 10
}

// Names in a block, then rows whose cells stand alone, two rows at a time column by column.
TEST(SegmenterOrder, ColumnByColumn) {
  const Form form = segmented(R"(项目支出绩效自评表
（2024年度）
项目名称

河道保洁

一级指标

二级指标

三级指标
保洁河道条数
清理垃圾数量
漂浮物清理合格率

产出指标

数量指标
质量指标

年度
指标值

实际
完成值

分值

得分

=12条
≥300吨

=12条
310吨

30
30

30
30

≥95%

96%

30

30
)")
                        .at(0);
  EXPECT_THAT(rows_of(form), ElementsAre("产出指标 / 数量指标 / 保洁河道条数 / =12条 / =12条 / 30 / 30",
                                         "产出指标 / 数量指标 / 清理垃圾数量 / ≥300吨 / 310吨 / 30 / 30",
                                         "产出指标 / 质量指标 / 漂浮物清理合格率 / ≥95% / 96% / 30 / 30"));
}

// Weights that do not add up prove nothing: every value is marked unsure, none is dropped.
TEST(SegmenterOrder, UnprovedIsUnsure) {
  const Form form = segmented(R"(项目支出绩效自评表
项目名称
河道保洁
一级指标
二级指标
三级指标
年度指标值
实际完成值
分值
得分
产出指标
数量指标
保洁河道条数
=12条
=12条
30
30
清理垃圾数量
≥300吨
310吨
17
)")
                        .at(0);
  ASSERT_EQ(form.indicators.size(), 2U);
  const Indicator &whole = form.indicators[0], &cut = form.indicators[1];
  EXPECT_TRUE(whole.weight.sure());  // all of its cells were printed together
  EXPECT_FALSE(cut.target.sure());
  EXPECT_FALSE(cut.weight.sure());
  EXPECT_FALSE(cut.l3.sure());
}

// The top that the made-up forms below share, with the names of the columns in order.
std::string with_top(const std::string& table) {
  return "项目支出绩效自评表\n（2024年度）\n项目名称\n\n河道保洁\n\n一级指标\n\n二级指标\n\n三级指标\n\n"
         "年度指标值\n\n实际完成值\n\n分值\n\n得分\n\n偏差原因分析及改进措施\n\n" +
         table;
}

std::vector<std::string> cells_of(const std::vector<Form>& forms) {
  std::vector<std::string> rows;
  for (const Indicator& row : forms.at(0).indicators) {
    rows.push_back(row.l3.printed + " / " + row.target.printed + " / " + row.actual.printed + " / " +
                   row.weight.printed + " / " + row.score.printed);
  }
  return rows;
}

// A page whose first rows were printed last: the top of the names' column stands behind the rows below it.
TEST(SegmenterOrder, TopOfAColumnPrintedLate) {
  const std::vector<Form> forms = segmented(R"(项目支出绩效自评表
（2024年度）
项目名称 河道保洁

一级指标 二级指标

年度
指标值
=12条
=40次

实际
完成值
=12条
=40次

分值 得分
20
20

20
20

水面漂浮物清理率
≥95%

保洁作业及时性
及时

96%
30
30

及时
20
20

三级指标
保洁河道条数
夜间巡河次数
)");
  EXPECT_THAT(cells_of(forms),
              ElementsAre("保洁河道条数 / =12条 / =12条 / 20 / 20", "夜间巡河次数 / =40次 / =40次 / 20 / 20",
                          "水面漂浮物清理率 / ≥95% / 96% / 30 / 30", "保洁作业及时性 / 及时 / 及时 / 20 / 20"));
}

// Narrow cells break a unit and a level word: the line below holds the rests of target and result.
TEST(SegmenterOrder, RestsOfAnswers) {
  const std::vector<Form> forms = segmented(with_top(R"(产出指标
数量指标 护栏高度 ≥80厘 ≥80厘 40 40
米 米
质量指标 护栏验收合格率 ≥95% 96% 20 20
效益指标 社会效益指标 行人安全状况 显著提 显著提 30 30
升 升
)"));
  EXPECT_THAT(cells_of(forms),
              ElementsAre("护栏高度 / ≥80厘米 / ≥80厘米 / 40 / 40", "护栏验收合格率 / ≥95% / 96% / 20 / 20",
                          "行人安全状况 / 显著提升 / 显著提升 / 30 / 30"));
}

// Labels of merged cells are printed behind all rows: the taxonomy tells where they belong, and points in brackets
// stay with the label they were printed behind.
TEST(SegmenterOrder, LabelsPrintedBehindTheRows) {
  const std::vector<Form> forms = segmented(with_top(R"(产出指标
（60分）
数量指标
保洁河道条数 =12条 =12条 20 20

质量指标
水面漂浮物清理合格率 ≥95% 96% 20 20

时效指标
保洁作业及时率 =100% 100% 20 20

沿河就业带动人数 ≥30人 31人 10 10

河道水质改善率 ≥80% 85% 10 10

满意度指标
（10分）
服务对象满意度指标
沿河居民满意度 ≥90% 92% 10 10

社会效益指标
生态效益指标
效益指标
（20分）
)"));
  EXPECT_THAT(rows_of(forms.at(0)),
              ElementsAre("产出指标（60分） / 数量指标 / 保洁河道条数 / =12条 / =12条 / 20 / 20",
                          "产出指标（60分） / 质量指标 / 水面漂浮物清理合格率 / ≥95% / 96% / 20 / 20",
                          "产出指标（60分） / 时效指标 / 保洁作业及时率 / =100% / 100% / 20 / 20",
                          "效益指标（20分） / 社会效益指标 / 沿河就业带动人数 / ≥30人 / 31人 / 10 / 10",
                          "效益指标（20分） / 生态效益指标 / 河道水质改善率 / ≥80% / 85% / 10 / 10",
                          "满意度指标（10分） / 服务对象满意度指标 / 沿河居民满意度 / ≥90% / 92% / 10 / 10"));
  EXPECT_TRUE(forms.at(0).indicators.at(0).l1.sure());
}

// As many names as values, printed between the same values: a line that is not full is a whole name.
TEST(SegmenterOrder, CountedNamesAreCertain) {
  const std::vector<Form> forms = segmented(with_top(R"(产出指标
数量指标
新增座椅
游园新修步道数量
=12张
=3公里
12张
3公里
40
20
40
20
满意度指标
服务对象满意度指标
游园居民满意度
≥90%
92%
40
40
)"));
  EXPECT_TRUE(forms.at(0).indicators.at(0).l3.sure());
  EXPECT_TRUE(forms.at(0).indicators.at(1).l3.sure());
}

// 数量指标(20分) ends where its points are reached.
TEST(SegmenterOrder, PointsOfSecondLevels) {
  const std::vector<Form> forms = segmented(with_top(R"(产出指标
数量指标（20分）
保洁河道条数 =12条 =12条 10 10
清运车次 =40次 41次 10 10
质量指标（30分）
清运台账份数 =12份 12份 10 10
水面漂浮物清理合格率 ≥95% 96% 20 20
效益指标
社会效益指标
沿河就业带动人数 ≥30人 31人 50 50
)"));
  EXPECT_EQ(forms.at(0).indicators.at(1).l2.printed, "数量指标（20分）");
  EXPECT_EQ(forms.at(0).indicators.at(2).l2.printed, "质量指标（30分）");
}

// A text that stands where a note would, in a row without deduction, explains nothing.
TEST(SegmenterOrder, NotesExplainDeductions) {
  const std::vector<Form> forms = segmented(with_top(R"(产出指标
数量指标
保洁河道条数 =12条 =12条 40 40
上游来水较多
质量指标
水面漂浮物清理合格率 ≥95% 90% 30 28
雨季漂浮物较多
满意度指标
服务对象满意度指标
沿河居民满意度 ≥90% 92% 15 15
周边商户满意度 ≥90% 93% 15 15
)"));
  EXPECT_EQ(forms.at(0).indicators.at(0).note.printed, "");
  EXPECT_EQ(forms.at(0).indicators.at(1).note.printed, "雨季漂浮物较多");
}

// A rate of 0 says that nothing was spent, and a score is no more than its weight.
TEST(SegmenterOrder, ArithmeticOfPrintedFunds) {
  const Form form = segmented(R"(项目支出绩效自评表
（2024年度）
项目名称 河道保洁

项目资金（万元）

年度资金总额：
其中：本年财政拨款
上年结转资金

年初预算数
0

全年预算数
0

全年执行数
0

97.25

86.5

86.5

分值
10

执行率
0

得分
0

其他资金

预期目标
实际完成情况
保洁河道十二条。

一级指标 二级指标 三级指标
)")
                        .at(0);
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  ASSERT_NE(total, nullptr);
  EXPECT_FALSE(total->executed.printed == "86.5" && total->executed.sure());
  EXPECT_EQ(total->weight.printed, "10");
  EXPECT_EQ(total->score.printed, "0");
}

// The second line of a label stands beside the second line of a name, which is no name of its own.
TEST(SegmenterOrder, LabelAndNameOverTwoLines) {
  const std::vector<Form> forms = segmented(with_top(R"(产出指标 数量指标 保洁河道条数 =12条
=12条
40
40
效益指标 可持续影 河道长效管护机制 健全
响指标 建立和执行情况
健全
30
30
满意度指标 服务对象 沿河居民满意度 ≥90%
满意度指标
92%
20
20
)"));
  EXPECT_THAT(cells_of(forms), ElementsAre("保洁河道条数 / =12条 / =12条 / 40 / 40",
                                           "河道长效管护机制建立和执行情况 / 健全 / 健全 / 30 / 30",
                                           "沿河居民满意度 / ≥90% / 92% / 20 / 20"));
}

const std::vector<std::string> kRiverRows = {
    "保洁河道条数 / =12条 / =12条 / 30 / 30", "清理水面漂浮垃圾数量 / ≥300吨 / 310吨 / 30 / 30",
    "漂浮物清理合格率 / ≥95% / 93% / 30 / 29", "沿河居民满意度 / ≥90% / 91% / 10 / 10"};

// Every column by itself, one after the other, the total at the ends of the last two.
TEST(SegmenterOrder, WholeColumns) {
  const auto forms = segmented(with_top(R"(保洁河道条数
清理水面漂浮垃圾
数量
漂浮物清理合格率
沿河居民满意度
总分

=12条
≥300吨
≥95%
≥90%

=12条
310吨
93%
91%

30
30
30
10
100

30
30
29
10
99
)"));
  EXPECT_EQ(cells_of(forms), kRiverRows);
  EXPECT_EQ(forms.at(0).total_weight.printed, "100");
  EXPECT_EQ(forms.at(0).total_score.printed, "99");
  for (const Indicator& row : forms.at(0).indicators) {
    EXPECT_TRUE(row.weight.sure());
    EXPECT_TRUE(row.score.sure());
  }
}

// Names with their targets run ahead; results and points follow row by row; a note stands apart at the end.
TEST(SegmenterOrder, SomeColumnsAhead) {
  const auto forms = segmented(with_top(R"(保洁河道条数

=12条

清理水面漂浮垃圾
数量

≥300吨

漂浮物清理合格率

≥95%

沿河居民满意度

≥90%

=12条

30

30

310吨

30

30

93%

30

29

91%

10

10

雨季上游来物较多

总分

100

99
)"));
  EXPECT_EQ(cells_of(forms), kRiverRows);
}

// Cells that nobody filled in are blank, not taken from the row below.
TEST(SegmenterOrder, BlankCells) {
  const auto forms = segmented(with_top(R"(保洁河道条数

=12条

=12条

30

30

岸线巡查制度执行

40

40

清理垃圾数量

≥300吨

310吨

20

19

沿河居民满意度

≥90%

91%

10

10

总分

100

99
)"));
  EXPECT_THAT(cells_of(forms),
              ElementsAre("保洁河道条数 / =12条 / =12条 / 30 / 30", "岸线巡查制度执行 /  /  / 40 / 40",
                          "清理垃圾数量 / ≥300吨 / 310吨 / 20 / 19", "沿河居民满意度 / ≥90% / 91% / 10 / 10"));
}

// The rest of a name printed after the values of its row, as programs do that print line by line.
TEST(SegmenterOrder, NameAroundItsValues) {
  const auto forms = segmented(with_top(R"(产出指标 数量指标 保洁河道条数 =12条 =12条 30 30
质量指标 河面漂浮物清理合 ≥95% 93% 60 59
格率
满意度指标 服务对象满意度指标 沿河居民满意度 ≥90% 91% 10 10
总分 100 99
)"));
  EXPECT_THAT(cells_of(forms),
              ElementsAre("保洁河道条数 / =12条 / =12条 / 30 / 30", "河面漂浮物清理合格率 / ≥95% / 93% / 60 / 59",
                          "沿河居民满意度 / ≥90% / 91% / 10 / 10"));
}

// Sums that fit prove nothing where a target and its result measure different things.
TEST(SegmenterOrder, ContradictionsAreUnsure) {
  const auto forms = segmented(with_top(R"(保洁河道条数

=12条

93%

40

40

漂浮物清理合格率

≥95%

12条

60

60

总分

100

100
)"));
  for (const Indicator& row : forms.at(0).indicators) EXPECT_FALSE(row.target.sure() || row.weight.sure());
}

std::string file_text(const std::string& path) {
  std::ifstream in(std::string(JIHENG_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

// The client's own text, two forms, against their records.
TEST(SegmenterOrder, SeedTextIsReadWhole) {
  const auto forms = segmented(file_text("tests/forms/seed/seed.txt"));
  ASSERT_EQ(forms.size(), 2U);
  const char* records[] = {"tests/forms/seed/services.json", "tests/forms/seed/community.json"};
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto expected = nlohmann::ordered_json::parse(file_text(records[i]));
    const auto read = to_json(forms[i]);
    for (const char* key : {"title", "year", "project_name", "department", "unit", "amount_unit"}) {
      EXPECT_EQ(read.at(key), expected.at(key)) << key;
    }
    for (const auto& [row, cells] : expected.at("funds").items()) {
      for (const auto& [column, text] : cells.items())
        EXPECT_EQ(read.at("funds").at(row).at(column), text) << row << column;
    }
    EXPECT_EQ(read.at("total").at("weight"), expected.at("total").at("weight"));
    EXPECT_EQ(read.at("total").at("score"), expected.at("total").at("score"));
    ASSERT_EQ(read.at("indicators").size(), expected.at("indicators").size());
    for (std::size_t row = 0; row < read.at("indicators").size(); ++row) {
      for (const char* key : {"l1", "l2", "l3", "target", "actual", "weight", "score"}) {
        EXPECT_EQ(read.at("indicators").at(row).at(key), expected.at("indicators").at(row).at(key)) << row << key;
      }
    }
  }
}

}  // namespace
}  // namespace jiheng
