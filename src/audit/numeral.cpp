#include "audit/numeral.h"

#include <cstdint>

#include "core/text.h"

namespace jiheng::audit {
namespace {

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

// 0–9 of a Chinese digit, -1 for others.
int chinese_digit(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇': return 0;
    case U'一':
    case U'壹': return 1;
    case U'二':
    case U'两':
    case U'贰': return 2;
    case U'三':
    case U'叁': return 3;
    case U'四':
    case U'肆': return 4;
    case U'五':
    case U'伍': return 5;
    case U'六':
    case U'陆': return 6;
    case U'七':
    case U'柒': return 7;
    case U'八':
    case U'捌': return 8;
    case U'九':
    case U'玖': return 9;
    default: return -1;
  }
}

std::int64_t chinese_place(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾': return 10;
    case U'百':
    case U'佰': return 100;
    case U'千':
    case U'仟': return 1000;
    default: return 0;
  }
}

std::int64_t magnitude_of(char32_t c) {
  switch (c) {
    case U'百': return 100;
    case U'千': return 1000;
    case U'万': return 10000;
    case U'亿': return 100000000;
    default: return 0;
  }
}

char32_t peek(std::string_view text, std::size_t at, std::size_t& next) {
  if (at >= text.size()) return 0;
  next = at;
  return next_code_point(text, next);
}

// 余 and 多 after a number, before its unit.
bool skip_rest_sign(std::string_view text, std::size_t& at) {
  std::size_t next = at;
  const char32_t c = peek(text, at, next);
  if (c != U'余' && c != U'多' && c != U'来') return false;
  at = next;
  return true;
}

// "1,234,567": a separator only where exactly three digits follow it.
bool is_thousands_separator(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ',' && digit_at(text, at + 1) && digit_at(text, at + 2) &&
         digit_at(text, at + 3) && !digit_at(text, at + 4);
}

std::optional<Numeral> arabic_at(std::string_view text, std::size_t position) {
  if (position > 0 && (is_digit(text[position - 1]) || (text[position - 1] == ' '))) return std::nullopt;
  std::int64_t coefficient = 0;
  int digits = 0, scale = 0;
  std::size_t at = position;
  for (; at < text.size(); ++at) {
    if (is_thousands_separator(text, at) && digits <= 12 && (digits <= 3 || text[at - 4] == ',')) continue;
    if (!is_digit(text[at])) break;
    if (++digits > 15) return std::nullopt;
    coefficient = coefficient * 10 + (text[at] - '0');
  }
  Numeral out;
  out.digits = digits;
  if (at < text.size() && text[at] == '.' && digit_at(text, at + 1)) {
    for (++at; digit_at(text, at); ++at) {
      if (++digits > 17) return std::nullopt;
      coefficient = coefficient * 10 + (text[at] - '0');
      ++scale;
    }
    if (at < text.size() && text[at] == '.') return std::nullopt;  // 1.2.3: a version or a heading
  }
  if (at < text.size() && text[at] == ' ') return std::nullopt;  // broken between two digits
  out.number = out.bare = Decimal::scaled(coefficient, scale);
  out.end = out.bare_end = at;
  return out;
}

std::optional<Numeral> chinese_at(std::string_view text, std::size_t position) {
  std::int64_t total = 0, section = 0, digit = -1;
  std::size_t at = position;
  Numeral out;
  out.in_words = true;
  int characters = 0;
  bool places = false;
  while (at < text.size() && characters < 12) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (const int value = chinese_digit(c); value >= 0) {
      // 二〇二三: digits one by one are a year or a code, not a count.
      if (digit > 0 && value >= 0) return std::nullopt;
      digit = value;
    } else if (const std::int64_t place = chinese_place(c); place > 0) {
      section += (digit < 0 ? 1 : digit) * place;
      digit = -1;
      places = true;
    } else if ((c == U'余' || c == U'多') && places && digit < 0) {
      out.approximate = true;
    } else if (c == U'万' && (section > 0 || digit > 0)) {
      total += (section + (digit > 0 ? digit : 0)) * 10000;
      section = 0;
      digit = -1;
      out.magnitude = true;
    } else {
      break;
    }
    at = next;
    ++characters;
  }
  if (characters == 0) return std::nullopt;
  out.number = out.bare = Decimal(total + section + (digit > 0 ? digit : 0));
  out.end = out.bare_end = at;
  return out;
}

}  // namespace

bool is_chinese_numeral(char32_t c) {
  return chinese_digit(c) > 0 || chinese_place(c) > 0;
}

bool begins_chinese_numeral(std::string_view text, std::size_t position) {
  std::size_t next = position;
  return is_chinese_numeral(next_code_point(text, next));
}

std::optional<Numeral> numeral_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return std::nullopt;
  auto out = is_digit(text[position]) ? arabic_at(text, position) : chinese_at(text, position);
  if (!out) return out;
  if (skip_rest_sign(text, out->end)) out->approximate = true;
  std::size_t next = out->end;
  while (const std::int64_t factor = magnitude_of(peek(text, out->end, next))) {
    // 百 and 千 multiply only together with 万 (3百万) or before a unit that the caller knows.
    if (out->in_words && factor < 10000) break;
    if (out->number.abs() > Decimal(100000000000)) break;
    out->number = (out->number * Decimal(factor)).trimmed();
    if (out->number.scale() < 0) break;
    out->end = next;
    out->magnitude = true;
  }
  if (out->magnitude && skip_rest_sign(text, out->end)) out->approximate = true;
  return out;
}

}  // namespace jiheng::audit
