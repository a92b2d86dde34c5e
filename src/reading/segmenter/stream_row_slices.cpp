#include "reading/segmenter/stream_row_slices.h"

#include <algorithm>

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kBeam = 32;       // states kept within a row
constexpr std::size_t kReadings = 4;    // of one slice
constexpr std::uint8_t kMostLines = 9;  // of one cell
constexpr double kHopeless = 6;         // dearer than the best row that ends here
constexpr double kDearest = 12;         // rows dearer than this are none
constexpr double kNewRow = 0.3;         // a row more
constexpr double kBetween = 0.2;        // lines of other cells between the lines of one
constexpr double kBack = 0.2, kBackInLine = 3.0, kNewParagraph = 0.4;

}  // namespace

std::vector<Slice> RowSlices::rows_from(std::size_t start) {
  std::vector<Slice> rows;
  std::vector<Partial> beam(1), next;
  beam.front().first.fill(kNone);
  beam.front().last.fill(kNone);
  for (std::size_t at = start; at < std::min(stream_.size(), start + kLongest) && !beam.empty(); ++at) {
    next.clear();
    least_ = kDearest - kHopeless;
    for (const Partial& state : beam) expand(state, at, start, next);
    by_cost_.resize(next.size());
    for (std::uint32_t i = 0; i < by_cost_.size(); ++i) by_cost_[i] = i;
    std::sort(by_cost_.begin(), by_cost_.end(), [&next](std::uint32_t a, std::uint32_t b) {
      return next[a].cost != next[b].cost ? next[a].cost < next[b].cost : a < b;
    });
    beam.clear();
    for (const std::uint32_t i : by_cost_) {
      if (beam.size() >= kBeam || next[i].cost > least_ + kHopeless) break;
      if (std::none_of(beam.begin(), beam.end(), [&](const Partial& other) { return same(next[i], other); }))
        beam.push_back(next[i]);
    }
    if (beam.empty()) break;
    end_rows(beam, start, at + 1, rows);
  }
  return rows;
}

// What follows costs the same.
bool RowSlices::same(const Partial& a, const Partial& b) {
  return a.column == b.column && a.before == b.before && a.first == b.first && a.last == b.last;
}

void RowSlices::expand(const Partial& state, std::size_t at, std::size_t start, std::vector<Partial>& next) {
  const bool first = at == start;
  const auto move = [&](Place place, double cost) {
    if (state.cost + cost > least_ + kHopeless) return;
    least_ = std::min(least_, state.cost + cost);
    move_to(state, at, at - start, place, cost, next);
  };
  if (!first) move({}, stray_[at]);
  for (std::uint8_t c = 0; c < columns_.size(); ++c) {
    const double step = first ? 0 : order_cost(state, c, at);
    if (state.first[c] == kNone) {
      double cost = own_[at * columns_.size() + c];
      if (cost == kNever) continue;
      for (std::size_t other = 0; other < columns_.size(); ++other) {
        if (state.first[other] != kNone && slot_[other] < kKept.size() && slot_[c] < kKept.size())
          cost += pair(at, c, state.first[other], other);
      }
      move({c, false}, cost + step);
    } else if (has_lines(columns_[c]) && state.lines[c] < kMostLines) {
      double cost = further_line(state.last[c], at, c);
      if (cost == kNever) continue;
      const Item& before = item(state.last[c]);
      if (state.last[c] != state.before) cost += kBetween;
      if (before.line == item(at).line) cost += item(at).width <= 4 ? 0.3 : 1.5;
      move({c, true}, cost + (c < state.column ? kBack : 0));
    }
  }
}

double RowSlices::order_cost(const Partial& state, std::uint8_t c, std::size_t at) const {
  if (state.before == kNone) return 0;
  const Item &before = item(state.before), &to = item(at);
  if (before.line == to.line) return c > state.column ? 0 : kBackInLine;
  double cost = before.paragraph == to.paragraph ? 0 : kNewParagraph;
  if (c < state.column) return cost + kBack;
  for (std::uint8_t between = static_cast<std::uint8_t>(state.column + 1); between < c; ++between)
    cost += state.first[between] == kNone && columns_[between] != Label::IndicatorNote ? 0.1 : 0;
  return cost;
}

void RowSlices::move_to(const Partial& state, std::size_t at, std::size_t step, Place place, double cost,
                        std::vector<Partial>& next) {
  Partial& moved = next.emplace_back(state);
  moved.cost += cost;
  moved.places[step] = place;
  if (place.column == kStray) return;
  if (!place.continues) moved.first[place.column] = place16(at);
  moved.last[place.column] = place16(at);
  ++moved.lines[place.column];
  moved.before = place16(at);
  moved.column = place.column;
}

// A row that ends here: what is missing is blank.
void RowSlices::end_rows(const std::vector<Partial>& beam, std::size_t start, std::size_t end,
                         std::vector<Slice>& out) const {
  std::vector<Slice> ended;
  for (const Partial& state : beam) {
    if (state.places[end - start - 1].column == kStray) continue;  // strays stand between rows
    Slice slice{.first = place16(start), .last = place16(end), .cost = state.cost + kNewRow};
    std::size_t filled = 0, blank_points = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::uint16_t cell = state.first[c];
      if (cell == kNone) {
        const bool second = is_points(c) && ++blank_points > 1;
        slice.cost += (second ? 0.3 : 1.0) * blank_cost(columns_[c]);
        continue;
      }
      ++filled;
      if (columns_[c] == Label::IndicatorL3) slice.cost += ending_cost(item(state.last[c]), columns_[c], full_);
      const auto& number = item(cell).number;
      if (columns_[c] == Label::IndicatorWeight && number) slice.weight = *number;
      if (columns_[c] == Label::IndicatorScore && number) slice.score = *number;
      if (slice.anchor == kNone || (is_points(c) && columns_[c] == Label::IndicatorWeight)) slice.anchor = cell;
    }
    if (note_explains(state)) slice.cost -= 0.6;
    if (filled < 2) continue;
    slice.places.assign(state.places.begin(), state.places.begin() + static_cast<std::ptrdiff_t>(end - start));
    ended.push_back(std::move(slice));
  }
  std::stable_sort(ended.begin(), ended.end(), [](const Slice& a, const Slice& b) { return a.cost < b.cost; });
  for (std::size_t i = 0; i < std::min(ended.size(), kReadings); ++i) {
    if (ended[i].cost > ended.front().cost + kHopeless) break;
    out.push_back(std::move(ended[i]));
  }
}

bool RowSlices::note_explains(const Partial& state) const {
  const Item *weight = nullptr, *score = nullptr;
  bool note = false;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (state.first[c] == kNone) continue;
    if (columns_[c] == Label::IndicatorWeight) weight = &item(state.first[c]);
    if (columns_[c] == Label::IndicatorScore) score = &item(state.first[c]);
    note = note || columns_[c] == Label::IndicatorNote;
  }
  return note && weight && score && weight->number && score->number && *score->number < *weight->number;
}

}  // namespace jiheng::segmenter
