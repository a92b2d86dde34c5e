// Quantity: money, points and rates as different types over one Decimal, so that adding money to
// points does not compile.
#pragma once

#include "core/decimal.h"

namespace jiheng {

template <class Tag>
struct Quantity {
  Decimal amount;

  constexpr Quantity() = default;
  constexpr explicit Quantity(Decimal value) : amount(value) {}

  friend Quantity operator+(const Quantity& a, const Quantity& b) { return Quantity(a.amount + b.amount); }
  friend Quantity operator-(const Quantity& a, const Quantity& b) { return Quantity(a.amount - b.amount); }
  Quantity& operator+=(const Quantity& other) {
    amount += other.amount;
    return *this;
  }
  friend auto operator<=>(const Quantity& a, const Quantity& b) { return a.amount <=> b.amount; }
  friend bool operator==(const Quantity& a, const Quantity& b) { return a.amount == b.amount; }

  /// This × a pure number (exact).
  [[nodiscard]] Quantity times(const Decimal& factor) const { return Quantity(amount * factor); }
  [[nodiscard]] Quantity rounded(int scale, Rounding rounding = Rounding::HalfUp) const {
    return Quantity(amount.rounded(scale, rounding));
  }
};

/// Money in 元, exact.
using Money = Quantity<struct MoneyTag>;
/// Points of the 100 (分).
using Points = Quantity<struct PointsTag>;
/// A ratio as a fraction: 0.9 for 90 %.
using Rate = Quantity<struct RateTag>;

template <class Tag>
std::string to_string(const Quantity<Tag>& quantity) {
  return quantity.amount.to_string();
}

}  // namespace jiheng
