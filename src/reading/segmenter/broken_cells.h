// Broken cells: cells of neighbouring rows whose texts run into each other, and texts that look like a part of a
// value. Which line belongs to which row is not certain there.
#pragma once

#include <vector>

#include "form/form.h"
#include "reading/segmenter/rows.h"

namespace jiheng::segmenter {

/// Is the text no whole value: the end of a date (31日前), a unit before its number, two dates, "10元/"?
bool is_part_of_value(std::string_view text);

/// Doubts targets and results that are no whole values, and their neighbours in the same column.
void doubt_parts_of_values(std::vector<Indicator>& rows);

/// Rows whose text in that column goes on, without a free line, where the text of the row before ends, and one of
/// them is broken: the border may be elsewhere.
std::vector<bool> rows_run_together(const std::vector<BodyLine>& body, const std::vector<RowRange>& rows,
                                    std::size_t column);

}  // namespace jiheng::segmenter
