// Heading of a text in reading order: project, code, department, unit, marks.
#pragma once

#include <vector>

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/top_items.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Reads the heading out of the items that no other part has taken; texts above the goals that answer no
/// label stay unclaimed.
void read_stream_heading(std::vector<TopItem>& items, const Sheet& sheet, const Vocabulary& vocabulary, Form& form);

}  // namespace jiheng::segmenter
