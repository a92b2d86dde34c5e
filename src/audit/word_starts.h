// Which two characters words begin with: the quick answer that no word begins here, right for nearly every place
// of a text. One bit test instead of a search that the processor cannot foresee.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/text.h"

namespace jiheng::audit {

class WordStarts {
 public:
  void add(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    if (at < word.size()) {
      set(pairs_, hash(first, next_code_point(word, at)));
    } else {
      set(singles_, hash(first, 0));
    }
  }
  /// Whether a word may begin with `first`, followed by `next` (0 at the end of a text).
  [[nodiscard]] bool may_begin(char32_t first, char32_t next) const {
    return has(pairs_, hash(first, next)) || has(singles_, hash(first, 0));
  }

 private:
  using Bits = std::array<std::uint64_t, 512>;  // 32,768: two thousand words fill a sixteenth
  static std::uint32_t hash(char32_t first, char32_t next) {
    return (static_cast<std::uint32_t>(first) * 2654435761U ^ static_cast<std::uint32_t>(next) * 2246822519U) >> 17;
  }
  static void set(Bits& bits, std::uint32_t bit) { bits[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  static bool has(const Bits& bits, std::uint32_t bit) { return (bits[bit / 64] >> (bit % 64) & 1) != 0; }

  Bits pairs_{}, singles_{};
};

}  // namespace jiheng::audit
