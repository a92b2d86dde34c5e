// The line notation of examples.
#include "audit/example.h"

#include <gtest/gtest.h>

#include "audit/support.h"

namespace jiheng::audit {
namespace {

TEST(Example, ReadsEveryKindOfLine) {
  const Form form = parse_example(
      "kind department\ntitle 部门整体支出绩效自评表\nname 老旧小区改造 | unit 某街道办事处 | year 2023 | amounts "
      "万元\n"
      "funds total 100 80 60 10 75% 7.5\nfunds 中央补助 _ 60 -\nexpected 1、改造。\\n2、验收。\nactual 1、改造。\n"
      "产出/数量 改造小区数量 | ≥10个 | 8个 | 10 | 8 | 未完 | 个\n成本/经济 总成本\n-/- 满意度 | _ | 90%\ntotal 100 98 "
      "优\ncell 联系人 : 张三",
      lexicon());
  EXPECT_EQ(form.kind, FormKind::DepartmentOverall);
  EXPECT_EQ(form.project_name.printed, "老旧小区改造");
  EXPECT_EQ(form.year.value, 2023);
  EXPECT_EQ(form.amount_unit.value, AmountUnit::WanYuan);
  ASSERT_EQ(form.funds.size(), 2U);
  EXPECT_EQ(form.funds[0].executed.value, Money(Decimal(600'000)));
  EXPECT_EQ(form.funds[1].label, "中央补助");
  EXPECT_FALSE(form.funds[1].initial.exists);
  EXPECT_TRUE(form.funds[1].executed.exists);
  EXPECT_TRUE(form.funds[1].executed.empty());
  EXPECT_EQ(form.goal_expected.printed, "1、改造。\n2、验收。");
  ASSERT_EQ(form.indicators.size(), 3U);
  EXPECT_EQ(form.indicators[0].l2.printed, "数量指标");
  EXPECT_EQ(form.indicators[0].level2, Level2::Quantity);
  EXPECT_EQ(form.indicators[0].unit.printed, "个");
  EXPECT_EQ(form.indicators[1].l2.printed, "经济成本指标");
  EXPECT_TRUE(form.indicators[1].note.exists);
  EXPECT_FALSE(form.indicators[2].target.exists);
  EXPECT_EQ(form.total_score.value, Points(98));
  EXPECT_EQ(form.grade.printed, "优");
  ASSERT_EQ(form.unclaimed.size(), 1U);
  EXPECT_EQ(form.unclaimed[0].text, "张三");
}

TEST(Example, RefusesWhatIsNotInTheNotation) {
  for (const char* notation : {"培训次数 5次", "funds", "funds total 1 2 3 4 5 6 7",
                               "产出/数量 甲 | 1 | 2 | 3 | 4 | 5 | 6 | 7", "kind other", "goal 甲", "cell 甲"}) {
    EXPECT_THROW((void)parse_example(notation, lexicon()), std::logic_error) << notation;
  }
}

}  // namespace
}  // namespace jiheng::audit
