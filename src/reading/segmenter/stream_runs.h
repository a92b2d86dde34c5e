// Stream runs: which rows a text program printed together, column by column. Where all columns of a row were
// printed over the same rows – one row, or the same few – the numbers of cells agree and the row is as printed.
#pragma once

#include <vector>

#include "reading/segmenter/stream_rows.h"

namespace jiheng::segmenter {

/// What the runs say of a row.
struct RowRuns {
  bool together = false;       ///< the runs of all its values cover the same rows
  bool name_together = false;  ///< … and so does the run of its name
  bool name_counted = false;   ///< … which has as many lines as rows: each is a name
};
std::vector<RowRuns> runs_of_rows(const StreamTable& table, std::size_t items);

}  // namespace jiheng::segmenter
