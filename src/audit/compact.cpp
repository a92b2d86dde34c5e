#include "audit/compact.h"

#include "core/text.h"

namespace jiheng::audit {
namespace {

// Signs outside the full-width block that mean an ASCII one; 0: keep as it is.
char plain_sign(char32_t c) {
  switch (c) {
    case U'–':
    case U'—':
    case U'―':
    case U'−':
    case U'‐':
    case U'‑':
    case U'─':
    case U'﹣': return '-';
    case U'〜': return '~';
    case U'﹪': return '%';
    case U'∶':
    case U'︰': return ':';
    case U'【':
    case U'〔': return '[';
    case U'】':
    case U'〕': return ']';
    case U'﹦':
    case U'═': return '=';
    case U'﹥': return '>';
    case U'﹤': return '<';
    case U'﹢': return '+';
    default: return 0;
  }
}

// Signs that only separate are left as printed, so that quotations look like the original.
bool keeps_width(char32_t c) {
  return c == U'，' || c == U'；' || c == U'：' || c == U'！' || c == U'？';
}

// Nearly all of a Chinese text: U+4000–U+9FFF, three bytes, nothing to fold.
bool is_ideograph(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE4 && lead <= 0xE9;
}

}  // namespace

Compact compacted(std::string_view text) {
  Compact out;
  out.text.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool han = is_ideograph(text, at);
    const std::size_t from = at;
    char32_t c = 0xFFFF;
    if (han) {
      while (is_ideograph(text, at)) at += 3;
    } else {
      c = next_code_point(text, at);
      if (is_space(c)) {
        gap = true;
        continue;
      }
    }
    char plain = 0;
    if (c >= 0xFF01 && c <= 0xFF5E && !keeps_width(c)) plain = static_cast<char>(c - 0xFEE0);
    if (!han && c >= 0x80 && plain == 0) plain = plain_sign(c);
    if (c < 0x80) plain = static_cast<char>(c);
    if (gap) {
      if (plain != 0 && is_digit(plain) && !out.text.empty() && is_digit(out.text.back())) out.text.push_back(' ');
      out.gaps.push_back(static_cast<std::uint32_t>(out.text.size()));
      gap = false;
    }
    if (plain != 0) {
      out.text.push_back(plain);
    } else {
      out.text.append(text.substr(from, at - from));
    }
  }
  return out;
}

}  // namespace jiheng::audit
