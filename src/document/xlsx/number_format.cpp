#include "document/xlsx/number_format.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "core/text.h"
#include "document/xlsx/decimal_digits.h"
#include "document/xlsx/shown_date.h"

namespace jiheng {
namespace {

using Token = NumberFormat::Token;
using Kind = NumberFormat::Token::Kind;
using Section = NumberFormat::Section;
using Condition = NumberFormat::Condition;

bool holds(const Section& section, double value) {
  switch (section.condition) {
    case Condition::Less: return value < section.operand;
    case Condition::AtMost: return value <= section.operand;
    case Condition::Equal: return value == section.operand;
    case Condition::Other: return value != section.operand;
    case Condition::AtLeast: return value >= section.operand;
    case Condition::More: return value > section.operand;
    case Condition::None: return true;
  }
  return true;
}

// "E+05": the power of ten of scientific notation.
void append_power(std::string& out, int exponent, int width, bool with_plus) {
  out.push_back('E');
  if (exponent < 0 || with_plus) out.push_back(exponent < 0 ? '-' : '+');
  const std::string digits = std::to_string(std::abs(exponent));
  out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
  out.append(digits);
}

// Whole digits and decimals poured into the placeholders of a section.
std::string fill_in(const Section& section, const std::string& whole, std::string decimals, int exponent) {
  // Trailing zeros that only a '#' asks for are not shown.
  std::size_t optional_tail = 0;
  bool after_point = false;
  for (const Token& token : section.tokens) {
    if (token.kind == Kind::Exponent) break;
    after_point = after_point || token.kind == Kind::Point;
    if (after_point && token.kind == Kind::Digit) optional_tail = token.literal == "#" ? optional_tail + 1 : 0;
  }
  while (optional_tail > 0 && !decimals.empty() && decimals.back() == '0') decimals.pop_back(), --optional_tail;

  std::string out;
  std::size_t used_whole = 0;
  const auto places = static_cast<std::size_t>(section.whole_digits);
  const std::string digits = whole == "0" ? "" : whole;
  std::size_t position = std::max(places, digits.size());  // places left of the point still to come
  const auto put_whole = [&](std::string_view placeholder) {
    if (position <= digits.size()) {
      out.push_back(digits[digits.size() - position]);
    } else if (placeholder == "0") {
      out.push_back('0');
    } else {
      --position;
      return;
    }
    --position;
    if (section.grouped && position > 0 && position % 3 == 0) out.push_back(',');
  };
  std::size_t next_decimal = 0;
  after_point = false;
  bool in_exponent = false;
  for (const Token& token : section.tokens) {
    switch (token.kind) {
      case Kind::Digit:
        if (in_exponent) break;
        if (after_point) {
          if (next_decimal < decimals.size()) out.push_back(decimals[next_decimal++]);
          break;
        }
        if (used_whole++ == 0) {
          while (position > places) put_whole("0");
        }
        put_whole(token.literal);
        break;
      case Kind::Point:
        if (section.whole_digits == 0) out.append(digits);
        if (!decimals.empty() || section.decimals == 0) out.push_back('.');
        after_point = true;
        break;
      case Kind::Exponent: {
        in_exponent = true;
        append_power(out, exponent, section.exponent_digits, token.literal == "+");
        break;
      }
      case Kind::Literal: out.append(token.literal); break;
      default: break;
    }
  }
  return out;
}

std::string show_number(const Section& section, double magnitude) {
  if (section.exponent_digits > 0) {
    DecimalDigits digits(magnitude);
    int exponent = digits.exponent();
    DecimalDigits mantissa = digits;
    mantissa.shift(-exponent);
    auto [whole, decimals] = mantissa.fixed(section.decimals);
    if (whole.size() > 1) {  // rounding carried: 9.99 → 10.0
      ++exponent;
      mantissa.shift(-1);
      std::tie(whole, decimals) = mantissa.fixed(section.decimals);
    }
    return fill_in(section, whole, decimals, exponent);
  }
  DecimalDigits digits(magnitude);
  digits.shift(section.shift);
  const auto [whole, decimals] = digits.fixed(section.decimals);
  return fill_in(section, whole, decimals, 0);
}

}  // namespace

std::string NumberFormat::show(double value, DateSystem dates) const {
  if (sections_.empty() || !std::isfinite(value)) return show_general(value);
  const bool conditional =
      sections_[0].condition != Condition::None || (sections_.size() > 1 && sections_[1].condition != Condition::None);
  std::size_t chosen = 0;
  bool minus = value < 0;
  const std::size_t numeric = std::min<std::size_t>(sections_.size(), 3);
  if (conditional) {
    while (chosen + 1 < numeric && !holds(sections_[chosen], value)) ++chosen;
  } else if (value < 0 && numeric > 1) {
    chosen = 1;
    minus = false;
  } else if (value == 0 && numeric > 2) {
    chosen = 2;
  }
  const Section& section = sections_[chosen];
  if (section.is_date) {
    const std::optional<ShownDate> date = shown_date(value, dates == DateSystem::From1904);
    return date ? show_date(section, *date) : show_general(value);
  }
  const bool plain = std::any_of(section.tokens.begin(), section.tokens.end(), [](const Token& token) {
    return token.kind == Kind::General || token.kind == Kind::Text;
  });
  std::string shown;
  if (plain) {
    for (const Token& token : section.tokens) {
      if (token.kind == Kind::Literal) shown += token.literal;
      if (token.kind == Kind::General || token.kind == Kind::Text) shown += show_general(std::abs(value));
    }
  } else {
    shown = show_number(section, std::abs(value));
  }
  shown = trimmed(shown);
  const bool has_digit = shown.find_first_of("123456789") != std::string::npos;
  if (minus && has_digit) shown.insert(shown.begin(), '-');
  return shown;
}

std::string NumberFormat::show(std::string_view text) const {
  const Section* section = nullptr;
  for (const Section& candidate : sections_) {
    const bool holds_text = std::any_of(candidate.tokens.begin(), candidate.tokens.end(),
                                        [](const Token& token) { return token.kind == Kind::Text; });
    if (holds_text) section = &candidate;
  }
  if (section == nullptr) return std::string(text);
  std::string shown;
  for (const Token& token : section->tokens) {
    if (token.kind == Kind::Literal) shown += token.literal;
    if (token.kind == Kind::Text) shown += text;
  }
  return std::string(trimmed(shown));
}

std::string show_general(double value) {
  if (!std::isfinite(value)) return "#NUM!";
  DecimalDigits digits(std::abs(value));
  const int exponent = digits.exponent();
  const bool scientific = exponent > 20 || exponent < -9;
  if (scientific) digits.shift(-exponent);
  const auto [whole, decimals] = digits.fixed(24);
  std::string shown;
  if (value < 0) shown.push_back('-');
  shown.append(whole);
  if (const std::size_t last = decimals.find_last_not_of('0'); last != std::string::npos) {
    shown.push_back('.');
    shown.append(decimals, 0, last + 1);
  }
  if (scientific) append_power(shown, exponent, 2, true);
  return shown;
}

}  // namespace jiheng
