// Stream rows: values in reading order → rows. Programs print a table row by row, or several rows
// column by column; both are the same pattern: a chunk of k rows, its columns one after the other.
#pragma once

#include <string>
#include <vector>

#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

struct StreamRow {
  std::vector<std::vector<std::size_t>> cells;  ///< for each column its items; none where it is blank
  std::size_t first = 0, last = 0;  ///< items between which its values stand
  bool odd = false;            ///< something about it does not fit
};

/// The cheapest reading of the valuable items as rows of `columns` (target, result, weight, score …).
struct StreamTable {
  std::vector<StreamRow> rows;
  double cost = 0;
  std::size_t odd = 0;  ///< rows that do not fit in every way
};

/// `blanks` scales the cost of a blank cell.
StreamTable parse_stream_rows(const std::vector<Item>& items, const std::vector<Label>& columns, double blanks);

/// The same where the first `split` columns are printed apart from the others (names with their targets,
/// then results, weights and scores). Every cell must be there.
StreamTable parse_split_columns(const std::vector<Item>& items, const std::vector<Label>& columns, std::size_t split);

/// Lines of names (items that are Text) → rows, each row a run of lines, in order.
struct StreamNames {
  std::vector<std::vector<std::size_t>> of_row;  ///< items
  std::vector<std::vector<std::size_t>> notes;   ///< items
  std::vector<bool> odd;
  bool interleaved = false;                      ///< names stand among their values, not in a block
  std::vector<std::size_t> left;                 ///< items that belong to no row
};
StreamNames match_names(const std::vector<Item>& items, const std::vector<std::size_t>& lines,
                        const std::vector<StreamRow>& rows, const std::vector<bool>& deducted);

}  // namespace jiheng::segmenter
