// F116: a rate is printed, but the amounts it is worked out from are empty.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const FundsRow* row = context.funds.total;
  if (row == nullptr || !row->rate.value || row->rate.value->amount.is_zero()) return;
  if (row->executed.value || !row->executed.exists || !row->executed.empty()) return;
  report
      .add({cat("执行率印作 ", row->rate.printed, "，全年执行数却为空，无从得出"),
            cat("A rate of ", row->rate.printed, " is printed, but the executed amount is empty")},
           {context.at(*row, "executed"), context.at(*row, "rate")})
      .fix = {"补填全年执行数", "Fill in the executed amount"};
}

extern const Rule kF116{
    .id = "F116",
    .name = "rate-without-amounts",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：预算执行率＝全年执行数÷全年预算数",
    .title = {"有执行率而无执行数", "A rate without the amount spent"},
    .doc = {"总额行的执行数为空，执行率没有依据。改正：补填执行数。",
            "The total row has no executed amount, so the rate has no ground. Remedy: fill it in."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Monitoring, FormKind::Review},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 30 30 - 10 100% -", "全年执行数却为空"),
                 passes("amounts 万元\nfunds total 30 30 30 10 100% 10"),
                 passes("amounts 万元\nfunds total 30 30 - 10 - -")},
};

}  // namespace jiheng::audit
