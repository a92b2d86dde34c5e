#include "reading/top_rows.h"

#include "reading/funds.h"
#include "reading/funds_pairs.h"
#include "reading/funds_sideways.h"
#include "reading/goals.h"
#include "reading/header.h"

namespace jiheng {

int read_top_row(TableView& table, int row, int end, const Wording& wording, Draft& draft) {
  int next = row;
  if (is_funds_header(table, row)) {
    next = read_funds(table, row, end, draft);
  } else {
    next = read_funds_sideways(table, row, end, draft);
    if (next == row) next = read_amounts_beside(table, row, end, draft);
    if (next == row) next = read_goals(table, row, end, draft);
  }
  if (next != row) return next;
  // Labels of the heading may share their row with amounts.
  const bool header = read_header_row(table, row, wording, draft);
  const bool funds = read_funds_pairs(table, row, wording, draft);
  return header || funds ? row + 1 : row;
}

}  // namespace jiheng
