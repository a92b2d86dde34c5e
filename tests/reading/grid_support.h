// Grids written as text, for tests: one line a row, cells between '|'; "<" continues the cell on the left,
// "^" the cell above, "\n" inside a cell is written "/".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace jiheng::testing {

inline std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at == text.size() || text[at] == mark) {
      std::string piece(text.substr(from, at - from));
      const std::size_t first = piece.find_first_not_of(' ');
      piece = first == std::string::npos ? "" : piece.substr(first, piece.find_last_not_of(' ') - first + 1);
      out.push_back(std::move(piece));
      from = at + 1;
    }
  }
  return out;
}

inline Grid grid_of(std::string_view text, int page = 1) {
  Grid grid;
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(text, '\n')) {
    if (!line.empty()) rows.push_back(split(line, '|'));
  }
  grid.rows = static_cast<int>(rows.size());
  for (const auto& row : rows) grid.columns = std::max(grid.columns, static_cast<int>(row.size()));
  grid.first_page = grid.last_page = page;
  std::vector<std::vector<std::size_t>> owner(rows.size(),
                                              std::vector<std::size_t>(static_cast<std::size_t>(grid.columns)));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& cell_text = rows[r][c];
      if (cell_text == "<") {
        owner[r][c] = owner[r][c - 1];
        Cell& cell = grid.cells[owner[r][c]];
        if (cell.row == static_cast<int>(r)) cell.column_span = static_cast<int>(c) - cell.column + 1;
      } else if (cell_text == "^") {
        owner[r][c] = owner[r - 1][c];
        Cell& cell = grid.cells[owner[r][c]];
        cell.row_span = static_cast<int>(r) - cell.row + 1;
      } else {
        Cell cell;
        cell.row = static_cast<int>(r);
        cell.column = static_cast<int>(c);
        cell.page = page;
        for (const char x : cell_text) cell.text.push_back(x == '/' ? '\n' : x);
        owner[r][c] = grid.cells.size();
        grid.cells.push_back(std::move(cell));
      }
    }
  }
  return grid;
}

inline TextLine line_of(std::string text, int page = 1) {
  TextLine line;
  line.text = std::move(text);
  line.page = page;
  return line;
}

inline Document document_of(std::vector<std::variant<TextLine, Grid>> blocks) {
  Document document;
  document.name = "test";
  document.pages = 1;
  for (auto& block : blocks) document.blocks.push_back({std::move(block)});
  return document;
}

}  // namespace jiheng::testing
