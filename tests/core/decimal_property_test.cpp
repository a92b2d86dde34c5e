// Laws of Decimal that hold for any numbers within range.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/decimal.h"

namespace jiheng {
namespace {

// Numbers of up to 15 digits with up to 6 decimals: sums and products of three stay within range.
Decimal any_decimal() {
  const auto coefficient = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000LL, 1'000'000'000'001LL);
  const int scale = *rc::gen::inRange(0, 6);
  return Decimal::scaled(coefficient, scale);
}

RC_GTEST_PROP(DecimalLaws, ParseUndoesPrint, ()) {
  const Decimal value = any_decimal();
  const auto parsed = Decimal::parse(value.to_string());
  RC_ASSERT(parsed.has_value());
  RC_ASSERT(*parsed == value);
  RC_ASSERT(parsed->scale() == value.scale());
}

RC_GTEST_PROP(DecimalLaws, Ring, ()) {
  const Decimal a = any_decimal();
  const Decimal b = any_decimal();
  const Decimal c = any_decimal();
  RC_ASSERT(a + b == b + a);
  RC_ASSERT((a + b) + c == a + (b + c));
  RC_ASSERT(a * b == b * a);
  RC_ASSERT((a * b) * Decimal(7) == a * (b * Decimal(7)));
  RC_ASSERT(a * (b + c) == a * b + a * c);
  RC_ASSERT(a - a == Decimal(0));
  RC_ASSERT(a * Decimal(1) == a);
  RC_ASSERT(-(-a) == a);
}

RC_GTEST_PROP(DecimalLaws, OrderFollowsDifference, ()) {
  const Decimal a = any_decimal();
  const Decimal b = any_decimal();
  RC_ASSERT((a < b) == (a - b).is_negative());
  RC_ASSERT((a == b) == (a - b).is_zero());
  RC_ASSERT((a.trimmed() <=> b) == (a <=> b));
}

RC_GTEST_PROP(DecimalLaws, RoundingStaysNear, ()) {
  const Decimal value = any_decimal();
  const int scale = *rc::gen::inRange(0, 6);
  const auto rounding = *rc::gen::element(Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up);
  const Decimal rounded = value.rounded(scale, rounding);
  RC_ASSERT(rounded.scale() == scale);
  const Decimal error = (rounded - value).abs();
  const Decimal step = Decimal::scaled(1, scale);
  const bool half = rounding == Rounding::HalfUp || rounding == Rounding::HalfEven;
  if (half) {
    RC_ASSERT(error + error <= step);
  } else {
    RC_ASSERT(error < step);
    RC_ASSERT((rounding == Rounding::Down ? rounded.abs() <= value.abs() : rounded.abs() >= value.abs()));
  }
  RC_ASSERT(rounded.rounded(scale, rounding) == rounded);
}

// Against long division done by hand in 128 bits.
RC_GTEST_PROP(DecimalLaws, MultiplyDivideIsRoundedOnce, ()) {
  __extension__ using Wide = __int128;
  const auto a = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
  const auto b = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
  const auto c = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000);
  const int a_scale = *rc::gen::inRange(0, 5);
  const int c_scale = *rc::gen::inRange(0, 5);
  const int scale = *rc::gen::inRange(0, 4);
  const auto got = multiply_divide(Decimal::scaled(a, a_scale), b, Decimal::scaled(c, c_scale), scale);
  Wide numerator = Wide(a) * b;
  Wide denominator = c;
  for (int i = 0; i < scale + c_scale; ++i) numerator *= 10;
  for (int i = 0; i < a_scale; ++i) denominator *= 10;
  const Wide expected = (2 * numerator + denominator) / (2 * denominator);  // half up
  RC_ASSERT(got.has_value());
  RC_ASSERT(got->coefficient() == expected);
  RC_ASSERT(got->scale() == scale);
}

RC_GTEST_PROP(DecimalLaws, GroupingOnlyAddsCommas, ()) {
  const Decimal value = any_decimal();
  std::string plain = value.to_grouped_string();
  std::erase(plain, ',');
  RC_ASSERT(plain == value.to_string());
}

}  // namespace
}  // namespace jiheng
