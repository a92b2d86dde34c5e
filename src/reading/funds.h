// Funds table 项目资金: amounts by row (total, grant, carry-over, other …) and column (initial, adjusted,
// executed, weight, rate, score).
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "reading/draft.h"
#include "reading/table_view.h"

namespace jiheng {

/// Does a funds table begin at this row (a header naming at least two of its columns)?
bool is_funds_header(const TableView& table, int row);

/// Reads the funds table whose header is `row`; returns the first row after it (≤ end).
int read_funds(TableView& table, int row, int end, Draft& draft);

/// Is it a column of amounts (not of rates, points or words)?
bool is_amount_column(Label label);

/// Is it an amount (with a unit of its own or without: 18.5万元) or a rate?
bool is_amount(std::string_view text);
inline bool is_amount(const Cell& cell) {
  return is_amount(cell.text);
}

/// visit(field) for the cell of a row that a label of Part::FundsColumns names; false if it names none.
template <class Visit>
bool visit_funds_cell(FundsRow& row, Label column, Visit&& visit) {
  switch (column) {
    case Label::FundsInitial: visit(row.initial); return true;
    case Label::FundsAdjusted: visit(row.adjusted); return true;
    case Label::FundsExecuted: visit(row.executed); return true;
    case Label::FundsWeight: visit(row.weight); return true;
    case Label::FundsRate: visit(row.rate); return true;
    case Label::FundsScore: visit(row.score); return true;
    default: return false;
  }
}

/// The row of that kind in a list of rows, of a region's own kinds the one of that label; its end if there is none.
template <class Rows>
auto find_funds_row(Rows& rows, FundsRowKind kind, std::string_view label = {}) {
  return std::find_if(rows.begin(), rows.end(), [&](const FundsRow& row) {
    return row.kind == kind && (kind != FundsRowKind::Regional || label_key(row.label) == label_key(label));
  });
}

/// The row that a label of Part::FundsRows names; nullopt for labels of other parts.
std::optional<FundsRowKind> funds_row_kind(Label label);

/// The row of the whole sum, nullptr if there is none.
FundsRow* total_of(Form& form);

/// Adds a row of that meaning (None: a region's own) with its label as printed.
FundsRow& add_funds_row(Form& form, Label meaning, std::string_view label, const Location& where);
/// Fills the column of a row from a cell; from an empty place at `anchor` if `cell` is nullptr.
void set_funds_cell(FundsRow& row, Label column, TableView& table, const Cell* cell, const Cell& anchor);

}  // namespace jiheng
