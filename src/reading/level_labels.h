// Labels of first and second levels that are printed once for a group of rows and not merged over them:
// in the group's first row, or somewhere in its middle.
#pragma once

#include <vector>

#include "form/form.h"
#include "form/lexicon.h"
#include "reading/wording.h"

namespace jiheng {

/// A row of one table: the indicator it became, and which of its labels were blank.
struct LevelRow {
  std::size_t indicator = 0;  ///< index into the form
  bool l1_blank = false, l2_blank = false;
};

/// Gives the rows of one table the labels of their groups. A label below the first row of its group
/// stands in the middle: place, the kind of the names and the points in the label say how far it reaches.
void fill_level_labels(std::vector<Indicator>& indicators, const std::vector<LevelRow>& rows, const Wording& wording,
                       const Lexicon& lexicon);

}  // namespace jiheng
