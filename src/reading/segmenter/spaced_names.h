// Spaced names: labels that a form prints with a space between their characters (年 度 指 标 值) as one word each.
#pragma once

#include <cstddef>

#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Joins them in the lines [first, last).
void join_spaced_names(Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
