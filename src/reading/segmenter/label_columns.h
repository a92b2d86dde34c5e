// Label columns: the words left of the third-level names → first-level labels, second-level labels and
// the side label of the table (绩|效|指|标). Pieces of all three stand mixed; the best-scoring whole
// decides which belongs to what, by the names of the taxonomy and, where known, by place.
#pragma once

#include <string>
#include <vector>

#include "reading/segmenter/columns.h"
#include "reading/segmenter/groups.h"

namespace jiheng::segmenter {

/// One printed piece, in reading order (line by line, left to right).
struct LabelPiece {
  std::string text;
  float left = 0, right = 0;
  float y = 0;
  int line = 0;  ///< pieces of one line keep their order over the columns
  Location where;
};

struct LabelColumns {
  std::vector<GroupLabel> first, second;
};

struct LabelPlaces {
  bool known = false;  ///< reading order has no places
  Band side, first, second;
  bool has_first = true, has_second = true;
};

LabelColumns parse_label_columns(const std::vector<LabelPiece>& pieces, const LabelPlaces& places,
                                 const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
