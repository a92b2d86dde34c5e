// Page break: what belongs together above and below it, cell by cell.
//
// Browsers leave the rule out where they cut a cell; word processors draw it on both pages, so that
// only the contents tell.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/pdf/page_layout.h"

namespace jiheng::pdf {

/// A cell at the bottom of a page and the one below it, in the same columns, at the top of the next.
struct CellPair {
  const PageCell* above = nullptr;
  const PageCell* below = nullptr;
  /// No rule is printed between them: one cell, cut.
  [[nodiscard]] bool is_open() const { return above->place.open_bottom && below->place.open_top; }
  /// The rule between them is printed once, as it would be on one page: two cells.
  [[nodiscard]] bool is_ruled_once() const { return above->place.open_bottom != below->place.open_top; }
  /// Neither reaches over several rows, so that they are parts of one row at most.
  [[nodiscard]] bool is_in_row() const { return above->place.row_span == 1 || below->place.row_span == 1; }
};

/// Whether the first row below is the rest of the last row above. `pairs`: all cells of that row.
bool is_split_row(const std::vector<CellPair>& pairs);

/// If it is a row of its own: for each pair (left to right; nullopt for a cell without a counterpart),
/// whether it is one cell all the same, a merged label that reaches over the break.
std::vector<bool> merged_over_break(const std::vector<std::optional<CellPair>>& pairs);

/// Number, rate, amount, or a short target such as "≥90%": what a row has once.
bool is_value(std::string_view text);

}  // namespace jiheng::pdf
