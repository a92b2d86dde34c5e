// Doubt: what makes a field unsure, or all fields of a row. Nothing printed is changed.
#pragma once

#include <algorithm>

#include "form/form.h"

namespace jiheng::segmenter {

inline constexpr float kDoubtful = 0.6F;

template <class T>
void doubt(Field<T>& field) {
  field.confidence = std::min(field.confidence, kDoubtful);
}

inline void doubt_row(FundsRow& row) {
  doubt(row.initial);
  doubt(row.adjusted);
  doubt(row.executed);
  doubt(row.weight);
  doubt(row.rate);
  doubt(row.score);
}

/// The row's own cells, not the levels that it shares with others.
inline void doubt_values(Indicator& row) {
  doubt(row.l3);
  doubt(row.target);
  doubt(row.actual);
  doubt(row.weight);
  doubt(row.score);
  doubt(row.note);
}

inline void doubt_row(Indicator& row) {
  doubt(row.l1);
  doubt(row.l2);
  doubt_values(row);
}

}  // namespace jiheng::segmenter
