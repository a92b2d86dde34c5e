// The header of an indicator table in a stream: which columns it names and in which orders they may stand.
// Its words come in any order, in pieces, some of them long after the first rows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

struct StreamHeader {
  IndicatorColumns has;
  bool property = false;
  bool serial = false;                            ///< rows are numbered 序号
  std::size_t first_line = 0;                     ///< no cell of a named column stands before
  bool question = false;                          ///< a column is answered with 是 or 否
  std::vector<std::vector<StreamColumn>> orders;  ///< of names, values and notes, left to right; the likeliest first
  std::vector<std::pair<std::size_t, std::string>> words;  ///< what the header consists of: line, text
};

/// The header in lines [first, last).
StreamHeader stream_header(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
