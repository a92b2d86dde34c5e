// Funds of a text in reading order: row labels and amounts in one stream, cut into rows by what fits.
#pragma once

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

void read_stream_funds(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form);

}  // namespace jiheng::segmenter
