// Ruling: the rules of a page, put together from the pieces that programs print.
//
// LibreOffice strokes one line per rule; browsers fill one thin rectangle per cell edge, with
// neighbours overlapping or up to a point apart; double borders are two lines. All become one
// Rule each.
#pragma once

#include <span>
#include <vector>

#include "document/pdf/page.h"

namespace jiheng::pdf {

/// One whole rule: at `at`, going from `from` to `to`.
struct Rule {
  float at = 0, from = 0, to = 0;
  [[nodiscard]] float length() const { return to - from; }
  bool operator==(const Rule&) const = default;
};

/// Both lists sorted by (at, from).
struct Ruling {
  std::vector<Rule> horizontal, vertical;
};

// In points. No row or column with text in it is narrower than kSameRule, so lines that close
// are one rule; no row is as low as kBreak, so a larger gap in a rule separates cells.
inline constexpr float kSameRule = 2.5F;         ///< between neighbouring lines of one rule
inline constexpr float kWidestRule = 4.5F;       ///< of a multiple border, first to last line
inline constexpr float kBreak = 4.0F;            ///< gap in a rule that is bridged (dashes, cell edges)
inline constexpr float kShortestRule = 4.0F;     ///< shorter ones are marks, not rules
inline constexpr std::size_t kMostRules = 4000;  ///< each way; a page with more is a drawing: longest kept

Ruling merged_rules(std::span<const Segment> segments);

}  // namespace jiheng::pdf
