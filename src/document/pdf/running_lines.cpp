// Running lines: recognised by what they are made of, or by standing on both pages.
#include "document/pdf/running_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"

namespace jiheng::pdf {
namespace {

constexpr float kSameHeight = 3.0F;  // points

/// Digits replaced by one 0 each run, spaces left out.
std::string without_numbers(std::string_view text) {
  std::string key;
  for (const char c : key_of(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      key.push_back(c);
    } else if (key.empty() || key.back() != '0') {
      key.push_back('0');
    }
  }
  return key;
}

}  // namespace

bool is_page_number(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() > kLongest) return false;
  std::string key = without_numbers(text);
  std::transform(key.begin(), key.end(), key.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  static constexpr std::array<std::string_view, 16> kPatterns = {
      "0",     "-0-",        "--0--",       "·0·",         "•0•",  "~0~",   "(0)",      "0/0",
      "第0页", "第0页共0页", "第0页,共0页", "第0页/共0页", "0of0", "page0", "page0of0", "共0页第0页"};
  return std::find(kPatterns.begin(), kPatterns.end(), key) != kPatterns.end();
}

bool is_same_running_line(const TextLine& a, const TextLine& b) {
  return std::abs(a.box.top - b.box.top) <= kSameHeight && without_numbers(a.text) == without_numbers(b.text);
}

bool is_continuation_mark(std::string_view text) {
  const std::string key = key_of(text);
  static constexpr std::array<std::string_view, 8> kMarks = {"续表",   "(续表)", "(续)",   "续",
                                                             "续上表", "接上表", "续上页", "接上页"};
  return std::find(kMarks.begin(), kMarks.end(), key) != kMarks.end();
}

}  // namespace jiheng::pdf
