// Matching: which figure of a text speaks of which indicator, and whether they agree. Shared by the
// rules that hold the narrative against the table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/context.h"

namespace jiheng::audit {

/// How two units of measure go together.
enum class UnitRelation {
  Different,
  Kindred,  ///< may count the same things: 人 and 人次, 个 and 家
  Same,
};

/// Which of the two columns a text is held against: 预期目标 – 指标值, 实际完成情况 – 完成值.
enum class Side { Expected, Actual };
const Narrative& narrative_of(const Context& context, Side side);
/// The understood number in that column of a row, or nullptr if it is none.
const Value* number_of(const Context& context, std::size_t indicator, Side side);

UnitRelation relate_units(const Context& context, std::size_t indicator, const Quantity& quantity);

/// Whether a told figure and a table's number can both be true ("约2000余人" and 2013 can).
bool agrees(const Quantity& told, const Decimal& number);
/// A told figure that surely is above the number, its vagueness considered.
bool surely_above(const Quantity& told, const Decimal& number);

/// The clause as evidence: with the one before it when it says too little by itself.
Passage passage_around(const Context& context, const Narrative& narrative, std::size_t clause);

/// A figure of the text and the indicator it speaks of most clearly.
struct Match {
  std::size_t quantity = 0, indicator = 0;
  int strength = 0;  ///< as in Resemblance
  UnitRelation unit = UnitRelation::Different;
};
/// Best matches of the figures of one text; a figure that fits several indicators equally is matched
/// with each of them, unless it agrees with one: then with that one only. Money, dates, unit prices
/// and parts are left out.
std::vector<Match> match_figures(const Context& context, Side side);

/// Indicators that a clause speaks of, strongest first left to the caller.
std::vector<std::size_t> indicators_in(const Context& context, const Narrative& narrative, std::size_t clause,
                                       int least_strength);

}  // namespace jiheng::audit
