// Indicators of a text in columns: header band, columns, rows, groups.
#pragma once

#include "form/form.h"
#include "reading/segmenter/header_band.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Reads the lines after `band` (up to `last`) into `form`: indicators, total row, grade. Returns the
/// line after the table.
std::size_t read_layout_indicators(const Sheet& sheet, const HeaderBand& band, std::size_t last,
                                   const Vocabulary& vocabulary, Form& form);

}  // namespace jiheng::segmenter
