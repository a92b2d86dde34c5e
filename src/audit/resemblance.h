// Resemblance: does this piece of text talk about this indicator? Chinese has no spaces, so words are
// not segmented: a name is cut down to what tells it apart (its topic), and pairs of neighbouring
// characters are looked for in the text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/phrasebook.h"

namespace jiheng::audit {

/// What a name is about: "参加各类培训人次" is about 培训 in general; "护林员体检人数" about 体检 and, in
/// particular, 护林员. Generic words (开展, 各类, 完成) and measures (人数, 率) are dropped.
struct Topic {
  static constexpr std::size_t kMost = 40;
  std::array<char16_t, kMost> particular{};  ///< what tells it apart; 0 between pieces
  std::uint64_t characters = 0;              ///< hashed set of its characters: a quick bound
  std::uint8_t size = 0;
  std::uint8_t pairs = 0;  ///< neighbouring pairs in it; a piece of one character counts as one
  GroupMask groups = 0;    ///< activity nouns in the name
  [[nodiscard]] bool general() const { return pairs == 0; }
  [[nodiscard]] bool nothing() const { return pairs == 0 && groups == 0; }
};
Topic topic_of(std::string_view key, const Phrasebook& phrasebook);

/// How much of a topic a text names.
struct Resemblance {
  double coverage = 0;    ///< share of the particular pairs found, 0..1; 0 for a general topic
  bool activity = false;  ///< one of the topic's activity nouns is there
  /// 0 nothing, 1 the activity in general, 2 activity and some particulars, 3 nearly all particulars.
  int strength = 0;
};
/// A short text (a clause or two) made ready for several questions; what is beyond 256 characters is not asked.
class Passage {
 public:
  Passage(std::string_view text, GroupMask groups);
  [[nodiscard]] GroupMask groups() const { return groups_; }
  [[nodiscard]] std::uint64_t characters() const { return hashed_; }
  [[nodiscard]] bool has(char16_t a, char16_t b) const;  ///< b 0: only a

 private:
  std::array<char16_t, 256> characters_;
  std::size_t size_ = 0;
  std::uint64_t hashed_ = 0;
  GroupMask groups_;
};
Resemblance resemblance(const Topic& topic, const Passage& passage);
Resemblance resemblance(const Topic& topic, std::string_view text, GroupMask groups_of_text);

/// All pairs of neighbouring characters of a long text, hashed; for many questions to one text.
class PairSet {
 public:
  explicit PairSet(std::string_view text) { add(text); }
  void add(std::string_view text);
  [[nodiscard]] bool has(char16_t a, char16_t b) const {
    const std::uint32_t bit = hash(a, b);
    return (bits_[bit / 64] >> (bit % 64) & 1) != 0;
  }
  [[nodiscard]] bool has(char16_t a) const { return has(a, 0); }

 private:
  static std::uint32_t hash(char16_t a, char16_t b) { return (((std::uint32_t{a} << 16) | b) * 2654435761U) >> 18; }
  std::array<std::uint64_t, 256> bits_{};  // 16,384 bits: a text of 1,000 characters fills a tenth
};
double coverage(const Topic& topic, const PairSet& pairs);

/// Characters of a compact text that carry meaning: Han, letters and digits; punctuation dropped.
std::vector<char16_t> meaning_characters(std::string_view text);

/// How much of `part` stands in `whole`: shared neighbouring pairs over the pairs of `part`, 0..1.
/// Linear in both lengths.
double containment(const std::vector<char16_t>& part, const std::vector<char16_t>& whole);

}  // namespace jiheng::audit
