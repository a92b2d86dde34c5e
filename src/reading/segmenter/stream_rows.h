// Stream rows: values in reading order → rows. Programs print a table row by row, or several rows
// column by column; both are the same pattern: a chunk of k rows, its columns one after the other.
#pragma once

#include <string>
#include <vector>

#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

struct StreamRow {
  std::vector<int> cells;      ///< for each column the index of its item, -1 if it has none
  std::size_t first = 0, last = 0;  ///< items between which its values stand
  bool odd = false;            ///< something about it does not fit
};

/// The cheapest reading of the valuable items as rows of `columns` (target, result, weight, score …).
std::vector<StreamRow> parse_stream_rows(const std::vector<Item>& items, const std::vector<Label>& columns);

/// Lines of names (items that are Text) → rows, each row a run of lines, in order.
struct StreamNames {
  std::vector<std::vector<std::size_t>> of_row;  ///< items
  std::vector<std::vector<std::size_t>> notes;   ///< items
  std::vector<bool> odd;
  std::vector<std::size_t> left;                 ///< items that belong to no row
};
StreamNames match_names(const std::vector<Item>& items, const std::vector<std::size_t>& lines,
                        const std::vector<StreamRow>& rows, const std::vector<bool>& deducted);

}  // namespace jiheng::segmenter
