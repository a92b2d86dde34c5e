// Amounts beside their labels, without a header over columns: "年度资金总额 | 16" as declarations print
// them, "预算数 | 326 | 执行数 | 318" as short forms do.
#pragma once

#include "reading/draft.h"
#include "reading/table_view.h"

namespace jiheng {

/// Do labels of columns stand beside their own amounts in this row ("预算数 | 326 | 执行数 | 318")?
bool names_amounts_beside(const TableView& table, int row);

/// "执行率 | 97% | 执行率分值 | 10 | 执行率得分 | 9.7" below the amounts: what the whole sum still lacks. False if
/// the row is no such one.
bool add_pairs_to_total(TableView& table, int row, Draft& draft);

/// Reads such a row as the total, and the rows below it that name parts of it ("其中：财政拨款 | 226 |
/// 其中：财政拨款 | 226"). Returns the first row after them; `row` if it is none.
int read_amounts_beside(TableView& table, int row, int end, Draft& draft);

/// "年度资金总额 | 16": names of rows beside the amount asked for. True if the row held one.
bool read_funds_pairs(TableView& table, int row, const Wording& wording, Draft& draft);

/// 项目总额 whose parts are the year's and add up to it is the year's total.
void settle_total(Form& form);

}  // namespace jiheng
