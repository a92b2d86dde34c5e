// Stream orders: in which orders the columns of a header may stand. Names are printed in the order of columns, but for
// broken ones, and but for blocks that a program printed earlier or later: so several orders are tried.
#pragma once

#include <vector>

#include "reading/segmenter/stream_header.h"

namespace jiheng::segmenter {

/// A column's name as it was found.
struct NamedColumn {
  Label label = Label::None;
  std::size_t at = 0, line = 0;  ///< word and line where it begins
  int rank = 0;                  ///< the higher, the more surely it is one
  std::size_t last = 0;          ///< its last word: other names may stand between its pieces
  std::size_t middle = 0;        ///< … and the piece between, if it has three
};

bool is_level(Label label);

/// The likeliest first; `named` as printed.
std::vector<std::vector<StreamColumn>> possible_orders(const StreamHeader& header,
                                                       const std::vector<NamedColumn>& named);

}  // namespace jiheng::segmenter
