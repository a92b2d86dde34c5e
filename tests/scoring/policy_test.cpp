// Choosing a policy by region, year and kind.
#include "scoring/policy.h"

#include <gtest/gtest.h>

#include "config/policy_toml.h"

namespace jiheng {
namespace {

std::string chosen(const char* unit, int year, FormKind kind = FormKind::SelfEvaluation, std::string_view id = {}) {
  Form form;
  form.unit = {unit, {}};
  form.kind = kind;
  if (year != 0) form.year.value = year;
  return choose_policy(form, builtin_policies(), id).id;
}

TEST(ChoosePolicy, ByRegionYearAndKind) {
  EXPECT_EQ(chosen("某县财政局", 2020), "national-2020");
  EXPECT_EQ(chosen("某县财政局", 2023), "national-2021-cost");
  EXPECT_EQ(chosen("某县财政局", 0), "national-2020");
  EXPECT_EQ(chosen("四川省某厅", 2022), "sichuan-project");
  EXPECT_EQ(chosen("武汉市某区文化局", 2021), "hubei");
  EXPECT_EQ(chosen("重庆市某区某局", 2021), "national-2020");
  EXPECT_EQ(chosen("重庆市某区某局", 2021, FormKind::DepartmentOverall), "chongqing-overall");
  EXPECT_EQ(chosen("四川省某厅", 2022, FormKind::SelfEvaluation, "yunnan"), "yunnan");
  EXPECT_EQ(chosen("四川省某厅", 2022, FormKind::SelfEvaluation, "no-such"), "sichuan-project");
}

TEST(PlanFor, FollowsTheLevelsOfTheForm) {
  Form form;
  Form* out = &form;
  const auto add = [out](Level1 level) { out->indicators.emplace_back().level1 = level; };
  const Policy& policy = choose_policy(form, builtin_policies(), "national-2021-cost");
  add(Level1::Output);
  add(Level1::Benefit);
  EXPECT_EQ(plan_for(form, policy)->name, "不适用满意度");
  add(Level1::Satisfaction);
  EXPECT_EQ(plan_for(form, policy)->name, "标准");
  add(Level1::Cost);
  EXPECT_EQ(plan_for(form, policy)->name, "设成本指标");
}

}  // namespace
}  // namespace jiheng
