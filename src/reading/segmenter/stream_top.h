// Heading and goals of a text in reading order.
#pragma once

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Labels and the values that follow them, lines [first, last).
void read_stream_heading(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form);

/// The goals' headings and texts, lines [first, last).
void read_stream_goals(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form);

}  // namespace jiheng::segmenter
