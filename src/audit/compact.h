// Compact text: a narrative without white space and with signs and digits in one form, so that line
// breaks inside words do not matter. Where white space stood is remembered, because an item number
// or a second figure may follow it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::audit {

struct Compact {
  std::string text;
  std::vector<std::uint32_t> gaps;  ///< offsets in `text` before which white space was removed
};

/// Digits, Latin letters and signs become half-width ("２８％" → "28%"), except that
/// separators stay as printed: a full-width comma separates clauses, a half-width one may separate thousands. Between
/// two digits one space is kept: "2023 12" is not 202312, and nobody knows whether "20 00" is 2000.
Compact compacted(std::string_view text);

}  // namespace jiheng::audit
