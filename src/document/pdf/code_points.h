// Code points as PDF fonts give them → the characters people type.
//
// Browsers' PDFs say ⽬ (Kangxi radical) or ⺠ (radicals supplement) where 目 and 民 are printed.
// Only what looks the same is replaced: ① ² and full-width punctuation stay as printed.
#pragma once

namespace jiheng::pdf {

/// For everything outside the ordinary blocks; see `plain_code_point`.
char32_t beyond_plain(char32_t c);

/// The ordinary character for `c`; 0 if nothing is printed for it (controls, soft hyphen).
inline char32_t plain_code_point(char32_t c) {
  const bool ordinary = (c >= 0x3000 && c < 0xD800) || (c >= 0x20 && c < 0x7F) || (c >= 0xFF01 && c < 0xFFFE);
  return ordinary ? c : beyond_plain(c);
}

/// ASCII for a full-width form (U+FF01..U+FF5E) that was printed half as wide as high: GBK-EUC-H
/// fonts that are not embedded name their half-width digits so.
inline char32_t half_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

}  // namespace jiheng::pdf
