// F106: little of the budget was spent and the form does not say why.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const FundsFacts& funds = context.funds;
  if (funds.total == nullptr || !funds.adjusted || !funds.executed) return;
  const auto rate = divide(funds.executed->amount, funds.adjusted->amount, 6);
  const Rate floor = context.policy.execution_note_below.value_or(Rate(Decimal::scaled(80, 2)));
  if (!rate || Rate(*rate) >= floor) return;
  if (context.general_cause || context.told.has(WordClass::CauseWord)) return;
  Finding& finding = report.add(
      {cat("预算执行率 ", percent(*rate), "，低于 ", percent(floor), "，全表未说明原因"),
       cat("Only ", percent(*rate), " of the budget was spent, under ", percent(floor), ", and no reason is given")},
      {context.at(*funds.total, "rate"), context.at(*funds.total, "executed")});
  finding.working.zh = cat(*funds.executed, " ÷ ", *funds.adjusted, " = ", percent(*rate));
  finding.working.en = finding.working.zh;
  finding.fix = {"说明结余原因（项目推迟、节约、资金未到位等）和下一步措施",
                 "Tell why money was left (delay, saving, late funds) and what follows"};
}

extern const Rule kF106{
    .id = "F106",
    .name = "low-execution-unexplained",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：偏离绩效目标的应分析原因、提出改进措施",
    .title = {"执行率偏低未说明原因", "Low execution without a reason"},
    .doc = {"执行率低于政策规定的界限（未规定的按 "
            "80%）应说明原因。表中任何一处写了原因即不指出。改正：补写原因和改进措施。",
            "Below the policy's bound (80 % if it has none) a reason is due. Any cause told on the form counts. "
            "Remedy: add "
            "reason and remedy."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 50 50 10 10 20% 2", "20.00%"),
                 passes("amounts 万元\nfunds total 50 50 48 10 96% 9.6"),
                 passes("amounts 万元\nfunds total 50 50 10 10 20% 2\nactual 因招标延后，年内仅支付首付款。")},
};

}  // namespace jiheng::audit
