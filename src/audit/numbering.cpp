#include "audit/numbering.h"

#include <array>

#include "audit/numeral.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr int kLargestNumber = 40;  // of an item; larger ones are years, sums, model numbers

bool take(std::string_view text, std::size_t& at, std::string_view part) {
  if (text.size() - at < part.size() || text[at + part.size() - 1] != part.back()) return false;  // nearly always
  if (!text.substr(at).starts_with(part)) return false;
  at += part.size();
  return true;
}

struct Number {
  int value = 0;
  bool chinese = false;
};

// A small number in digits or in words.
std::optional<Number> take_number(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return std::nullopt;
  if (is_digit(text[at])) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && is_digit(text[end]) && end - at < 3) value = value * 10 + (text[end++] - '0');
    if (value < 1 || value > kLargestNumber) return std::nullopt;
    at = end;
    return Number{value, false};
  }
  if (!begins_chinese_numeral(text, at)) return std::nullopt;
  const auto numeral = numeral_at(text, at);
  if (!numeral || numeral->magnitude || numeral->approximate || numeral->number > Decimal(kLargestNumber)) {
    return std::nullopt;
  }
  at = numeral->end;
  return Number{static_cast<int>(numeral->number.coefficient()), true};
}

// "1、2月": the mark would be the first of several months, days or numbers.
bool reads_on_as_number(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == at) return false;
  const std::string_view rest = text.substr(end);
  return starts_with(rest, "月") || starts_with(rest, "日") || starts_with(rest, "号") || starts_with(rest, "、") ||
         starts_with(rest, "季度");
}

}  // namespace

std::optional<NumberingMark> numbering_mark_at(std::string_view text, std::size_t position) {
  std::size_t at = position;
  const auto done = [&](NumberingStyle style, int number) { return NumberingMark{style, number, at}; };

  if (take(text, at, "(")) {
    const auto number = take_number(text, at);
    if (!number || !take(text, at, ")")) return std::nullopt;
    take(text, at, "、");
    return done(number->chinese ? NumberingStyle::BracketedChinese : NumberingStyle::Bracketed, number->value);
  }
  if (const auto lead = static_cast<unsigned char>(text[at]); lead == 0xE2) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (c < U'①' || c > U'⑳') return std::nullopt;
    at = next;
    take(text, at, "、");
    return done(NumberingStyle::Circled, static_cast<int>(c - U'①') + 1);
  }
  static constexpr std::array<std::string_view, 5> kNames = {"年度目标", "绩效目标", "目标", "任务", "指标"};
  for (const std::string_view name : kNames) {
    if (!take(text, at, name)) continue;
    const auto number = take_number(text, at);
    if (number && (take(text, at, ":") || take(text, at, "：") || take(text, at, "、") || take(text, at, ".") ||
                   take(text, at, "，"))) {
      return done(NumberingStyle::Named, number->value);
    }
    return std::nullopt;
  }
  if (take(text, at, "第") || take(text, at, "其")) {
    const auto number = take_number(text, at);
    if (number && number->chinese &&
        (take(text, at, "，") || take(text, at, ",") || take(text, at, "、") || take(text, at, ":") ||
         take(text, at, "："))) {
      return done(NumberingStyle::Ordinal, number->value);
    }
    return std::nullopt;
  }
  if (const auto number = take_number(text, at)) {
    if (number->chinese) {
      if (take(text, at, "是") || take(text, at, "、")) return done(NumberingStyle::Chinese, number->value);
      return std::nullopt;
    }
    const bool point = take(text, at, ".");
    if (!point && !take(text, at, "、") && !take(text, at, ")") && !take(text, at, "．")) return std::nullopt;
    if (point && at < text.size() && is_digit(text[at])) return std::nullopt;  // 1.5
    if (reads_on_as_number(text, at)) return std::nullopt;
    return done(NumberingStyle::Digit, number->value);
  }
  return std::nullopt;
}

}  // namespace jiheng::audit
