// Stream levels: the labels of first and second levels in a stream → the rows they stand for, and which of that is
// certain. Their order, the rows near them, the rows' names and the sums of points decide together.
#pragma once

#include <vector>

#include "reading/segmenter/groups.h"
#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/stream_proof.h"

namespace jiheng::segmenter {

/// A table read from a stream, and the text around it.
struct LevelSources {
  const Sheet& sheet;
  const std::vector<Item>& items;
  const StreamTable& table;
  const StreamProof& proof;
  const IndicatorColumns& has;
};

/// By row, the cells of its levels. `rows`: what the rows of the table say.
std::vector<std::vector<FoundCell>> levels_of_rows(const LevelSources& sources, std::vector<GroupedRow> rows,
                                                   const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
