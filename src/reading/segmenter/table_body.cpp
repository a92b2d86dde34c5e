#include "reading/segmenter/table_body.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text.h"
#include "reading/segmenter/row_words.h"
#include "reading/segmenter/table_end.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostLines = 4000;

class Collector {
 public:
  Collector(const Sheet& sheet, const HeaderBand& band, std::size_t last, const Vocabulary& vocabulary, Form& form)
      : sheet_(sheet), band_(band), last_(last), vocabulary_(vocabulary), form_(form) {
    for (const Column& column : band.columns) names_ += column.text;
  }

  TableBody collect() {
    for (std::size_t i = band_.first < 2 ? 0 : band_.first - 2; i < band_.first; ++i) add_caption(sheet_.lines[i]);
    out_.end = lines();
    return std::move(out_);
  }

 private:
  std::size_t lines() {
    const TableEnd end(band_, vocabulary_);
    std::size_t at = band_.last;
    for (; at < last_; ++at) {
      const Line& line = sheet_.lines[at];
      if (const std::size_t after = after_repeated_header(at); after > at) {
        at = after - 1;
        continue;
      }
      if (names_columns(line, Part::IndicatorColumns, vocabulary_)) {
        // The header repeated on a new page: passed over with its other lines.
        if (const auto again =
                find_header_band(sheet_, at, std::min(at + 1, last_), Part::IndicatorColumns, vocabulary_, 3))
          continue;
      }
      if (end.is_remark_among_rows(sheet_, at, last_)) continue;
      if (end.closes(line)) {
        const std::size_t after = end.read_total(sheet_, at, last_, form_);
        if (after == at) end.read_distant_total(sheet_, at, last_, form_);
        return after;
      }
      if (end.is_subtotal(line)) continue;
      if (add_caption(line)) continue;
      Line words = line;
      words.words = row_words(line, band_, vocabulary_);
      out_.lines.push_back(std::move(words));
      if (out_.lines.size() >= kMostLines) break;
    }
    return at;
  }

  // The lines of the header, printed once more on a new page: pieces of its columns' names and nothing else.
  std::size_t after_repeated_header(std::size_t at) {
    const auto is_of_header = [this](const Word& word) {
      if (contains(names_, word.text)) return true;
      for (std::size_t i = band_.first; i < band_.last; ++i) {
        const std::vector<Word>& words = sheet_.lines[i].words;
        if (std::any_of(words.begin(), words.end(), [&word](const Word& other) { return other.text == word.text; }))
          return true;
      }
      return false;
    };
    bool named = false;
    std::size_t end = at;
    for (; end < last_ && end - at < band_.last - band_.first; ++end) {
      const std::vector<Word>& words = sheet_.lines[end].words;
      if (!std::all_of(words.begin(), words.end(), is_of_header)) break;
      const auto whole = std::count_if(words.begin(), words.end(), [this](const Word& word) {
        return vocabulary_.label(Part::IndicatorColumns, word.text).has_value();
      });
      named = named || whole >= 2;
    }
    if (!named) return at;
    note_places(at, end);
    return end;
  }

  // Where the columns stand on the page of a repeated header.
  void note_places(std::size_t first, std::size_t last) {
    const auto again = find_header_band(sheet_, first, last, Part::IndicatorColumns, vocabulary_, 3);
    const auto same = [](const Column& a, const Column& b) { return a.label == b.label; };
    if (!again ||
        !std::equal(again->columns.begin(), again->columns.end(), band_.columns.begin(), band_.columns.end(), same))
      return;
    out_.page_columns[sheet_.lines[first].page] = again->columns;
  }

  // "（一）产出指标（50分）" alone on its line, above its rows; "一、产出指标（50分）  49.6" with the group's points,
  // though there is a column of levels.
  bool add_caption(const Line& line) {
    const std::vector<Word> pieces = pieces_of(line);
    const bool points = pieces.size() > 1 && std::all_of(pieces.begin() + 1, pieces.end(),
                                                         [](const Word& piece) { return is_number(piece.text); });
    const std::string text = without_spaces(pieces.front().text);
    if (points ? without_numbering(text) == text : band_.column(Label::IndicatorL1) != nullptr || pieces.size() != 1)
      return false;
    const std::string name = without_numbering(text);
    // A label in the middle of its group (the first rows have none above them), where the only column of levels holds
    // first ones.
    if (const Column* second = band_.column(Label::IndicatorL2);
        second && out_.captions.empty() && !out_.lines.empty() && name == text &&
        line.words.front().left < second->right && line.words.back().right > second->left)
      return false;
    if (vocabulary_.level1(name) == Level1::Unknown || !contains(name, "指标")) return false;
    out_.captions.push_back({text, line.y, line.y, line.where(), vocabulary_.level1(name), Level2::Unknown});
    return true;
  }

  const Sheet& sheet_;
  const HeaderBand& band_;
  std::size_t last_;
  const Vocabulary& vocabulary_;
  Form& form_;
  std::string names_;  // of all columns
  TableBody out_;
};

}  // namespace

TableBody collect_body(const Sheet& sheet, const HeaderBand& band, std::size_t last, const Vocabulary& vocabulary,
                       Form& form) {
  return Collector(sheet, band, last, vocabulary, form).collect();
}

}  // namespace jiheng::segmenter
