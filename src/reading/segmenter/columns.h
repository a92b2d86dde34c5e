// Columns: which column each word of a line stands in. Words keep their order; distance, the kind of
// value and free space between words decide, for the line as a whole.
#pragma once

#include <functional>
#include <vector>

#include "reading/segmenter/sheet.h"

namespace jiheng::segmenter {

/// Left and right edge of what stands in a column.
struct Band {
  float left = 0, right = 0;
};

/// Cost of the word standing in that column by what it is (0: fits).
using KindCost = std::function<double(const Word& word, std::size_t column)>;

/// Cost of the word going on with the cell of the word before it, both in that column.
using JoinCost = std::function<double(const Word& before, const Word& word, std::size_t column)>;

struct ColumnCosts {
  KindCost kind;
  JoinCost join;
  double distance = 1;  ///< how much the place counts against the kind
  /// Is this line a row's main line, of which most columns are filled? Then a column passed over costs `skip`.
  std::function<bool(const std::vector<Word>& words)> main_line;
  std::vector<double> skip;
  std::function<bool(const Word& word)> value = [](const Word&) { return false; };
  std::size_t values = 0;  ///< columns of values; a line of just as many says by its order where they stand
  std::size_t filled = 0;  ///< words of a line in which every cell of a row stands: order says enough
};

/// The column of each word.
std::vector<int> assign_columns(const std::vector<Word>& words, const std::vector<Band>& bands,
                                const ColumnCosts& costs);

/// Where the words of `lines` really stand. Text programs shift what a page prints against its header,
/// so that main lines are placed by kind and order first; the bands follow them.
std::vector<Band> refined_bands(const std::vector<const std::vector<Word>*>& lines, const std::vector<Band>& bands,
                                const ColumnCosts& costs);

}  // namespace jiheng::segmenter
