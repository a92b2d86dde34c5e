#include "form/number.h"

#include <array>

#include "core/text.h"

namespace jiheng {
namespace {

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

// A comma is a thousands separator when exactly three digits follow it.
bool separator_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ',' && digit_at(text, at + 1) && digit_at(text, at + 2) &&
         digit_at(text, at + 3) && !digit_at(text, at + 4);
}

struct MoneyUnit {
  std::string_view name;
  AmountUnit unit;
};
// Longest first: 百万元 before 万元 before 元.
constexpr std::array<MoneyUnit, 9> kMoneyUnits = {{
    {"百万元", AmountUnit::MillionYuan},
    {"万元", AmountUnit::WanYuan},
    {"千元", AmountUnit::ThousandYuan},
    {"亿元", AmountUnit::YiYuan},
    {"百万", AmountUnit::MillionYuan},
    {"亿", AmountUnit::YiYuan},
    {"万", AmountUnit::WanYuan},
    {"千", AmountUnit::ThousandYuan},
    {"元", AmountUnit::Yuan},
}};

// Longer numbers are garbage, not points or money; computing with them could pass 128 bits.
constexpr Decimal::Coefficient kLongest = 1'000'000'000'000'000'000;  // 10^18

bool sensible(const Decimal& number) {
  return number.coefficient() <= kLongest && number.coefficient() >= -kLongest;
}

// [sign] number, and what follows it.
std::optional<Decimal> signed_number(std::string_view key, std::string_view& rest) {
  std::size_t at = 0;
  bool negative = false;
  if (!key.empty() && (key.front() == '-' || key.front() == '+')) {
    negative = key.front() == '-';
    at = 1;
  }
  const std::optional<Decimal> number = number_at(key, at);
  if (!number) return std::nullopt;
  rest = key.substr(at);
  return negative ? -*number : *number;
}

}  // namespace

std::optional<Decimal> number_at(std::string_view text, std::size_t& position) {
  std::size_t at = position;
  if (!digit_at(text, at)) return std::nullopt;
  constexpr int kFastDigits = 18;  // 10^18 fits in 63 bits
  std::uint64_t coefficient = 0;
  int digits = 0;
  int scale = 0;
  bool point = false;
  while (at < text.size()) {
    const char c = text[at];
    if (is_digit(c)) {
      if (++digits <= kFastDigits) coefficient = coefficient * 10 + static_cast<std::uint64_t>(c - '0');
      if (point) ++scale;
      ++at;
    } else if (!point && c == '.' && digit_at(text, at + 1)) {
      point = true;
      ++at;
    } else if (!point && separator_at(text, at)) {
      ++at;
    } else {
      break;
    }
  }
  if (digits <= kFastDigits) {
    position = at;
    return Decimal::scaled(static_cast<Decimal::Coefficient>(coefficient), scale);
  }
  std::string plain;
  for (const char c : text.substr(position, at - position)) {
    if (c != ',') plain.push_back(c);
  }
  const std::optional<Decimal> number = Decimal::parse(plain);
  if (number) position = at;
  return number;
}

std::optional<Decimal> parse_number(std::string_view printed) {
  const std::string key = key_of(printed);
  std::string_view rest;
  const std::optional<Decimal> number = signed_number(key, rest);
  if (!number || !(rest.empty() || rest == "分")) return std::nullopt;
  return number;
}

std::optional<Points> parse_points(std::string_view printed) {
  const std::string key = key_of(printed);
  std::string_view inner = key;
  if (inner.size() > 2 && inner.front() == '(' && inner.back() == ')') inner = inner.substr(1, inner.size() - 2);
  std::string_view rest;
  const std::optional<Decimal> number = signed_number(inner, rest);
  if (!number || !sensible(*number) || !(rest.empty() || rest == "分")) return std::nullopt;
  constexpr std::int64_t kMostPoints = 1'000'000;  // so that sums of any points have room
  if (number->abs() > Decimal(kMostPoints)) return std::nullopt;
  return Points(*number);
}

std::optional<Rate> parse_rate(std::string_view printed) {
  const std::string key = key_of(printed);
  std::string_view rest;
  const std::optional<Decimal> number = signed_number(key, rest);
  if (!number || !sensible(*number)) return std::nullopt;
  const auto fraction = [&]() -> std::optional<Rate> {
    // Two more decimals; only a number of absurd length has no room for them.
    if (number->scale() > Decimal::kMaxScale - 2) return std::nullopt;
    return Rate(Decimal::scaled(number->coefficient(), number->scale() + 2));
  };
  if (rest == "%") return fraction();
  if (!rest.empty()) return std::nullopt;
  if (number->abs() <= Decimal(1)) return Rate(*number);
  return fraction();
}

std::optional<Money> parse_money(std::string_view printed, AmountUnit unit) {
  const std::string key = key_of(printed);
  std::string_view text = key;
  for (const std::string_view sign : {std::string_view("¥"), std::string_view("￥"), std::string_view("RMB")}) {
    if (starts_with(text, sign)) text.remove_prefix(sign.size());
  }
  std::string_view rest;
  const std::optional<Decimal> number = signed_number(text, rest);
  if (!number) return std::nullopt;
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') rest = rest.substr(1, rest.size() - 2);
  if (!rest.empty()) {
    bool known = false;
    for (const MoneyUnit& money_unit : kMoneyUnits) {
      if (rest != money_unit.name) continue;
      unit = money_unit.unit;
      known = true;
      break;
    }
    if (!known) return std::nullopt;
  }
  const Decimal factor = yuan_per(unit);
  if (!sensible(*number)) return std::nullopt;
  return Money(*number * factor);
}

AmountUnit amount_unit_in(std::string_view label) {
  const std::string key = key_of(label);
  for (const MoneyUnit& unit : kMoneyUnits) {
    if (unit.name.size() < std::string_view("万元").size() && unit.name != "元") continue;  // 万 alone is no label
    if (!contains(unit.name, "元") || !contains(key, unit.name)) continue;
    return unit.unit;
  }
  return AmountUnit::Unknown;
}

std::optional<int> year_in(std::string_view text) {
  const std::string key = key_of(text);
  for (std::size_t at = 0; at + 4 <= key.size(); ++at) {
    if (at > 0 && is_digit(key[at - 1])) continue;
    if (!(digit_at(key, at) && digit_at(key, at + 1) && digit_at(key, at + 2) && digit_at(key, at + 3))) continue;
    if (digit_at(key, at + 4)) continue;
    const int year =
        (key[at] - '0') * 1000 + (key[at + 1] - '0') * 100 + (key[at + 2] - '0') * 10 + (key[at + 3] - '0');
    if (year >= 1990 && year <= 2099) return year;
  }
  return std::nullopt;
}

}  // namespace jiheng
