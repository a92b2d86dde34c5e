#include "reading/segmenter/spaced_names.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kLongest = 12;  // characters of one name
constexpr float kSpace = 1.6F;        // free space between two characters of one name

bool is_single_han(const Word& word) {
  std::size_t at = 0;
  return !word.text.empty() && is_han(next_code_point(word.text, at)) && at == word.text.size();
}

bool is_name(const std::string& text, const Vocabulary& vocabulary) {
  return vocabulary.wording().labels.contains(label_key(text)) || vocabulary.is_level_name(text);
}

// The fewest names that make up the characters [first, last) of the line: where each of them ends. None if they
// are not made of names.
std::vector<std::size_t> names_in(const std::vector<Word>& words, std::size_t first, std::size_t last,
                                  const Vocabulary& vocabulary) {
  constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  const std::size_t n = last - first;
  std::vector<std::size_t> best(n + 1, kNone), from(n + 1, 0);
  best[0] = 0;
  for (std::size_t begin = 0; begin < n; ++begin) {
    if (best[begin] == kNone) continue;
    std::string text = words[first + begin].text;
    for (std::size_t end = begin + 2; end <= std::min(n, begin + kLongest); ++end) {
      text += words[first + end - 1].text;
      if (best[begin] + 1 < best[end] && is_name(text, vocabulary)) best[end] = best[begin] + 1, from[end] = begin;
    }
  }
  std::vector<std::size_t> ends;
  if (best[n] == kNone) return ends;
  for (std::size_t end = n; end > 0; end = from[end]) ends.push_back(first + end);
  std::reverse(ends.begin(), ends.end());
  return ends;
}

}  // namespace

void join_spaced_names(Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  for (std::size_t i = first; i < last; ++i) {
    const std::vector<Word>& words = sheet.lines[i].words;
    const auto apart = [](const Word& a, const Word& b) { return is_single_han(a) && is_single_han(b); };
    if (std::adjacent_find(words.begin(), words.end(), apart) == words.end()) continue;
    std::vector<Word> joined;
    for (std::size_t w = 0; w < words.size();) {
      std::size_t end = w + 1;
      if (is_single_han(words[w])) {
        while (end < words.size() && is_single_han(words[end]) && words[end].gap <= kSpace) ++end;
      }
      const std::vector<std::size_t> ends =
          end - w >= 2 ? names_in(words, w, end, vocabulary) : std::vector<std::size_t>();
      if (ends.empty()) {
        joined.insert(joined.end(), words.begin() + static_cast<std::ptrdiff_t>(w),
                      words.begin() + static_cast<std::ptrdiff_t>(end));
      }
      std::size_t begin = w;
      for (const std::size_t name_end : ends) {
        Word name = words[begin];
        for (std::size_t k = begin + 1; k < name_end; ++k) name.text += words[k].text;
        name.right = words[name_end - 1].right;
        joined.push_back(std::move(name));
        begin = name_end;
      }
      w = end;
    }
    sheet.lines[i].words = std::move(joined);
  }
}

}  // namespace jiheng::segmenter
