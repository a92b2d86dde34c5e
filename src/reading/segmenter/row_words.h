// Row words: the words of a line as the cells of a table have them. Text programs put a space between a
// number and what it counts, and none between names of levels that stand close.
#pragma once

#include <vector>

#include "reading/segmenter/header_band.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// The words of a line of the body: dates put together, names of levels without a space between them split.
std::vector<Word> row_words(const Line& line, const HeaderBand& band, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
