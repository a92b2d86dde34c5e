// Numbers, points, rates and money as cells print them.
#include "form/number.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

template <class T>
std::string shown(const std::optional<T>& value) {
  return value ? to_string(*value) : "none";
}
template <>
std::string shown(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "none";
}

struct Case {
  const char* printed;
  const char* expected;
};

TEST(Number, ReadsCells) {
  for (const Case& c : {Case{"815,826.17", "815826.17"},
                        {"８０", "80"},
                        {"10分", "10"},
                        {"10.00", "10.00"},
                        {"+3", "3"},
                        {"-3", "-3"},
                        {" 1 2 ", "12"},
                        {"1，234，567", "1234567"},
                        {"", "none"},
                        {"—", "none"},
                        {"-", "none"},
                        {"90%", "none"},
                        {"约3", "none"},
                        {"3.", "none"},
                        {"1,23", "none"}}) {
    EXPECT_EQ(shown(parse_number(c.printed)), c.expected) << c.printed;
  }
}

TEST(Number, ReadsPoints) {
  for (const Case& c : {Case{"10", "10"},
                        {"9.80", "9.80"},
                        {"(20分)", "20"},
                        {"（20）", "20"},
                        {"10 分", "10"},
                        {"/", "none"},
                        {"", "none"},
                        {"10元", "none"},
                        {"99999999999999999999999999999999999", "none"}}) {
    EXPECT_EQ(shown(parse_points(c.printed)), c.expected) << c.printed;
  }
}

TEST(Number, ReadsRatesAsFractions) {
  for (const Case& c : {Case{"100.00%", "1.0000"},
                        {"99 %", "0.99"},
                        {"0.99", "0.99"},
                        {"1", "1"},
                        {"100", "1.00"},
                        {"98.5", "0.985"},
                        {"1%", "0.01"},
                        {"0", "0"},
                        {"120％", "1.20"},
                        {"-", "none"},
                        {"无", "none"}}) {
    EXPECT_EQ(shown(parse_rate(c.printed)), c.expected) << c.printed;
  }
}

TEST(Number, ReadsMoneyInYuan) {
  struct MoneyCase {
    const char* printed;
    AmountUnit unit;
    const char* expected;
  };
  for (const MoneyCase& c : {MoneyCase{"815,826.17", AmountUnit::Yuan, "815826.17"},
                             {"12.5", AmountUnit::WanYuan, "125000.0"},
                             {"12.5", AmountUnit::Unknown, "12.5"},
                             {"5.8万", AmountUnit::Yuan, "58000.0"},
                             {"854万元", AmountUnit::Yuan, "8540000"},
                             {"100元", AmountUnit::WanYuan, "100"},
                             {"1.2亿元", AmountUnit::WanYuan, "120000000.0"},
                             {"￥300", AmountUnit::Yuan, "300"},
                             {"0.00", AmountUnit::WanYuan, "0.00"},
                             {"-5", AmountUnit::WanYuan, "-50000"},
                             {"", AmountUnit::Yuan, "none"},
                             {"三万", AmountUnit::Yuan, "none"},
                             {"999999999999999999999999", AmountUnit::YiYuan, "none"}}) {
    EXPECT_EQ(shown(parse_money(c.printed, c.unit)), c.expected) << c.printed;
  }
}

TEST(Number, FindsTheUnitOfALabel) {
  EXPECT_EQ(amount_unit_in("项目资金（万元）"), AmountUnit::WanYuan);
  EXPECT_EQ(amount_unit_in("金额单位：元"), AmountUnit::Yuan);
  EXPECT_EQ(amount_unit_in("单位：百万元"), AmountUnit::MillionYuan);
  EXPECT_EQ(amount_unit_in("亿元"), AmountUnit::YiYuan);
  EXPECT_EQ(amount_unit_in("项目资金"), AmountUnit::Unknown);
}

TEST(Number, FindsTheYear) {
  EXPECT_EQ(year_in("(2023 年度)"), 2023);
  EXPECT_EQ(year_in("２０２２年"), 2022);
  EXPECT_EQ(year_in("编码 120231234"), std::nullopt);
  EXPECT_EQ(year_in("1812年"), std::nullopt);
}

}  // namespace
}  // namespace jiheng
