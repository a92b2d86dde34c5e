// F107: the unit of the amounts is not stated, or gives sums that cannot be, or changes between columns.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/funds/columns.h"

namespace jiheng::audit {
namespace {

// 10 亿元 for one project of one unit; below 1,000 元 a year nobody fills in a form.
const Money kTooMuch(Decimal(1'000'000'000));
const Money kTooLittle(Decimal(1'000));

const Money* first_amount(const FundsRow& row) {
  for (const MoneyColumn& column : kMoneyColumns) {
    const std::optional<Money>& value = (row.*column.field).value;
    if (value && !value->amount.is_zero()) return &*value;
  }
  return nullptr;
}

void check_columns(const Context& context, Report& report, const FundsRow& row) {
  for (std::size_t a = 0; a < kMoneyColumns.size(); ++a) {
    for (std::size_t b = a + 1; b < kMoneyColumns.size(); ++b) {
      const std::optional<Money>& one = (row.*kMoneyColumns[a].field).value;
      const std::optional<Money>& other = (row.*kMoneyColumns[b].field).value;
      if (!one || !other || one->amount.is_zero() || other->amount.is_zero()) continue;
      const Money& large = *one > *other ? *one : *other;
      const Money& small = *one > *other ? *other : *one;
      const auto ratio = divide(large.amount, small.amount, 2);
      if (!ratio || *ratio < Decimal(5'000) || *ratio > Decimal(20'000)) continue;
      report.add({cat(kMoneyColumns[a].zh, " ", *one, " 元与", kMoneyColumns[b].zh, " ", *other,
                      " 元相差约一万倍，疑似元与万元混用"),
                  cat("The ", kMoneyColumns[a].en, " (", *one, ") and the ", kMoneyColumns[b].en, " (", *other,
                      ") differ about ten thousand times: 元 and 万元 mixed?")},
                 {context.at(row, kMoneyColumns[a].key), context.at(row, kMoneyColumns[b].key)});
      return;
    }
  }
}

void check(const Context& context, Report& report) {
  const FundsRow* row = context.funds.total;
  if (row == nullptr) return;
  const Money* amount = first_amount(*row);
  if (amount == nullptr) return;
  check_columns(context, report, *row);
  const AmountUnit unit = context.form.amount_unit.value.value_or(AmountUnit::Unknown);
  if (unit == AmountUnit::Unknown) {
    report
        .add(Severity::Advice,
             {cat("未注明金额单位，",
                  quoted(row->adjusted.printed.empty() ? row->initial.printed : row->adjusted.printed),
                  "是元还是万元无从判断"),
              "The unit of the amounts is not stated: 元 or 万元?"},
             {context.at("amount_unit"), context.at(*row, "adjusted")})
        .fix = {"在项目资金栏注明（元）或（万元）", "State 元 or 万元 in the funds header"};
    return;
  }
  const bool too_much = *amount >= kTooMuch && unit != AmountUnit::Yuan;
  const bool too_little = *amount < kTooLittle && unit == AmountUnit::Yuan;
  if (!too_much && !too_little) return;
  report
      .add({cat("金额单位为", name_of(unit), "，总额折合 ", *amount, " 元，", too_much ? "过大" : "过小",
                "，疑似单位填错"),
            cat("In ", name_of(unit), " the total is ", *amount, " yuan, which is too ", too_much ? "large" : "small",
                ": wrong unit?")},
           {context.at("amount_unit"), context.at(*row, "adjusted")})
      .fix = {"核对金额单位与各栏数额", "Check the unit against the amounts"};
}

}  // namespace

extern const Rule kF107{
    .id = "F107",
    .name = "amount-unit-doubtful",
    .severity = Severity::Warning,
    .citation = "实务：金额单位是读懂资金栏的前提",
    .title = {"金额单位缺失或不合常理", "The unit of the amounts is missing or impossible"},
    .doc = {"未注明元或万元；或按所注单位折算后明显不合常理（万元表折合 10 亿元以上，元表不足 1,000 "
            "元）；或同一行两栏相差约一万倍。改正：核对单位。",
            "No unit is stated; or the stated one gives an impossible sum (a billion yuan and more in 万元, under "
            "1,000 in 元); or "
            "two columns of a row differ about ten thousand times. Remedy: check the unit."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 925000 815826.17 815826.17 10 100% 10", "疑似单位填错"),
                 flags("funds total 100 90 90 10 100% 10", "未注明金额单位"),
                 flags("amounts 元\nfunds total 925000 92.5 92.5 10 100% 10", "相差约一万倍"),
                 passes("amounts 元\nfunds total 925000 815826.17 815826.17 10 100% 10"),
                 passes("amounts 万元\nfunds total 0.5 0.5 0.5 10 100% 10")},
};

}  // namespace jiheng::audit
