#include "reading/segmenter/stream_steps.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "reading/segmenter/stream_costs.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostItems = 900;
constexpr std::size_t kMostCounts = 24;  // numbers of rows tried

constexpr std::size_t kRestWithin = 16;  // items between an unfinished answer and its rest

int nearly_widest(std::vector<int>& widths) {
  std::sort(widths.begin(), widths.end());
  return widths.empty() ? 0 : widths[std::min(widths.size() - 1, widths.size() * 95 / 100)];
}

}  // namespace

Steps::Steps(const std::vector<Item>& items, const std::vector<StreamColumn>& columns, const StreamTraits& traits,
             const StreamPoints& points, const Vocabulary& vocabulary)
    : items_(items), points_(points) {
  for (const StreamColumn& column : columns) columns_.push_back(column.label);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind == ItemKind::Text || is_valuable(items[i])) stream_.push_back(i);
  }
  if (stream_.empty() || stream_.size() > kMostItems || columns.empty() || columns.size() > kMostColumns) return;
  for (const std::size_t at : stream_) {
    for (const StreamColumn& column : columns) {
      // A column keeps its order, its name on top included.
      const double early = column.header > items[at].line ? 0.5 : 0;
      own_.push_back(cell_cost(items[at], column.label, traits) + early);
    }
    const auto before = [&](Label label) {
      return std::any_of(columns.begin(), columns.end(), [&](const StreamColumn& column) {
        return column.label == label && column.header > items[at].line;
      });
    };
    const double stray = stray_cost(items[at]);
    stray_.push_back(before(Label::IndicatorL3) && before(Label::IndicatorTarget) ? std::min(0.5, stray) : stray);
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto kept = std::find(kKept.begin(), kKept.end(), columns[c].label);
    slot_.push_back(kept == kKept.end() ? kKept.size() : static_cast<std::size_t>(kept - kKept.begin()));
  }
  for (auto& costs : pairs_) costs.assign(stream_.size() * stream_.size(), std::numeric_limits<float>::quiet_NaN());
  measure();
  find_rests(vocabulary);
  usable_ = true;
}

std::vector<std::size_t> Steps::plausible_counts() const {
  int value_columns = 0;
  for (const Label column : columns_) value_columns += column != Label::IndicatorL3 && column != Label::IndicatorNote;
  const int values = supply_.points + supply_.answers + supply_.signs;
  const int full = value_columns > 0 ? values / value_columns : supply_.texts;
  int most = supply_.texts;
  if (point_columns_ > 0)
    most = supply_.points / point_columns_;
  else if (answer_columns_ > 0)
    most = std::min(most, (supply_.points + supply_.answers) / answer_columns_);
  // Points may stand once for several rows.
  if (answer_columns_ > 0)
    most = std::max(
        most, std::min(supply_.texts, supply_.answers / std::max(answer_columns_, value_columns - point_columns_)));
  const int first = std::clamp(std::min(most, full) - 2, 1, static_cast<int>(kMostRows));
  const int last =
      std::clamp(std::max(most, full) + 1, first, std::min<int>(kMostRows, first + static_cast<int>(kMostCounts) - 1));
  std::vector<std::size_t> counts;
  for (int rows = first; rows <= last; ++rows) counts.push_back(static_cast<std::size_t>(rows));
  return counts;
}

int Steps::width_of_names(std::vector<int>& widths) const {
  std::map<int, int> votes;
  for (std::size_t at = 0; at + 1 < stream_.size(); ++at) {
    if (item(at).kind != ItemKind::Text || item(at).width < 8) continue;
    for (std::size_t next = at + 1; next < std::min(stream_.size(), at + 7); ++next) {
      if (item(next).kind != ItemKind::Text) continue;
      if (item(next).width <= 6 && !item(next).labelled) ++votes[item(at).width];
      break;
    }
  }
  int full = 0, most = 1;
  for (const auto& [width, count] : votes) {
    const auto below = votes.find(width - 1);
    const int agreed = count + (below == votes.end() ? 0 : below->second);
    if (agreed > most || (agreed == most && most > 1)) full = width, most = agreed;
  }
  if (full > 0) return full;
  return nearly_widest(widths);
}

void Steps::measure() {
  std::vector<int> widths, answers;
  std::size_t paragraphs = 1;
  for (std::size_t at = 0; at < stream_.size(); ++at) {
    if (item(at).kind == ItemKind::Text) widths.push_back(item(at).width);
    const ItemKind kind = item(at).kind;
    if (kind == ItemKind::Value || kind == ItemKind::Word || kind == ItemKind::Percent)
      answers.push_back(item(at).width);
    if (at > 0) paragraphs += item(at).paragraph != item(at - 1).paragraph;
    supply_.add(item(at), 1);
  }
  full_ = width_of_names(widths);
  full_answer_ = nearly_widest(answers);
  block_ = std::min(1.0, 6.0 * static_cast<double>(paragraphs) / static_cast<double>(stream_.size()) - 0.2);
  if (block_ < 0.2) block_ = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    point_columns_ += is_points(c);
    answer_columns_ += is_answer(c);
  }
}

void Steps::find_rests(const Vocabulary& vocabulary) {
  rests_.assign(stream_.size(), 0);
  for (std::size_t at = 1; at < stream_.size(); ++at) {
    for (std::size_t back = 1; back <= std::min(at, kRestWithin); ++back) {
      if (makes_whole(item(at - back), item(at), vocabulary)) rests_[at] |= 1U << (back - 1);
    }
  }
}

double Steps::further_line(std::size_t before, std::size_t at, std::size_t column) const {
  const std::size_t back = at - before;
  if (is_answer(column) && back <= kRestWithin && (rests_[at] >> (back - 1) & 1U) != 0) return 0.1;
  return continuation_cost(item(before), item(at), columns_[column], is_answer(column) ? full_answer_ : full_);
}

double Steps::blanks_cost(const State& state, std::size_t c, std::size_t row) const {
  double cost = 0;
  const double blank = blank_cost(columns_[c]);
  for (std::size_t r = state.count[c]; r < row; ++r) {
    double own = r == state.count[c] || columns_[c] == Label::IndicatorL3 ? blank : 0.3 * blank;
    if (is_answer(c)) {
      for (std::size_t other = 0; other < columns_.size(); ++other) {
        const bool beside = other != c && is_answer(other) && state.count[other] > r;
        if (beside && kept_.at(state.place, slot_[other], r) == kNone) own *= 0.3;
      }
    }
    cost += own;
  }
  return cost;
}

const Item* Steps::kept(const State& state, Label column, std::size_t row) const {
  const auto slot = static_cast<std::size_t>(std::find(kKept.begin(), kKept.end(), column) - kKept.begin());
  const std::uint16_t cell = kept_.at(state.place, slot, row);
  return cell != kNone ? &item(cell) : nullptr;
}

int Steps::deducted(const State& state, std::uint8_t row) const {
  const Item *weight = kept(state, Label::IndicatorWeight, row), *score = kept(state, Label::IndicatorScore, row);
  if (!weight || !score || !weight->number || !score->number) return 0;
  return *score->number < *weight->number ? 1 : -1;
}

double Steps::step_cost(const State& state, std::uint8_t c, std::uint8_t row, const Item& to) const {
  if (state.column == kStray) return c == 0 && row == 0 ? 0 : 0.3;
  const Item& before = items_[stream_[state.item]];
  const int down = row - state.row, right = c - state.column;
  if (before.line == to.line) return down == 0 && right > 0 ? 0 : 3.0;
  const bool within = before.paragraph == to.paragraph;
  if (right == 0) return (within ? 0.1 * (1 - block_) : 0.2) + 0.2 * std::max(0, down - 1);
  const double block = within ? block_ : 0;
  if (down == 0 && right > 0) return block + 0.15 * skipped(state, static_cast<std::uint8_t>(state.column + 1), c, row);
  if (down == 0) return block + 0.7;
  if (down == 1 && right < 0) return block + 0.25 * skipped(state, 0, c, row);
  if (down < 0)
    return block + 0.3 * (1 - block_) + (row == state.run ? 0.15 : 0.7) + (right > 0 ? 0.1 * (right - 1) : 0.4);
  return block + 1.0;
}

int Steps::skipped(const State& state, std::uint8_t first, std::uint8_t last, std::uint8_t row) const {
  int open = 0;
  for (std::uint8_t c = first; c < last; ++c) open += state.count[c] <= row && columns_[c] != Label::IndicatorNote;
  return open;
}

double Steps::pair(std::size_t at, std::size_t column, std::size_t other_at, std::size_t other_column) {
  // Names go with targets, targets with results, weights with scores: two slots that add up to one kind of pair each.
  const std::size_t one = slot_[column], two = slot_[other_column], kind = one + two;
  if (!(kind == 1 || kind == 3 || kind == 7) || std::max(one, two) - std::min(one, two) != 1) return 0;
  const bool swapped = one > two;
  float& known = pairs_[kind / 3][(swapped ? other_at : at) * stream_.size() + (swapped ? at : other_at)];
  if (std::isnan(known))
    known = static_cast<float>(pair_cost(item(at), columns_[column], item(other_at), columns_[other_column]));
  return static_cast<double>(known);
}

double Steps::bound_to_come(const State& state, const Move& move) const {
  int points = 0, answers = 0, names = 0, others = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const int count = c == move.column && !move.continues ? move.row + 1 : state.count[c];
    const int open = std::max(0, static_cast<int>(rows_) - count);
    if (is_points(c))
      points += open;
    else if (is_answer(c))
      answers += open;
    else if (columns_[c] == Label::IndicatorL3)
      names += open;
    else if (columns_[c] == Label::IndicatorOther)
      others += open;
  }
  double cost = 1.2 * std::max(0, points - left_.points) + 2.6 * std::max(0, names - left_.texts);
  const int spare = std::max(0, left_.points - points);  // numbers that must be answers
  cost += 0.6 * std::max(0, answers - left_.answers - spare) + 3.0 * std::max(0, spare - answers - others);
  return cost;
}

double Steps::end_cost(const State& state) const {
  double cost = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const int open = static_cast<int>(rows_) - state.count[c];
    if (open <= 0) continue;
    const double blank = blank_cost(columns_[c]);
    cost += state.count[c] == 0 ? std::min(3.0, 1.0 * open) * blank : blanks_cost(state, c, rows_);
  }
  if (weights_add_up(state)) cost -= 3.0;
  if (scores_add_up(state)) cost -= 3.0;
  return cost;
}

Steps::Sum Steps::sum_of(const State& state, Label column) const {
  Sum sum;
  for (std::size_t row = 0; row < rows_; ++row) {
    const Item* cell = kept(state, column, row);
    if (!cell || !cell->number) continue;
    sum.points += *cell->number;
    ++sum.cells;
  }
  sum.total = kept(state, column, rows_);
  return sum;
}

bool Steps::weights_add_up(const State& state) const {
  const Sum sum = sum_of(state, Label::IndicatorWeight);
  if (sum.cells < 2) return false;
  const Decimal whole = sum.total ? *sum.total->number : Decimal(100);
  return sum.points == whole || (points_.execution_weight && sum.points + *points_.execution_weight == whole) ||
         (!points_.execution_weight && sum.points == Decimal(90));
}

bool Steps::scores_add_up(const State& state) const {
  const Sum sum = sum_of(state, Label::IndicatorScore);
  const std::optional<Decimal> whole = sum.total ? sum.total->number : points_.total_score;
  if (sum.cells < 2 || !whole) return false;
  return sum.points == *whole || (points_.execution_score && sum.points + *points_.execution_score == *whole);
}

}  // namespace jiheng::segmenter
