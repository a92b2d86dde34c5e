// Stream tops: the top of a column, its name with its first cells below it, is sometimes printed behind cells
// that stand below it. Each column has to keep its order in the stream, so such blocks are put in front.
#pragma once

#include <vector>

#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

/// Puts tops that were printed late in front of the first cell; in `orders` their names no longer count as late.
void put_tops_first(std::vector<Item>& items, std::vector<std::vector<StreamColumn>>& orders,
                    const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
