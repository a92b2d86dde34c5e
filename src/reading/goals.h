// Goals 年度总体目标: the expected and the actual text, below their labels or right of them.
#pragma once

#include "reading/draft.h"
#include "reading/table_view.h"

namespace jiheng {

/// Reads goals whose labels stand in `row`; returns the first row after them, or `row` if there are none.
int read_goals(TableView& table, int row, int end, Draft& draft);

/// Do goals begin at this row among the indicators, where forms print them last?
bool begins_goals(const TableView& table, int row);

}  // namespace jiheng
