// Goals of a text in reading order: 预期目标 and 实际完成情况, side by side or one below the other.
#pragma once

#include <vector>

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/top_items.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// The first item of the goals, a label or sentences right above it; the number of items if there are none.
std::size_t first_goal_item(const std::vector<TopItem>& items);

/// Reads the goals out of the items that no other part has taken. `other_text`: lines of the form below them.
void read_stream_goals(std::vector<TopItem>& items, const std::string& other_text, const Sheet& sheet,
                       const Vocabulary& vocabulary, Form& form);

}  // namespace jiheng::segmenter
