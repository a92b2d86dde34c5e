// Certainty of indicators read from a text in columns: what arithmetic and neighbours say against a row, a
// group or a column makes it unsure. Nothing printed is changed.
#pragma once

#include "form/form.h"

namespace jiheng::segmenter {

/// Marks as unsure: rows with a cell that holds what its column never has, or with less than half of what others
/// have, and their neighbours (the whole table where there are many); what stands beside a missing number; the
/// ends of groups whose weights are not the points their label promises; weights that do not add up to the
/// printed total, and scores that neither add up nor stay within such weights.
void doubt_indicators(Form& form);

/// Marks every cell of every indicator as unsure.
void doubt_all_indicators(Form& form);

}  // namespace jiheng::segmenter
