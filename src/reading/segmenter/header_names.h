// Header names: words of several lines → names of columns, left to right, as the best-scoring whole.
#pragma once

#include <vector>

#include "reading/segmenter/header_band.h"

namespace jiheng::segmenter {

inline constexpr std::size_t kMostHeaderWords = 24;  ///< of one line

/// Tries at most `tries` columns, and lessens them; what is left then is passed over word by word.
std::vector<Column> compose_columns(std::vector<std::vector<Word>> lines, Part part, const Vocabulary& vocabulary,
                                    std::size_t& tries);

}  // namespace jiheng::segmenter
