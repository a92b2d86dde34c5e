// Words 词表: the word lists of the lexicon that rules ask for, indexed once, so that one pass over a
// text tells for every list whether a word of it occurs. Rules then test bits.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/keys.h"
#include "audit/word_starts.h"
#include "form/lexicon.h"

namespace jiheng::audit {

/// One class a list; the list's name in vocabulary/*.toml stands beside it in words.def.
enum class WordClass : std::uint8_t {
#define WORDS(name, list) name,
#include "audit/words.def"
#undef WORDS
};
inline constexpr std::size_t kWordClasses = 0
#define WORDS(name, list) +1  // NOLINT(bugprone-macro-parentheses): a sum
#include "audit/words.def"
#undef WORDS
    ;
/// "paying_words"
std::string_view list_name(WordClass word_class);

using WordSet = std::bitset<kWordClasses>;

/// Which lists have a word in a text, and where it stands.
struct WordHits {
  WordSet anywhere;
  WordSet at_start;
  WordSet at_end;  ///< the text ends with a word of the list
  WordSet whole;   ///< the text is a word of the list
  [[nodiscard]] bool has(WordClass c) const { return anywhere[static_cast<std::size_t>(c)]; }
  [[nodiscard]] bool starts_with(WordClass c) const { return at_start[static_cast<std::size_t>(c)]; }
  [[nodiscard]] bool ends_with(WordClass c) const { return at_end[static_cast<std::size_t>(c)]; }
  [[nodiscard]] bool is(WordClass c) const { return whole[static_cast<std::size_t>(c)]; }
};

class Words {
 public:
  /// `lexicon` must outlive this.
  explicit Words(const Lexicon& lexicon);

  /// `key` is a text in key form (core/text.h key_of).
  [[nodiscard]] WordHits in(std::string_view key) const;
  /// The longest word of that list that occurs in `key`; "" if none does.
  [[nodiscard]] std::string_view found(WordClass word_class, std::string_view key) const;
  /// The words of a list, in key form.
  [[nodiscard]] std::vector<std::string_view> of(WordClass word_class) const;

 private:
  struct Entry {
    std::uint32_t slot = 0;
    WordClass word_class{};
    std::string_view word;
  };
  static constexpr std::size_t kSlots = 4096;
  Keys keys_;  // of the words
  WordStarts starts_;
  std::vector<Entry> entries_;                     // sorted by slot
  std::array<std::uint16_t, kSlots + 1> first_{};  // entries of slot s: first_[s] .. first_[s + 1]
};

}  // namespace jiheng::audit
