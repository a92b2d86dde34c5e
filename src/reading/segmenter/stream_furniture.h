// Stream furniture: items that belong to no cell of the table: its header printed again on the next page, the
// numbers of its rows. They become headings.
#pragma once

#include <vector>

#include "reading/segmenter/stream.h"
#include "reading/segmenter/stream_header.h"

namespace jiheng::segmenter {

/// Runs of words of the header behind it.
void drop_repeated_header(std::vector<Item>& items, const StreamHeader& header);
/// 1, 2, 3, … in order, each in front of a label or a name.
void drop_serial_numbers(std::vector<Item>& items);

/// 是, 否 as answers to a column that asks (是否核心指标).
void drop_yes_and_no(std::vector<Item>& items);

}  // namespace jiheng::segmenter
