// Text: the little that lower floors need to know about UTF-8. Full normalisation (NFKC, GB18030)
// is `document`'s; these functions are for code that must also compile for the browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiheng {

namespace detail {
/// next_code_point for what is neither ASCII nor in the common three-byte range.
char32_t rare_code_point(std::string_view text, std::size_t& position);
}  // namespace detail

/// The code point at `position`, which is moved past it. Malformed bytes give U+FFFD one at a time.
inline char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[position + offset]); };
  const unsigned char first = byte(0);
  if (first < 0x80) {
    ++position;
    return first;
  }
  // U+1000–U+CFFF, nearly all of Chinese text: three bytes that cannot be overlong or a surrogate.
  if (first >= 0xE1 && first <= 0xEC && position + 2 < text.size() && (byte(1) & 0xC0) == 0x80 &&
      (byte(2) & 0xC0) == 0x80) {
    const char32_t code =
        (static_cast<char32_t>(first & 0x0F) << 12) | (static_cast<char32_t>(byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    position += 3;
    return code;
  }
  return detail::rare_code_point(text, position);
}
void append_utf8(std::string& out, char32_t code_point);
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// Any white space, ideographic and zero-width ones included.
bool is_space(char32_t c);
/// CJK ideographs (unified, extension A–, compatibility).
bool is_han(char32_t c);
/// 2 for East Asian wide and full-width characters, 1 for others, 0 for zero-width ones.
int display_width(char32_t c);
int display_width(std::string_view text);

/// Without any white space (line breaks inside a printed cell carry no meaning in Chinese).
std::string without_spaces(std::string_view text);
/// Without white space at both ends.
std::string_view trimmed(std::string_view text);
/// Lines of one cell joined as a person reads them: no space between two Chinese characters, around signs or
/// inside a number that a line break cuts, one between two Latin words; runs of white space become one.
std::string joined_lines(std::string_view text);
/// The same at the end of `out`, for who builds a longer text.
void append_joined_lines(std::string& out, std::string_view text);
/// Whether `joined_lines` may change anything: most printed texts stand in one line.
bool may_hold_space(std::string_view text);
/// Full-width ASCII to half-width, ideographic space to space, and the sign variants of these forms
/// to one: ＝ ﹦ ═ → =, ≧ ⩾ → ≥, ≦ → ≤, ％ ﹪ → %, ： → :, （ → (, ， → ,  — for parsing only,
/// never for what is shown. ">=" and "<=" become ≥ and ≤.
std::string folded(std::string_view text);
/// `folded` without spaces: the key by which labels and names are compared.
std::string key_of(std::string_view text);
/// Whether it is its own key: most printed texts are.
bool is_key(std::string_view text);

/// Where `part` stands in `text` from `from` on; npos if nowhere. Faster than find() in Chinese.
std::size_t position_of(std::string_view text, std::string_view part, std::size_t from = 0);
inline bool contains(std::string_view text, std::string_view part) {
  return position_of(text, part) != std::string_view::npos;
}
inline bool starts_with(std::string_view text, std::string_view part) {
  return text.starts_with(part);
}
inline bool ends_with(std::string_view text, std::string_view part) {
  return text.ends_with(part);
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
/// Whether an ASCII digit stands in it.
bool has_digit(std::string_view text);
/// Number of code points.
std::size_t length(std::string_view text);

}  // namespace jiheng
