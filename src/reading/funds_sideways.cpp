#include "reading/funds_sideways.h"

#include <vector>

#include "reading/funds.h"

namespace jiheng {
namespace {

// The amount or rate that a row's label names; Label::None ends the table.
Label row_meaning(const TableView& table, int row, int label_column) {
  if (const Cell* cell = table.at(row, label_column); cell != nullptr && cell->row == row) {
    const Label label = table.label(*cell, Part::FundsColumns);
    if (label != Label::FundsOtherColumn) return label;
  }
  return Label::None;
}

}  // namespace

int read_funds_sideways(TableView& table, int row, int end, Draft& draft) {
  std::vector<const Cell*> sources;
  bool known = false;            // one of the sources is a name of money
  const Cell* corner = nullptr;  // what stands over the rows' labels: 资金来源
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row) continue;
    if (corner == nullptr) {
      // It may be empty; below it stand the names of amounts.
      if (cell->row_span == 1 && row_meaning(table, row + 1, cell->column) != Label::None) corner = cell;
    } else if (!TableView::blank(*cell) && table.label(*cell, Part::FundsColumns) != Label::FundsOtherColumn) {
      sources.push_back(cell);
      known = known || table.label(*cell, Part::FundsRows) != Label::None;
    }
  }
  if (!known || sources.size() < 2) return row;
  int after = row + 1;
  bool amounts = false;
  while (after < end) {
    const Label meaning = row_meaning(table, after, corner->column);
    if (meaning == Label::None) break;
    amounts = amounts || meaning == Label::FundsAdjusted || meaning == Label::FundsExecuted;
    ++after;
  }
  if (after < row + 3 || !amounts) return row;

  table.claim(*corner);
  for (const Cell* source : sources) {
    table.claim(*source);
    FundsRow& out = add_funds_row(draft.form, table.label(*source, Part::FundsRows), source->text, table.where(*source));
    for (int at = row + 1; at < after; ++at) {
      table.claim(*table.at(at, corner->column));
      const Cell* value = table.at(at, source->column);
      if (value != nullptr && value->row == at) set_funds_cell(out, row_meaning(table, at, corner->column), table, value, *source);
    }
  }
  return after;
}

}  // namespace jiheng
