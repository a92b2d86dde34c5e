#include "reading/segmenter/row_words.h"

#include <cmath>

#include "core/text.h"
#include "reading/segmenter/cell_costs.h"

namespace jiheng::segmenter {
namespace {

bool is_han_word(std::string_view text) {
  std::size_t at = 0;
  return length(text) >= 2 && is_han(next_code_point(text, at));
}

// "2023|年|5|月|18|日": a date that the text program printed with spaces. `next` is the word after `word`.
bool goes_on_with_date(std::string_view before, std::string_view word, std::string_view next) {
  static constexpr std::string_view kYear = "年", kMonth = "月", kDay = "日";
  if (before.empty() || word.empty()) return false;
  if (is_digit(before.back())) {
    if (before.size() == 4 && starts_with(before, "20") && starts_with(word, kYear)) return true;
    if ((contains(before, kYear) || before.size() <= 2) && starts_with(word, kMonth)) return true;
    return contains(before, kMonth) && starts_with(word, kDay);
  }
  if (!is_digit(before.front()) || !is_digit(word.front())) return false;
  return ends_with(before, kYear) ? starts_with(next, kMonth) || next.empty() || !is_digit(next.front())
                                  : ends_with(before, kMonth) && (contains(before, kYear) || starts_with(next, kDay));
}

// "1 处因…" in a column of text: the number begins the note and is no score.
bool counts_in_text(const Word& number, const Word& word, const HeaderBand& band, const Vocabulary& vocabulary) {
  std::size_t at = 0;
  next_code_point(word.text, at);
  if (!vocabulary.is_unit(std::string_view(word.text).substr(0, at))) return false;
  const bool whole = !number.text.empty() && number.text.find_first_not_of("0123456789") == std::string::npos;
  if (!whole || !is_han_word(word.text) || length(word.text) < 3) return false;
  const Column* nearest = nullptr;
  for (const Column& column : band.columns) {
    if (!nearest || std::abs(column.center() - word.center()) < std::abs(nearest->center() - word.center()))
      nearest = &column;
  }
  return nearest != nullptr && kind_of(nearest->label) == CellKind::Text && number.right > nearest->left - 6;
}

}  // namespace

std::vector<Word> row_words(const Line& line, const HeaderBand& band, const Vocabulary& vocabulary) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = line.words[i];
    const std::string_view next = i + 1 < line.words.size() && line.words[i + 1].gap < 1.9F
                                      ? std::string_view(line.words[i + 1].text)
                                      : std::string_view();
    const std::string before = words.empty() ? std::string() : key_of(words.back().text);
    const bool asks = before == "不少于" || before == "不低于" || before == "不超过" || before == "不高于" ||
                      before == "大于" || before == "小于" || before == "约" || before == "近";
    const bool number = !word.text.empty() && word.text.front() >= '0' && word.text.front() <= '9';
    if (!words.empty() && (words.back().text == "指标" || asks) && number && word.gap < 1.9F) {
      words.back().text += " " + word.text;  // 指标 1:… begins a name
      words.back().right = word.right;
      continue;
    }
    if (!words.empty() && word.gap < 1.9F &&
        (goes_on_with_date(words.back().text, word.text, next) ||
         counts_in_text(words.back(), word, band, vocabulary))) {
      words.back().text += word.text;
      words.back().right = word.right;
      continue;
    }
    const std::vector<std::string> parts = vocabulary.level_names_in(word.text);
    if (parts.size() < 2) {
      words.push_back(word);
      continue;
    }
    float left = word.left, gap = word.gap;
    for (const std::string& part : parts) {
      Word piece;
      piece.text = part;
      piece.left = left;
      piece.right = left + static_cast<float>(length(part));
      piece.gap = gap;
      left = piece.right;
      gap = 1;
      words.push_back(piece);
    }
  }
  return words;
}

}  // namespace jiheng::segmenter
