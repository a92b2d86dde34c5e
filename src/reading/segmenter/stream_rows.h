// Stream rows: the items of a stream → rows. Whatever the order in which a program prints a table (row by
// row, several rows column by column, some columns ahead of the others), each column keeps its own order:
// its k-th cell stands in row k. The reading is the cheapest way to give every item a column under that rule.
#pragma once

#include <optional>
#include <vector>

#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

struct StreamCell {
  std::vector<std::size_t> items;  ///< its lines; none where it is blank
  double margin = 0;               ///< how much dearer the table gets if one of the items stands elsewhere
};

struct StreamRow {
  std::vector<StreamCell> cells;    ///< by column
  std::size_t first = 0, last = 0;  ///< items between which it stands
};

/// What is known of the points beforehand.
struct StreamPoints {
  std::optional<Decimal> execution_weight, execution_score;  ///< of the funds, part of the total
  std::optional<Decimal> total_score;                        ///< printed away from the table
  bool total_row = false;                                    ///< 总分 is named
};

struct StreamTable {
  std::vector<StreamColumn> columns;  ///< the order that reads best
  std::vector<StreamRow> rows;
  StreamCell total_weight, total_score;  ///< of the total row
  std::vector<std::size_t> strays;       ///< items in no cell
  std::vector<std::size_t> foreign;      ///< … that are of another part of the form, by place or length
  double cost = 0;
  double count_margin = 0;  ///< how much dearer it gets with another number of rows or order of columns
  bool weights_proven = false, scores_proven = false;  ///< they add up to what is printed or customary
};

/// `orders`: in which the columns may stand, each from left to right, the names' column among them.
StreamTable read_rows(const std::vector<Item>& items, const std::vector<std::vector<StreamColumn>>& orders,
                      const StreamTraits& traits, const StreamPoints& points, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
