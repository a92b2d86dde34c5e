// Costs of an item standing in a column, shared by the parsers of streams.
#pragma once

#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

/// 0 where it fits, infinity where it cannot stand.
double cell_cost(const Item& item, Label column);

}  // namespace jiheng::segmenter
