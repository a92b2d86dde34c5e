// I421: the cost of the whole project in the indicators is not the money of the funds table.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/indicators/money_value.h"

namespace jiheng::audit {
namespace {

bool of_whole_project(const Context& context, std::size_t i) {
  const WordHits& name = context.facts[i].name_words;
  return name.has(WordClass::TotalCostName) && !name.has(WordClass::UnitPriceName);
}

// Other costs in money beside it: it is one part of them, unless it is called the total.
bool is_one_of_several(const Context& context, std::size_t whole) {
  if (contains(context.facts[whole].name, "总")) return false;
  return std::any_of(context.filled.begin(), context.filled.end(), [&](std::size_t i) {
    const Indicator& row = context.row(i);
    const bool cost = row.level1 == Level1::Cost || row.level2 == Level2::Cost || row.level2 == Level2::EconomicCost;
    return i != whole && cost && !context.facts[i].name_words.has(WordClass::UnitPriceName) &&
           money_of(row.target.value);
  });
}

// A printed 132.9 万元 stands for anything that rounds to it.
bool agrees(const Money& printed, int decimals, const Decimal& unit, const Money& exact) {
  const Decimal half = Decimal::scaled(1, std::clamp(decimals, 0, 12)) * unit;
  return (printed - exact).amount.abs() < half || printed == exact;
}

void check(const Context& context, Report& report) {
  const FundsFacts& funds = context.funds;
  if (!funds.initial && !funds.adjusted) return;
  std::size_t wholes = 0;
  for (const std::size_t i : context.filled) wholes += of_whole_project(context, i) ? 1U : 0U;
  if (wholes != 1) return;  // several: each is a part
  for (const std::size_t i : context.filled) {
    if (!of_whole_project(context, i)) continue;
    const Indicator& row = context.row(i);
    const auto target = money_of(row.target.value);
    if (is_one_of_several(context, i)) return;
    if (!target || target->amount.is_zero()) return;
    const Decimal unit = *yuan_per_unit(row.target.value->unit);
    const auto same = [&](const std::optional<Money>& money, const Money& printed, const Value& value) {
      return money && agrees(printed, value.number.scale(), unit, *money);
    };
    if (!same(funds.initial, *target, *row.target.value) && !same(funds.adjusted, *target, *row.target.value)) {
      const Money& budget = funds.adjusted ? *funds.adjusted : *funds.initial;
      report
          .add({cat(quoted(context.name(i)), "指标值 ", row.target.printed, "（", *target, " 元）与预算 ", budget,
                    " 元不一致"),
                cat("The target ", row.target.printed, " of ", quoted(context.name(i)), " (", *target,
                    " yuan) is not the budget of ", budget)},
               {context.at(i, "target"), context.at(*funds.total, "adjusted")})
          .fix = {"成本指标值与批复预算保持一致", "Bring the cost target in line with the approved budget"};
    }
    const auto actual = money_of(row.actual.value, row.target.value->unit);
    if (actual && funds.executed && !funds.executed->amount.is_zero() &&
        !same(funds.executed, *actual, *row.actual.value)) {
      report
          .add({cat(quoted(context.name(i)), "完成值 ", row.actual.printed, "（", *actual, " 元）与执行数 ",
                    *funds.executed, " 元不一致"),
                cat("The result ", row.actual.printed, " of ", quoted(context.name(i)), " (", *actual,
                    " yuan) is not the executed ", *funds.executed)},
               {context.at(i, "actual"), context.at(*funds.total, "executed")})
          .fix = {"完成值按实际执行数填写", "Enter what was spent"};
    }
    return;
  }
}

}  // namespace

extern const Rule kI421{
    .id = "I421",
    .name = "cost-not-budget",
    .severity = Severity::Warning,
    .citation = "财预〔2021〕101号：成本指标与预算资金相匹配",
    .title = {"成本指标与资金栏不一致", "The cost indicator does not agree with the funds"},
    .doc = {"项目总成本的指标值应是批复的预算，完成值应是执行数，与资金栏一致（按印出的小数位四舍五入）。总额行空缺时按"
            "分项合计比对。改正：统一口径。",
            "The project's total cost has the budget as its target and the spending as its result, as in the funds "
            "table (rounded as "
            "printed; parts are added up where the total row is empty). Remedy: one figure."},
    .kinds = {},
    .check = check,
    .examples =
        {flags("amounts 万元\nfunds total 90 85.5 85.5\n产出/成本 项目总成本 | ≤90万元 | 90 | 8 | 8",
               "与执行数 855,000.00 元不一致"),
         flags("amounts 万元\nfunds total 90 85 85\n产出/成本 项目总成本 | ≤95万元 | 85 | 8 | 8",
               "与预算 850,000.00 元不一致"),
         passes("amounts 万元\nfunds total 202.64 132.912 132.912\n产出/成本 项目总成本 | ≤202.6万元 | 132.9 | 8 | 8"),
         passes("amounts 万元\nfunds total 90 90 90\n成本/经济成本 校舍建设成本 | ≤60万元 | 60万元 | 8 | "
                "8\n成本/经济成本 器材购置成本 | ≤30万元 | 30万元 | 8 | 8"),
         passes("amounts 万元\nfunds total 90 90 90\n产出/成本 人均培训成本 | ≤400元 | 400元 | 8 | 8")},
};

}  // namespace jiheng::audit
