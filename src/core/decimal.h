// Decimal: exact decimal numbers for money, points and rates. Never binary floating point.
//
// A Decimal is coefficient × 10^-scale with a 128-bit coefficient. It keeps its scale ("10.00" has
// scale 2) so that it prints as it was read; comparison is by value (10 == 10.00).
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng {

/// How a result that does not fit is brought to fewer decimals.
enum class Rounding {
  HalfUp,    ///< 四舍五入, away from zero at the half: the rule of these forms
  HalfEven,  ///< banker's
  Down,      ///< towards zero
  Up,        ///< away from zero
};

class Decimal {
 public:
  __extension__ using Coefficient = __int128;
  static constexpr int kMaxScale = 18;   ///< most decimals kept
  static constexpr int kMaxDigits = 36;  ///< most significant digits; more is refused by parse

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : coefficient_(whole) {}  // NOLINT: whole numbers are exact
  /// Binary floating point never becomes money or points, not even by an implicit conversion.
  template <std::floating_point T>
  Decimal(T) = delete;
  /// coefficient × 10^-scale; scale 0..kMaxScale.
  static Decimal scaled(Coefficient coefficient, int scale);

  /// Plain ASCII decimal notation: [+-]digits[.digits], no separators, no spaces, no exponent.
  /// Nothing else; printed forms are cleaned by form/number.h first. nullopt if it is not one.
  static std::optional<Decimal> parse(std::string_view text);

  [[nodiscard]] int scale() const { return scale_; }
  [[nodiscard]] Coefficient coefficient() const { return coefficient_; }
  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }
  [[nodiscard]] bool is_negative() const { return coefficient_ < 0; }
  [[nodiscard]] Decimal abs() const;
  [[nodiscard]] bool is_whole() const { return scale_ == 0 || significant_scale() == 0; }

  /// Decimals after trailing zeros are dropped: 2 for 10.50 → 1, for 10.00 → 0.
  [[nodiscard]] int significant_scale() const;

  /// Exactly `scale` decimals, rounded if needed ("10" to 2 → "10.00").
  [[nodiscard]] Decimal rounded(int scale, Rounding rounding = Rounding::HalfUp) const;
  /// Trailing zeros after the point dropped: 10.50 → 10.5.
  [[nodiscard]] Decimal trimmed() const { return scale_ == 0 ? *this : without_trailing_zeros(); }

  /// As printed: scale kept ("10.00"), no separators.
  [[nodiscard]] std::string to_string() const;
  void append_to(std::string& out) const;  ///< the same at the end of `out`
  /// With thousands separators: 1,234,567.80.
  [[nodiscard]] std::string to_grouped_string() const;
  /// For drawing and statistics only, never for money or points.
  [[nodiscard]] double to_double() const;

  Decimal operator-() const;
  friend Decimal operator+(const Decimal& a, const Decimal& b) {
    Decimal sum;  // nearly always of one scale
    if (a.scale_ != b.scale_ || __builtin_add_overflow(a.coefficient_, b.coefficient_, &sum.coefficient_))
      return plus_scaled(a, b);
    sum.scale_ = a.scale_;
    return sum;
  }
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + (-b); }
  /// Exact product; throws std::overflow_error past 128 bits (as + and - do).
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
  Decimal& operator-=(const Decimal& other) { return *this = *this - other; }

  /// a ÷ b to `scale` decimals, rounded once; nullopt when b is 0.
  friend std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale, Rounding rounding);
  /// a × b ÷ c rounded once at the end; nullopt when c is 0. The formula of proportional scores.
  friend std::optional<Decimal> multiply_divide(const Decimal& a, const Decimal& b, const Decimal& c, int scale,
                                                Rounding rounding);

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    return a.scale_ == b.scale_ ? a.coefficient_ <=> b.coefficient_ : compare_scaled(a, b);
  }
  friend bool operator==(const Decimal& a, const Decimal& b) { return std::is_eq(a <=> b); }

 private:
  [[nodiscard]] Decimal without_trailing_zeros() const;
  static Decimal plus_scaled(const Decimal& a, const Decimal& b);
  static std::strong_ordering compare_scaled(const Decimal& a, const Decimal& b);  ///< of different scales

  Coefficient coefficient_ = 0;
  int scale_ = 0;
};

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale, Rounding rounding = Rounding::HalfUp);
std::optional<Decimal> multiply_divide(const Decimal& a, const Decimal& b, const Decimal& c, int scale,
                                       Rounding rounding = Rounding::HalfUp);

}  // namespace jiheng
