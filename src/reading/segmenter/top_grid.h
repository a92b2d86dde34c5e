// Top grid: what stands above the indicators (heading, funds, goals) as the table it was printed from, so
// that the reader of grids can read it. Cells stand centred in their rows: labels say where the rows are,
// the lines of a text go to the row whose middle is theirs.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "reading/segmenter/sheet.h"
#include "reading/wording.h"

namespace jiheng::segmenter {

struct TopGrid {
  Grid grid;
  std::map<std::pair<int, int>, Location> places;       ///< where the cell at (row, column) stands in the text
  std::vector<std::pair<std::string, Location>> lines;  ///< "label：value" lines, outside the table
};

/// The lines [first, last) as a grid.
TopGrid top_grid_of(const Sheet& sheet, std::size_t first, std::size_t last, const Wording& wording);

}  // namespace jiheng::segmenter
