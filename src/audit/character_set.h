// A set of characters, for the quick answer that no word looked for begins with this one.
#pragma once

#include <array>
#include <cstdint>

namespace jiheng::audit {

class CharacterSet {
 public:
  void add(char32_t c) {
    if (c < kCharacters) bits_[c / 64] |= std::uint64_t{1} << (c % 64);
  }
  /// Beyond U+FFFF the answer is always yes.
  [[nodiscard]] bool may_have(char32_t c) const { return c >= kCharacters || (bits_[c / 64] >> (c % 64) & 1) != 0; }

 private:
  static constexpr char32_t kCharacters = 65536;
  std::array<std::uint64_t, kCharacters / 64> bits_{};
};

}  // namespace jiheng::audit
