// Rows above the indicators: funds in their several shapes, goals, heading.
#pragma once

#include "reading/draft.h"
#include "reading/table_view.h"

namespace jiheng {

/// Reads what begins at `row` and returns the first row after it; `row` itself if it is none of these.
int read_top_row(TableView& table, int row, int end, const Wording& wording, Draft& draft);

}  // namespace jiheng
