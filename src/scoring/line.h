// The parts of scoring one line. Used by the .cpp files of scoring only.
#pragma once

#include <string>
#include <string_view>

#include "form/lexicon.h"
#include "scoring/scorecard.h"

namespace jiheng::detail {

/// What a line is judged with.
struct Judge {
  const Indicator& indicator;
  const Value& target;
  const Value& actual;
  const Points& weight;
  const Policy& policy;
  const Lexicon& lexicon;
};

/// Fills status, low, high and working of the 预算执行率 line from the funds row.
void score_execution(const FundsRow& row, const Policy& policy, ScoreLine& line);
/// A target that is a number, a range or a date, against whatever was reached.
void score_quantitative(const Judge& judge, ScoreLine& line);
/// A target in words, or a result in words.
void score_qualitative(const Judge& judge, ScoreLine& line);

// ---- how lines are filled

inline Points rounded(const Decimal& points, const Policy& policy) {
  return Points(points.rounded(policy.rounding_scale, policy.rounding));
}
/// Full weight.
void set_reached(ScoreLine& line, const Points& weight);
/// One number; `status` Proportional, or OverFulfilled where a policy reduces.
void set_exact(ScoreLine& line, LineStatus status, const Points& points);
/// A band [low, high] of shares of the weight.
void set_band(ScoreLine& line, const Points& weight, const Decimal& low, const Decimal& high, const Policy& policy);
/// Nothing can be said: no bounds.
void set_unknown(ScoreLine& line, LineStatus status, std::string_view zh, std::string_view en);

/// Both languages at once, where the working is numbers only.
void set_working(ScoreLine& line, std::string working);
void set_working(ScoreLine& line, std::string zh, std::string en);

/// Room for most workings, so that they are put together without growing.
inline constexpr std::size_t kWorkingRoom = 80;
/// "8 次", "95 %".
void append_value(std::string& out, const Decimal& number, std::string_view unit);
void append(std::string& out, const Decimal& number);

}  // namespace jiheng::detail
