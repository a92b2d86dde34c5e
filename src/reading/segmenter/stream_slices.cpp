#include "reading/segmenter/stream_slices.h"

#include <algorithm>
#include <map>

#include "reading/segmenter/stream_row_slices.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kPaths = 16;   // to one place, with different sums
constexpr double kOtherOrder = 0.5;  // for an order that is not the printed one
constexpr double kProof = 3;         // what right sums are worth
constexpr double kForeign = 1;       // strays cheaper than this are of another part of the form

// What an item became, as far as it can be compared between readings.
struct Fate {
  std::uint8_t column = kStray;
  std::uint16_t anchor = kNone;  // a value of its row
  auto operator<=>(const Fate&) const = default;
};

struct Path {
  double cost = 0;
  std::uint32_t slice = 0, from = 0;  // its last slice, and which of the paths to where that begins
  std::uint16_t rows = 0, scored = 0;
  Decimal weights, scores;
  const Item *total_weight = nullptr, *total_score = nullptr;
};

class SliceSearch : public RowSlices {
 public:
  SliceSearch(const std::vector<Item>& items, const std::vector<StreamColumn>& columns, const StreamTraits& traits,
              const StreamPoints& points, const Vocabulary& vocabulary)
      : RowSlices(items, columns, traits, points, vocabulary) {
    if (usable()) find_totals();
  }

  void search() {
    const std::size_t n = stream_.size();
    ending_at_.assign(n + 1, {});
    paths_.assign(n + 1, {});
    paths_[0].push_back({});
    for (std::size_t at = 0; at < n; ++at) {
      if (at > 0) join_paths(at);
      if (paths_[at].empty()) continue;
      add_slice({.kind = Slice::Kind::Stray,
                 .first = place16(at),
                 .last = place16(at + 1),
                 .cost = stray_[at],
                 .places = {Place{}}});
      add_total(at);
      for (Slice& row : rows_from(at)) add_slice(std::move(row));
    }
    join_paths(n);
    best_ = 0;
    for (std::size_t i = 0; i < paths_[n].size(); ++i) {
      if (worth(paths_[n][i]) < worth(paths_[n][best_])) best_ = i;
    }
  }

  [[nodiscard]] bool found() const { return !paths_.empty() && !paths_.back().empty(); }
  [[nodiscard]] double cost() const { return worth(paths_.back()[best_]); }

  StreamTable table() const {
    StreamTable table;
    const Path& end = paths_.back()[best_];
    table.cost = worth(end);
    table.weights_proven = weights_right(end);
    table.scores_proven = scores_right(end);
    table.count_margin = kProof + 1;
    for (const Path& other : paths_.back()) {
      if (other.rows != end.rows) table.count_margin = std::min(table.count_margin, worth(other) - table.cost);
    }
    std::vector<const Slice*> chosen;
    for (std::size_t at = stream_.size(), path = best_; at > 0;) {
      const Path& step = paths_[at][path];
      chosen.push_back(&slices_[step.slice]);
      at = chosen.back()->first;
      path = step.from;
    }
    std::reverse(chosen.begin(), chosen.end());
    const std::vector<std::map<Fate, double>> fates = all_fates();
    for (const Slice* slice : chosen) build(*slice, fates, end.cost, table);
    return table;
  }

 private:
  // --- the total ---

  void find_totals() {
    near_total_.assign(stream_.size(), false);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind != ItemKind::TotalLabel) continue;
      for (std::size_t at = 0; at < stream_.size(); ++at) {
        const std::size_t away = stream_[at] > i ? stream_[at] - i : i - stream_[at];
        if (away <= 3) near_total_[at] = true;
      }
    }
  }

  void add_total(std::size_t at) {
    if (!near_total_[at] || !is_total(at)) return;
    const bool two = at + 1 < stream_.size() && is_total(at + 1) && near_total_[at + 1];
    const double odd = *item(at).number == Decimal(100) ? 0 : 0.6;
    if (two && *item(at + 1).number <= *item(at).number)
      add_slice({.kind = Slice::Kind::Total,
                 .first = place16(at),
                 .last = place16(at + 2),
                 .cost = odd,
                 .places = {{column_of(Label::IndicatorWeight)}, {column_of(Label::IndicatorScore)}}});
    for (const Label label : {Label::IndicatorWeight, Label::IndicatorScore}) {
      if (column_of(label) == kStray) continue;
      const double cost = label == Label::IndicatorWeight ? 0.8 + 2 * odd : 0.8;
      add_slice({.kind = Slice::Kind::Total,
                 .first = place16(at),
                 .last = place16(at + 1),
                 .cost = cost,
                 .places = {{column_of(label)}}});
    }
  }

  [[nodiscard]] bool is_total(std::size_t at) const {
    return item(at).kind == ItemKind::Number && item(at).number && *item(at).number >= Decimal(20);
  }

  [[nodiscard]] std::uint8_t column_of(Label label) const {
    const auto column = std::find(columns_.begin(), columns_.end(), label);
    return column == columns_.end() ? kStray : static_cast<std::uint8_t>(column - columns_.begin());
  }

  // --- paths ---

  void add_slice(Slice slice) {
    ending_at_[slice.last].push_back(static_cast<std::uint32_t>(slices_.size()));
    slices_.push_back(std::move(slice));
  }

  // Of paths with the same sums and as many rows only the cheapest; of others the most promising.
  void join_paths(std::size_t at) {
    std::vector<Path> joined;
    for (const std::uint32_t s : ending_at_[at]) {
      const Slice& slice = slices_[s];
      const std::vector<Path>& before = paths_[slice.first];
      for (std::uint32_t i = 0; i < before.size(); ++i) joined.push_back(after(before[i], i, s));
    }
    std::stable_sort(joined.begin(), joined.end(), [](const Path& a, const Path& b) { return a.cost < b.cost; });
    for (const Path& path : joined) {
      if (paths_[at].size() >= kPaths || path.cost > joined.front().cost + 2 * kProof + 1) break;
      const auto alike = [&](const Path& other) {
        return other.rows == path.rows && other.weights == path.weights && other.scores == path.scores &&
               other.total_weight == path.total_weight && other.total_score == path.total_score;
      };
      if (std::none_of(paths_[at].begin(), paths_[at].end(), alike)) paths_[at].push_back(path);
    }
  }

  Path after(const Path& before, std::uint32_t from, std::uint32_t s) const {
    const Slice& slice = slices_[s];
    Path path = before;
    path.slice = s;
    path.from = from;
    path.cost += slice.cost;
    if (slice.kind == Slice::Kind::Row) {
      ++path.rows;
      path.weights += slice.weight;
      path.scores += slice.score;
      path.scored = static_cast<std::uint16_t>(path.scored + (slice.score.is_zero() ? 0 : 1));
    } else if (slice.kind == Slice::Kind::Total) {
      if (path.total_weight || path.total_score) path.cost += 4;
      for (std::size_t k = 0; k < slice.places.size(); ++k) {
        const Item& number = item(slice.first + k);
        (columns_[slice.places[k].column] == Label::IndicatorWeight ? path.total_weight : path.total_score) = &number;
      }
    }
    return path;
  }

  [[nodiscard]] double worth(const Path& path) const {
    return path.cost - (weights_right(path) ? kProof : 0) - (scores_right(path) ? kProof : 0);
  }

  // 财预〔2020〕10号: all weights are 100, with the execution's or without.
  [[nodiscard]] bool weights_right(const Path& path) const {
    if (path.rows < 2 || path.weights.is_zero()) return false;
    const Decimal whole = path.total_weight ? *path.total_weight->number : Decimal(100);
    return path.weights == whole || (points_.execution_weight && path.weights + *points_.execution_weight == whole) ||
           (!points_.execution_weight && path.weights == Decimal(90));
  }

  [[nodiscard]] bool scores_right(const Path& path) const {
    const std::optional<Decimal> whole = path.total_score ? path.total_score->number : points_.total_score;
    if (path.scored < 2 || !whole) return false;
    return path.scores == *whole || (points_.execution_score && path.scores + *points_.execution_score == *whole);
  }

  // --- the answer ---

  // By item and fate: the cheapest table in which it has that fate.
  [[nodiscard]] std::vector<std::map<Fate, double>> all_fates() const {
    const std::size_t n = stream_.size();
    std::vector<double> onward(n + 1, kNever);
    onward[n] = 0;
    for (std::size_t at = n; at > 0; --at) {
      for (const std::uint32_t s : ending_at_[at])
        onward[slices_[s].first] = std::min(onward[slices_[s].first], slices_[s].cost + onward[at]);
    }
    std::vector<std::map<Fate, double>> fates(n);
    for (const Slice& slice : slices_) {
      if (paths_[slice.first].empty()) continue;
      const double cost = paths_[slice.first].front().cost + slice.cost + onward[slice.last];
      for (std::size_t at = slice.first; at < slice.last; ++at) {
        const auto [known, fresh] = fates[at].emplace(fate_in(slice, at), cost);
        if (!fresh) known->second = std::min(known->second, cost);
      }
    }
    return fates;
  }

  static Fate fate_in(const Slice& slice, std::size_t at) {
    const Place& place = slice.places[at - slice.first];
    if (place.column == kStray) return {};
    return {place.column, slice.kind == Slice::Kind::Total ? kNone : slice.anchor};
  }

  void build(const Slice& slice, const std::vector<std::map<Fate, double>>& fates, double cost,
             StreamTable& table) const {
    if (slice.kind == Slice::Kind::Row) {
      table.rows.emplace_back();
      table.rows.back().cells.resize(columns_.size());
      table.rows.back().first = stream_[slice.first];
    }
    for (std::size_t at = slice.first; at < slice.last; ++at) {
      const Place& place = slice.places[at - slice.first];
      if (place.column == kStray) {
        (stray_[at] < kForeign ? table.foreign : table.strays).push_back(stream_[at]);
        continue;
      }
      double other = kNever;
      for (const auto& [fate, least] : fates[at]) {
        if (fate != fate_in(slice, at)) other = std::min(other, least);
      }
      double margin = other - cost;
      const bool weight = columns_[place.column] == Label::IndicatorWeight;
      if (is_points(place.column) && (weight ? table.weights_proven : table.scores_proven)) margin += kProof;
      if (slice.kind == Slice::Kind::Total) {
        (weight ? table.total_weight : table.total_score) = {{stream_[at]}, margin};
        continue;
      }
      StreamRow& row = table.rows.back();
      StreamCell& cell = row.cells[place.column];
      cell.margin = cell.items.empty() ? margin : std::min(cell.margin, margin);
      cell.items.push_back(stream_[at]);
      row.last = stream_[at];
    }
  }

  std::vector<Slice> slices_;
  std::vector<std::vector<std::uint32_t>> ending_at_;  // slices, by the item behind them
  std::vector<std::vector<Path>> paths_;               // to each place, the cheapest first
  std::vector<bool> near_total_;
  std::size_t best_ = 0;
};

}  // namespace

StreamTable read_slices(const std::vector<Item>& items, const std::vector<std::vector<StreamColumn>>& orders,
                        const StreamTraits& traits, const StreamPoints& points, const Vocabulary& vocabulary) {
  StreamTable best;
  double least = kNever, second = kNever;
  for (std::size_t order = 0; order < orders.size(); ++order) {
    SliceSearch search(items, orders[order], traits, points, vocabulary);
    if (!search.usable()) return {};
    search.search();
    if (!search.found()) continue;
    const double cost = search.cost() + kOtherOrder * static_cast<double>(order);
    second = std::min(second, std::max(cost, least));
    if (cost >= least) continue;
    least = cost;
    best = search.table();
    best.columns = orders[order];
    best.cost = cost;
  }
  best.count_margin = std::min(best.count_margin, second - least);
  return best;
}

}  // namespace jiheng::segmenter
