// Funds printed sideways: sources of money (省级财政, 市级财政, 合计) as columns, 预算安排 and 实际支出 as rows.
#pragma once

#include "reading/draft.h"
#include "reading/table_view.h"

namespace jiheng {

/// Reads such a table whose header is `row`; returns the first row after it, or `row` if there is none.
int read_funds_sideways(TableView& table, int row, int end, Draft& draft);

}  // namespace jiheng
