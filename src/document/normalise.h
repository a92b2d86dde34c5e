// One cleaning of text for all formats, so that the same printed word is the same bytes whatever
// file it came from.
//
// Cleaned: Kangxi and CJK radicals and compatibility ideographs → ideographs (⽬ → 目, ⺠ → 民),
// punctuation of vertical writing → upright (︵ → （), Latin ligatures, no-break and typographic
// spaces → space, line ends → '\n', zero-width and control characters out, malformed UTF-8 → U+FFFD.
// Kept as printed: full-width digits, letters and punctuation (（ ， ： １), ideographic space,
// ㎡ ① ≥: what a person sees on paper must be what is shown.
#pragma once

#include <string>
#include <string_view>

namespace jiheng {

/// The clean form of one code point; 0 when it is left out. Ligatures stay (they are several).
char32_t normalised(char32_t c);

std::string normalised(std::string_view text);
void append_normalised(std::string& out, std::string_view text);

}  // namespace jiheng
