// Header band: the lines that name the columns of a table, and the columns they name. Names broken
// over lines (年度|指标值) are put together so that the most of the words make sense at once.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

struct Column {
  Label label = Label::None;
  std::string text;  ///< as printed, lines joined
  float left = 0, right = 0;
  std::size_t line = 0;  ///< of the band, on which it begins
  [[nodiscard]] float center() const { return (left + right) / 2; }
};

struct HeaderBand {
  std::size_t first = 0, last = 0;  ///< lines [first, last)
  std::vector<Column> columns;      ///< left to right
  [[nodiscard]] const Column* column(Label label) const;
  [[nodiscard]] int index(Label label) const;  ///< -1 if there is none
};

/// "三、绩效指标（90分）", "（一）产出指标": alone on its line, a caption over a table?
bool is_caption(const Line& line, const Vocabulary& vocabulary);

/// Is the line mainly made of column names of that part, at least two of them whole?
bool names_columns(const Line& line, Part part, const Vocabulary& vocabulary);

/// The first band in lines [first, last) that names at least `least` columns.
std::optional<HeaderBand> find_header_band(const Sheet& sheet, std::size_t first, std::size_t last, Part part,
                                           const Vocabulary& vocabulary, std::size_t least);

}  // namespace jiheng::segmenter
