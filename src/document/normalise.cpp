#include "document/normalise.h"

#include "core/text.h"
#include "document/radicals.h"

namespace jiheng {
namespace {

// Presentation forms for vertical writing U+FE10–FE19 and U+FE30–FE44, upright. A dash of two
// columns stays a dash.
constexpr std::u32string_view kVerticalFirst = U"，、。：；！？〖〗…";
constexpr std::u32string_view kVerticalSecond = U"‥—–＿︴（）｛｝〔〕【】《》〈〉「」『』";

constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // U+FB00–FB06

bool is_left_out(char32_t c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xFFF0 && c <= 0xFFFB) || c == 0xFFFE || c == 0xFFFF || (c >= 0xE0000 && c <= 0xE01EF);
}

// Lead bytes of three-byte code points that never change (U+3000–U+CFFF): most of any form's text.
bool is_plain_lead(unsigned char lead) {
  return lead >= 0xE3 && lead <= 0xEC;
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Bytes from `at` that are clean as they are: printable ASCII, tabs, line feeds and ideographs.
std::size_t plain_run(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x7F && (lead >= 0x20 || lead == '\n' || lead == '\t')) {
      ++at;
    } else if (is_plain_lead(lead) && at + 2 < text.size() && is_continuation(text[at + 1]) &&
               is_continuation(text[at + 2])) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

char32_t normalised(char32_t c) {
  if (c == '\n' || c == '\t') return c;
  if (c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) return '\n';
  if (c >= 0x20 && c < 0x7F) return c;
  if (is_left_out(c)) return 0;
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F) return ' ';
  if (c >= kFirstKangxi && c < kFirstKangxi + kKangxi.size()) return kKangxi[c - kFirstKangxi];
  if (c >= kFirstRadical && c < kFirstRadical + kRadicals.size()) return kRadicals[c - kFirstRadical];
  if (c >= kFirstCompatible && c < kFirstCompatible + kCompatible.size()) return kCompatible[c - kFirstCompatible];
  if (c >= 0xFE10 && c < 0xFE10 + kVerticalFirst.size()) return kVerticalFirst[c - 0xFE10];
  if (c >= 0xFE30 && c < 0xFE30 + kVerticalSecond.size()) return kVerticalSecond[c - 0xFE30];
  return c;
}

void append_normalised(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = plain_run(text, at);
    out.append(text.substr(at, end - at));
    if (end == text.size()) return;
    at = end;
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c >= 0xFB00 && c <= 0xFB06) {
      out.append(kLigatures[c - 0xFB00]);
    } else if (const char32_t clean = normalised(c); clean != 0) {
      append_utf8(out, clean);
    }
  }
}

std::string normalised(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_normalised(out, text);
  return out;
}

}  // namespace jiheng
