#include "audit/resemblance.h"

#include <algorithm>

#include "core/text.h"

namespace jiheng::audit {
namespace {

bool carries_meaning(char32_t c) {
  return is_han(c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char16_t narrow(char32_t c) {
  return c < 0xFFFF ? static_cast<char16_t>(c) : char16_t{0xFFFF};
}

std::uint64_t bit_of(char16_t c) {
  return std::uint64_t{1} << ((std::uint32_t{c} * 2654435761U) >> 26);
}

// The topic's pairs (second 0 for a piece of one character), one after another.
template <class Visit>
void for_each_pair(const Topic& topic, Visit visit) {
  for (std::size_t i = 0; i < topic.size; ++i) {
    const char16_t c = topic.particular[i];
    if (c == 0) continue;
    const char16_t next = i + 1 < topic.size ? topic.particular[i + 1] : char16_t{0};
    const bool begins = i == 0 || topic.particular[i - 1] == 0;
    if (next != 0 || begins) visit(c, next);
  }
}

}  // namespace

Topic topic_of(std::string_view key, const Phrasebook& phrasebook) {
  Topic topic;
  // 完成及时率, 数量, 情况: measures stand at the end, often several.
  while (const Phrase tail = phrasebook.at_end(key, mask_of(Sense::Tail))) {
    key.remove_suffix(tail.text.size());
  }
  const auto put = [&](char16_t c) {
    if (topic.size < Topic::kMost) topic.particular[topic.size++] = c;
  };
  const auto cut = [&] {
    if (topic.size > 0 && topic.particular[topic.size - 1U] != 0) put(0);
  };
  for (std::size_t at = 0; at < key.size();) {
    std::size_t behind = at;
    const char32_t c = next_code_point(key, behind);
    std::size_t next = behind;
    const bool may = phrasebook.may_empty(c, next < key.size() ? next_code_point(key, next) : 0);
    if (const Phrase word = may ? phrasebook.at(key, at, kEmptied) : Phrase()) {
      if (word.group >= 0) topic.groups |= GroupMask{1} << static_cast<unsigned>(word.group);
      cut();
      at += word.text.size();
      continue;
    }
    at = behind;
    if (carries_meaning(c)) {
      put(narrow(c));
    } else {
      cut();
    }
  }
  for_each_pair(topic, [&](char16_t, char16_t) { ++topic.pairs; });
  for (std::size_t i = 0; i < topic.size; ++i)
    topic.characters |= topic.particular[i] != 0 ? bit_of(topic.particular[i]) : 0;
  return topic;
}

Passage::Passage(std::string_view text, GroupMask groups) : groups_(groups) {
  for (std::size_t at = 0; at < text.size() && size_ < characters_.size();) {
    const char16_t c = narrow(next_code_point(text, at));
    characters_[size_++] = c;
    hashed_ |= bit_of(c);
  }
}

bool Passage::has(char16_t a, char16_t b) const {
  if ((hashed_ & bit_of(a)) == 0 || (b != 0 && (hashed_ & bit_of(b)) == 0)) return false;
  for (std::size_t i = 0; i < size_; ++i) {
    if (characters_[i] == a && (b == 0 || (i + 1 < size_ && characters_[i + 1] == b))) return true;
  }
  return false;
}

Resemblance resemblance(const Topic& topic, const Passage& passage) {
  Resemblance out;
  out.activity = (topic.groups & passage.groups()) != 0;
  if (topic.general()) {
    out.strength = out.activity ? 1 : 0;
    return out;
  }
  // Fewer than two common characters make no pair (or only a piece of one character).
  const std::uint64_t common = topic.characters & passage.characters();
  if (common == 0 || ((common & (common - 1)) == 0 && topic.pairs > 2)) return out;
  int found = 0;
  for_each_pair(topic, [&](char16_t a, char16_t b) { found += passage.has(a, b) ? 1 : 0; });
  out.coverage = static_cast<double>(found) / topic.pairs;
  const bool activity_fits = topic.groups == 0 || out.activity;
  if (activity_fits && out.coverage >= 0.75 && topic.pairs >= 2) {
    out.strength = 3;
  } else if (activity_fits && out.coverage >= 0.5 && (out.activity || topic.pairs >= 3)) {
    out.strength = 2;
  }
  return out;
}

Resemblance resemblance(const Topic& topic, std::string_view text, GroupMask groups_of_text) {
  return resemblance(topic, Passage(text, groups_of_text));
}

void PairSet::add(std::string_view text) {
  char16_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char16_t c = narrow(next_code_point(text, at));
    const auto mark = [this](std::uint32_t bit) { bits_[bit / 64] |= std::uint64_t{1} << (bit % 64); };
    if (last != 0) mark(hash(last, c));
    mark(hash(c, 0));
    last = c;
  }
}

double coverage(const Topic& topic, const PairSet& pairs) {
  if (topic.general()) return 0;
  int found = 0;
  for_each_pair(topic, [&](char16_t a, char16_t b) { found += pairs.has(a, b) ? 1 : 0; });
  return static_cast<double>(found) / topic.pairs;
}

std::vector<char16_t> meaning_characters(std::string_view text) {
  std::vector<char16_t> out;
  out.reserve(text.size() / 3 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (carries_meaning(c)) out.push_back(narrow(c));
  }
  return out;
}

double containment(const std::vector<char16_t>& part, const std::vector<char16_t>& whole) {
  if (part.size() < 2) return 0;
  // Counts of hashed pairs: collisions among a few thousand pairs move the figure by a per cent at most.
  std::array<std::uint8_t, 8192> counts{};
  const auto slot = [](char16_t a, char16_t b) { return (((std::uint32_t{a} << 16) | b) * 2654435761U) >> 19; };
  for (std::size_t i = 1; i < whole.size(); ++i) {
    std::uint8_t& count = counts[slot(whole[i - 1], whole[i])];
    if (count < 255) ++count;
  }
  std::size_t shared = 0;
  for (std::size_t i = 1; i < part.size(); ++i) {
    std::uint8_t& count = counts[slot(part[i - 1], part[i])];
    if (count == 0) continue;
    --count;
    ++shared;
  }
  return static_cast<double>(shared) / static_cast<double>(part.size() - 1);
}

}  // namespace jiheng::audit
