#include "form/word_index.h"

#include <utility>

#include "core/ordering.h"

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

void WordIndex::build(std::vector<std::pair<std::string, int>> words) {
  std::erase_if(words, [](const auto& word) { return word.first.empty(); });
  const auto bucket_and_size = [&words](std::size_t i) {
    return bucket_of(words[i].first, 0) << 32U | (UINT32_MAX - words[i].first.size());
  };
  words_.clear();
  entries_.clear();
  entries_.reserve(words.size());
  for (const std::uint32_t i : order_by(words.size(), bucket_and_size)) {
    auto& [word, id] = words[i];
    // Equal words are of equal length in one bucket: the few entries just before.
    bool known = false;
    for (std::size_t k = entries_.size(); k > 0 && !known && entries_[k - 1].word.size() == word.size(); --k) {
      known = entries_[k - 1].word == word;
    }
    if (!known) entries_.push_back({words_.emplace_back(std::move(word)), id});
  }
  find_buckets();
}

void WordIndex::restore(std::vector<Entry> lasting) {
  words_.clear();
  entries_ = std::move(lasting);
  find_buckets();
}

void WordIndex::find_buckets() {
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
    const std::string_view word = entries_[at].word;
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
