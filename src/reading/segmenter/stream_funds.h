// Funds of a text in reading order: labels and amounts of the upper part, put into cells by `solve_funds`.
#pragma once

#include <vector>

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/top_items.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Reads the funds table out of the items and marks those that belong to it as taken.
void read_stream_funds(std::vector<TopItem>& items, const Sheet& sheet, const Vocabulary& vocabulary, Form& form);

/// A funds table that stands in lines [first, last), away from the upper part.
void read_stream_funds(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                       Form& form);

}  // namespace jiheng::segmenter
