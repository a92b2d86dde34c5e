// Outer parts: what of a form stands above its indicators, and what below them: heading, funds, goals.
#pragma once

#include <cstddef>

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Reads the lines [first, last) above the indicators into `form`.
void read_parts_above(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form);

/// Takes funds, goals, grade and total score from the lines [first, last) below the indicators, where nothing
/// above them gave any.
void read_parts_below(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form);

}  // namespace jiheng::segmenter
