// WordIndex: the longest known word at a position of a text, in a few nanoseconds.
//
// Words hang in 256 buckets by their first code point, longest first, so that reading a value costs
// the same whether the vocabulary has fifty words or five thousand.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng {

class WordIndex {
 public:
  struct Entry {
    std::string_view word;
    int id = 0;  ///< what the word stands for: the owner's own numbering
  };

  WordIndex() = default;
  WordIndex(WordIndex&&) = default;  // not copied: entries look into `words_`
  WordIndex& operator=(WordIndex&&) = default;

  /// Words in key form (see key_of); empty words are left out, of equal words the first one stays.
  void build(std::vector<std::pair<std::string, int>> words);
  /// The entries of an index that was built before, in its order, their words living as long as the program:
  /// nothing is copied or sorted, so that the program starts the quicker.
  void restore(std::vector<Entry> lasting);
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// The longest word that `text` has at `position`, or nullptr.
  [[nodiscard]] const Entry* match(std::string_view text, std::size_t position) const;
  /// The entry of exactly that word, or nullptr.
  [[nodiscard]] const Entry* exact(std::string_view word) const;
  [[nodiscard]] bool empty() const { return entries_.empty(); }

 private:
  void find_buckets();

  std::deque<std::string> words_;           ///< of a built index; their places do not change
  std::vector<Entry> entries_;              ///< by bucket, longest first
  std::array<std::uint32_t, 257> first_{};  ///< bucket → its first entry
};

}  // namespace jiheng
