// Staggered rows: where a cell reaches over several rows, text programs print those rows column by column: all their
// names, then all their targets, and so on. Each column keeps its order, which puts the rows together again.
#pragma once

#include <vector>

#include "reading/segmenter/rows.h"

namespace jiheng::segmenter {

/// Puts rows that were printed column by column on lines of their own. Runs of lines in which one column has
/// more or fewer cells than there are names, and nothing tells whose they are, stay as they are.
void align_staggered(std::vector<BodyLine>& body, const std::vector<CellKind>& kinds);

}  // namespace jiheng::segmenter
