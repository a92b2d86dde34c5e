// W202: the weights of the first levels follow none of the policy's plans.
#include <algorithm>
#include <array>

#include "audit/phrase.h"
#include "audit/rules/weights/sums.h"

namespace jiheng::audit {
namespace {

constexpr std::array<Level1, 4> kLevels = {Level1::Output, Level1::Benefit, Level1::Satisfaction, Level1::Cost};

Points planned(const WeightPlan& plan, Level1 level) {
  for (const auto& [which, points] : plan.levels) {
    if (which == level) return points;
  }
  return Points(0);
}

void check(const Context& context, Report& report) {
  if (!context.weights_printed || context.policy.plans.empty() || weight_lacking(context)) return;
  if (weight_sum(context) != Points(100)) return;  // W201
  std::array<Points, kLevels.size()> sums{};
  for (const std::size_t i : context.scored) {
    const Indicator& row = context.row(i);
    const auto level = std::find(kLevels.begin(), kLevels.end(), row.level1);
    if (level == kLevels.end()) return;  // another system of first levels
    if (row.weight.value) sums[static_cast<std::size_t>(level - kLevels.begin())] += *row.weight.value;
  }
  const auto execution = execution_weight(context);
  const WeightPlan* nearest = nullptr;
  Decimal least;
  for (const WeightPlan& plan : context.policy.plans) {
    // Where execution is not part of the 100 here, a plan cannot be compared point by point.
    if (!execution) return;
    Decimal off = (plan.execution - *execution).amount.abs();
    for (std::size_t l = 0; l < kLevels.size(); ++l) off += (planned(plan, kLevels[l]) - sums[l]).amount.abs();
    if (off.is_zero()) return;
    if (nearest == nullptr || off < least) {
      nearest = &plan;
      least = off;
    }
  }
  if (nearest == nullptr) return;
  std::string zh;
  std::string plan_zh;
  const auto part = [&](std::string_view name, const Points& here, const Points& plan) {
    if (here.amount.is_zero() && plan.amount.is_zero()) return;
    if (!zh.empty()) {
      zh.append("、");
      plan_zh.append("、");
    }
    zh.append(cat(name, " ", here));
    plan_zh.append(cat(name, " ", plan));
  };
  part("预算执行", *execution, nearest->execution);
  for (std::size_t l = 0; l < kLevels.size(); ++l) part(name_of(kLevels[l]), sums[l], planned(*nearest, kLevels[l]));
  std::vector<Place> places;
  for (std::size_t l = 0; l < kLevels.size(); ++l) {
    if (sums[l] == planned(*nearest, kLevels[l])) continue;
    for (const std::size_t i : context.scored) {
      if (context.row(i).level1 != kLevels[l]) continue;
      places.push_back(context.at(i, "l1"));
      break;
    }
  }
  if (places.empty()) places.push_back(context.at(*context.funds.total, "weight"));
  Finding& finding = report.add({cat("一级指标分值为", zh, "；政策规定为", plan_zh),
                                 cat("Weights by first level: ", zh, "; the policy has ", plan_zh)},
                                std::move(places));
  finding.working = {cat("政策：", context.policy.citation), cat("Policy: ", context.policy.citation)};
  finding.fix = {"按规定分配；确需调整的，说明理由", "Follow the plan, or state the reason for another one"};
}

}  // namespace

extern const Rule kW202{
    .id = "W202",
    .name = "weights-off-plan",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号、财预〔2021〕101号：预算执行率、产出、效益、满意度（及成本）的分值",
    .title = {"一级指标分值与政策不一致", "First-level weights differ from the policy"},
    .doc = {"国家规定预算执行率 10、产出 50、效益 30、满意度 10；设成本指标的为成本 20、产出 40、效益 20、满意度 "
            "10、执行率 10；各地政策另有规定的按其规定。"
            "可以调整，但应有理由。改正：按规定分配，或写明理由。",
            "National: execution 10, output 50, benefit 30, satisfaction 10; with cost indicators cost 20, output 40, "
            "benefit 20, "
            "satisfaction 10, execution 10; regional policies may differ. Other weights need a reason."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("funds total _ 20 20 10 100% 10\n产出/数量 培训次数 | 5次 | 5次 | 70 | 70\n效益/社会 知晓率 | "
                       "90% | 95% | 10 | 10\n满意度/服务对象 学员满意度 | 90% | 95% | 10 | 10",
                       "产出指标 70"),
                 passes("funds total _ 20 20 10 100% 10\n产出/数量 培训次数 | 5次 | 5次 | 50 | 50\n效益/社会 知晓率 | "
                        "90% | 95% | 30 | 30\n满意度/服务对象 学员满意度 | 90% | 95% | 10 | 10")},
};

}  // namespace jiheng::audit
