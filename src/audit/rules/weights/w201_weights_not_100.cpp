// W201: the weights do not add up to 100, neither with budget execution nor in a form without it.
#include "audit/phrase.h"
#include "audit/rules/weights/sums.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  if (!context.weights_printed) return;
  const Points full(100);
  const auto execution = execution_weight(context);
  const Points sum = weight_sum(context);
  if (sum == full) return;
  std::vector<Place> places = {context.at("total.weight")};
  if (weight_lacking(context)) {
    report.not_applicable({"有得分的指标缺分值，无法判断分值合计是否为 100",
                           "Some scored rows have no weight, so the sum cannot be judged"},
                          std::move(places));
    return;
  }
  // The share of execution may be told elsewhere; what is missing to 100 is then no more than its usual weight.
  const bool execution_apart = !execution && (context.funds.total == nullptr || !context.funds.total->weight.exists) &&
                               sum + context.policy.plans.at(0).execution == full;
  if (execution_apart) return;
  std::string zh = cat("指标分值合计 ", context.indicator_weight_sum);
  std::string en = cat("The weights of the indicators add up to ", context.indicator_weight_sum);
  if (execution) {
    zh.append(cat("，加预算执行 ", *execution, " 分共 ", sum));
    en.append(cat(", with ", *execution, " for execution to ", sum));
    places.push_back(context.at(*context.funds.total, "weight"));
  }
  zh.append("，不等于 100");
  en.append(", not 100");
  if (context.form.total_weight.value && *context.form.total_weight.value == full) {
    zh.append("，总分栏却印作 100");
    en.append(", though the total is printed as 100");
  }
  Finding& finding = report.add({std::move(zh), std::move(en)}, std::move(places));
  for (const std::size_t i : context.scored) {
    const auto& weight = context.row(i).weight.value;
    if (!weight) continue;
    if (!finding.working.zh.empty()) finding.working.zh.append(" + ");
    finding.working.zh.append(shown(*weight));
  }
  finding.working.zh.append(cat(" = ", context.indicator_weight_sum));
  finding.working.en = finding.working.zh;
  const bool over_by_execution = execution && context.indicator_weight_sum == full;
  finding.fix =
      over_by_execution
          ? Message{cat("指标分值应压到 ", full - *execution, "，与预算执行 ", *execution, " 分合为 100"),
                    cat("Bring the indicators down to ", full - *execution)}
          : Message{"补齐漏填的指标或调整分值，使合计为 100", "Add what is missing or adjust the weights to 100"};
}

extern const Rule kW201{
    .id = "W201",
    .name = "weights-not-100",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：绩效自评总分 100 分，含预算执行率 10 分",
    .title = {"分值合计不等于 100", "The weights do not add up to 100"},
    .doc = {"预算执行率与各项指标的分值合计应为 100。常见的错是指标本身已凑满 100，再加执行率 10 分成了 "
            "110；或有指标空着未填。改正：按重要性重新分配分值。",
            "Budget execution and the indicators together carry 100 points. Often the indicators alone make 100 and "
            "execution "
            "comes on top, or a row was left empty. Remedy: share out the weights again."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("funds total _ 20 20 10 100% 10\n产出/数量 培训次数 | 5次 | 5次 | 60 | 60\n满意度/服务对象 "
                       "学员满意度 | 90% | 95% | 40 | 40\ntotal 100 100",
                       "共 110"),
                 flags("funds total _ 30 30 10 100% 10\n产出/数量 设备数量 | 5台 | 5台 | 60 | 60\n满意度/服务对象 "
                       "学员满意度 | 90% | 95% | 20 | 20",
                       "共 90"),
                 passes("funds total _ 20 20 10 100% 10\n产出/数量 培训次数 | 5次 | 5次 | 60 | 60\n满意度/服务对象 "
                        "学员满意度 | 90% | 95% | 30 | 30"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 60 | 60\n满意度/服务对象 学员满意度 | 90% | 95% | 40 | 40"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | _ | 60\n满意度/服务对象 学员满意度 | 90% | 95% | _ | 30")},
};

}  // namespace jiheng::audit
