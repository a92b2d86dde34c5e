// N611: amounts in the text against the funds table, and parts in the text against their own sum.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

const Decimal kWan = Decimal(10000);

// Half of the last printed place of an amount, in 元: 89.97万元 is certain to 50 元.
Decimal tolerance_of(const Quantity& told) {
  const auto unit = yuan_in(told.unit, true);
  return unit ? *unit * Decimal::scaled(5, std::min(told.number.scale() + 1, Decimal::kMaxScale)) : Decimal(0);
}

// The same for an amount of the funds table, by its printed decimals and the unit of the form.
Decimal tolerance_of(const Field<Money>& field, AmountUnit unit) {
  const std::size_t point = field.printed.find('.');
  int decimals = 0;
  for (std::size_t at = point; point != std::string::npos && ++at < field.printed.size() && field.printed[at] >= '0' &&
                               field.printed[at] <= '9';) {
    ++decimals;
  }
  return yuan_per(unit) * Decimal::scaled(5, std::min(decimals + 1, Decimal::kMaxScale));
}

struct Printed {
  Decimal yuan, tolerance;
};

// Every amount of the funds table, and sums of money among the targets and results.
std::vector<Printed> printed_amounts(const Context& context) {
  std::vector<Printed> out;
  const AmountUnit unit = context.form.amount_unit.value.value_or(AmountUnit::Unknown);
  for (const FundsRow& row : context.form.funds) {
    for (const Field<Money>* field : {&row.initial, &row.adjusted, &row.executed}) {
      if (field->value && !field->value->amount.is_zero())
        out.push_back({field->value->amount, tolerance_of(*field, unit)});
    }
  }
  return out;
}

bool equal(const Decimal& told, const Decimal& told_tolerance, const Printed& printed) {
  return (told - printed.yuan).abs() <= std::max(told_tolerance, printed.tolerance);
}

bool speaks_of_total(const Context& context, const Quantity& quantity) {
  return !quantity.part && !quantity.per_one && context.phrasebook.any(quantity.before, mask_of(Sense::Total));
}

std::string text_name(Side side) {
  return side == Side::Expected ? "预期目标" : "实际完成情况";
}
std::string_view path_of(Side side) {
  return side == Side::Expected ? "goal.expected" : "goal.actual";
}

// 90万元 in the text, 90 元 in the table: a slip of the unit, whatever the amount is about.
bool report_unit_slip(const Context& context, Report& report, Side side, const Quantity& quantity, const Decimal& yuan,
                      const std::vector<Printed>& printed) {
  if (yuan < Decimal(10)) return false;  // small change agrees with anything
  for (const Printed& amount : printed) {
    const bool larger = equal(yuan, tolerance_of(quantity), {amount.yuan * kWan, amount.tolerance * kWan});
    const bool smaller = equal(yuan * kWan, tolerance_of(quantity) * kWan, amount);
    if (!larger && !smaller) continue;
    const Decimal money = amount.yuan;
    Finding& finding = report.add({cat(text_name(side), "写 ", std::string_view(quantity.printed), "，资金表为 ",
                                       Money(money), " 元，相差一万倍，疑为元与万元混淆"),
                                   cat("The text says ", std::string_view(quantity.printed), ", the funds table ",
                                       Money(money), " yuan: 元 and 万元 mixed up")},
                                  {context.at(path_of(side))});
    finding.fix = {"核对金额单位，改正写错的一处", "Check the unit of the amount and correct the wrong one"};
    return true;
  }
  return false;
}

// A total followed by its parts: 申请预算90万元，其中30万元…，30万元…，30万元….
void check_sum(const Context& context, Report& report, Side side, std::size_t at) {
  const Narrative& narrative = narrative_of(context, side);
  const Quantity& total = narrative.quantities[at];
  const Decimal total_yuan = *in_yuan(total, true);
  Decimal sum, tolerance = tolerance_of(total);
  int parts = 0, introductions = 0;
  bool open = false;
  std::string working;
  std::size_t clause = total.clause;
  for (std::size_t q = at + 1; q < narrative.quantities.size(); ++q) {
    const Quantity& part = narrative.quantities[q];
    bool sentence_over = false;
    for (; clause < part.clause; ++clause) {
      const Clause& next = narrative.clauses[clause + 1];
      sentence_over = sentence_over || next.starts_sentence;
      if (context.phrasebook.any(next.text, mask_of(Sense::PartIntroduction))) ++introductions;
      if (context.phrasebook.any(next.text, mask_of(Sense::OpenList))) open = true;
    }
    if (sentence_over) break;
    const auto yuan = in_yuan(part, true);
    if (!yuan) continue;
    if (part.per_one || part.approximate || speaks_of_total(context, part) || *yuan == total_yuan) return;
    sum += *yuan;
    tolerance += tolerance_of(part);
    working += cat(parts == 0 ? "" : " + ", std::string_view(part.printed));
    ++parts;
  }
  if (parts < 2 || introductions > 1 || (sum - total_yuan).abs() <= tolerance) return;
  const bool less = sum < total_yuan;
  if (less && open) return;
  // 其中 may pick out the larger parts only; a colon or a plain list promises all of them.
  const Severity severity = less && introductions == 1 ? Severity::Advice : Severity::Warning;
  Finding& finding = report.add(
      severity,
      {cat(text_name(side), "各分项合计 ", Money(sum), " 元，与总额 ", std::string_view(total.printed), " 相差 ",
           Money((sum - total_yuan).abs()), " 元"),
       cat("The parts in the text add up to ", Money(sum), " yuan, the total is ", std::string_view(total.printed))},
      {context.at(path_of(side))});
  finding.working = {cat(working, " = ", Money(sum), " 元"), {}};
  finding.fix = {"核对各分项金额，补上漏写的分项或更正总额",
                 "Check the parts: add the missing ones or correct the total"};
}

void check_side(const Context& context, Report& report, Side side, const std::vector<Printed>& printed) {
  const Narrative& narrative = narrative_of(context, side);
  bool told = false;
  for (std::size_t q = 0; q < narrative.quantities.size(); ++q) {
    const Quantity& quantity = narrative.quantities[q];
    const auto yuan = in_yuan(quantity, true);
    if (!yuan || yuan->is_zero() || quantity.per_one) continue;
    if (speaks_of_total(context, quantity)) check_sum(context, report, side, q);
    if (told || printed.empty() || quantity.approximate || quantity.bound != Comparison::None) continue;
    if (std::any_of(printed.begin(), printed.end(),
                    [&](const Printed& amount) { return equal(*yuan, tolerance_of(quantity), amount); }))
      continue;
    if (report_unit_slip(context, report, side, quantity, *yuan, printed)) {
      told = true;
      continue;
    }
    if (!speaks_of_total(context, quantity) || narrative.clauses[quantity.clause].item > 1) continue;
    told = true;
    const bool budget = contains(quantity.before, "预算") && !contains(quantity.before, "执行");
    const std::optional<Money>& of_table =
        budget ? (context.funds.initial ? context.funds.initial : context.funds.adjusted)
               : (context.funds.executed ? context.funds.executed : context.funds.adjusted);
    if (!of_table) continue;
    std::vector<Place> places = {context.at(path_of(side))};
    if (context.funds.total != nullptr)
      places.push_back(context.at(*context.funds.total, budget ? "initial" : "executed"));
    Finding& finding = report.add(
        {cat(text_name(side), "写", std::string_view(quantity.before), " ", std::string_view(quantity.printed),
             "，资金表中没有这个数（", budget ? "预算" : "执行", " ", *of_table, " 元）"),
         cat("The text says ", std::string_view(quantity.printed), "; the funds table has no such amount (", *of_table,
             " yuan)")},
        std::move(places));
    finding.fix = {"以资金表为准更正文字，或说明差额",
                   "Correct the text by the funds table, or explain the difference"};
  }
}

void check(const Context& context, Report& report) {
  const auto has_money = [](const Narrative& narrative) {
    return std::any_of(narrative.quantities.begin(), narrative.quantities.end(),
                       [](const Quantity& quantity) { return in_yuan(quantity, true).has_value(); });
  };
  if (!has_money(context.expected) && !has_money(context.actual)) return;
  const std::vector<Printed> printed = printed_amounts(context);
  check_side(context, report, Side::Expected, printed);
  check_side(context, report, Side::Actual, printed);
}

}  // namespace

extern const Rule kN611{
    .id = "N611",
    .name = "amount-differs-from-funds",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评应数据真实，资金与决算相符",
    .title = {"文字中的金额与资金表不符", "An amount in the text differs from the funds table"},
    .doc = {"预期目标、实际完成情况写的预算、支出总额应是资金表中的数（四舍五入不计）；相差一万倍的疑为元与万元混淆；"
            "文字列出的各分项应等于总额。单价、人均标准不比较。改正：以资金表为准更正。",
            "Totals in the goal texts must be amounts of the funds table, rounding apart; a factor of ten thousand is "
            "a slip of "
            "the unit; listed parts must add up. Unit prices are left out. Remedy: correct by the funds table."},
    .kinds = {},
    .check = check,
    .examples = {flags(
                     "amounts 万元\nfunds total 120 120 118.5 10 98.75% 9.88\nactual 项目资金150万元全部用于村道硬化。",
                     "资金表中没有这个数"),
                 flags("amounts 元\nfunds total 300000 300000 300000 10 100% 10\nexpected 投入30元改造公厕5座。",
                       "元与万元混淆"),
                 flags("amounts 万元\nfunds total 60 60 60 10 100% 10\nexpected "
                       "项目预算60万元：购置教具20万元，维修操场25万元，更换课桌10万元。",
                       "相差 50,000.00 元"),
                 passes("amounts 万元\nfunds total 90 89.974 89.974 10 100% 10\nactual "
                        "项目实际支出89.97万元，其中监理费9.97万元，工程费80万元。"),
                 passes("amounts 万元\nfunds total 65 65 65 10 100% 10\nactual 按每人75元的标准补助。"),
                 passes("amounts 万元\nfunds total 60 60 60 10 100% 10\nexpected "
                        "项目预算60万元，主要用于购置教具20万元、维修操场25万元等。")},
};

}  // namespace jiheng::audit
