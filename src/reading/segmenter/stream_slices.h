// Stream slices: a table that was printed row by row → rows. Each row is a slice of the stream, its cells in any
// order; the reading is the cheapest way to cut the stream into rows. Surer than `read_rows` where it applies.
#pragma once

#include "reading/segmenter/stream_rows.h"

namespace jiheng::segmenter {

/// No rows where there is nothing to read, or far too much. `orders` as for `read_rows`.
StreamTable read_slices(const std::vector<Item>& items, const std::vector<std::vector<StreamColumn>>& orders,
                        const StreamTraits& traits, const StreamPoints& points, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
