// Field: one value of a form, with the text it was printed as and the place where it stood.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/location.h"

namespace jiheng {

/// Readers set `confidence` to say how certain they are that `printed` is what the paper says here.
/// Below kSureConfidence a field is listed as "unsure" in the record and shown amber.
inline constexpr float kSureConfidence = 0.75F;

template <class T>
struct Field {
  std::string printed;     ///< text as printed (lines joined), "" if the cell is empty
  std::optional<T> value;  ///< what it means; absent if empty or not understood
  Location where;
  float confidence = 1.0F;  ///< 0..1
  bool exists = false;      ///< the form has a place for it (a column, a cell), even if empty

  Field() = default;
  Field(std::string text, Location place, float certainty = 1.0F)
      : printed(std::move(text)), where(std::move(place)), confidence(certainty), exists(true) {}

  [[nodiscard]] bool empty() const { return printed.empty(); }
  [[nodiscard]] bool sure() const { return confidence >= kSureConfidence; }
  bool operator==(const Field&) const = default;
};

/// A field whose meaning is its text: names, notes, narrative.
using TextField = Field<std::string>;

}  // namespace jiheng
