// F104: more was spent than the adjusted budget allowed.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/funds/columns.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const FundsRow& row : context.form.funds) {
    if (!of_this_year(row) || !row.adjusted.value || !row.executed.value) continue;
    const Money& budget = *row.adjusted.value;
    const Money& executed = *row.executed.value;
    if (executed <= budget || budget.amount.is_zero()) continue;  // zero budget: F111, F101
    const auto rate = divide(executed.amount, budget.amount, 6);
    Finding& finding = report.add({cat("执行数 ", executed, " 元超过全年预算数 ", budget, " 元，多 ", executed - budget,
                                       " 元（", percent(*rate), "）"),
                                   cat("Executed ", executed, " yuan exceeds the adjusted budget of ", budget, " by ",
                                       executed - budget, " (", percent(*rate), ")")},
                                  {context.at(row, "executed"), context.at(row, "adjusted")});
    finding.fix = {"核对是否漏填预算调整；确属超预算支出的，说明资金来源和批准手续",
                   "Check for a budget adjustment left out; otherwise state the source of the money and the approval"};
  }
}

extern const Rule kF104{
    .id = "F104",
    .name = "spent-over-budget",
    .severity = Severity::Warning,
    .citation = "预算法：各部门、各单位的支出以批准的预算为依据",
    .title = {"执行数超过全年预算数", "More spent than budgeted"},
    .doc =
        {"全年预算数是调整后的预算，支出不应超过它。多为调整数未更新，或把其他渠道资金计入执行数。改正：补填调整后预算"
         "，或说明超出部分的来源。",
         "The adjusted budget caps the spending. Usually the adjustment was not entered, or money from elsewhere was "
         "counted. Remedy: enter the adjusted budget or tell where the rest came from."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 50 50 60 10 120% 10", "多 100,000.00 元"),
                 passes("amounts 万元\nfunds total 50 60 60 10 100% 10"),
                 passes("amounts 万元\nfunds total 50 0 60 10 100% 10")},
};

}  // namespace jiheng::audit
