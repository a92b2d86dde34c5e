// Page break: by the missing rule where there is evidence of it, else by contents.
#include "document/pdf/page_break.h"

#include <algorithm>

#include "core/text.h"

namespace jiheng::pdf {
namespace {

constexpr std::size_t kLongestValue = 14;  // code points
constexpr std::size_t kLongText = 60;      // code points: a paragraph, broken anywhere
constexpr float kPadding = 12.0F;          // points, both sides of a cell together, at most

/// A line had to be broken after the upper part: the next character would not have fitted.
bool is_full(const PageCell& above, const PageCell& below) {
  return above.box.width() - above.last_line_width < below.text_size + kPadding;
}

/// For one column whose parts both have text: how much they look like one text.
int weigh(const PageCell& above, const PageCell& below) {
  constexpr int kOneText = 2, kMaybe = 1, kTwoTexts = -3;
  if (is_full(above, below)) return kOneText;
  return length(above.text) > kLongText ? kMaybe : kTwoTexts;
}

/// A label above and nothing below, or the same again (spreadsheets print the text of a merged cell
/// on each of its pages); or, in a group that has more than a row, a label below only.
bool goes_on_by_texts(const CellPair& pair, bool all_left_go_on) {
  const LatticeCell &above = pair.above->place, &below = pair.below->place;
  const std::string &upper = pair.above->text, &lower = pair.below->text;
  if (is_value(upper)) return false;
  const bool several_rows = above.row_span > 1 || below.row_span > 1;
  if (lower.empty()) return !upper.empty() && (all_left_go_on || below.row_span > 1);
  return (upper.empty() || upper == lower) && all_left_go_on && several_rows;
}

}  // namespace

bool is_value(std::string_view text) {
  if (text.empty() || length(text) > kLongestValue) return false;
  return has_digit(text);
}

bool is_split_row(const std::vector<CellPair>& pairs) {
  std::size_t in_row = 0, open_in_row = 0;
  bool rules_tell = false;
  for (const CellPair& pair : pairs) {
    rules_tell = rules_tell || pair.is_open() || pair.is_ruled_once();
    if (!pair.is_in_row()) continue;
    ++in_row;
    open_in_row += pair.is_open() ? 1U : 0U;
  }
  if (in_row == 0) return false;
  if (rules_tell) return open_in_row * 2 > in_row;

  int score = 0;
  std::size_t both = 0, below_only = 0;
  for (const CellPair& pair : pairs) {
    if (!pair.is_in_row()) continue;
    const bool has_above = !pair.above->text.empty(), has_below = !pair.below->text.empty();
    if (has_above && has_below) {
      if (is_value(pair.above->text) && is_value(pair.below->text)) return false;
      ++both;
      score += weigh(*pair.above, *pair.below);
    } else if (has_above) {
      ++score;
    } else if (has_below) {
      ++below_only;
      --score;
    }
  }
  constexpr int kEnough = 2;
  if (both == 0) return below_only == 0 && score >= kEnough;  // an empty rest of a filled row
  return score >= kEnough;
}

std::vector<bool> merged_over_break(const std::vector<std::optional<CellPair>>& pairs) {
  std::vector<bool> merged(pairs.size(), false);
  bool all_left_go_on = true;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i]) {
      all_left_go_on = false;
      continue;
    }
    const CellPair& pair = *pairs[i];
    merged[i] = pair.is_open() || (!pair.is_ruled_once() && goes_on_by_texts(pair, all_left_go_on));
    const bool both_empty = pair.above->text.empty() && pair.below->text.empty();
    all_left_go_on = all_left_go_on && (merged[i] || both_empty);
  }
  // Groups nest: where a subgroup goes on, the group around it does, whatever part of its label is
  // printed on which side (效益|指标).
  int rows_of_subgroup = 0;
  for (std::size_t i = pairs.size(); i-- > 0;) {
    if (!pairs[i]) continue;
    const int rows = pairs[i]->below->place.row_span;
    if (merged[i]) {
      rows_of_subgroup = std::max(rows_of_subgroup, rows);
    } else if (rows_of_subgroup > 0 && rows >= rows_of_subgroup && rows > 1 && !pairs[i]->is_ruled_once()) {
      merged[i] = true;
    }
  }
  return merged;
}

}  // namespace jiheng::pdf
