// Split row: by the missing rule where there is evidence of it, else by contents.
#include "document/pdf/split_row.h"

#include <algorithm>

#include "core/text.h"

namespace jiheng::pdf {
namespace {

constexpr std::size_t kLongestValue = 14;   // code points
constexpr std::size_t kLongText = 60;       // code points: a paragraph, broken anywhere
constexpr float kPadding = 12.0F;           // points, both sides of a cell together, at most

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

}  // namespace

bool is_value(std::string_view text) {
  if (text.empty() || length(text) > kLongestValue) return false;
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
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

}  // namespace jiheng::pdf
