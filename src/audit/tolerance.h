// Tolerance: when two points are the same for a reader, and when they differ by rounding only.
#pragma once

#include "core/quantity.h"

namespace jiheng::audit {

/// 0.05 points apart at most: rounding to one decimal, which many forms do.
inline bool same_points(const Points& a, const Points& b) {
  return (a - b).amount.abs() <= Decimal::scaled(5, 2);
}

/// `printed` is a whole number and `exact` rounds to it (up or down) although it is none itself.
inline bool rounded_away(const Points& printed, const Points& exact) {
  return printed.amount.is_whole() && !exact.amount.is_whole() &&
         (printed - exact).amount.abs() <= Decimal::scaled(5, 1);
}

}  // namespace jiheng::audit
