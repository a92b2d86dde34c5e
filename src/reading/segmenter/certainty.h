// Certainty of indicators read from a text in columns: what arithmetic and neighbours say against a row, a
// group or a column makes it unsure. Nothing printed is changed.
#pragma once

#include "form/form.h"

namespace jiheng::segmenter {

/// Marks as unsure: rows with less than half of what others have, and their neighbours; what stands beside a
/// missing number; groups whose weights are not the points their label promises; weights and scores that do
/// not add up to the printed total.
void doubt_indicators(Form& form);

/// Marks every cell of every indicator as unsure.
void doubt_all_indicators(Form& form);

}  // namespace jiheng::segmenter
