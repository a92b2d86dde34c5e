#include "audit/words.h"

#include <utility>

#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::array<std::string_view, kWordClasses> kListNames = {
#define WORDS(name, list) list,
#include "audit/words.def"
#undef WORDS
};

// Where words with this first character are kept.
std::uint32_t slot_of(char32_t first, std::size_t slots) {
  return (static_cast<std::uint32_t>(first) * 2654435761U >> 20) & static_cast<std::uint32_t>(slots - 1);
}

}  // namespace

std::string_view list_name(WordClass word_class) {
  return kListNames.at(static_cast<std::size_t>(word_class));
}

Words::Words(const Lexicon& lexicon) {
  std::vector<Entry> entries;
  for (std::size_t c = 0; c < kWordClasses; ++c) {
    for (const std::string& word : lexicon.list(kListNames[c])) {
      const std::string_view key = keys_.of(word);
      if (key.empty()) continue;
      std::size_t at = 0;
      const char32_t first = next_code_point(key, at);
      starts_.add(key);
      entries.push_back({slot_of(first, kSlots), static_cast<WordClass>(c), key});
    }
  }
  // Sorted by counting: how many each slot has tells where it begins.
  for (const Entry& entry : entries) ++first_[entry.slot + 1];
  for (std::size_t s = 0; s < kSlots; ++s) first_[s + 1] = static_cast<std::uint16_t>(first_[s + 1] + first_[s]);
  entries_.resize(entries.size());
  auto next = first_;
  for (const Entry& entry : entries) entries_[next[entry.slot]++] = entry;
}

WordHits Words::in(std::string_view key) const {
  WordHits hits;
  if (key.empty()) return hits;
  std::size_t at = 0;  // behind `first`
  char32_t first = next_code_point(key, at);
  for (std::size_t from = 0; from < key.size();) {
    const std::size_t here = std::exchange(from, at);
    const char32_t next = at < key.size() ? next_code_point(key, at) : 0;
    const char32_t begin = std::exchange(first, next);
    if (!starts_.may_begin(begin, next)) continue;
    const std::string_view rest = key.substr(here);
    const std::uint32_t slot = slot_of(begin, kSlots);
    for (std::size_t e = first_[slot]; e < first_[slot + 1]; ++e) {
      const Entry& entry = entries_[e];
      // The last byte first: it tells most words apart without a comparison of the whole.
      if (rest.size() < entry.word.size() || rest[entry.word.size() - 1] != entry.word.back()) continue;
      if (!starts_with(rest, entry.word)) continue;
      const auto bit = static_cast<std::size_t>(entry.word_class);
      const bool ends = entry.word.size() == rest.size();
      hits.anywhere.set(bit);
      if (here == 0) hits.at_start.set(bit);
      if (ends) hits.at_end.set(bit);
      if (here == 0 && ends) hits.whole.set(bit);
    }
  }
  return hits;
}

std::string_view Words::found(WordClass word_class, std::string_view key) const {
  std::string_view best;
  for (std::size_t at = 0; at < key.size();) {
    const std::string_view rest = key.substr(at);
    const std::uint32_t slot = slot_of(next_code_point(key, at), kSlots);
    for (std::size_t e = first_[slot]; e < first_[slot + 1]; ++e) {
      const Entry& entry = entries_[e];
      if (entry.word_class == word_class && entry.word.size() > best.size() && starts_with(rest, entry.word))
        best = entry.word;
    }
  }
  return best;
}

std::vector<std::string_view> Words::of(WordClass word_class) const {
  std::vector<std::string_view> out;
  for (const Entry& entry : entries_) {
    if (entry.word_class == word_class) out.push_back(entry.word);
  }
  return out;
}

}  // namespace jiheng::audit
