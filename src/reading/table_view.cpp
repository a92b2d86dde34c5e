#include "reading/table_view.h"

#include <algorithm>

#include "core/text.h"

namespace jiheng {

TableView::TableView(const Grid& grid, const Wording& wording, int number) : grid_(&grid), number_(number) {
  const auto columns = static_cast<std::size_t>(grid.columns);
  owner_.assign(static_cast<std::size_t>(grid.rows) * columns, -1);
  labels_.reserve(grid.cells.size());
  keys_.reserve(grid.cells.size());
  claimed_.assign(grid.cells.size(), false);
  int index = 0;
  for (const Cell& cell : grid.cells) {
    const int last_row = std::min(cell.row + cell.row_span, grid.rows);
    const int last_column = std::min(cell.column + cell.column_span, grid.columns);
    for (int row = std::max(cell.row, 0); row < last_row; ++row) {
      for (int column = std::max(cell.column, 0); column < last_column; ++column) {
        owner_[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)] = index;
      }
    }
    keys_.push_back(cell.text.empty() ? std::string() : label_key(cell.text));
    labels_.push_back(wording.meanings(keys_.back()));
    ++index;
  }
}

const Cell* TableView::at(int row, int column) const {
  if (row < 0 || column < 0 || row >= rows() || column >= columns()) return nullptr;
  const int index =
      owner_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) + static_cast<std::size_t>(column)];
  return index < 0 ? nullptr : &grid_->cells[static_cast<std::size_t>(index)];
}

std::vector<const Cell*> TableView::cells_of(int row) const {
  std::vector<const Cell*> out;
  const Cell* last = nullptr;
  for (int column = 0; column < columns(); ++column) {
    const Cell* cell = at(row, column);
    if (cell != nullptr && cell != last) out.push_back(cell);
    if (cell != nullptr) last = cell;
  }
  return out;
}

const Cell* TableView::only_text(int row) const {
  const Cell* only = nullptr;
  for (const Cell* cell : cells_of(row)) {
    if (cell->row != row || blank(*cell)) continue;
    if (only != nullptr) return nullptr;
    only = cell;
  }
  return only;
}

const Cell* TableView::right_of(const Cell& cell, int row) const {
  for (int column = cell.column + cell.column_span; column < columns(); ++column) {
    const Cell* next = at(row, column);
    if (next != nullptr && next != &cell) return next;
  }
  return nullptr;
}

const Cell* TableView::below(const Cell& cell) const {
  return at(cell.row + cell.row_span, cell.column);
}

Label TableView::label(const Cell& cell, Part part) const {
  const std::optional<LabelSet>& set = labels_[index_of(cell)];
  return !set ? Label::None : (*set)[static_cast<std::size_t>(part)];
}

bool TableView::is_label(const Cell& cell) const {
  return labels_[index_of(cell)].has_value();
}

Location TableView::where(const Cell& cell) const {
  Location out;
  out.page = cell.page;
  out.table = number_;
  out.row = cell.row + 1;
  out.column = cell.column + 1;
  out.box = cell.box;
  out.cell = cell.name;
  return out;
}

float TableView::confidence_of(const Cell& cell) {
  constexpr float kUnreadable = 0.2F;
  const bool hashes = cell.text.size() >= 2 && cell.text.find_first_not_of('#') == std::string::npos;
  return hashes ? kUnreadable : cell.confidence;
}

std::string TableView::text_of(const Cell& cell) {
  return joined_lines(cell.text);
}

}  // namespace jiheng
