// Merged cells of a sheet laid over its cells, and the sheet brought to the size of what it shows.
#pragma once

#include <vector>

#include "core/result.h"
#include "document/document.h"
#include "document/read_document.h"

namespace jiheng {

/// A merged range; rows and columns from 0, both ends included.
struct Merge {
  int top = 0, left = 0, bottom = 0, right = 0;
};

/// Turns cells at their places in the sheet (sorted, no two at one place) into a Grid: spans from
/// `merges`, cells below a merge dropped, outer empty rows and columns trimmed, inner empty stretches
/// shortened. Bogus merges (overlapping, reaching far outside) are cut or ignored.
Result<Grid> grid_of_cells(std::vector<Cell> cells, std::vector<Merge> merges, const Limits& limits);

}  // namespace jiheng
