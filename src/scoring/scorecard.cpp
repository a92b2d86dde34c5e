// Scoring a form: the execution line, one line an indicator, and the totals as far as they are certain.
#include "scoring/scorecard.h"

#include <algorithm>
#include <stdexcept>

#include "scoring/line.h"

namespace jiheng {
namespace {

// The row that carries the execution score: the total, else the first that has points at all.
const FundsRow* execution_row(const Form& form) {
  const auto has_points = [](const FundsRow& row) { return row.weight.value || row.score.value; };
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  if (total != nullptr && has_points(*total)) return total;
  const auto scored = std::find_if(form.funds.begin(), form.funds.end(), has_points);
  return scored == form.funds.end() ? nullptr : &*scored;
}

// A form may print numbers of any length: what cannot be computed is said, not thrown.
template <class Work>
void guarded(ScoreLine& line, Work work) {
  try {
    work();
  } catch (const std::overflow_error&) {
    detail::set_unknown(line, LineStatus::NotComparable, "数字过长，无法计算",
                        "the numbers are too long to compute with");
  }
}

ScoreLine execution_line(const FundsRow& row, const Policy& policy) {
  ScoreLine line;
  line.weight = row.weight.value;
  line.printed = row.score.value;
  if (line.weight) {
    guarded(line, [&] { detail::score_execution(row, policy, line); });
  } else {
    detail::set_unknown(line, LineStatus::NotScored, "未列分值", "no weight");
  }
  return line;
}

ScoreLine indicator_line(const Indicator& row, int index, const Policy& policy, const Lexicon& lexicon) {
  ScoreLine line;
  line.indicator = index;
  line.weight = row.weight.value;
  line.printed = row.score.value;
  if (!line.weight) {
    detail::set_unknown(line, LineStatus::NotScored, "未列分值", "no weight");
    return line;
  }
  if (!row.target.value || !row.actual.value) {
    if (!row.target.value && !row.actual.value) {
      detail::set_unknown(line, LineStatus::Missing, "指标值和完成值均未填", "target and result are missing");
    } else if (!row.target.value) {
      detail::set_unknown(line, LineStatus::Missing, "未填指标值", "the target is missing");
    } else {
      detail::set_unknown(line, LineStatus::Missing, "未填完成值", "the result is missing");
    }
    return line;
  }
  const Value& target = *row.target.value;
  const Value& actual = *row.actual.value;
  const detail::Judge judge{row, target, actual, *line.weight, policy, lexicon};
  const bool promised = target.quantitative() || target.kind == ValueKind::Date;
  const bool in_numbers = actual.quantitative() || actual.kind == ValueKind::Date;
  guarded(line, [&] {
    promised&& in_numbers ? detail::score_quantitative(judge, line) : detail::score_qualitative(judge, line);
  });
  return line;
}

// Adds a line to the totals.
void add_to_totals(const ScoreLine& line, Scorecard& card) {
  if (line.printed) card.printed_sum += *line.printed;
  if (!line.low || !line.high) {
    if (line.weight) {
      card.total_high += *line.weight;
      card.complete = false;
    } else if (line.printed) {  // points without a weight: taken as they are
      card.total_low += *line.printed;
      card.total_high += *line.printed;
      card.complete = false;
    }
    if (line.printed) card.total += *line.printed;
    return;
  }
  card.total_low += *line.low;
  card.total_high += *line.high;
  if (!line.printed) {
    card.total += *line.low;
    if (!line.exact()) card.complete = false;
  } else {
    card.total += std::clamp(*line.printed, *line.low, *line.high);
  }
}

// The indicators alone make the printed total weight: the form gives the execution rate points beside its
// 100, and its total does not count them.
bool execution_stands_apart(const Form& form, const Scorecard& card) {
  if (!form.total_weight.value || card.lines.empty() || card.lines.front().indicator >= 0) return false;
  if (!card.lines.front().weight || card.lines.front().weight->amount.is_zero()) return false;
  Points weights;
  for (const ScoreLine& line : card.lines) {
    if (line.indicator >= 0 && line.weight) weights += *line.weight;
  }
  return weights == *form.total_weight.value;
}

// The grade, where it is certain enough to be said.
std::string certain_grade(const Scorecard& card, const Policy& policy) {
  Points weights;
  bool any_score = card.printed_total.has_value();
  bool any_weight = false;
  for (const ScoreLine& line : card.lines) {
    any_score = any_score || line.printed.has_value();
    if (line.weight) {
      weights += *line.weight;
      any_weight = true;
    }
  }
  // Points without any weight are a part of something: only a printed total says of what.
  if (!any_weight && !card.printed_total) return "";
  if (!any_score) {
    // A draft with results but without scores: only when the rules leave no doubt.
    if (!any_weight || !card.complete) return "";
    const std::string low = grade_of(card.total_low, policy);
    if (low != grade_of(card.total_high, policy)) return "";
  }
  std::string grade = grade_of(card.total, policy);
  // Weights that do not make 100 leave points that nobody can see on the form.
  const Points full(100);
  if (any_weight && weights < full && grade != grade_of(card.total + (full - weights), policy)) return "";
  return grade;
}

}  // namespace

std::string_view name_of(const ScoreLine& line, const Form& form) {
  return line.indicator < 0 ? std::string_view("预算执行率")
                            : std::string_view(form.indicators.at(static_cast<std::size_t>(line.indicator)).l3.printed);
}

Scorecard score(const Form& form, const Policy& policy, const Lexicon& lexicon) {
  Scorecard card;
  card.policy = policy.id;
  card.citation = policy.citation;
  card.printed_total = form.total_score.value;
  card.lines.reserve(form.indicators.size() + 1);
  if (const FundsRow* row = execution_row(form)) card.lines.push_back(execution_line(*row, policy));
  for (std::size_t at = 0; at < form.indicators.size(); ++at) {
    if (form.indicators[at].placeholder) continue;
    card.lines.push_back(indicator_line(form.indicators[at], static_cast<int>(at), policy, lexicon));
  }
  const bool apart = execution_stands_apart(form, card);
  for (const ScoreLine& line : card.lines) {
    if (apart && line.indicator < 0) {
      if (line.printed) card.printed_sum += *line.printed;
    } else {
      add_to_totals(line, card);
    }
  }
  card.grade = certain_grade(card, policy);
  return card;
}

}  // namespace jiheng
