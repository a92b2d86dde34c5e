// Indicator fields: one logical row of an indicator table, by column, → an Indicator. Shared by text
// in columns and text in reading order.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "reading/wording.h"

namespace jiheng::segmenter {

/// A cell that a reader found for a row.
struct FoundCell {
  Label label = Label::None;
  std::string text;
  Location where;
  float confidence = 0.9F;
};

/// Which columns the table prints: a field without a column is absent, not empty.
struct IndicatorColumns {
  bool l1 = false, l2 = false, target = false, actual = false, weight = false, score = false, note = false,
       unit = false;
};

/// `cells` in order of columns; split targets (property, value, unit) are joined here.
Indicator indicator_of(const std::vector<FoundCell>& cells, const IndicatorColumns& columns, const Location& where);

}  // namespace jiheng::segmenter
