#include "core/text.h"

#include <algorithm>

namespace jiheng {
namespace {

// What a sign variant seen in published forms means; everything else of the full-width block is by offset.
// "" for a character that stays as it is.
std::string_view folded_sign(char32_t c) {
  switch (c) {
    case U'﹦':
    case U'═':
    case U'＝': return "=";
    case U'≧':
    case U'⩾': return "≥";
    case U'≦':
    case U'⩽': return "≤";
    case U'﹥':
    case U'〉': return ">";
    case U'﹤':
    case U'〈': return "<";
    case U'﹪': return "%";
    case U'∶': return ":";
    case U'【':
    case U'〔': return "[";
    case U'】':
    case U'〕': return "]";
    case U'–':
    case U'—':
    case U'―':
    case U'−':
    case U'‐':
    case U'‑':
    case U'─':
    case U'﹣': return "-";
    case U'～':
    case U'〜': return "~";
    case U'﹢': return "+";
    case U'　': return " ";
    default: return {};
  }
}

bool is_sign(char32_t c) {
  return (c < 0x80 && c > 0x20 && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')) ||
         (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || c == U'≥' ||
         c == U'≤' || c == U'“' || c == U'”' || c == U'—';
}

}  // namespace

char32_t detail::rare_code_point(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char first = byte(position);
  const int extra = first >= 0xF0 && first < 0xF5   ? 3
                    : first >= 0xE0 && first < 0xF0 ? 2
                    : first >= 0xC2 && first < 0xE0 ? 1
                                                    : 0;
  if (extra == 0 || position + static_cast<std::size_t>(extra) >= text.size()) {
    ++position;
    return 0xFFFD;
  }
  char32_t code = first & (0x3F >> extra);
  for (int i = 1; i <= extra; ++i) {
    const unsigned char next = byte(position + static_cast<std::size_t>(i));
    if ((next & 0xC0) != 0x80) {
      ++position;
      return 0xFFFD;
    }
    code = (code << 6) | (next & 0x3F);
  }
  const bool overlong = (extra == 2 && code < 0x800) || (extra == 3 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
    ++position;
    return 0xFFFD;
  }
  position += static_cast<std::size_t>(extra) + 1;
  return code;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x205F || c == 0xFEFF || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3134F) || c == 0x3007;
}

int display_width(char32_t c) {
  if (c == 0x200B || c == 0xFEFF || (c >= 0x0300 && c <= 0x036F)) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += display_width(next_code_point(text, at));
  return width;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    if (!is_space(next_code_point(text, at))) out.append(text.substr(from, at - from));
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    if (!is_space(next_code_point(text, at))) end = at;
  }
  return text.substr(begin, end - begin);
}

// Does a character of U+4000–U+9FFF stand at `at`? None of them is a space, a sign or a variant of another one.
static bool is_plain_ideograph(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[at + offset]); };
  return byte(0) >= 0xE4 && byte(0) <= 0xE9 && at + 2 < text.size() && (byte(1) & 0xC0) == 0x80 &&
         (byte(2) & 0xC0) == 0x80;
}

// White space is ASCII or starts with one of these bytes, of which few other characters of forms have any.
bool may_hold_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_plain_ideograph(text, at)) {
      at += 2;
      continue;
    }
    if (byte <= ' ' || byte == 0xC2 || byte == 0xE2 || byte == 0xEF) return true;
    if (byte == 0xE3 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80) return true;
  }
  return false;
}

std::string joined_lines(std::string_view text) {
  std::string out;
  append_joined_lines(out, text);
  return out;
}

void append_joined_lines(std::string& out, std::string_view text) {
  if (!may_hold_space(text)) {
    out.append(text);
    return;
  }
  out.reserve(out.size() + text.size());
  char32_t last = 0;
  bool pending = false, broken = false;
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      pending = last != 0;
      broken = broken || c == U'\n';
      continue;
    }
    if (pending) {
      // A number that the end of a line cuts ("安排2|8个") is one number.
      const bool cut_number = broken && is_digit(last) && is_digit(c);
      const bool tight = cut_number || is_han(last) || is_han(c) || is_sign(last) || is_sign(c);
      if (!tight) out.push_back(' ');
      pending = broken = false;
    }
    out.append(text.substr(from, at - from));
    last = c;
  }
}

namespace {

enum class Spaces { Keep, Drop };

// The end of the run from `at` on that is the same folded: ideographs and ASCII but for spaces and "=".
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > ' ' && byte < 0x80 && byte != '=') {
      ++at;
    } else if (is_plain_ideograph(text, at)) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

// One pass; Chinese and plain ASCII, nearly all there is, are copied run by run.
std::string fold(std::string_view text, Spaces spaces) {
  std::string out;
  out.reserve(text.size());
  const auto put = [&out](char c) {
    if (c == '=' && !out.empty() && (out.back() == '>' || out.back() == '<')) {
      const bool more = out.back() == '>';
      out.pop_back();
      out.append(more ? "≥" : "≤");
      return;
    }
    out.push_back(c);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_plain(text, at);
    out.append(text, at, end - at);
    if (end == text.size()) break;
    const std::size_t from = at = end;
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      if (spaces == Spaces::Drop && is_space(c)) continue;
      put(static_cast<char>(c));
      continue;
    }
    if (spaces == Spaces::Drop && is_space(c)) continue;
    if (c >= 0xFF01 && c <= 0xFF5E && c != U'～') {
      put(static_cast<char>(c - 0xFEE0));
      continue;
    }
    const std::string_view sign = folded_sign(c);
    if (sign.size() == 1) {
      put(sign.front());
    } else {
      out.append(sign.empty() ? text.substr(from, at - from) : sign);
    }
  }
  return out;
}

}  // namespace

std::string folded(std::string_view text) {
  return fold(text, Spaces::Keep);
}

std::string key_of(std::string_view text) {
  return fold(text, Spaces::Drop);
}

bool is_key(std::string_view text) {
  for (std::size_t at = 0;;) {
    const std::size_t from = at = end_of_plain(text, at);
    if (from == text.size()) return true;
    const char32_t c = next_code_point(text, at);
    if (is_space(c) || (c >= 0xFF01 && c <= 0xFF5E) || !folded_sign(c).empty()) return false;
    if (c == '=' && from > 0 && (text[from - 1] == '>' || text[from - 1] == '<')) return false;
  }
}

std::size_t position_of(std::string_view text, std::string_view part, std::size_t from) {
  constexpr std::size_t kThird = 2;
  if (part.size() <= kThird) return text.find(part, from);
  // Chinese characters share their first byte with thousands of others: the third is the one to look for.
  for (std::size_t at = text.find(part[kThird], from + kThird); at != std::string_view::npos;
       at = text.find(part[kThird], at + 1)) {
    if (text.substr(at - kThird).starts_with(part)) return at - kThird;
  }
  return std::string_view::npos;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

std::size_t length(std::string_view text) {
  // Counted in single bytes, block by block, which compilers turn into vector instructions.
  constexpr std::size_t kBlock = 255;
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(std::min(kBlock, text.size()))) {
    unsigned char starts = 0;
    for (const char c : text.substr(0, kBlock))
      starts = static_cast<unsigned char>(starts + ((static_cast<unsigned char>(c) & 0xC0) != 0x80));
    count += starts;
  }
  return count;
}

}  // namespace jiheng
