// Rows: lines of a table body → logical rows. A row's cells may take several lines each, printed
// around the row's middle; numbers stand on one line and anchor it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/location.h"

namespace jiheng::segmenter {

/// How the lines of one column behave.
enum class CellKind {
  Single,  ///< one line a row: weights, scores, signs
  Value,   ///< mostly one line: targets, results
  Name,    ///< the row's name, often broken over lines
  Text,    ///< notes and other text over several lines
};

/// What one printed line holds, by column ("" where nothing).
struct BodyLine {
  std::vector<std::string> cells;
  float y = 0;
  Location where;
  bool after_blank = false;  ///< an empty line stands before it
};

/// Lines [first, last) of the body make one row.
struct RowRange {
  std::size_t first = 0, last = 0;
  bool doubtful = false;  ///< another cut would have cost nearly the same
};

/// Puts columns printed as blocks below each other (values of two rows, then weights of the same two)
/// back on common lines.
void straighten(std::vector<BodyLine>& body, const std::vector<CellKind>& kinds);

/// A single character that ends a unit or a word and is no answer by itself (厘|米).
bool is_rest(std::string_view text);

/// The cheapest partition of the body into rows.
std::vector<RowRange> partition_rows(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds);

}  // namespace jiheng::segmenter
