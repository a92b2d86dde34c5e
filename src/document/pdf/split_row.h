// Split row: whether the first row of a page is the rest of the last row of the page before.
//
// Browsers leave the rule out at the break; word processors draw it, so that only the contents tell.
#pragma once

#include <string_view>
#include <utility>
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

bool is_split_row(const std::vector<CellPair>& pairs);

/// Number, rate, amount, or a short target such as "≥90%": what a row has once.
bool is_value(std::string_view text);

}  // namespace jiheng::pdf
