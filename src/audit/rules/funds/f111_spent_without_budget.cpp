// F111: money was spent although the budget is 0 or not stated.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const FundsRow* row = context.funds.total;
  if (row == nullptr || !row->adjusted.exists || !row->executed.value || row->executed.value->amount.is_zero()) return;
  const bool zero = row->adjusted.value && row->adjusted.value->amount.is_zero();
  const bool empty = row->adjusted.empty() && (!row->initial.value || row->initial.value->amount.is_zero());
  if (!zero && !empty) return;
  Finding& finding = report.add(
      {cat("全年预算数", zero ? "为 0" : "为空", "，执行数却为 ", *row->executed.value, " 元",
           row->rate.empty() ? std::string() : cat("，执行率 ", row->rate.printed, " 无从得出")),
       cat("The adjusted budget is ", zero ? "0" : "empty", ", yet ", *row->executed.value, " yuan were spent",
           row->rate.empty() ? std::string() : cat("; a rate of ", row->rate.printed, " cannot follow"))},
      {context.at(*row, "adjusted"), context.at(*row, "executed")});
  finding.fix = {"补填全年预算数，重算执行率和得分", "Enter the adjusted budget and work out rate and score"};
}

extern const Rule kF111{
    .id = "F111",
    .name = "spent-without-budget",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：预算执行率＝全年执行数÷全年预算数",
    .title = {"预算为零或空白却有支出", "Spending without a budget"},
    .doc = {"预算数为 0 或空白时执行率没有意义，表中执行率和得分也就没有依据。改正：补填全年预算数。",
            "With a budget of 0 or none the rate means nothing, nor does the score. Remedy: enter the budget."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 0 0 207.45 10 100% 10", "全年预算数为 0"),
                 flags("amounts 万元\nfunds total - - 207.45 10 100% 10", "全年预算数为空"),
                 passes("amounts 万元\nfunds total 0 0 0 10 - -"),
                 passes("amounts 万元\nfunds total _ 30 20 10 66.67% 6.67")},
};

}  // namespace jiheng::audit
