#include "document/html/table_layout.h"

#include <algorithm>
#include <utility>

#include "document/refusal.h"

namespace jiheng {
namespace {

constexpr int kPlausibleSpan = 64;  ///< wider ones may mean "all columns"

class Layout {
 public:
  explicit Layout(const Limits& limits) : limits_(limits) {}

  Result<void> add(HtmlRowGroup& group) {
    std::fill(busy_.begin(), busy_.end(), 0);
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (grid_.rows >= limits_.max_rows) return too_large({}, "表格行数过多", "a table has too many rows");
      const Result<void> row = add_row(group[i], static_cast<int>(group.size() - i));
      if (!row) return row.error();
    }
    return {};
  }

  Result<Grid> finish() {
    for (const Cell& cell : grid_.cells) grid_.columns = std::max(grid_.columns, cell.column + cell.column_span);
    if (grid_.columns > limits_.max_columns) return too_large({}, "表格列数过多", "a table has too many columns");
    return std::move(grid_);
  }

 private:
  Result<void> add_row(std::vector<HtmlCell>& row, int rows_left) {
    std::size_t column = 0;
    for (HtmlCell& cell : row) {
      while (column < busy_.size() && busy_[column] > 0) ++column;
      if (column >= static_cast<std::size_t>(limits_.max_columns))
        return too_large({}, "表格列数过多", "a table has too many columns");
      Cell out;
      out.row = grid_.rows;
      out.column = static_cast<int>(column);
      out.row_span = cell.row_span == 0 ? rows_left : std::clamp(cell.row_span, 1, rows_left);
      std::size_t end = column + static_cast<std::size_t>(std::clamp(cell.column_span, 1, 1000));
      if (busy_.size() < end) busy_.resize(end, 0);
      for (std::size_t at = column; at < end; ++at) {
        if (busy_[at] > 0) end = at;
      }
      for (std::size_t at = column; at < end; ++at) busy_[at] = out.row_span;
      out.column_span = static_cast<int>(end - column);
      out.text = std::move(cell.text);
      grid_.cells.push_back(std::move(out));
      column = end;
    }
    for (int& rows : busy_) rows = std::max(0, rows - 1);
    ++grid_.rows;
    return {};
  }

  const Limits& limits_;
  Grid grid_;
  std::vector<int> busy_;  ///< by column: rows that a cell from above still takes
};

// A span of a thousand columns is no wider than the widest row of plausible ones.
void cut_bogus_spans(std::vector<HtmlRowGroup>& groups) {
  int widest = 1;
  for (const HtmlRowGroup& group : groups) {
    for (const auto& row : group) {
      int width = 0;
      for (const HtmlCell& cell : row) width += cell.column_span > kPlausibleSpan ? 1 : std::max(cell.column_span, 1);
      widest = std::max(widest, width);
    }
  }
  for (HtmlRowGroup& group : groups) {
    for (auto& row : group) {
      for (HtmlCell& cell : row) {
        if (cell.column_span > kPlausibleSpan) cell.column_span = std::min(cell.column_span, widest);
      }
    }
  }
}

}  // namespace

Result<Grid> lay_out(std::vector<HtmlRowGroup> groups, const Limits& limits) {
  cut_bogus_spans(groups);
  Layout layout(limits);
  for (HtmlRowGroup& group : groups) {
    const Result<void> added = layout.add(group);
    if (!added) return added.error();
  }
  return layout.finish();
}

}  // namespace jiheng
