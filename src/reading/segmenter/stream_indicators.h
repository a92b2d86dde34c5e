// Indicators of a text in reading order.
#pragma once

#include "form/form.h"
#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

/// Reads lines [first, last): header words, rows, names, labels, total.
void read_stream_indicators(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                            Form& form);

}  // namespace jiheng::segmenter
