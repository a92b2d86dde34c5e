// Top reading: heading, funds and goals of a text in columns, read from the table it was printed from and,
// where that fails, line by line. What both say alike is certain.
#pragma once

#include <cstddef>

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// The lines [first, last) above the indicators, read as a grid.
Form read_top_grid(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary);

/// Puts what was read as a grid into `form`, which was read line by line.
void merge_top(const Form& grid, Form& form);

}  // namespace jiheng::segmenter
