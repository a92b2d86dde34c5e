#include "form/word_index.h"

#include <algorithm>

namespace jiheng {
namespace {

// The bytes of the first code point, mixed to 0..255. Chinese words differ in the second and third.
std::size_t bucket_of(std::string_view text, std::size_t position) {
  const auto first = static_cast<unsigned char>(text[position]);
  if (first < 0xE0 || position + 2 >= text.size()) return first;
  const auto second = static_cast<unsigned char>(text[position + 1]);
  const auto third = static_cast<unsigned char>(text[position + 2]);
  return static_cast<unsigned char>(first + second * 7U + third * 31U);
}

}  // namespace

void WordIndex::build(std::vector<Entry> entries) {
  std::erase_if(entries, [](const Entry& entry) { return entry.word.empty(); });
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    const std::size_t bucket_a = bucket_of(a.word, 0);
    const std::size_t bucket_b = bucket_of(b.word, 0);
    if (bucket_a != bucket_b) return bucket_a < bucket_b;
    if (a.word.size() != b.word.size()) return a.word.size() > b.word.size();
    return a.word < b.word;
  });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [](const Entry& a, const Entry& b) { return a.word == b.word; }),
                entries.end());
  entries_ = std::move(entries);
  std::size_t at = 0;
  for (std::size_t bucket = 0; bucket < first_.size(); ++bucket) {
    while (at < entries_.size() && bucket_of(entries_[at].word, 0) < bucket) ++at;
    first_[bucket] = static_cast<std::uint32_t>(at);
  }
}

const WordIndex::Entry* WordIndex::match(std::string_view text, std::size_t position) const {
  if (position >= text.size() || entries_.empty()) return nullptr;
  const std::size_t bucket = bucket_of(text, position);
  for (std::size_t at = first_[bucket]; at < first_[bucket + 1]; ++at) {
    const std::string& word = entries_[at].word;
    if (text.compare(position, word.size(), word) == 0) return &entries_[at];
  }
  return nullptr;
}

const WordIndex::Entry* WordIndex::exact(std::string_view word) const {
  if (word.empty() || entries_.empty()) return nullptr;
  const std::size_t bucket = bucket_of(word, 0);
  for (std::size_t at = first_[bucket]; at < first_[bucket + 1]; ++at) {
    if (entries_[at].word == word) return &entries_[at];
  }
  return nullptr;
}

}  // namespace jiheng
