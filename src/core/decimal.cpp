#include "core/decimal.h"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include "core/result.h"

namespace jiheng {
namespace {

using Coefficient = Decimal::Coefficient;
constexpr Coefficient kMax = ~(Coefficient(1) << 127);
constexpr int kMaxPower = 38;  // 10^38 fits in 127 bits

constexpr std::array<Coefficient, kMaxPower + 1> make_powers() {
  std::array<Coefficient, kMaxPower + 1> powers{};
  Coefficient p = 1;
  for (int i = 0; i <= kMaxPower; ++i) {
    powers[static_cast<std::size_t>(i)] = p;
    if (i < kMaxPower) p *= 10;
  }
  return powers;
}
constexpr auto kPowers = make_powers();

Coefficient power(int exponent) {
  return kPowers.at(static_cast<std::size_t>(exponent));
}

Coefficient checked_multiply(Coefficient a, Coefficient b) {
  Coefficient out = 0;
  if (__builtin_mul_overflow(a, b, &out)) throw std::overflow_error("Decimal: product past 128 bits");
  return out;
}
Coefficient checked_add(Coefficient a, Coefficient b) {
  Coefficient out = 0;
  if (__builtin_add_overflow(a, b, &out)) throw std::overflow_error("Decimal: sum past 128 bits");
  return out;
}

bool fits_64(Coefficient value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

// a ÷ b rounded to a whole number; b is not 0.
Coefficient rounded_quotient(Coefficient a, Coefficient b, Rounding rounding) {
  Coefficient quotient = 0;
  Coefficient rest = 0;
  if (fits_64(a) && fits_64(b) && b > 0) {  // nearly always, and many times faster
    const auto short_a = static_cast<std::int64_t>(a);
    const auto short_b = static_cast<std::int64_t>(b);
    quotient = short_a / short_b;
    rest = short_a % short_b;
  } else {
    quotient = a / b;
    rest = a % b;
  }
  if (rest == 0) return quotient;
  const bool negative = (a < 0) != (b < 0);
  const Coefficient r = rest < 0 ? -rest : rest;
  const Coefficient d = b < 0 ? -b : b;
  const Coefficient to_next = d - r;  // compared without doubling, which could overflow
  bool away = false;
  switch (rounding) {
    case Rounding::HalfUp: away = r >= to_next; break;
    case Rounding::HalfEven: away = r > to_next || (r == to_next && quotient % 2 != 0); break;
    case Rounding::Down: away = false; break;
    case Rounding::Up: away = true; break;
  }
  if (away) quotient += negative ? -1 : 1;
  return quotient;
}

// Brings a coefficient to another scale, rounding when decimals are lost.
Coefficient rescale(Coefficient coefficient, int from, int to, Rounding rounding) {
  if (to >= from) return checked_multiply(coefficient, power(to - from));
  if (from - to > kMaxPower) return 0;
  return rounded_quotient(coefficient, power(from - to), rounding);
}

}  // namespace

Decimal Decimal::scaled(Coefficient coefficient, int scale) {
  ENSURE(scale >= 0 && scale <= kMaxScale, "scale is within 0..kMaxScale");
  Decimal out;
  out.coefficient_ = coefficient;
  out.scale_ = scale;
  return out;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  Coefficient coefficient = 0;
  int scale = 0;
  int digits = 0;
  bool point = false;
  bool any = false;
  for (const char c : text) {
    if (c == '.') {
      if (point || !any) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    if (coefficient != 0 || c != '0') ++digits;
    if (digits > kMaxDigits) return std::nullopt;
    if (point && ++scale > kMaxScale) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
  }
  if (!any || text.back() == '.') return std::nullopt;
  return scaled(negative ? -coefficient : coefficient, scale);
}

Decimal Decimal::abs() const {
  return coefficient_ < 0 ? -*this : *this;
}

int Decimal::significant_scale() const {
  if (coefficient_ == 0 || scale_ == 0) return 0;
  int scale = scale_;
  if (fits_64(coefficient_)) {
    auto c = static_cast<std::int64_t>(coefficient_);
    while (scale > 0 && c % 10 == 0) {
      c /= 10;
      --scale;
    }
    return scale;
  }
  Coefficient c = coefficient_;
  while (scale > 0 && c % 10 == 0) {
    c /= 10;
    --scale;
  }
  return scale;
}

Decimal Decimal::rounded(int scale, Rounding rounding) const {
  return scaled(rescale(coefficient_, scale_, scale, rounding), scale);
}

Decimal Decimal::without_trailing_zeros() const {
  return rounded(significant_scale(), Rounding::Down);
}

void Decimal::append_to(std::string& out) const {
  if (scale_ == 0 && coefficient_ >= 0 && coefficient_ < 10) {  // most points
    out.push_back(static_cast<char>('0' + static_cast<int>(coefficient_)));
    return;
  }
  std::array<char, 48> buffer;  // NOLINT: filled from its end
  char* const end = buffer.data() + buffer.size();
  char* at = end;
  // The magnitude as unsigned, so that the most negative value is safe too.
  __extension__ using Unsigned = unsigned __int128;
  Unsigned rest = coefficient_ < 0 ? Unsigned(0) - Unsigned(coefficient_) : Unsigned(coefficient_);
  int written = 0;
  const auto put = [&](int digit) {
    if (written == scale_ && scale_ > 0) *--at = '.';
    *--at = static_cast<char>('0' + digit);
    ++written;
  };
  // 128-bit division is slow: down to 64 bits first, the rest with plain arithmetic.
  constexpr Unsigned kLow = std::numeric_limits<std::uint64_t>::max();
  for (; rest > kLow; rest /= 10) put(static_cast<int>(rest % 10));
  auto low = static_cast<std::uint64_t>(rest);
  do {
    put(static_cast<int>(low % 10));
    low /= 10;
  } while (low != 0 || written <= scale_);
  if (coefficient_ < 0) *--at = '-';
  out.append(at, static_cast<std::size_t>(end - at));
}

std::string Decimal::to_string() const {
  std::string out;
  append_to(out);
  return out;
}

std::string Decimal::to_grouped_string() const {
  std::string text = to_string();
  const std::size_t first = text.front() == '-' ? 1 : 0;
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > first + 3) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

double Decimal::to_double() const {
  return static_cast<double>(coefficient_) / static_cast<double>(power(scale_));
}

Decimal Decimal::operator-() const {
  ENSURE(coefficient_ >= -kMax, "the negated coefficient fits");
  return scaled(-coefficient_, scale_);
}

Decimal Decimal::plus_scaled(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  return Decimal::scaled(checked_add(rescale(a.coefficient_, a.scale_, scale, Rounding::Down),
                                     rescale(b.coefficient_, b.scale_, scale, Rounding::Down)),
                         scale);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  Decimal x = a;
  Decimal y = b;
  if (x.scale_ + y.scale_ > Decimal::kMaxScale) {
    x = x.trimmed();
    y = y.trimmed();
  }
  const int scale = x.scale_ + y.scale_;
  if (scale > Decimal::kMaxScale) throw std::overflow_error("Decimal: product has too many decimals");
  return Decimal::scaled(checked_multiply(x.coefficient_, y.coefficient_), scale);
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale, Rounding rounding) {
  return multiply_divide(a, Decimal(1), b, scale, rounding);
}

std::optional<Decimal> multiply_divide(const Decimal& a, const Decimal& b, const Decimal& c, int scale,
                                       Rounding rounding) {
  if (c.is_zero()) return std::nullopt;
  ENSURE(scale >= 0 && scale <= Decimal::kMaxScale, "scale is within 0..kMaxScale");
  const Decimal x = a.trimmed();
  const Decimal y = b.trimmed();
  const Decimal z = c.trimmed();
  Coefficient numerator = checked_multiply(x.coefficient_, y.coefficient_);
  Coefficient denominator = z.coefficient_;
  const int shift = scale + z.scale_ - x.scale_ - y.scale_;
  if (shift >= 0) {
    numerator = checked_multiply(numerator, power(std::min(shift, kMaxPower)));
  } else {
    denominator = checked_multiply(denominator, power(std::min(-shift, kMaxPower)));
  }
  return Decimal::scaled(rounded_quotient(numerator, denominator, rounding), scale);
}

std::strong_ordering Decimal::compare_scaled(const Decimal& a, const Decimal& b) {
  Coefficient same_scale = 0;  // nearly always both fit at the larger scale, without a division
  if (a.scale_ < b.scale_ && !__builtin_mul_overflow(a.coefficient_, power(b.scale_ - a.scale_), &same_scale))
    return same_scale <=> b.coefficient_;
  if (b.scale_ < a.scale_ && !__builtin_mul_overflow(b.coefficient_, power(a.scale_ - b.scale_), &same_scale))
    return a.coefficient_ <=> same_scale;
  // Whole parts first, then fractions at the larger scale: no overflow for any pair.
  const Coefficient whole_a = a.coefficient_ / power(a.scale_);
  const Coefficient whole_b = b.coefficient_ / power(b.scale_);
  if (whole_a != whole_b) return whole_a <=> whole_b;
  const int scale = std::max(a.scale_, b.scale_);
  const Coefficient part_a = (a.coefficient_ % power(a.scale_)) * power(scale - a.scale_);
  const Coefficient part_b = (b.coefficient_ % power(b.scale_)) * power(scale - b.scale_);
  return part_a <=> part_b;
}

}  // namespace jiheng
