// Funds table 项目资金: amounts by row (total, grant, carry-over, other …) and column (initial, adjusted,
// executed, weight, rate, score).
#pragma once

#include <optional>

#include "reading/draft.h"
#include "reading/table_view.h"

namespace jiheng {

/// Does a funds table begin at this row (a header naming at least two of its columns)?
bool is_funds_header(const TableView& table, int row);

/// Reads the funds table whose header is `row`; returns the first row after it (≤ end).
int read_funds(TableView& table, int row, int end, Draft& draft);

/// Is it a column of amounts (not of rates, points or words)?
bool is_amount_column(Label label);

/// Does the cell hold an amount (with a unit of its own or without: 18.5万元) or a rate?
bool is_amount(const Cell& cell);

/// The row that a label of Part::FundsRows names; nullopt for labels of other parts.
std::optional<FundsRowKind> funds_row_kind(Label label);

/// The row of the whole sum, nullptr if there is none.
FundsRow* total_of(Form& form);

/// Adds a row of that meaning (None: a region's own) with its label as printed.
FundsRow& add_funds_row(Form& form, Label meaning, std::string_view label, const Location& where);
/// Fills the column of a row from a cell; from an empty place at `anchor` if `cell` is nullptr.
void set_funds_cell(FundsRow& row, Label column, TableView& table, const Cell* cell, const Cell& anchor);

}  // namespace jiheng
