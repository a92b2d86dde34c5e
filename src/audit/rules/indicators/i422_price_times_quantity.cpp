// I422: unit price × quantity is more than the budget.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/indicators/money_value.h"

namespace jiheng::audit {
namespace {

struct Price {
  std::size_t row;
  Decimal yuan;
  std::string_view per;  // 亩 of 元/亩; "" if not said
};

std::optional<Price> price_in(const Context& context, std::size_t i) {
  const Indicator& row = context.row(i);
  if (!row.target.value || row.target.value->kind != ValueKind::Number) return std::nullopt;
  const std::string_view unit = row.target.value->unit;
  const std::size_t slash = unit.find('/');
  const auto yuan = yuan_per_unit(unit.substr(0, slash));
  if (!yuan) return std::nullopt;
  std::string_view per = slash == std::string_view::npos ? std::string_view() : unit.substr(slash + 1);
  if (contains(per, "/") || contains(per, "、") || contains(per, ",") || contains(per, "次") || contains(per, "天") ||
      contains(per, "月"))
    return std::nullopt;
  if (per.empty() && !context.facts[i].name_words.has(WordClass::UnitPriceName)) return std::nullopt;
  return Price{i, row.target.value->number * *yuan, per};
}

void check(const Context& context, Report& report) {
  const FundsFacts& funds = context.funds;
  if (!funds.adjusted && !funds.initial) return;
  Money budget = funds.adjusted.value_or(Money());
  if (funds.initial && *funds.initial > budget) budget = *funds.initial;
  if (budget.amount.is_zero()) return;
  std::optional<Price> price;
  std::optional<std::size_t> quantity;
  std::size_t quantities = 0;
  for (const std::size_t i : context.filled) {
    if (const auto found = price_in(context, i)) {
      if (price) return;  // several prices: which quantity belongs to which is a guess
      price = found;
    }
  }
  if (!price) return;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (row.level2 != Level2::Quantity || !row.target.value || row.target.value->kind != ValueKind::Number ||
        row.target.value->percent)
      continue;
    if (context.facts[i].part) continue;
    if (!price->per.empty() && row.target.value->unit != price->per) continue;
    ++quantities;
    quantity = i;
  }
  if (quantities != 1) return;
  const Value& count = *context.row(*quantity).target.value;
  const Money product(price->yuan * count.number);
  const Decimal allowed = budget.amount * Decimal::scaled(105, 2);
  if (product.amount <= allowed) return;
  Finding& finding = report.add(
      {cat(quoted(context.name(price->row)), " ", context.row(price->row).target.printed, " × ",
           quoted(context.name(*quantity)), " ", context.row(*quantity).target.printed, " = ", product,
           " 元，超过预算 ", budget, " 元"),
       cat(quoted(context.name(price->row)), " ", context.row(price->row).target.printed, " × ",
           quoted(context.name(*quantity)), " ", context.row(*quantity).target.printed, " = ", product,
           " yuan, more than the budget of ", budget)},
      {context.at(price->row, "target"), context.at(*quantity, "target"), context.at(*funds.total, "adjusted")});
  finding.working.zh = cat(price->yuan, " × ", count.number, " = ", product);
  finding.working.en = finding.working.zh;
  finding.fix = {"核对单价、数量和预算，说明其他资金来源", "Check price, quantity and budget, or tell of other money"};
}

}  // namespace

extern const Rule kI422{
    .id = "I422",
    .name = "price-times-quantity-over-budget",
    .severity = Severity::Warning,
    .citation = "财预〔2021〕101号：指标与预算资金相匹配",
    .title = {"单价乘数量超过预算", "Price times quantity is more than the budget"},
    .doc = {"只有一个单价、一个对应数量时，两者相乘不应超过预算（放宽 "
            "5%）。超过说明单价、数量或预算有一处不实，或另有资金未列。改正：核对。",
            "With one price and one quantity their product should stay within the budget (5 % allowed). Otherwise one "
            "of them is wrong "
            "or money is not listed. Remedy: check."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 30 30 30\n产出/数量 更新设备 | 50件 | 50件 | 20 | 20\n产出/成本 "
                       "设备单价 | 2万元 | 2万元 | 20 | 20",
                       "= 1,000,000.00 元"),
                 passes("amounts 万元\nfunds total _ 65.66 65.07\n产出/数量 参保人数 | 8755人 | 8676人 | 15 | "
                        "15\n产出/成本 每人每年配套资金 | 75元 | 75元 | 10 | 10"),
                 passes("amounts 万元\nfunds total 30 30 30\n产出/数量 更新设备 | 10件 | 10件 | 20 | 20\n产出/数量 "
                        "更新灯光 | 50件 | 50件 | 20 | 20\n产出/成本 设备单价 | 2万元 | 2万元 | 20 | 20")},
};

}  // namespace jiheng::audit
