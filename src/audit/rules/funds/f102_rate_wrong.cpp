// F102: the printed execution rate is not executed ÷ adjusted budget.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/funds/columns.h"

namespace jiheng::audit {
namespace {

// Half a unit of the last printed decimal is rounding; a whole one also allows cut-off decimals.
Decimal tolerance(const Field<Rate>& rate) {
  const std::size_t point = rate.printed.find('.');
  int decimals = 0;
  if (point != std::string::npos) {
    for (std::size_t at = point + 1; at < rate.printed.size() && rate.printed[at] >= '0' && rate.printed[at] <= '9';
         ++at)
      ++decimals;
  }
  const bool per_cent = rate.printed.find('%') != std::string::npos || rate.printed.find("％") != std::string::npos ||
                        rate.value->amount > Decimal(1);
  return Decimal::scaled(1, std::min(decimals + (per_cent ? 2 : 0), 12));
}

void check(const Context& context, Report& report) {
  for (const FundsRow& row : context.form.funds) {
    if (!of_this_year(row) || !row.rate.value || !row.adjusted.value || !row.executed.value) continue;
    const auto expected = divide(row.executed.value->amount, row.adjusted.value->amount, 6);
    if (!expected) continue;  // a zero budget is F111's business
    const Decimal difference = (*expected - row.rate.value->amount).abs();
    const Decimal allowed = tolerance(row.rate);
    if (difference <= allowed) continue;
    Finding& finding =
        report.add({cat("执行率印作 ", row.rate.printed, "，按执行数÷预算数应为 ", percent(*expected)),
                    cat("The rate is printed as ", row.rate.printed, "; executed ÷ budget gives ", percent(*expected))},
                   {context.at(row, "rate"), context.at(row, "executed"), context.at(row, "adjusted")});
    finding.working = {cat(*row.executed.value, " ÷ ", *row.adjusted.value, " = ", percent(*expected)),
                       cat(*row.executed.value, " ÷ ", *row.adjusted.value, " = ", percent(*expected))};
    finding.fix = {cat("执行率改为 ", percent(*expected), "，并重算执行率得分"),
                   cat("Print ", percent(*expected), " and work out the execution score again")};
  }
}

}  // namespace

extern const Rule kF102{
    .id = "F102",
    .name = "rate-wrong",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：预算执行率＝全年执行数÷全年预算数",
    .title = {"执行率与执行数、预算数不符", "The execution rate does not follow from the amounts"},
    .doc = {"执行率等于全年执行数除以全年预算数（调整后），不是除以年初预算数。按印出的小数位数放宽一个单位，四舍五入或"
            "截尾都不算错。"
            "改正：按两栏金额重算执行率和得分。",
            "The rate is the executed amount over the adjusted (not the initial) budget. One unit of the last printed "
            "decimal is allowed, so neither rounding nor cutting is flagged. Remedy: work out rate and score again."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 100 80 60 10 60% 6", "应为 75.00%"),
                 passes("amounts 万元\nfunds total _ 65.66 65.07 10 99% 9.9"),
                 passes("amounts 元\nfunds total 925000.00 815826.17 815,826.17 10 100.00% 10"),
                 passes("amounts 万元\nfunds total 100 0 0 10 0% 0")},
};

}  // namespace jiheng::audit
