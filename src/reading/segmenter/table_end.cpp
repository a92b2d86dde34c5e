#include "reading/segmenter/table_end.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/doubt.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.9F;
constexpr std::size_t kRowsAfterRemark = 8;  // lines

template <class T>
void set_text(Field<T>& field, const std::string& text, const Line& line) {
  field = Field<T>(text, line.where(), kSure);
}

void set_points(Field<Points>& field, const std::string& text, const Line& line) {
  set_text(field, text, line);
}

// A line with numbers below weight or score belongs to the table even if it begins like a remark.
bool is_inside_row(const Line& line) {
  return std::count_if(line.words.begin(), line.words.end(), [](const Word& w) { return is_number(w.text); }) >= 2;
}

// A number that may be a sum of points: amounts are more.
bool is_points(std::string_view text) {
  static const Decimal kMost(1000);
  const auto number = parse_number(text);
  return number && *number < kMost;
}

// Of several numbers the two that stand below the columns of weight and score.
std::pair<std::size_t, std::size_t> nearest_pair(const std::vector<const Word*>& numbers, const Column& left,
                                                 const Column& right) {
  std::pair<std::size_t, std::size_t> best(numbers.size() - 2, numbers.size() - 1);
  float best_off = 1e9F;
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    for (std::size_t k = i + 1; k < numbers.size(); ++k) {
      const float off =
          std::abs(numbers[i]->center() - left.center()) + std::abs(numbers[k]->center() - right.center());
      if (off < best_off) best = {i, k}, best_off = off;
    }
  }
  return best;
}

}  // namespace

bool TableEnd::is_subtotal(const Line& line) const {
  return vocabulary_.label(Part::Rows, line.words.front().text) == Label::SubtotalRow && is_inside_row(line);
}

bool TableEnd::is_remark(const Line& line) const {
  const std::string key = key_of(line.text);
  const std::vector<std::string>& starts = vocabulary_.wording().remark_starts;
  return std::any_of(starts.begin(), starts.end(),
                     [&key](const std::string& start) { return starts_with(key, key_of(start)); });
}

bool TableEnd::is_remark_among_rows(const Sheet& sheet, std::size_t at, std::size_t last) const {
  static constexpr std::string_view kContinued = "续表";
  const Line& line = sheet.lines[at];
  const std::string key = key_of(line.text);
  if (contains(key, kContinued) && length(key) <= 5) return true;
  if (!is_remark(line) || pieces_of(line).size() != 1) return false;
  // Rows with points go on below it, before anything closes the table.
  const Column* weight = band_.column(Label::IndicatorWeight);
  for (std::size_t i = at + 1; weight && i < std::min(at + kRowsAfterRemark, last); ++i) {
    const Line& next = sheet.lines[i];
    if (is_remark(next) || names_part(next) || begins_funds(next) || names_total(next)) return false;
    const bool value = std::any_of(next.words.begin(), next.words.end(), [](const Word& word) {
      return looks_like_value(word.text) && !is_number(word.text) && !is_dash(word.text);
    });
    if (value && is_inside_row(next)) return true;
  }
  return false;
}

bool TableEnd::closes(const Line& line) const {
  const std::vector<Word> pieces = pieces_of(line);
  std::string start;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, line.words.size()); ++i) {
    start += line.words[i].text;
    if (vocabulary_.label(Part::Rows, start) == Label::TotalRow && label_key(start) == label_key(line.words[i].text))
      return true;
    if (vocabulary_.label(Part::Rows, start) == Label::TotalRow && i <= 1) return true;
  }
  for (std::size_t i = 0; i < pieces.size() && i < 2; ++i) {
    const auto label = vocabulary_.label(Part::Rows, pieces[i].text);
    if (label == Label::TotalRow) return true;
    if (label == Label::RemarkRow && i == 0 && !is_inside_row(line)) return true;
  }
  if (names_part(line)) return true;
  if (is_remark(line)) return true;
  if (vocabulary_.wording().is_title(line.text) || begins_funds(line) || (names_total(line) && is_inside_row(line)))
    return true;
  // Running text over the whole width.
  return pieces.size() == 1 && length(line.text) > 45 && !is_inside_row(line);
}

// A funds table may stand below the indicators.
bool TableEnd::begins_funds(const Line& line) const {
  int amounts = 0;
  for (const Word& word : line.words) {
    const auto label = vocabulary_.label(Part::FundsColumns, word.text);
    const bool amount = label == Label::FundsInitial || label == Label::FundsAdjusted || label == Label::FundsExecuted;
    amounts += amount && vocabulary_.label(Part::IndicatorColumns, word.text) == std::nullopt;
  }
  return amounts >= 2;
}

// 总|分, 总评价得分: does the line begin with a name of the total?
bool TableEnd::names_total(const Line& line) const {
  std::string start;
  for (const Word& word : line.words) {
    if (is_number(word.text)) break;
    start += word.text;
  }
  return length(start) <= 10 && vocabulary_.label_like(Part::Rows, start) == Label::TotalRow;
}

// 自评总得分 says which of the two totals the only number is.
bool TableEnd::names_score(const Line& line) const {
  return vocabulary_.label(Part::Header, line.words.front().text) == Label::OverallScore;
}

// "二、资金执行情况（单位：元）": the name of another part of the form, alone on its line.
bool TableEnd::names_part(const Line& line) const {
  if (pieces_of(line).size() != 1) return false;
  const std::string name = without_numbering(line.text);
  const bool numbered = name != line.text && (line.text.front() < '0' || line.text.front() > '9');
  const bool level = vocabulary_.level1(name) != Level1::Unknown || vocabulary_.level2(name) != Level2::Unknown;
  if (level || is_inside_row(line)) return false;
  const auto section = vocabulary_.label_like(
      Part::Sections, std::string_view(name).substr(0, std::min(name.find("("), name.find("（"))));
  if (!section || *section == Label::IndicatorSection) return false;
  const bool money = *section == Label::FundsSection && amount_unit_in(line.text) != AmountUnit::Unknown;
  return numbered || money;
}

void TableEnd::read_distant_total(const Sheet& sheet, std::size_t at, std::size_t last, Form& form) const {
  if (!band_.column(Label::IndicatorWeight) || !band_.column(Label::IndicatorScore)) return;
  for (std::size_t i = at; i < last; ++i) {
    Form other;
    if (read_total(sheet, i, i + 1, other) == i || parse_number(other.total_weight.printed) != Decimal(100)) continue;
    form.total_weight = other.total_weight;
    form.total_score = other.total_score;
    return;
  }
}

std::size_t TableEnd::read_total(const Sheet& sheet, std::size_t at, std::size_t last, Form& form) const {
  for (std::size_t i = at; i < std::min(at + 4, last); ++i) {
    const Line& line = sheet.lines[i];
    if (names_part(line) || begins_funds(line)) break;
    const bool total = names_total(line) || std::any_of(line.words.begin(), line.words.end(), [&](const Word& w) {
                         return vocabulary_.label(Part::Rows, w.text) == Label::TotalRow || key_of(w.text) == "分";
                       });
    if (!total) continue;
    std::vector<const Word*> numbers;
    for (const Word& word : line.words) {
      if (is_points(word.text))
        numbers.push_back(&word);
      else if (!numbers.empty() && vocabulary_.is_level_word(word.text))
        set_text(form.grade, word.text, line);
    }
    const Column* weight = band_.column(Label::IndicatorWeight);
    const Column* score = band_.column(Label::IndicatorScore);
    if (numbers.size() >= 2 && weight && score) {
      const bool swapped = weight->left > score->left;
      const auto [first, second] = nearest_pair(numbers, swapped ? *score : *weight, swapped ? *weight : *score);
      set_points(swapped ? form.total_score : form.total_weight, numbers[first]->text, line);
      set_points(swapped ? form.total_weight : form.total_score, numbers[second]->text, line);
    } else if (numbers.size() == 1) {
      const Word& number = *numbers.front();
      const bool is_weight =
          weight && !names_score(line) &&
          (!score || std::abs(number.center() - weight->center()) < std::abs(number.center() - score->center()));
      Field<Points>& only = is_weight ? form.total_weight : form.total_score;
      set_points(only, number.text, line);
      if (weight && score && !names_score(line)) only.confidence = kDoubtful;  // one number for two columns
    }
    if (weight) form.total_weight.exists = true;
    if (score) form.total_score.exists = true;
    return i + 1;
  }
  return at;
}

}  // namespace jiheng::segmenter
