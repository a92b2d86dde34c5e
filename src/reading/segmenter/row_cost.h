// Row cost: what it costs to take lines of a table's body as one row. Numbers are its middle, names and texts
// stand around it; what never stands in one row costs most.
#pragma once

#include <cstddef>
#include <vector>

#include "reading/segmenter/rows.h"

namespace jiheng::segmenter {

/// How cells stand in their rows.
enum class Align { Middle, Top };

/// What holds for the body as a whole.
struct Measures {
  Align align = Align::Middle;
  std::vector<int> full;  ///< the width of a full line in each column
  double unparted = 0;    ///< cost of a row without an empty line behind it, where most have one
  double unanchored = 0;  ///< cost of a row with values but without weight or score, where most have them
};

/// Is there an empty line between the line and the one above it, on one page?
bool stands_apart(const std::vector<BodyLine>& body, std::size_t at);

/// Cost of lines [first, last) being one row.
double row_cost(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, const Measures& measures,
                std::size_t first, std::size_t last);

}  // namespace jiheng::segmenter
