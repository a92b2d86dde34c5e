// Grids in a notation of one line a row for tests: "甲 | 乙>2 | 丙v3" (spans to the right and down).
#pragma once

#include <algorithm>
#include <string>

#include "document/document.h"

namespace jiheng::test {

inline std::string notation(const Grid& grid) {
  std::string out;
  int row = -1;
  for (const Cell& cell : grid.cells) {
    out += cell.row == row ? " | " : row < 0 ? "" : "\n";
    row = cell.row;
    std::string text = cell.text;
    std::replace(text.begin(), text.end(), '\n', '/');
    out += text;
    if (cell.column_span > 1) out += ">" + std::to_string(cell.column_span);
    if (cell.row_span > 1) out += "v" + std::to_string(cell.row_span);
  }
  return out;
}

/// Lines as they are, grids in the notation between ⟦ and ⟧.
inline std::string notation(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (!out.empty()) out += "\n";
    if (const Grid* grid = block.grid())
      out += "⟦" + notation(*grid) + "⟧";
    else
      out += block.line()->text;
  }
  return out;
}

/// Do the spans of no two cells overlap, and all stay inside?
inline bool is_sound(const Grid& grid) {
  std::vector<int> seen(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns));
  for (const Cell& cell : grid.cells) {
    if (cell.row < 0 || cell.column < 0 || cell.row_span < 1 || cell.column_span < 1) return false;
    if (cell.row + cell.row_span > grid.rows || cell.column + cell.column_span > grid.columns) return false;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        if (seen[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                 static_cast<std::size_t>(column)]++ > 0)
          return false;
      }
    }
  }
  return true;
}

}  // namespace jiheng::test
