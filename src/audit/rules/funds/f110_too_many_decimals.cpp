// F110: an amount is finer than the smallest coin.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/funds/columns.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const FundsRow& row : context.form.funds) {
    for (const MoneyColumn& column : kMoneyColumns) {
      const Field<Money>& field = row.*column.field;
      if (!field.value || field.value->amount.significant_scale() <= 2) continue;  // 元, so 2 decimals are 分
      report
          .add({cat(column.zh, " ", quoted(field.printed), " 折合 ", *field.value, " 元，细于分"),
                cat("The ", column.en, " ", quoted(field.printed), " is ", *field.value, " yuan, finer than a cent")},
               {context.at(row, column.key)})
          .fix = {"元保留 2 位小数，万元至多 6 位", "Two decimals in 元, at most six in 万元"};
    }
  }
}

extern const Rule kF110{
    .id = "F110",
    .name = "too-many-decimals",
    .severity = Severity::Advice,
    .citation = "实务：金额精确到分，元 2 位小数，万元 6 位小数",
    .title = {"金额小数位数过多", "An amount has too many decimals"},
    .doc = {"金额最小到分。小数更多说明这个数是公式算出来的，不是账上的数。改正：按账面金额填写。",
            "Money ends at the cent; more decimals show a number from a formula instead of the books. Remedy: enter "
            "the booked amount."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 元\nfunds total 100.005 100 100", "细于分"),
                 passes("amounts 万元\nfunds total 81.582617 81.5 81.5"),
                 passes("amounts 元\nfunds total 100.500 100 100")},
};

}  // namespace jiheng::audit
