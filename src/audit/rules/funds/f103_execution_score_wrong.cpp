// F103: the printed score of budget execution is not what the formula gives.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/tolerance.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const ScoreLine* line = context.execution;
  const FundsRow* total = context.funds.total;
  if (line == nullptr || total == nullptr || !line->printed || !line->exact()) return;
  const Points& printed = *line->printed;
  const Points& expected = *line->low;
  if (same_points(printed, expected)) return;
  if (line->weight && printed > *line->weight) return;  // S301, F114
  const bool only_rounded = rounded_away(printed, expected);
  Finding& finding =
      report.add(only_rounded ? Severity::Advice : Severity::Error,
                 {cat("预算执行得分 ", printed, "，按公式应为 ", expected, only_rounded ? "（似取整所致）" : ""),
                  cat("The execution score is ", printed, "; the formula gives ", expected,
                      only_rounded ? " (rounded to a whole)" : "")},
                 {context.at(*total, "score"), context.at(*total, "rate")});
  finding.working = {line->working, line->working_en};
  finding.fix = {cat("得分改为 ", expected), cat("Score ", expected)};
}

extern const Rule kF103{
    .id = "F103",
    .name = "execution-score-wrong",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：预算执行率指标按执行率计分",
    .title = {"预算执行得分与公式不符", "The score of budget execution does not follow the formula"},
    .doc = {"预算执行得分＝分值×执行率，最高为分值（各地政策另有分段的按政策）。相差不超过 0.05 "
            "分不计；只因取整造成的差异列为建议。改正：按公式重算。",
            "The score is weight × rate, at most the weight, unless the policy has bands. 0.05 points are allowed; "
            "a difference by rounding to whole points is advice only. Remedy: work it out again."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total _ 100 80 10 80% 10", "应为 8"),
                 flags("amounts 万元\nfunds total _ 65.66 65.07 10 99% 9", "应为 9.91"),
                 passes("amounts 万元\nfunds total _ 100 80 10 80% 8"),
                 passes("amounts 万元\nfunds total _ 90 89.97 10 100% 10"),
                 passes("amounts 万元\nfunds total _ 100 80 10 80% -")},
};

}  // namespace jiheng::audit
