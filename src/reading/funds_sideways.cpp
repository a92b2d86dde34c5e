#include "reading/funds_sideways.h"

#include <utility>
#include <vector>

#include "reading/funds.h"

namespace jiheng {
namespace {

// The amount or rate that a row's label names; Label::None ends the table.
Label row_meaning(const TableView& table, int row, int label_column) {
  if (const Cell* cell = table.at(row, label_column); cell != nullptr && cell->row == row) {
    const Label label = table.label(*cell, Part::FundsColumns);
    if (label != Label::FundsOtherColumn && table.label(*cell, Part::Rows) != Label::TotalRow) return label;
  }
  return Label::None;
}

// "执行率分值 | 10 | 执行率得分 | 9.6": pairs of the whole sum, not amounts of the sources.
bool holds_pairs(const TableView& table, int row, int label_column) {
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row == row && cell->column > label_column && table.label(*cell, Part::FundsColumns) != Label::None)
      return true;
  }
  return false;
}

}  // namespace

int read_funds_sideways(TableView& table, int row, int end, Draft& draft) {
  std::vector<const Cell*> sources;
  std::vector<std::pair<Label, const Cell*>> points;  // of the execution rate, in columns of their own
  int known = 0;                                      // sources that are names of money
  const Cell* corner = nullptr;                       // what stands over the rows' labels: 资金来源
  for (const Cell* cell : table.cells_of(row)) {
    // It may be empty; below it stand the names of amounts.
    if (cell->row == row && cell->row_span <= 2 &&
        row_meaning(table, row + cell->row_span, cell->column) != Label::None) {
      corner = cell;
      break;
    }
  }
  if (corner == nullptr) return row;
  const int first = row + corner->row_span;  // of the amounts
  for (int column = corner->column + corner->column_span; column < table.columns(); ++column) {
    const Cell* cell = table.at(first - 1, column);
    if (cell == nullptr || cell->row < row || cell->column != column || TableView::blank(*cell)) continue;
    const Label column_label = table.label(*cell, Part::FundsColumns);
    if (column_label == Label::FundsOtherColumn) continue;
    if (column_label == Label::FundsWeight || column_label == Label::FundsScore) {
      points.push_back({column_label, cell});
      continue;
    }
    sources.push_back(cell);
    known += table.label(*cell, Part::FundsRows) != Label::None ? 1 : 0;
  }
  if (known == 0 || sources.size() < 2) return row;
  int after = first;
  bool amounts = false, spent = false;
  while (after < end) {
    const Label meaning = row_meaning(table, after, corner->column);
    if (meaning == Label::None || holds_pairs(table, after, corner->column)) break;
    amounts = amounts || is_amount_column(meaning);
    spent = spent || meaning == Label::FundsExecuted || meaning == Label::FundsInitial;
    ++after;
  }
  // One row of amounts alone needs sources that are all known; a declaration asks for the initial budget.
  const bool whole =
      after >= first + 2 || (after == first + 1 && known >= 2 && known == static_cast<int>(sources.size()));
  if (!whole || !amounts) return row;

  table.claim(*corner);
  for (const Cell* source : sources) {
    table.claim(*source);
    FundsRow& out =
        add_funds_row(draft.form, table.label(*source, Part::FundsRows), source->text, table.where(*source));
    for (int at = first; at < after; ++at) {
      table.claim(*table.at(at, corner->column));
      const Cell* value = table.at(at, source->column);
      const Label meaning = row_meaning(table, at, corner->column);
      if (value == nullptr || value->row != at) continue;
      set_funds_cell(out, meaning == Label::FundsAdjusted && !spent ? Label::FundsInitial : meaning, table, value,
                     *source);
    }
  }
  if (FundsRow* total = total_of(draft.form)) {
    for (const auto& [label, name] : points) {
      table.claim(*name);
      const Cell* value = table.at(first, name->column);
      if (value != nullptr && value->row == first) set_funds_cell(*total, label, table, value, *name);
    }
  }
  return after;
}

}  // namespace jiheng
