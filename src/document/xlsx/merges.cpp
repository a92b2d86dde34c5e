#include "document/xlsx/merges.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "document/refusal.h"

namespace jiheng {
namespace {

constexpr int kLongestGap = 16;  ///< empty rows or columns kept in a row; more mean nothing

// Maps the places of a sheet to those of the grid: used ones in order, gaps at most kLongestGap long.
class Axis {
 public:
  void use(int place) { used_.push_back(place); }
  void settle() {
    std::sort(used_.begin(), used_.end());
    used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
    mapped_.assign(static_cast<std::size_t>(last() - first()) + 1, -1);
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const int gap = i == 0 ? 0 : used_[i] - used_[i - 1] - 1;
      for (int step = 1; step <= std::min(gap, kLongestGap); ++step) map(used_[i - 1] + step);
      map(used_[i]);
    }
  }
  [[nodiscard]] bool empty() const { return used_.empty(); }
  [[nodiscard]] int first() const { return used_.front(); }
  [[nodiscard]] int last() const { return used_.back(); }
  [[nodiscard]] int count() const { return count_; }
  /// The grid's place of a sheet's; −1 outside and in the cut part of a gap.
  [[nodiscard]] int operator()(int place) const {
    return place < first() || place > last() ? -1 : mapped_[static_cast<std::size_t>(place - first())];
  }

 private:
  void map(int place) { mapped_[static_cast<std::size_t>(place - first())] = count_++; }
  std::vector<int> used_, mapped_;
  int count_ = 0;
};

struct Anchor {
  int row = 0, column = 0, rows = 1, columns = 1;
};

bool before(const Cell& cell, const Anchor& anchor) {
  return std::pair(cell.row, cell.column) < std::pair(anchor.row, anchor.column);
}

// Which positions lie under a merge, and where the merges begin. Overlapping ones are ignored.
class Cover {
 public:
  Cover(int rows, int columns)
      : columns_(columns), covered_(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns)) {}

  void add(const Anchor& anchor) {
    const auto area = static_cast<std::int64_t>(anchor.rows) * anchor.columns;
    if (area < 2 || (work_ += area) > kMaxWork) return;
    for (int row = anchor.row; row < anchor.row + anchor.rows; ++row) {
      for (int column = anchor.column; column < anchor.column + anchor.columns; ++column) {
        if (covered_[index(row, column)]) return;
      }
    }
    for (int row = anchor.row; row < anchor.row + anchor.rows; ++row) {
      for (int column = anchor.column; column < anchor.column + anchor.columns; ++column)
        covered_[index(row, column)] = true;
    }
    anchors.push_back(anchor);
  }
  [[nodiscard]] bool covers(int row, int column) const { return covered_[index(row, column)]; }

  std::vector<Anchor> anchors;

 private:
  static constexpr std::int64_t kMaxWork = 400'000'000;
  [[nodiscard]] std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }
  int columns_;
  std::vector<bool> covered_;
  std::int64_t work_ = 0;
};

// Gives the merges' spans to the cells they begin at and drops the cells below them.
void lay_merges(Grid& grid, Cover& cover) {
  std::sort(cover.anchors.begin(), cover.anchors.end(),
            [](const Anchor& a, const Anchor& b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
  auto anchor = cover.anchors.begin();
  std::vector<Cell> kept;
  kept.reserve(grid.cells.size());
  for (Cell& cell : grid.cells) {
    while (anchor != cover.anchors.end() && !before(cell, *anchor) &&
           (anchor->row != cell.row || anchor->column != cell.column)) {
      ++anchor;
    }
    const bool begins = anchor != cover.anchors.end() && anchor->row == cell.row && anchor->column == cell.column;
    if (begins) {
      cell.row_span = anchor->rows;
      cell.column_span = anchor->columns;
    } else if (cover.covers(cell.row, cell.column)) {
      continue;
    }
    kept.push_back(std::move(cell));
  }
  grid.cells = std::move(kept);
}

}  // namespace

Result<Grid> grid_of_cells(std::vector<Cell> cells, std::vector<Merge> merges, const Limits& limits) {
  Axis rows, columns;
  for (const Cell& cell : cells) {
    if (cell.text.empty()) continue;
    rows.use(cell.row);
    columns.use(cell.column);
  }
  Grid grid;
  if (rows.empty()) return grid;

  // A merge that begins at a text belongs to what is shown, unless it reaches absurdly far.
  std::sort(merges.begin(), merges.end(),
            [](const Merge& a, const Merge& b) { return std::pair(a.top, a.left) < std::pair(b.top, b.left); });
  auto merge = merges.begin();
  for (const Cell& cell : cells) {
    while (merge != merges.end() && std::pair(merge->top, merge->left) < std::pair(cell.row, cell.column)) ++merge;
    if (merge == merges.end()) break;
    if (cell.text.empty() || merge->top != cell.row || merge->left != cell.column) continue;
    constexpr int kFar = 1024;
    if (merge->bottom - merge->top < kFar) {
      for (int row = merge->top; row <= merge->bottom; ++row) rows.use(row);
    }
    if (merge->right - merge->left < limits.max_columns) {
      for (int column = merge->left; column <= merge->right; ++column) columns.use(column);
    }
  }
  rows.settle();
  columns.settle();
  grid.rows = rows.count();
  grid.columns = columns.count();
  if (grid.columns > limits.max_columns) {
    return too_large({}, "表格超过 " + std::to_string(limits.max_columns) + " 列",
                     "a table has more than " + std::to_string(limits.max_columns) + " columns");
  }
  if (grid.rows > limits.max_rows) {
    return too_large({}, "表格超过 " + std::to_string(limits.max_rows) + " 行",
                     "a table has more than " + std::to_string(limits.max_rows) + " rows");
  }
  std::erase_if(cells, [&](const Cell& cell) { return rows(cell.row) < 0 || columns(cell.column) < 0; });
  for (Cell& cell : cells) {
    cell.row = rows(cell.row);
    cell.column = columns(cell.column);
  }
  grid.cells = std::move(cells);
  if (merges.empty()) return grid;

  Cover cover(grid.rows, grid.columns);
  for (const Merge& range : merges) {
    const int top = rows(range.top), left = columns(range.left);
    if (top < 0 || left < 0) continue;
    int bottom = rows(std::min(range.bottom, rows.last())), right = columns(std::min(range.right, columns.last()));
    if (bottom < 0) bottom = top;
    if (right < 0) right = left;
    cover.add({top, left, bottom - top + 1, right - left + 1});
  }
  lay_merges(grid, cover);
  return grid;
}

}  // namespace jiheng
