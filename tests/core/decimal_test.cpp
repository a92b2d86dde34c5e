// Decimal: parsing, printing, rounding at the half, and the edges of 128 bits.
#include "core/decimal.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace jiheng {
namespace {

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}

TEST(Decimal, PrintsAsParsed) {
  for (const std::string_view text : {"0", "10", "10.00", "-3.5", "815826.17", "0.000000000000000001",
                                      "123456789012345678901234567890123456", "-99999999999999999999.999999"}) {
    EXPECT_EQ(d(text).to_string(), text);
  }
  EXPECT_EQ(d("+7").to_string(), "7");
  EXPECT_EQ(d("007.50").to_string(), "7.50");
  EXPECT_EQ(d("-0.0").to_string(), "0.0");
}

TEST(Decimal, RefusesEverythingElse) {
  for (const std::string_view text : {"", "-", ".", ".5", "5.", "1.2.3", "1,000", "1e3", " 1", "1 ", "--1", "１",
                                      "0x10", "1234567890123456789012345678901234567", "0.1234567890123456789"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, RoundsAsTold) {
  struct Case {
    const char* value;
    int scale;
    Rounding rounding;
    const char* expected;
  };
  for (const Case& c : {Case{"0.125", 2, Rounding::HalfUp, "0.13"},
                        {"0.125", 2, Rounding::HalfEven, "0.12"},
                        {"0.135", 2, Rounding::HalfEven, "0.14"},
                        {"-0.125", 2, Rounding::HalfUp, "-0.13"},
                        {"0.129", 2, Rounding::Down, "0.12"},
                        {"-0.129", 2, Rounding::Down, "-0.12"},
                        {"0.121", 2, Rounding::Up, "0.13"},
                        {"-0.121", 2, Rounding::Up, "-0.13"},
                        {"2.5", 0, Rounding::HalfUp, "3"},
                        {"99.995", 2, Rounding::HalfUp, "100.00"},
                        {"10", 2, Rounding::HalfUp, "10.00"},
                        {"0.004", 2, Rounding::HalfUp, "0.00"}}) {
    EXPECT_EQ(d(c.value).rounded(c.scale, c.rounding).to_string(), c.expected) << c.value;
  }
}

TEST(Decimal, ComparesByValue) {
  EXPECT_EQ(d("10"), d("10.00"));
  EXPECT_LT(d("-0.5"), d("0.3"));
  EXPECT_LT(d("9.99"), d("10"));
  EXPECT_GT(d("123456789012345678901234567890123456"), d("0.000000000000000001"));
  EXPECT_LT(d("-123456789012345678901234567890123456"), d("-0.1"));
}

TEST(Decimal, DividesOnceRounded) {
  EXPECT_EQ(divide(1, 3, 4)->to_string(), "0.3333");
  EXPECT_EQ(divide(2, 3, 4)->to_string(), "0.6667");
  EXPECT_EQ(divide(-2, 3, 2)->to_string(), "-0.67");
  EXPECT_FALSE(divide(1, d("0.00"), 2));
  // 8 ÷ 10 × 1: the formula of a proportional score.
  EXPECT_EQ(multiply_divide(1, 8, 10, 2)->to_string(), "0.80");
  EXPECT_EQ(multiply_divide(d("15"), d("8676"), d("8755"), 2)->to_string(), "14.86");
  EXPECT_EQ(multiply_divide(d("0.01"), d("0.01"), d("0.0001"), 0)->to_string(), "1");
  EXPECT_EQ(multiply_divide(1, 1, d("123456789012345678.123456789012345678"), 0)->to_string(), "0");
}

TEST(Decimal, GroupsThousands) {
  EXPECT_EQ(d("1234567.8").to_grouped_string(), "1,234,567.8");
  EXPECT_EQ(d("-123456").to_grouped_string(), "-123,456");
  EXPECT_EQ(d("-123").to_grouped_string(), "-123");
  EXPECT_EQ(d("0.12345").to_grouped_string(), "0.12345");
}

TEST(Decimal, KnowsItsSignificantDecimals) {
  EXPECT_EQ(d("10.50").significant_scale(), 1);
  EXPECT_EQ(d("0.000").significant_scale(), 0);
  EXPECT_EQ(d("1200.00").trimmed().to_string(), "1200");
  EXPECT_TRUE(d("7.000").is_whole());
  EXPECT_FALSE(d("7.001").is_whole());
}

TEST(Decimal, SaysOverflowInsteadOfWrapping) {
  const Decimal huge = d("99999999999999999999999999999999999");
  EXPECT_THROW(huge * huge, std::overflow_error);
  EXPECT_THROW(huge + d("0.0001"), std::overflow_error);                     // the common scale has no room
  EXPECT_THROW(d("0.0000000001") * d("0.0000000001"), std::overflow_error);  // nor have the decimals
}

static_assert(!std::is_constructible_v<Decimal, double>, "no binary floating point");

}  // namespace
}  // namespace jiheng
