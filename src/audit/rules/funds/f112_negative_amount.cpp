// F112: a negative amount in the funds table.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/funds/columns.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const FundsRow& row : context.form.funds) {
    for (const MoneyColumn& column : kMoneyColumns) {
      const Field<Money>& field = row.*column.field;
      if (!field.value || !field.value->amount.is_negative()) continue;
      report
          .add({cat(column.zh, "为负数：", quoted(field.printed)),
                cat("The ", column.en, " is negative: ", quoted(field.printed))},
               {context.at(row, column.key)})
          .fix = {"填写实际金额；冲减、退回的在说明中写明", "Enter the amount; tell refunds in words"};
    }
  }
}

extern const Rule kF112{
    .id = "F112",
    .name = "negative-amount",
    .severity = Severity::Error,
    .citation = "实务：预算数、执行数不为负",
    .title = {"资金出现负数", "A negative amount of money"},
    .doc = {"预算数和执行数不应为负。多为把调整额填进了金额栏。改正：填调整后的金额。",
            "Budgets and spending are not negative; usually the change was entered instead of the amount. Remedy: "
            "enter the amount."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 100 -12 88", "为负数"), passes("amounts 万元\nfunds total 100 - 88")},
};

}  // namespace jiheng::audit
