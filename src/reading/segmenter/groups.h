// Groups: which rows a first- or second-level label stands for. Text prints such a label once,
// somewhere in the middle of its rows; order, place, the kind of the rows' names and weights that add
// up to the points in the label decide together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/decimal.h"
#include "core/location.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

struct GroupLabel {
  std::string text;
  float top = 0, bottom = 0;
  Location where;
  Level1 level1 = Level1::Unknown;
  Level2 level2 = Level2::Unknown;
  [[nodiscard]] float y() const { return (top + bottom) / 2; }
};

/// What the grouping needs to know of a row.
struct GroupedRow {
  float top = 0, bottom = 0;
  std::string name, target;
  std::optional<Decimal> weight;
  Level2 level2 = Level2::Unknown;  ///< of the second-level label it was given
  Level1 level1 = Level1::Unknown;
};

struct Grouping {
  std::vector<int> label_of_row;  ///< index into the labels, -1 if none
  std::vector<bool> doubtful;     ///< the row could belong to the neighbour as well
  double cost = 0;                ///< of the whole: the less, the better it fits
};

/// How much places count: where labels are centred in their group (layout) or only roughly near (reading order).
struct PlaceTrust {
  double per_line = 1.0;  ///< cost per line off the middle
  double near = 0;        ///< cost per line within half a line of the middle
  double outside = 1.2;   ///< cost of a label printed outside its rows
};

Grouping group_by_second_level(const std::vector<GroupLabel>& labels, const std::vector<GroupedRow>& rows,
                               const Vocabulary& vocabulary, const PlaceTrust& trust);
Grouping group_by_first_level(const std::vector<GroupLabel>& labels, const std::vector<GroupedRow>& rows,
                              const PlaceTrust& trust);

/// Both levels at once where places say little: first-level groups whose weights add up to the printed
/// or to customary points decide where the second-level groups between them end.
struct LevelGrouping {
  explicit LevelGrouping(std::size_t rows)
      : first_of_row(rows, -1), second_of_row(rows, -1), first_margin(rows, 0), second_margin(rows, 0) {}
  std::vector<int> first_of_row, second_of_row;     ///< indices into the labels, -1 if none
  std::vector<double> first_margin, second_margin;  ///< how much dearer the best other grouping of the row is
};
LevelGrouping group_by_sums(const std::vector<GroupLabel>& firsts, const std::vector<GroupLabel>& seconds,
                            const std::vector<GroupedRow>& rows, const Vocabulary& vocabulary, const PlaceTrust& trust);

}  // namespace jiheng::segmenter
