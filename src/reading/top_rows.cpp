#include "reading/top_rows.h"

#include <algorithm>

#include "reading/funds.h"
#include "reading/funds_pairs.h"
#include "reading/funds_sideways.h"
#include "reading/goals.h"
#include "reading/header.h"

namespace jiheng {

namespace {

// A table of tasks with their own money and results is neither the funds nor the goals; where it names goals
// (目标内容) it is read as those. Returns the row behind it, `row` if there is none.
int behind_tasks(const TableView& table, int row, int end) {
  bool tasks = false;
  int behind = row + 1;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row) continue;
    if (table.label(*cell, Part::Goals) == Label::GoalExpected ||
        table.label(*cell, Part::Header) == Label::ProjectName)
      return row;
    if (table.label(*cell, Part::Sections) != Label::TaskSection) continue;
    tasks = true;
    behind = std::max(behind, cell->row + cell->row_span);
  }
  return tasks ? std::min(behind, end) : row;
}

}  // namespace

int read_top_row(TableView& table, int row, int end, const Wording& wording, Draft& draft) {
  int next = behind_tasks(table, row, end);
  if (next != row) return next;
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
