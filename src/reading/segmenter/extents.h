// Extents: which lines of a text belong to one form. A form begins at its title (or, without one, at
// the project's name) and must have the names of indicator columns somewhere below it.
#pragma once

#include <vector>

#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

struct Extent {
  std::size_t first = 0, last = 0;  ///< lines [first, last)
};

std::vector<Extent> find_extents(const Sheet& sheet, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
