// F109: the amounts of one funds table are printed in different ways.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/funds/columns.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

struct Cell {
  const FundsRow* row;
  const MoneyColumn* column;
  const Field<Money>* field;
};

int decimals(std::string_view printed) {
  const std::size_t point = printed.find('.');
  int count = 0;
  if (point == std::string_view::npos) return 0;
  for (std::size_t at = point + 1; at < printed.size() && printed[at] >= '0' && printed[at] <= '9'; ++at) ++count;
  return count;
}
bool separated(std::string_view printed) {
  return contains(printed, ",") || contains(printed, "，");
}
bool own_unit(std::string_view printed) {
  return contains(printed, "万") || contains(printed, "元") || contains(printed, "亿");
}

void say(const Context& context, Report& report, const Cell& a, const Cell& b, std::string_view zh,
         std::string_view en) {
  report
      .add({cat("金额写法不一：", quoted(a.field->printed), "与", quoted(b.field->printed), zh),
            cat("Amounts are printed in different ways: ", quoted(a.field->printed), " and ", quoted(b.field->printed),
                en)},
           {context.at(*b.row, b.column->key), context.at(*a.row, a.column->key)})
      .fix = {"全表统一千分位和小数位数", "Use the same separators and decimals throughout"};
}

void check(const Context& context, Report& report) {
  std::vector<Cell> cells;
  cells.reserve(context.form.funds.size() * 3);
  for (const FundsRow& row : context.form.funds) {
    for (const MoneyColumn& column : kMoneyColumns) {
      const Field<Money>& field = row.*column.field;
      if (field.value && !field.value->amount.is_zero()) cells.push_back({&row, &column, &field});
    }
  }
  const AmountUnit unit = context.form.amount_unit.value.value_or(AmountUnit::Unknown);
  for (const Cell& cell : cells) {
    if (!own_unit(cell.field->printed)) continue;
    report
        .add({cat("金额 ", quoted(cell.field->printed),
                  unit == AmountUnit::Unknown ? "在数字格内自带单位" : "在数字格内自带单位，与表头单位重复或不一"),
              cat("The amount ", quoted(cell.field->printed), " carries its own unit inside the number cell")},
             {context.at(*cell.row, cell.column->key)})
        .fix = {"金额格只填数字，单位统一写在表头", "Numbers only in amount cells; the unit belongs to the header"};
    break;
  }
  // Separators: only numbers of a thousand and more can show them.
  const Cell* with = nullptr;
  const Cell* without = nullptr;
  for (const Cell& cell : cells) {
    const Decimal number = divide(cell.field->value->amount, yuan_per(unit), 4).value_or(Decimal(0));
    if (number < Decimal(1000) || own_unit(cell.field->printed)) continue;
    const Cell*& kind = separated(cell.field->printed) ? with : without;
    if (kind == nullptr) kind = &cell;
  }
  if (with != nullptr && without != nullptr) {
    say(context, report, *without, *with, "，千分位时有时无", ": separators in one, none in the other");
  } else {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t j = i + 1; j < cells.size(); ++j) {
        const Cell& a = cells[i];
        const Cell& b = cells[j];
        if (*a.field->value != *b.field->value || own_unit(a.field->printed) || own_unit(b.field->printed)) continue;
        if (decimals(a.field->printed) == decimals(b.field->printed)) continue;
        say(context, report, a, b, "是同一数，小数位数不同", " are the same number with different decimals");
        i = cells.size();
        break;
      }
    }
  }
  for (const FundsRow& row : context.form.funds) {
    if (!row.rate.value || row.rate.value->amount.is_zero() || contains(folded(row.rate.printed), "%")) continue;
    report
        .add({cat("执行率印作 ", quoted(row.rate.printed), "，缺百分号，可读作 ", percent(*row.rate.value)),
              cat("The rate is printed as ", quoted(row.rate.printed), " without a percent sign; it may mean ",
                  percent(*row.rate.value))},
             {context.at(row, "rate")})
        .fix = {cat("写作 ", percent(*row.rate.value)), cat("Print ", percent(*row.rate.value))};
    break;
  }
}

}  // namespace

extern const Rule kF109{
    .id = "F109",
    .name = "formats-mixed",
    .severity = Severity::Advice,
    .citation = "实务：同一张表的金额、比率写法应一致",
    .title = {"金额或执行率写法不一致", "Amounts or rates are printed in different ways"},
    .doc =
        {"千分位时有时无、同一个数小数位数不同、金额格里自带“万”“元”、执行率缺百分号，都会让汇总程序和读者出错，也常是"
         "多人拼表的痕迹。改正：全表统一写法。",
         "Separators here and not there, one number with different decimals, units inside amount cells, a rate without "
         "percent sign: they mislead programs and readers and show a form put together from pieces. Remedy: one "
         "style."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 元\nfunds total 925000.00 815826.17 815,826.17 10 100.00% 10", "千分位时有时无"),
                 flags("amounts 元\nfunds total 925000.00 800 800 10 100.00% 10\nfunds grant 925000 800 800",
                       "小数位数不同"),
                 flags("amounts 万元\nfunds total _ 5.8万 5.8万 10 100% 10", "自带单位"),
                 flags("amounts 万元\nfunds total _ 50 10 20 20 4", "缺百分号"),
                 passes("amounts 元\nfunds total 925,000.00 815,826.17 815,826.17 10 100.00% 10"),
                 passes("amounts 万元\nfunds total 90 89.974 89.974 10 100% 10\nfunds grant 90 89.974 89.974")},
};

}  // namespace jiheng::audit
