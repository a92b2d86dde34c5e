#include "reading/segmenter/stream_rows.h"

#include <algorithm>
#include <limits>

#include "reading/segmenter/stream_costs.h"
#include "reading/segmenter/stream_steps.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kUsual = 350, kFewest = 10,
                      kCloser = 2;     // items of a large table; states kept at least, and times more
constexpr std::size_t kMostLines = 8;  // of one cell
constexpr std::size_t kFirstLook = 40, kSecondLook = 240, kLastLook = 600;  // states kept per item
constexpr std::size_t kLooks = 3;                                           // tables looked at closely
constexpr double kOtherOrder = 0.5;                                         // for an order that is not the printed one
constexpr double kHopeless = 7;  // dearer than the best so far by this: never comes back
constexpr double kSlack = 1;
constexpr double kSums = 6;        // what right sums are worth at most
constexpr double kMostAgreed = 3;  // what a cell may be worth at most
constexpr double kGoodRow = 1.4;   // what a row may be worth at most: its cells speak for each other
constexpr double kFarBehind = 15;  // a first look dearer than the best by this is not looked at again
constexpr double kCertain = 0.1;   // a further line that costs no more belongs to its cell wherever it stands
constexpr double kForeign = 1;     // strays cheaper than this are of another part of the form

struct Node {
  double cost = 0, outlook = 0;  // so far; with what is bound to come
  double onward = kNever;        // cheapest way to the end
  std::uint32_t edge = 0;        // the best edge into it
};

struct Edge {
  std::uint32_t from = 0, to = 0;
  double cost = 0;
  Move move;
};

// Keys → places; emptied for every item, so that emptying must cost nothing.
class Places {
 public:
  /// Room for the states that one item can add to `width` others.
  void prepare(std::size_t width) {
    std::size_t slots = 1024;
    while (slots < width * 64) slots *= 2;
    slots_.assign(slots, {});
    round_ = 1;
  }
  void clear() { ++round_; }
  std::pair<std::uint32_t, bool> add(std::uint64_t key, std::uint32_t place) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = key & mask;; i = (i + 1) & mask) {
      Slot& slot = slots_[i];
      if (slot.round != round_) {
        slot = {key, place, round_};
        return {place, true};
      }
      if (slot.key == key) return {slot.place, false};
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t place = 0, round = 0;
  };
  std::vector<Slot> slots_;
  std::uint32_t round_ = 0;
};

std::uint64_t mixed(std::uint64_t one, std::uint64_t two) {
  std::uint64_t hash = (one << 20U) + two;
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31U);
}

// A beam search: after each item the most promising states stay, with all edges between them, so that at the
// end the cheapest table through every edge is known.
class Search : public Steps {
 public:
  using Steps::Steps;

  /// False where no table cheaper than `limit` is in sight.
  bool search(std::size_t rows, std::size_t width, double limit) {
    rows_ = rows;
    left_ = supply_;
    found_.prepare(width);
    spread_ = kHopeless;
    edges_.clear();
    layers_.assign(1, std::vector<Node>(1));
    states_.assign(1, State{});
    kept_ = next_kept_ = KeptCells(rows);
    kept_.add_empty();
    for (std::size_t at = 0; at < stream_.size(); ++at) {
      advance(at, width);
      const auto to_come =
          static_cast<double>(rows) * static_cast<double>(stream_.size() - at) / static_cast<double>(stream_.size());
      if (least_ - kSums - kGoodRow * to_come > limit) return false;
    }
    for (std::size_t i = 0; i < states_.size(); ++i) layers_.back()[i].onward = end_cost(states_[i]);
    return true;
  }

  double least_cost() const {
    double least = kNever;
    for (const Node& end : layers_.back()) least = std::min(least, end.cost + end.onward);
    return least;
  }

  StreamTable table() {
    StreamTable table;
    const std::vector<Node>& ends = layers_.back();
    std::size_t best = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].cost + ends[i].onward < ends[best].cost + ends[best].onward) best = i;
    }
    table.cost = ends[best].cost + ends[best].onward;
    table.weights_proven = weights_add_up(states_[best]);
    table.scores_proven = scores_add_up(states_[best]);
    for (std::size_t at = stream_.size(); at > 0; --at) {
      for (const Edge& edge : edges_[at - 1]) {
        Node& from = layers_[at - 1][edge.from];
        from.onward = std::min(from.onward, edge.cost + layers_[at][edge.to].onward);
      }
    }
    std::vector<Move> moves(stream_.size());
    for (std::size_t at = stream_.size(), node = best; at > 0; --at) {
      const Edge& edge = edges_[at - 1][layers_[at][node].edge];
      moves[at - 1] = edge.move;
      node = edge.from;
    }
    build(moves, table);
    return table;
  }

 private:
  void advance(std::size_t at, std::size_t width) {
    left_.add(item(at), -1);
    edges_.emplace_back();
    next_.clear();
    found_.clear();
    least_ = kNever;
    for (std::uint32_t from = 0; from < states_.size(); ++from) expand(at, from);
    // The most promising stay.
    std::vector<std::uint32_t> order(next_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto better = [this](std::uint32_t a, std::uint32_t b) {
      return next_[a].outlook != next_[b].outlook ? next_[a].outlook < next_[b].outlook : a < b;
    };
    if (order.size() > width) {
      std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(width), order.end(), better);
      order.resize(width);
    }
    std::sort(order.begin(), order.end(), better);
    // What is dearer than the dearest state kept will hardly be kept next time.
    spread_ = order.size() < width
                  ? kHopeless
                  : std::min(kHopeless, next_[order.back()].outlook - next_[order.front()].outlook + kSlack);
    std::vector<std::uint32_t> place(next_.size(), UINT32_MAX);
    std::vector<Node> nodes;
    std::vector<State> states;
    states.reserve(order.size());
    next_kept_.clear();
    for (const std::uint32_t old : order) {
      place[old] = static_cast<std::uint32_t>(nodes.size());
      const Edge& edge = edges_.back()[next_[old].edge];
      states.push_back(after(states_[edge.from], edge.move, at, states.size()));
      nodes.push_back(next_[old]);
    }
    // Edges to what was dropped go with it.
    std::vector<Edge> kept;
    std::vector<std::uint32_t> moved(edges_.back().size(), 0);
    for (std::uint32_t e = 0; e < edges_.back().size(); ++e) {
      Edge edge = edges_.back()[e];
      if (place[edge.to] == UINT32_MAX) continue;
      edge.to = place[edge.to];
      moved[e] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(edge);
    }
    for (Node& node : nodes) node.edge = moved[node.edge];
    edges_.back() = std::move(kept);
    layers_.push_back(std::move(nodes));
    states_ = std::move(states);
    std::swap(kept_, next_kept_);
  }

  void expand(std::size_t at, std::uint32_t from) {
    const State& state = states_[from];
    add(at, from, {}, stray_[at]);
    for (std::uint8_t c = 0; c < columns_.size(); ++c) {
      const double own = own_[at * columns_.size() + c];
      if (has_lines(columns_[c]) && state.count[c] > 0) go_on(at, from, c);
      if (own == kNever) continue;
      const std::uint8_t next = state.count[c];
      place(at, from, c, next, own);
      std::uint8_t tried = next;
      if (columns_[c] == Label::IndicatorNote) {
        for (int row = next + 1, found = 0; row < static_cast<int>(rows_) && found < 2; ++row) {
          if (deducted(state, static_cast<std::uint8_t>(row)) <= 0 || row == state.row || row == state.row + 1)
            continue;
          place(at, from, c, static_cast<std::uint8_t>(row), own);
          ++found;
        }
      } else {
        for (const int skip : {1, 2}) place(at, from, c, tried = static_cast<std::uint8_t>(next + skip), own);
        if (is_points(c) && tried < rows_) place(at, from, c, static_cast<std::uint8_t>(rows_), own);
      }
      if (state.column == kStray) continue;
      for (const int row : {static_cast<int>(state.row), state.row + 1}) {
        if (row > tried) place(at, from, c, static_cast<std::uint8_t>(row), own);
      }
    }
  }

  void go_on(std::size_t at, std::uint32_t from, std::uint8_t c) {
    const State& state = states_[from];
    const auto row = static_cast<std::uint8_t>(state.count[c] - 1);
    if (state.lines[c] >= kMostLines || state.column == kStray ||
        (c != state.column && row != state.row && state.last_line[c] != state.item))
      return;
    const Item& before = items_[stream_[state.last_line[c]]];
    double cost = further_line(state.last_line[c], at, c);
    if (cost == kNever) return;
    if (state.last_line[c] != state.item && cost > kCertain) cost += 0.7;
    if (before.line == item(at).line) cost += item(at).width <= 4 ? 0.3 : 1.5;
    add(at, from, {c, row, true}, cost);
  }

  void place(std::size_t at, std::uint32_t from, std::uint8_t c, std::uint8_t row, double own) {
    const State& state = states_[from];
    if (row >= rows_) {
      if (row == rows_ && is_points(c)) place_total(at, from, c);
      return;
    }
    double cost = own + step_cost(state, c, row, item(at));
    if (layers_[at][from].cost + cost - kMostAgreed > least_ + spread_) return;
    if (columns_[c] == Label::IndicatorNote)
      cost += deducted(state, row) > 0 ? -1.2 : deducted(state, row) < 0 ? 0.6 : 0;
    if (columns_[c] == Label::IndicatorWeight && item(at).number && *item(at).number > Decimal(50)) cost += 2.0;
    if (columns_[c] == Label::IndicatorOther && state.count[c] > 0)
      cost += items_[stream_[state.last_line[c]]].kind == item(at).kind ? -0.2 : 1.2;
    cost += blanks_cost(state, c, row);
    if (state.count[c] > 0 && columns_[c] == Label::IndicatorL3)
      cost += ending_cost(items_[stream_[state.last_line[c]]], columns_[c], full_);
    for (std::size_t other = 0; other < columns_.size(); ++other) {
      if (other == c || slot_[other] == kKept.size() || slot_[c] == kKept.size()) continue;
      const std::uint16_t beside = kept_.at(state.place, slot_[other], row);
      if (beside != kNone) cost += pair(at, c, beside, other);
    }
    add(at, from, {c, row, false}, cost);
  }

  // 总分: one more cell of the weights and of the scores.
  void place_total(std::size_t at, std::uint32_t from, std::uint8_t c) {
    const State& state = states_[from];
    if (!item(at).number || *item(at).number < Decimal(20)) return;
    if (item(at).kind == ItemKind::Percent && (columns_[c] != Label::IndicatorWeight || !points_.total_row)) return;
    double cost = points_.total_row ? 0 : 1.5;
    if (columns_[c] == Label::IndicatorWeight && *item(at).number != Decimal(100)) cost += 1.5;
    cost += step_cost(state, c, static_cast<std::uint8_t>(rows_), item(at));
    for (std::size_t other = 0; other < columns_.size(); ++other) {
      if (other == c || !is_points(other)) continue;
      const std::uint16_t beside = kept_.at(state.place, slot_[other], rows_);
      if (beside != kNone) cost += pair(at, c, beside, other);
    }
    cost += blanks_cost(state, c, rows_);
    add(at, from, {c, static_cast<std::uint8_t>(rows_), false}, cost);
  }

  void add(std::size_t at, std::uint32_t from, const Move& move, double cost) {
    const State& state = states_[from];
    const double total = layers_[at][from].cost + cost;
    if (total > least_ + spread_) return;
    const double bound = bound_to_come(state, move);
    if (total + bound > least_ + spread_ + kSlack) return;
    const std::uint64_t key = key_after(state, move);
    const auto [place, fresh] = found_.add(key, static_cast<std::uint32_t>(next_.size()));
    const auto edge = static_cast<std::uint32_t>(edges_.back().size());
    edges_.back().push_back({from, place, cost, move});
    if (fresh) {
      next_.push_back({total, total + bound, kNever, edge});
      least_ = std::min(least_, next_.back().outlook);
    } else if (Node& node = next_[place]; total < node.cost - 1e-9) {
      node.outlook += total - node.cost;
      node.cost = total;
      node.edge = edge;
    }
  }

  // The state after a move as a hash: how far each column is, which cells are blank, where the item stands.
  // Where a blank stands matters for columns that say something of others; elsewhere it is all one.
  std::uint64_t reached_after(const State& state, const Move& move) const {
    std::uint64_t reached = state.reached;
    if (move.column == kStray || move.continues) return reached;
    const std::size_t c = move.column, from = state.count[c];
    reached += mixed(c + 1, move.row + 1U) - (from > 0 ? mixed(c + 1, from) : 0);
    if (slot_[c] == kKept.size()) return reached;
    for (std::size_t row = from; row < move.row; ++row) reached += mixed(c + 101, row + 1);
    return reached;
  }

  std::uint64_t key_after(const State& state, const Move& move) const {
    const bool stray = move.column == kStray;
    const std::uint64_t column = stray ? state.column : move.column, row = stray ? state.row : move.row;
    return reached_after(state, move) ^ mixed(column + 1001, row + 1);
  }

  // The state after a move, as the next of the states to come.
  State after(const State& before, const Move& move, std::size_t at, std::size_t place) {
    State state = before;
    state.place = static_cast<std::uint32_t>(place);
    next_kept_.add(kept_, before.place);
    if (move.column == kStray) return state;
    state.reached = reached_after(before, move);
    state.item = static_cast<std::uint16_t>(at);
    state.last_line[move.column] = static_cast<std::uint16_t>(at);
    if (move.continues) {
      ++state.lines[move.column];
    } else {
      if (move.column != before.column && columns_[move.column] != Label::IndicatorNote) state.run = move.row;
      state.count[move.column] = static_cast<std::uint8_t>(move.row + 1);
      state.lines[move.column] = 1;
      if (const std::size_t slot = slot_[move.column]; slot < kKept.size())
        next_kept_.last_at(slot, move.row) = static_cast<std::uint16_t>(at);
    }
    // A note of another row is an aside: the table goes on where it was.
    if (columns_[move.column] == Label::IndicatorNote && move.row != before.row && before.column != kStray)
      return state;
    state.column = move.column;
    state.row = move.row;
    return state;
  }

  // How much dearer the table gets if the item stands elsewhere.
  double margin(std::size_t at, const Move& move, double cost) const {
    double other = kNever;
    for (const Edge& edge : edges_[at]) {
      if (edge.move == move) continue;
      other = std::min(other, layers_[at][edge.from].cost + edge.cost + layers_[at + 1][edge.to].onward);
    }
    return other - cost;
  }

  void build(const std::vector<Move>& moves, StreamTable& table) const {
    for (std::size_t at = 0; at < moves.size(); ++at) {
      const Move& move = moves[at];
      if (move.column == kStray) {
        (stray_[at] < kForeign ? table.foreign : table.strays).push_back(stream_[at]);
        continue;
      }
      const double found = margin(at, move, table.cost);
      if (move.row == rows_) {
        (columns_[move.column] == Label::IndicatorWeight ? table.total_weight : table.total_score) = {{stream_[at]},
                                                                                                      found};
        continue;
      }
      while (table.rows.size() <= move.row) {
        table.rows.emplace_back();
        table.rows.back().cells.resize(columns_.size());
        table.rows.back().first = items_.size();
      }
      StreamRow& row = table.rows[move.row];
      StreamCell& cell = row.cells[move.column];
      cell.margin = cell.items.empty() ? found : std::min(cell.margin, found);
      cell.items.push_back(stream_[at]);
      row.first = std::min(row.first, stream_[at]);
      row.last = std::max(row.last, stream_[at]);
    }
  }

  std::vector<std::vector<Node>> layers_;
  std::vector<std::vector<Edge>> edges_;
  std::vector<State> states_;  // of the last layer
  KeptCells next_kept_;        // of the layer in the making
  std::vector<Node> next_;
  double least_ = kNever;  // outlook among them
  double spread_ = kHopeless;
  Places found_;
};

}  // namespace

StreamTable read_rows(const std::vector<Item>& items, const std::vector<std::vector<StreamColumn>>& orders,
                      const StreamTraits& traits, const StreamPoints& points, const Vocabulary& vocabulary) {
  struct Look {
    double cost;
    std::size_t order, rows;
    auto operator<=>(const Look&) const = default;
  };
  if (orders.empty()) return {};
  // Short streams are looked at more closely, long ones less, so that the work stays the same.
  const auto scaled = [&items](std::size_t states) {
    return std::clamp(states * kUsual / std::max<std::size_t>(1, items.size()), kFewest, states * kCloser);
  };
  std::vector<Search> searches;
  std::vector<Look> looks;
  double least = kNever;
  for (std::size_t order = 0; order < orders.size(); ++order) {
    Search& search = searches.emplace_back(items, orders[order], traits, points, vocabulary);
    if (!search.usable()) return {};
    for (const std::size_t rows : search.plausible_counts()) {
      if (!search.search(rows, scaled(kFirstLook), least + kFarBehind)) continue;
      looks.push_back({search.least_cost() + kOtherOrder * static_cast<double>(order), order, rows});
      least = std::min(least, looks.back().cost);
    }
  }
  if (looks.empty()) return {};
  const auto look_again = [&](std::size_t states) {
    for (Look& look : looks) {
      searches[look.order].search(look.rows, scaled(states), kNever);
      look.cost = searches[look.order].least_cost() + kOtherOrder * static_cast<double>(look.order);
    }
    std::sort(looks.begin(), looks.end());
  };
  std::sort(looks.begin(), looks.end());
  looks.resize(std::min(looks.size(), kLooks));
  look_again(kSecondLook);
  const double second = looks.size() > 1 ? looks[1].cost : kNever;
  looks.resize(1);
  look_again(kLastLook);
  StreamTable best = searches[looks.front().order].table();
  best.columns = orders[looks.front().order];
  best.count_margin = second - best.cost;
  return best;
}

}  // namespace jiheng::segmenter
