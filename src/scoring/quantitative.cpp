// Quantitative indicators 定量指标. 财预〔2020〕10号: a reached target has the full weight, an unmet one
// its proportion. For ≤ targets (cost, time) the proportion is target ÷ actual: practice, as are dates
// and ranges.
#include <algorithm>
#include <compare>
#include <utility>

#include "core/text.h"
#include "scoring/line.h"

namespace jiheng::detail {
namespace {

enum class Direction { Up, Down };

bool is_cost(const Indicator& indicator) {
  switch (indicator.level2) {
    case Level2::Cost:
    case Level2::EconomicCost:
    case Level2::SocialCost:
    case Level2::EcologicalCost: return true;
    default: return indicator.level1 == Level1::Cost;
  }
}

bool is_money(std::string_view unit, const Lexicon& lexicon) {
  const Unit* known = lexicon.find_unit(unit.substr(0, unit.find('/')));
  return known != nullptr && known->dimension == "money";
}

// …率, …度, 比例: measured in percent even where the sign was left out.
bool named_as_ratio(const Indicator& indicator) {
  return contains(indicator.l3.printed, "率") || contains(indicator.l3.printed, "度") ||
         contains(indicator.l3.printed, "比");
}

// The actual number in the target's unit; nullopt where they measure different things. `converted` says
// that the number is not as printed.
struct Comparable {
  Decimal actual;
  bool converted = false;
};
std::optional<Comparable> in_unit_of_target(const Judge& judge) {
  const Value& target = judge.target;
  const Value& actual = judge.actual;
  const Decimal& number = actual.number;
  if (target.percent && !actual.percent && actual.unit.empty()) {
    // A bare 0.95 for 95 % comes from a spreadsheet's number format.
    const bool fraction = number <= Decimal(1) && !number.is_zero() && !number.is_negative() &&
                          target.number > Decimal(1) && (number.scale() > 0 || target.number >= Decimal(50));
    if (fraction && number.scale() < Decimal::kMaxScale - 2) return Comparable{(number * Decimal(100)).trimmed(), true};
    return Comparable{number, false};
  }
  if (actual.percent && !target.percent) {
    if (!target.unit.empty() || !named_as_ratio(judge.indicator)) return std::nullopt;
    return Comparable{number, false};
  }
  if (target.unit == actual.unit || target.unit.empty() || actual.unit.empty()) return Comparable{number, false};
  const std::optional<Decimal> ratio = unit_ratio(actual.unit, target.unit, judge.lexicon);
  if (!ratio || ratio->is_zero()) return std::nullopt;
  if (*ratio == Decimal(1)) return Comparable{number, false};
  constexpr int kDecimals = 8;
  const std::optional<Decimal> converted = multiply_divide(number, *ratio, Decimal(1), kDecimals);
  return Comparable{converted->trimmed(), true};
}

Direction direction_of(const Judge& judge) {
  switch (judge.target.comparison) {
    case Comparison::AtMost:
    case Comparison::LessThan: return Direction::Down;
    case Comparison::AtLeast:
    case Comparison::MoreThan: return Direction::Up;
    case Comparison::None:
    case Comparison::Equal:
      // "0起" and what is paid under 成本 are better when they stay low.
      if (judge.target.number.is_zero()) return Direction::Down;
      if (judge.lexicon.direction_in(judge.indicator.l3.printed) == Lexicon::NameToken::LowerIsBetter)
        return Direction::Down;
      return is_cost(judge.indicator) && is_money(judge.target.unit, judge.lexicon) ? Direction::Down : Direction::Up;
  }
  return Direction::Up;
}

bool strict(Comparison comparison) {
  return comparison == Comparison::MoreThan || comparison == Comparison::LessThan;
}

bool reached(const Decimal& actual, const Value& target, Direction direction) {
  const auto order = actual <=> target.number;
  if (order == std::strong_ordering::equal) return !strict(target.comparison);
  return direction == Direction::Up ? std::is_gt(order) : std::is_lt(order);
}

// "0.5 万元 = 5000 元；" where the unit was converted.
void append_conversion(std::string& out, const Judge& judge, const Comparable& comparable) {
  if (!comparable.converted) return;
  append_value(out, judge.actual.number, judge.actual.unit);
  out += " = ";
  append_value(out, comparable.actual, judge.target.unit);
  out += "; ";
}

// part ÷ whole × weight, in words and number; false where it cannot be computed.
bool set_proportion(const Judge& judge, const Decimal& part, const Decimal& whole, std::string prefix,
                    ScoreLine& line) {
  const std::optional<Decimal> share =
      multiply_divide(judge.weight.amount, part, whole, judge.policy.rounding_scale, judge.policy.rounding);
  if (!share) return false;
  const Points points(std::clamp(*share, Decimal(0), std::max(judge.weight.amount, Decimal(0))));
  set_exact(line, LineStatus::Proportional, points);
  append(prefix, part);
  prefix += " ÷ ";
  append(prefix, whole);
  prefix += " × ";
  append(prefix, judge.weight.amount);
  prefix += " = ";
  append(prefix, points.amount.rounded(judge.policy.rounding_scale));
  set_working(line, std::move(prefix));
  return true;
}

void set_full(const Judge& judge, std::string working, ScoreLine& line) {
  set_reached(line, judge.weight);
  std::string en;
  en.reserve(kWorkingRoom);
  en.append(working).append(": full ");
  working += "，得满分 ";
  append(working, judge.weight.amount);
  append(en, judge.weight.amount);
  set_working(line, std::move(working), std::move(en));
}

// Reached, and by how much: far above means that the target was set low (偏离度).
void set_reached_up(const Judge& judge, const Decimal& actual, std::string working, ScoreLine& line) {
  append(working, actual);
  working += actual == judge.target.number ? " = " : " > ";
  append(working, judge.target.number);
  const Decimal& threshold = judge.policy.over_fulfilment.amount;
  const bool positive = !judge.target.number.is_negative() && !judge.target.number.is_zero();
  const std::optional<Decimal> ratio =
      positive && !judge.target.percent ? divide(actual, judge.target.number, 4) : std::nullopt;
  if (!ratio || *ratio <= threshold) {
    set_full(judge, std::move(working), line);
    return;
  }
  const Decimal taken = std::min(judge.policy.over_fulfilment_reduction * (*ratio - threshold), Decimal(1));
  const Points points = rounded(judge.weight.amount * (Decimal(1) - taken), judge.policy);
  set_exact(line, LineStatus::OverFulfilled, taken.is_zero() ? judge.weight : points);
  std::string percent = (*ratio * Decimal(100)).rounded(0).to_string() + " %";
  std::string en = working + ", " + percent + " of the target; points ";
  working += "，为指标值的 " + percent + "；得 ";
  append(working, line.low->amount);
  append(en, line.low->amount);
  working += " 分，须说明偏离原因";
  en += ", the deviation needs a reason";
  set_working(line, std::move(working), std::move(en));
}

void score_number(const Judge& judge, ScoreLine& line) {
  const std::optional<Comparable> comparable = in_unit_of_target(judge);
  if (!comparable) {
    std::string zh = "指标值以“" + judge.target.unit + "”计，完成值以“" + judge.actual.unit + "”计，无法比较";
    std::string en = "target in \"" + judge.target.unit + "\", result in \"" + judge.actual.unit + "\": not comparable";
    set_unknown(line, LineStatus::NotComparable, zh, en);
    return;
  }
  const Decimal& actual = comparable->actual;
  const Decimal& target = judge.target.number;
  const Direction direction = direction_of(judge);
  std::string working;
  working.reserve(kWorkingRoom);
  append_conversion(working, judge, *comparable);
  if (reached(actual, judge.target, direction)) {
    if (direction == Direction::Up) {
      set_reached_up(judge, actual, std::move(working), line);
      return;
    }
    append(working, actual);
    working += actual == target ? " = " : " < ";
    append(working, target);
    if (judge.target.comparison == Comparison::Equal && actual != target) {
      // "=10万元" under cost: less may be a saving or less done.
      const std::optional<Decimal> share = divide(actual, target, 4, Rounding::Down);
      set_band(line, judge.weight, share ? std::max(*share, Decimal(0)) : Decimal(0), Decimal(1), judge.policy);
      std::string en = working + ": a saving or a shortfall, to be judged";
      set_working(line, working + "：可能是节约，也可能是未完成，须判断", std::move(en));
      return;
    }
    set_full(judge, std::move(working), line);
    return;
  }
  const bool signs_fit = !actual.is_negative() && !target.is_negative();
  if (!signs_fit) {
    set_unknown(line, LineStatus::NotComparable, "含负数，不能按比例计分", "negative numbers have no proportion");
    return;
  }
  const bool unsigned_target =
      judge.target.comparison == Comparison::None || judge.target.comparison == Comparison::Equal;
  if (direction == Direction::Up && unsigned_target &&
      judge.lexicon.direction_in(judge.indicator.l3.printed) == Lexicon::NameToken::ControlRate) {
    const std::optional<Decimal> share = divide(actual, target, 6, Rounding::Down);
    set_band(line, judge.weight, share.value_or(Decimal(0)), Decimal(1), judge.policy);
    append(working, actual);
    working += " < ";
    append(working, target);
    std::string en = working + ": a control rate, lower may be better; to be judged";
    set_working(line, working + "：控制类指标，低于指标值可能是节约，须判断", std::move(en));
    return;
  }
  // A strict sign missed by nothing (150 for >150) has the proportion 1; so has 0 for <0.
  const bool up = direction == Direction::Up;
  const bool computed = set_proportion(judge, up ? actual : target, up ? target : actual, std::move(working), line);
  if (!computed)
    set_unknown(line, LineStatus::NotComparable, "指标值为 0，不能按比例计分", "no proportion to a target of 0");
}

void score_range(const Judge& judge, ScoreLine& line) {
  const std::optional<Comparable> comparable = in_unit_of_target(judge);
  const Value& target = judge.target;
  if (!comparable || target.upper < target.number) {
    set_unknown(line, LineStatus::NotComparable, "指标值区间与完成值无法比较", "range and result are not comparable");
    return;
  }
  const Decimal& actual = comparable->actual;
  std::string working;
  append_conversion(working, judge, *comparable);
  if (actual >= target.number && actual <= target.upper) {
    append(working, target.number);
    working += " ≤ ";
    append(working, actual);
    working += " ≤ ";
    append(working, target.upper);
    set_full(judge, std::move(working), line);
    return;
  }
  const bool below = actual < target.number;
  if (actual.is_negative() ||
      !set_proportion(judge, below ? actual : target.upper, below ? target.number : actual, std::move(working), line)) {
    set_unknown(line, LineStatus::NotComparable, "指标值区间与完成值无法比较", "range and result are not comparable");
  }
}

// ---- dates

// Months of delay: 0 when in time; compared as far as both are printed.
int delay_months(const Date& actual, const Date& target) {
  const bool years = actual.year != 0 && target.year != 0;
  int months = years ? (actual.year - target.year) * 12 : 0;
  if (actual.month == 0 || target.month == 0) return months;
  months += actual.month - target.month;
  if (months == 0 && actual.day != 0 && target.day != 0 && actual.day > target.day) return 1;
  if (months > 0 && actual.day != 0 && target.day != 0 && actual.day > target.day) return months + 1;
  return months;
}

std::string date_text(const Date& date) {
  std::string out;
  if (date.year != 0) out += std::to_string(date.year) + "年";
  if (date.month != 0) out += std::to_string(date.month) + "月";
  if (date.day != 0) out += std::to_string(date.day) + "日";
  return out;
}

void score_date(const Judge& judge, ScoreLine& line) {
  const int late = delay_months(judge.actual.date, judge.target.date);
  const bool not_before =
      judge.target.comparison == Comparison::AtLeast || judge.target.comparison == Comparison::MoreThan;
  const std::string dates = date_text(judge.actual.date) + " / " + date_text(judge.target.date);
  if (not_before ? late >= 0 : late <= 0) {
    set_reached(line, judge.weight);
    set_working(line, dates + "：按期，得满分", dates + ": in time, full points");
    return;
  }
  if (!judge.policy.delay_share_per_month) {
    set_band(line, judge.weight, Decimal(0), judge.policy.full_band_low, judge.policy);
    set_working(line, dates + "：逾期，按延误程度判断", dates + ": late, to be judged by the delay");
    return;
  }
  const Decimal lost = *judge.policy.delay_share_per_month * Decimal(late < 0 ? -late : late);
  const Decimal share = std::max(Decimal(1) - lost, Decimal(0));
  set_exact(line, LineStatus::Proportional, rounded(judge.weight.amount * share, judge.policy));
  const std::string months = std::to_string(late < 0 ? -late : late);
  set_working(line, dates + "：相差 " + months + " 个月，得 " + line.low->amount.to_string(),
              dates + ": off by " + months + " months, " + line.low->amount.to_string());
}

}  // namespace

void score_quantitative(const Judge& judge, ScoreLine& line) {
  const Value& target = judge.target;
  const Value& actual = judge.actual;
  if (target.kind == ValueKind::Date) {
    if (actual.kind == ValueKind::Date) {
      score_date(judge, line);
    } else {
      set_unknown(line, LineStatus::NotComparable, "指标值是日期，完成值不是",
                  "the target is a date, the result is not");
    }
    return;
  }
  if (actual.kind == ValueKind::Number) {
    target.kind == ValueKind::Range ? score_range(judge, line) : score_number(judge, line);
    return;
  }
  set_unknown(line, LineStatus::NotComparable, "指标值是数字，完成值不是一个数字",
              "the target is a number, the result is not");
}

}  // namespace jiheng::detail
