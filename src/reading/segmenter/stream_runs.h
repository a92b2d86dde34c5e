// Stream runs: which rows a text program printed together, column by column. Where all columns of a row were
// printed over the same rows – one row, or the same few – the numbers of cells agree and the row is as printed.
#pragma once

#include <vector>

#include "reading/segmenter/stream_rows.h"

namespace jiheng::segmenter {

/// By row: do the runs of all its values cover the same rows?
std::vector<bool> rows_printed_together(const StreamTable& table, std::size_t items);

}  // namespace jiheng::segmenter
