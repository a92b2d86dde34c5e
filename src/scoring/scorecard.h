// Scorecard 评分卡: what the rules give for a form, line by line, with the working in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/quantity.h"
#include "form/form.h"
#include "scoring/policy.h"

namespace jiheng {

/// How a line's expected points came about.
enum class LineStatus {
  Reached,        ///< target reached: full weight
  Proportional,   ///< not reached: by proportion
  Judgement,      ///< qualitative: a band [low, high], not one number
  OverFulfilled,  ///< reached, but above the policy's threshold
  Missing,        ///< actual (or target) is missing: nothing can be said
  NotComparable,  ///< target and actual are of different kinds or units
  NotScored,      ///< no weight on this line (sub-rows 其中, placeholders)
};
std::string_view status_name(LineStatus status);

struct ScoreLine {
  int indicator = -1;  ///< index into Form::indicators; -1: budget execution 预算执行率
  std::optional<Points> weight;
  std::optional<Points> printed;    ///< the form's own score
  std::optional<Points> low, high;  ///< expected; equal unless Judgement. Absent: cannot be judged
  LineStatus status = LineStatus::Missing;
  std::string working;  ///< Chinese: "8 ÷ 10 × 1 = 0.80"
  std::string working_en;
  [[nodiscard]] bool exact() const { return low && high && *low == *high; }
  bool operator==(const ScoreLine&) const = default;
};

struct Scorecard {
  std::string policy;  ///< id
  std::string citation;
  std::vector<ScoreLine> lines;  ///< execution first, then one a scored indicator, in form order
  Points printed_sum;            ///< sum of the printed scores, execution included
  std::optional<Points> printed_total;
  Points total_low, total_high;  ///< expected total as a band; equal when nothing is judgement
  Points total;  ///< expected total taking the printed score where it lies inside the band or nothing can be judged
  bool complete = true;  ///< false: some scored lines cannot be judged
  std::string grade;     ///< 等级 of `total`: 优 良 中 差; "" where the form has no scores
  bool operator==(const Scorecard&) const = default;
};

/// Scores a form. Pure.
Scorecard score(const Form& form, const Policy& policy, const Lexicon& lexicon);

/// What a line of the form's scorecard is about: "预算执行率" or the indicator's name as printed.
std::string_view name_of(const ScoreLine& line, const Form& form);

/// The grade of a total under the policy, "" if it has none.
std::string grade_of(const Points& total, const Policy& policy);

}  // namespace jiheng
