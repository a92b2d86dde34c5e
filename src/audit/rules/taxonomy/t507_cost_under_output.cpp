// T507: cost as a second level of output, although it has been a first level since 2021.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  // The policy decides: where none of its plans knows cost as a first level, the old place is right.
  bool own_level = false;
  for (const WeightPlan& plan : context.policy.plans) {
    for (const auto& [level, points] : plan.levels) own_level = own_level || level == Level1::Cost;
  }
  if (!own_level || !context.form.year.value || *context.form.year.value < 2022) return;
  std::vector<Place> places;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (row.level1 == Level1::Output && row.level2 == Level2::Cost) places.push_back(context.at(i, "l2"));
  }
  if (places.empty()) return;
  const std::size_t count = places.size();
  report
      .add({cat("成本指标（", count, " 项）仍列在产出指标下，2021 年起应为一级指标"),
            cat("Cost (", count, " indicators) still stands under output; since 2021 it is a first level")},
           std::move(places))
      .fix = {"单设一级指标“成本指标”，分经济成本、社会成本、生态环境成本",
              "Make cost a first level: economic, social, environmental"};
}

extern const Rule kT507{
    .id = "T507",
    .name = "cost-under-output",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：成本指标作为一级指标",
    .title = {"成本指标仍列在产出指标下", "Cost still listed under output"},
    .doc = {"财预〔2021〕101号把成本指标单列为一级指标，分经济成本、社会成本、生态环境成本。2022 "
            "年度起的表仍放在产出下，属沿用旧模板。改正：更新模板。",
            "Since 财预〔2021〕101号 cost is a first level. Forms from 2022 on that keep it under output use an old "
            "template."},
    .kinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration},
    .check = check,
    .examples = {flags("year 2023\n产出/成本 项目总成本 | ≤90万元 | 90万元 | 10 | 10", "仍列在产出指标下"),
                 passes("year 2020\n产出/成本 项目总成本 | ≤90万元 | 90万元 | 10 | 10"),
                 passes("year 2023\n成本/经济 项目总成本 | ≤90万元 | 90万元 | 10 | 10")},
};

}  // namespace jiheng::audit
