// Phrasebook: the word lists of vocabulary/narrative.toml made ready for one pass over a text. Built once for a
// lexicon and then shared: a text is read by looking up, at each character, the words that begin there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/word_starts.h"
#include "form/lexicon.h"

namespace jiheng::audit {

/// What a word means in a narrative; each is a list of vocabulary/narrative.toml.
enum class Sense : std::uint8_t {
  Plan,
  Done,
  Purpose,
  Delay,
  Cancel,
  Shortfall,
  GuardBefore,
  GuardAfter,
  ApproximateBefore,
  ApproximateAfter,
  AtLeastBefore,
  AtMostBefore,
  AtLeastAfter,
  AtMostAfter,
  Per,
  Part,
  Counting,  ///< a unit of measure
  Fixed,     ///< a phrase with a numeral that counts nothing
  Quarter1,
  Quarter2,
  Quarter3,
  Quarter4,
  Half1,
  Half2,
  YearEnd,
  YearGuard,
  Activity,  ///< a head noun; `Phrase::group` tells which
  Tail,
  Generic,
  EventVerb,
  MonthSuffix,
  Total,
  Due,
  Hint,         ///< left over from the template
  Person,       ///< a name may follow
  DanglingEnd,  ///< nothing ends with it that is whole
  PartIntroduction,
  OpenList,
  kCount,
};
using SenseMask = std::uint64_t;
constexpr SenseMask mask_of(Sense sense) {
  return SenseMask{1} << static_cast<unsigned>(sense);
}

/// Senses that one pass over a narrative looks for at every character.
inline constexpr SenseMask kCalendar = mask_of(Sense::Quarter1) | mask_of(Sense::Quarter2) | mask_of(Sense::Quarter3) |
                                       mask_of(Sense::Quarter4) | mask_of(Sense::Half1) | mask_of(Sense::Half2) |
                                       mask_of(Sense::YearEnd);
inline constexpr SenseMask kAdmission = mask_of(Sense::Delay) | mask_of(Sense::Cancel) | mask_of(Sense::Shortfall);
inline constexpr SenseMask kTold = kCalendar | kAdmission | mask_of(Sense::Plan) | mask_of(Sense::Done) |
                                   mask_of(Sense::Purpose) | mask_of(Sense::Fixed) | mask_of(Sense::Activity) |
                                   mask_of(Sense::Hint) | mask_of(Sense::Person);

/// Words that tell no indicator apart: a topic is what a name says without them.
inline constexpr SenseMask kEmptied = mask_of(Sense::Activity) | mask_of(Sense::Generic);

/// What begins at one place of a text.
struct Phrase {
  std::string_view text;  ///< empty: nothing
  SenseMask senses = 0;
  std::int16_t group = -1;  ///< which group of activity nouns
  std::int16_t unit = -1;   ///< index into Lexicon::units, if it is one of them
  explicit operator bool() const { return !text.empty(); }
};

/// Up to 64 groups of activity nouns are told apart; a text's groups are one mask.
using GroupMask = std::uint64_t;

class Phrasebook {
 public:
  explicit Phrasebook(const Lexicon& lexicon);

  /// The longest word of one of `senses` that begins at `position`; none: an empty one.
  [[nodiscard]] Phrase at(std::string_view text, std::size_t position, SenseMask senses) const;
  /// The longest one that ends where `text` ends.
  [[nodiscard]] Phrase at_end(std::string_view text, SenseMask senses) const;
  /// Whether a word of one of `senses` stands anywhere in `text`.
  [[nodiscard]] bool any(std::string_view text, SenseMask senses) const;
  /// Whether a word of kTold may begin with these two characters: the quick answer for most places.
  [[nodiscard]] bool may_tell(char32_t first, char32_t next) const { return told_starts_.may_begin(first, next); }
  /// The same for words of kEmptied.
  [[nodiscard]] bool may_empty(char32_t first, char32_t next) const { return emptied_starts_.may_begin(first, next); }
  /// Groups of activity nouns named in `text`.
  [[nodiscard]] GroupMask groups(std::string_view text) const;

  /// Canonical name and dimension of a unit; the printed text itself where the lexicon has none.
  [[nodiscard]] std::string_view unit_name(const Phrase& unit) const;
  [[nodiscard]] std::string_view unit_dimension(const Phrase& unit) const;

 private:
  struct Entry {
    std::uint32_t first = 0;  ///< first code point
    std::uint32_t begin = 0;  ///< in arena_
    std::uint16_t size = 0;
    std::int16_t group = -1, unit = -1;
    char last = 0;  ///< last byte: it tells most words apart without a comparison of the whole
    SenseMask senses = 0;
  };
  /// Which entries, in an order of its own, have this first (or last) character.
  class Index {
   public:
    struct Slot {
      std::uint32_t character = 0;  ///< 0: free
      std::uint16_t begin = 0, end = 0;
      SenseMask senses = 0;  ///< of all its words
    };
    void reserve(std::size_t characters);
    void add(const Slot& slot);
    [[nodiscard]] const Slot* find(std::uint32_t character) const;

   private:
    std::vector<Slot> slots_;  ///< open addressing, a power of two
  };
  void collect(const Lexicon& lexicon);
  void index_beginnings();
  void index_endings();
  [[nodiscard]] bool stands_at(const Entry& entry, std::string_view text, std::size_t position) const {
    return entry.size <= text.size() - position && text[position + entry.size - 1] == entry.last &&
           text.substr(position).starts_with(text_of(entry));
  }
  [[nodiscard]] std::string_view text_of(const Entry& entry) const {
    return std::string_view(arena_).substr(entry.begin, entry.size);
  }

  std::string arena_;
  std::vector<Entry> entries_;          ///< by first character, longest first
  std::vector<std::uint16_t> endings_;  ///< entries by last character, longest first
  Index beginnings_;                    ///< in entries_
  Index ends_;                          ///< in endings_
  WordStarts starts_;                   ///< of all words
  WordStarts told_starts_, emptied_starts_;
  std::vector<std::pair<std::string, std::string>> units_;  ///< canonical name and dimension
};

}  // namespace jiheng::audit
