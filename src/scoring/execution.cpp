// Budget execution 预算执行率. 财预〔2020〕10号: executed ÷ budget after adjustment; the score is the
// weight by that rate, at most the weight. Floors and bands are regional practice.
#include <algorithm>

#include "scoring/line.h"

namespace jiheng::detail {
namespace {

constexpr int kRateScale = 8;  ///< decimals of a rate while computing

struct Execution {
  std::optional<Money> executed, budget;
  std::optional<Decimal> rate;  ///< as a fraction
  bool from_initial = false;    ///< no adjusted budget: the initial one
  bool printed = false;         ///< amounts missing: the rate as printed
};

Execution execution_of(const FundsRow& row) {
  Execution out;
  out.executed = row.executed.value;
  out.budget = row.adjusted.value;
  if (!out.budget && row.initial.value) {
    out.budget = row.initial.value;
    out.from_initial = true;
  }
  if (out.executed && out.budget && !out.budget->amount.is_zero()) {
    out.rate = divide(out.executed->amount, out.budget->amount, kRateScale);
  } else if (row.rate.value) {
    out.rate = row.rate.value->amount;
    out.printed = true;
  }
  return out;
}

void append_percent(std::string& out, const Decimal& rate) {
  append(out, (rate * Decimal(100)).rounded(2));
  out += " %";
}

}  // namespace

void score_execution(const FundsRow& row, const Policy& policy, ScoreLine& line) {
  const Execution execution = execution_of(row);
  const Points& weight = *line.weight;
  if (!execution.rate) {
    if (execution.budget && execution.budget->amount.is_zero()) {
      set_unknown(line, LineStatus::NotComparable, "预算数为 0，无法计算执行率", "the budget is 0: no rate");
    } else {
      set_unknown(line, LineStatus::Missing, "缺少预算数或执行数，无法计算执行率",
                  "budget or executed amount is missing");
    }
    return;
  }
  std::string zh;
  if (execution.printed) {
    zh = "按填报的执行率 ";
  } else {
    append(zh, execution.executed->amount.trimmed());
    zh += " ÷ ";
    append(zh, execution.budget->amount.trimmed());
    zh += " = ";
  }
  append_percent(zh, *execution.rate);
  std::string en = zh;
  if (execution.printed) {
    en = "printed rate ";
    append_percent(en, *execution.rate);
  } else if (execution.from_initial) {
    zh += "（无调整预算，按年初预算）";
    en += " (of the initial budget)";
  }
  zh += "；";
  en += "; ";

  const Decimal share = std::min(*execution.rate, Decimal(1));
  if (share.is_negative()) {
    set_unknown(line, LineStatus::NotComparable, "执行率为负数，无法计分", "the rate is negative");
    return;
  }
  std::string tail;
  switch (policy.execution) {
    case ExecutionFormula::Floor:
      if (share < policy.execution_floor.amount) {
        set_exact(line, LineStatus::Proportional, Points(0));
        zh += "低于 ";
        en += "below ";
        append_percent(tail, policy.execution_floor.amount);
        zh += tail + "，得 0 分";
        en += tail + ": 0 points";
        set_working(line, std::move(zh), std::move(en));
        return;
      }
      [[fallthrough]];
    case ExecutionFormula::Linear: {
      // Rounded once, from the amounts themselves where they are known.
      const Decimal product = weight.amount * share.rounded(6).trimmed();
      const std::optional<Decimal> exact =
          execution.printed ? std::nullopt
                            : multiply_divide(weight.amount, execution.executed->amount, execution.budget->amount,
                                              policy.rounding_scale, policy.rounding);
      const Points points = share == Decimal(1) ? weight : exact ? Points(*exact) : rounded(product, policy);
      set_exact(line, share == Decimal(1) ? LineStatus::Reached : LineStatus::Proportional, points);
      append(tail, weight.amount);
      tail += " × ";
      append_percent(tail, share);
      tail += " = ";
      append(tail, points.amount.rounded(policy.rounding_scale, policy.rounding));
      break;
    }
    case ExecutionFormula::Bands: {
      Decimal band_share;
      for (const ExecutionBand& band : policy.execution_bands) {
        if (share < band.from.amount) continue;
        band_share = band.share;
        break;
      }
      const Points points = rounded(weight.amount * band_share, policy);
      set_exact(line, band_share == Decimal(1) ? LineStatus::Reached : LineStatus::Proportional, points);
      zh += "按分档得权重的 ";
      en += "band: ";
      append_percent(tail, band_share);
      tail += " = ";
      append(tail, points.amount);
      break;
    }
  }
  zh += tail;
  en += tail;
  set_working(line, std::move(zh), std::move(en));
}

}  // namespace jiheng::detail
