// What every reader is fuzzed under: small limits, so that time goes into breadth, and the promises a
// Document makes whatever it was read from.
#pragma once

#include <cstdlib>
#include <string_view>

#include "document/read_document.h"

namespace jiheng::fuzz {

inline Limits limits() {
  Limits limits;
  limits.max_bytes = 1U << 20;
  limits.max_unpacked = 16U << 20;
  limits.max_rows = 2000;
  limits.max_columns = 64;
  return limits;
}

inline void demand(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Cells sorted, inside the grid, and none over another.
inline void check(const Grid& grid) {
  std::vector<bool> taken(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns));
  const Cell* last = nullptr;
  for (const Cell& cell : grid.cells) {
    demand(cell.row >= 0 && cell.column >= 0 && cell.row_span > 0 && cell.column_span > 0);
    demand(cell.row + cell.row_span <= grid.rows && cell.column + cell.column_span <= grid.columns);
    demand(last == nullptr || last->row < cell.row || (last->row == cell.row && last->column < cell.column));
    last = &cell;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        const std::size_t at =
            static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(column);
        demand(!taken[at]);
        taken[at] = true;
      }
    }
  }
}

/// A Document with content that keeps its promises, or an Error that speaks to the clerk.
inline void check(const Result<Document>& document) {
  if (!document) {
    demand(!document.error().clerk.empty() && !document.error().english.empty());
    return;
  }
  demand(!document->blocks.empty());
  for (const Block& block : document->blocks) {
    if (const Grid* grid = block.grid()) check(*grid);
  }
}

}  // namespace jiheng::fuzz
