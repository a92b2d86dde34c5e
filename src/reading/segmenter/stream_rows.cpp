#include "reading/segmenter/stream_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "reading/segmenter/stream_costs.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostColumns = 12, kMostRows = 120, kMostItems = 900, kMostLines = 8;
constexpr std::size_t kFirstLook = 60, kSecondLook = 300, kLastLook = 600;  // states kept per item
constexpr std::size_t kMostCounts = 24, kLooks = 3;         // numbers of rows tried; looked at closely
constexpr double kOtherOrder = 0.5;                          // for an order that is not the printed one
constexpr double kHopeless = 10;  // dearer than the best so far by this: never comes back
constexpr double kSlack = 1;
constexpr std::uint8_t kStray = 0xFF;
constexpr std::uint16_t kNone = 0xFFFF;

// Columns whose cells say something of each other: their items are kept per row.
constexpr std::array kKept = {Label::IndicatorL3, Label::IndicatorTarget, Label::IndicatorActual, Label::IndicatorWeight,
                              Label::IndicatorScore};

struct Move {
  std::uint8_t column = kStray, row = 0;
  bool continues = false;
  bool operator==(const Move&) const = default;
};

// How far each column has come.
struct State {
  State() {
    for (auto& cells : kept) cells.fill(kNone);
  }
  std::array<std::uint8_t, kMostColumns> count{};       // rows that the column has behind it
  std::array<std::uint8_t, kMostColumns> lines{};       // of the column's last cell
  std::array<std::uint16_t, kMostColumns> last_line{};  // its last item
  std::array<std::array<std::uint16_t, kMostRows + 1>, kKept.size()> kept;  // by row: the cell's first item
  std::uint64_t reached = 0;                            // counts and blank cells as a hash
  std::uint8_t column = kStray, row = 0;                // where the last item stands
  std::uint8_t run = 0;                                 // row where the present run down one column began
  std::uint16_t item = kNone;                           // the last item that is no stray
};

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

class Search {
 public:
  Search(const std::vector<Item>& items, const std::vector<StreamColumn>& columns, const StreamTraits& traits, const StreamPoints& points)
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
        return std::any_of(columns.begin(), columns.end(), [&](const StreamColumn& column) { return column.label == label && column.header > items[at].line; });
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
    usable_ = true;
  }

  bool usable() const { return usable_; }

  // At least so many rows that all values have a place; at most as many as there are points for.
  std::vector<std::size_t> plausible_counts() const {
    int value_columns = 0;
    for (const Label column : columns_) value_columns += column != Label::IndicatorL3 && column != Label::IndicatorNote;
    const int values = supply_.points + supply_.answers + supply_.signs;
    const int full = value_columns > 0 ? values / value_columns : supply_.texts;
    int most = supply_.texts;
    if (point_columns_ > 0) most = supply_.points / point_columns_;
    else if (answer_columns_ > 0) most = std::min(most, (supply_.points + supply_.answers) / answer_columns_);
    const int last = std::clamp(std::max(most, full) + 1, 1, static_cast<int>(kMostRows));
    const int first = std::clamp(std::min(most, full) - 2, std::max(1, last - static_cast<int>(kMostCounts) + 1), last);
    std::vector<std::size_t> counts;
    for (int rows = first; rows <= last; ++rows) counts.push_back(static_cast<std::size_t>(rows));
    return counts;
  }

  void search(std::size_t rows, std::size_t width) {
    rows_ = rows;
    left_ = supply_;
    found_.prepare(width);
    spread_ = kHopeless;
    edges_.clear();
    layers_.assign(1, std::vector<Node>(1));
    states_.assign(1, State{});
    for (std::size_t at = 0; at < stream_.size(); ++at) advance(at, width);
    for (std::size_t i = 0; i < states_.size(); ++i) layers_.back()[i].onward = end_cost(states_[i]);
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
  const Item& item(std::size_t at) const { return items_[stream_[at]]; }

  // Lines that a short rest follows are full: the width that most of them agree on; else that of the longest lines.
  int width_of_names(std::vector<int>& widths) const {
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
    std::sort(widths.begin(), widths.end());
    return widths.empty() ? 0 : widths[std::min(widths.size() - 1, widths.size() * 95 / 100)];
  }

  // What may serve as points, as an answer (target, result), as a name.
  struct Supply {
    int points = 0, answers = 0, texts = 0, signs = 0;
    void add(const Item& item, int times) {
      if (item.kind == ItemKind::Number) points += times;
      else if (item.kind == ItemKind::Text) texts += times;
      else if (item.kind == ItemKind::Sign) signs += times;
      else answers += times;
    }
  };

  // The width at which lines of names are broken, and whether blank lines part the blocks of the text.
  void measure() {
    std::vector<int> widths;
    std::size_t paragraphs = 1;
    for (std::size_t at = 0; at < stream_.size(); ++at) {
      if (item(at).kind == ItemKind::Text) widths.push_back(item(at).width);
      if (at > 0) paragraphs += item(at).paragraph != item(at - 1).paragraph;
      supply_.add(item(at), 1);
    }
    full_ = width_of_names(widths);
    block_ = std::min(1.0, 6.0 * static_cast<double>(paragraphs) / static_cast<double>(stream_.size()) - 0.2);
    if (block_ < 0.2) block_ = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      point_columns_ += is_points(c);
      answer_columns_ += is_answer(c);
      other_columns_ += columns_[c] == Label::IndicatorOther;
    }
  }

  bool is_points(std::size_t c) const { return columns_[c] == Label::IndicatorWeight || columns_[c] == Label::IndicatorScore; }
  bool is_answer(std::size_t c) const { return columns_[c] == Label::IndicatorTarget || columns_[c] == Label::IndicatorActual; }

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
    spread_ = order.size() < width ? kHopeless : std::min(kHopeless, next_[order.back()].outlook - next_[order.front()].outlook + kSlack);
    std::vector<std::uint32_t> place(next_.size(), UINT32_MAX);
    std::vector<Node> nodes;
    std::vector<State> states;
    for (const std::uint32_t old : order) {
      place[old] = static_cast<std::uint32_t>(nodes.size());
      const Edge& edge = edges_.back()[next_[old].edge];
      states.push_back(after(states_[edge.from], edge.move, at));
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
          if (deducted(state, static_cast<std::uint8_t>(row)) <= 0 || row == state.row || row == state.row + 1) continue;
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
    if (state.lines[c] >= kMostLines || state.column == kStray || (c != state.column && row != state.row && state.last_line[c] != state.item)) return;
    const Item& before = items_[stream_[state.last_line[c]]];
    double cost = continuation_cost(before, item(at), columns_[c], full_);
    if (cost == kNever) return;
    if (state.last_line[c] != state.item) cost += 0.7;
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
    if (columns_[c] == Label::IndicatorNote) cost += deducted(state, row) > 0 ? -1.2 : deducted(state, row) < 0 ? 0.6 : 0;
    if (columns_[c] == Label::IndicatorWeight && item(at).number && *item(at).number > Decimal(50)) cost += 2.0;
    if (columns_[c] == Label::IndicatorOther && state.count[c] > 0) cost += items_[stream_[state.last_line[c]]].kind == item(at).kind ? -0.2 : 1.2;
    cost += blanks_cost(state, c, row);
    if (state.count[c] > 0 && columns_[c] == Label::IndicatorL3) cost += ending_cost(items_[stream_[state.last_line[c]]], columns_[c], full_);
    for (std::size_t other = 0; other < columns_.size(); ++other) {
      if (other == c || slot_[other] == kKept.size() || slot_[c] == kKept.size()) continue;
      const std::uint16_t beside = state.kept[slot_[other]][row];
      if (beside != kNone) cost += pair(at, c, beside, other);
    }
    add(at, from, {c, row, false}, cost);
  }

  // Cells of the column left blank before the row: where one is blank its neighbours often are, below and beside.
  double blanks_cost(const State& state, std::size_t c, std::size_t row) const {
    double cost = 0;
    const double blank = blank_cost(columns_[c]);
    for (std::size_t r = state.count[c]; r < row; ++r) {
      double own = r == state.count[c] || columns_[c] == Label::IndicatorL3 ? blank : 0.3 * blank;
      if (is_answer(c)) {
        for (std::size_t other = 0; other < columns_.size(); ++other) {
          const bool beside = other != c && is_answer(other) && state.count[other] > r;
          if (beside && state.kept[slot_[other]][r] == kNone) own *= 0.3;
        }
      }
      cost += own;
    }
    return cost;
  }

  // 总分: one more cell of the weights and of the scores.
  void place_total(std::size_t at, std::uint32_t from, std::uint8_t c) {
    const State& state = states_[from];
    if (!item(at).number || *item(at).number < Decimal(20)) return;
    double cost = points_.total_row ? 0 : 1.5;
    if (columns_[c] == Label::IndicatorWeight && *item(at).number != Decimal(100)) cost += 1.5;
    cost += step_cost(state, c, static_cast<std::uint8_t>(rows_), item(at));
    for (std::size_t other = 0; other < columns_.size(); ++other) {
      if (other == c || !is_points(other)) continue;
      const std::uint16_t beside = state.kept[slot_[other]][rows_];
      if (beside != kNone) cost += pair(at, c, beside, other);
    }
    cost += blanks_cost(state, c, rows_);
    add(at, from, {c, static_cast<std::uint8_t>(rows_), false}, cost);
  }

  const Item* kept(const State& state, Label column, std::size_t row) const {
    const auto slot = static_cast<std::size_t>(std::find(kKept.begin(), kKept.end(), column) - kKept.begin());
    const std::uint16_t cell = state.kept[slot][row];
    return cell != kNone ? &item(cell) : nullptr;
  }

  // 1: the row's score is below its weight; -1: it is not; 0: not known.
  int deducted(const State& state, std::uint8_t row) const {
    const Item *weight = kept(state, Label::IndicatorWeight, row), *score = kept(state, Label::IndicatorScore, row);
    if (!weight || !score || !weight->number || !score->number) return 0;
    return *score->number < *weight->number ? 1 : -1;
  }

  // Going on in the row, down the column, to the next row or back up to the next column is how tables are
  // printed; other jumps are rare, and rarer within a block.
  double step_cost(const State& state, std::uint8_t c, std::uint8_t row, const Item& to) const {
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
    if (down < 0) return block + 0.3 * (1 - block_) + (row == state.run ? 0.15 : 0.7) + (right > 0 ? 0.1 * (right - 1) : 0.4);
    return block + 1.0;
  }

  // Columns [first, last) whose cell of the row is still to come.
  int skipped(const State& state, std::uint8_t first, std::uint8_t last, std::uint8_t row) const {
    int open = 0;
    for (std::uint8_t c = first; c < last; ++c) open += state.count[c] <= row && columns_[c] != Label::IndicatorNote;
    return open;
  }

  double pair(std::size_t at, std::size_t column, std::size_t other_at, std::size_t other_column) {
    // Names go with targets, targets with results, weights with scores: two slots that add up to one kind of pair each.
    const std::size_t one = slot_[column], two = slot_[other_column], kind = one + two;
    if (!(kind == 1 || kind == 3 || kind == 7) || std::max(one, two) - std::min(one, two) != 1) return 0;
    const bool swapped = one > two;
    float& known = pairs_[kind / 3][(swapped ? other_at : at) * stream_.size() + (swapped ? at : other_at)];
    if (std::isnan(known)) known = static_cast<float>(pair_cost(item(at), columns_[column], item(other_at), columns_[other_column]));
    return static_cast<double>(known);
  }

  void add(std::size_t at, std::uint32_t from, const Move& move, double cost) {
    const State& state = states_[from];
    const double total = layers_[at][from].cost + cost;
    if (total > least_ + spread_) return;
    const std::uint64_t key = key_after(state, move);
    const auto [place, fresh] = found_.add(key, static_cast<std::uint32_t>(next_.size()));
    const auto edge = static_cast<std::uint32_t>(edges_.back().size());
    edges_.back().push_back({from, place, cost, move});
    if (fresh) {
      next_.push_back({total, total + bound_to_come(state, move), kNever, edge});
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

  // What is bound to come: blank cells where the items left are too few, strays where they are too many.
  double bound_to_come(const State& state, const Move& move) const {
    int points = 0, answers = 0, names = 0, others = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const int count = c == move.column && !move.continues ? move.row + 1 : state.count[c];
      const int open = std::max(0, static_cast<int>(rows_) - count);
      if (is_points(c)) points += open;
      else if (is_answer(c)) answers += open;
      else if (columns_[c] == Label::IndicatorL3) names += open;
      else if (columns_[c] == Label::IndicatorOther) others += open;
    }
    double cost = 1.2 * std::max(0, points - left_.points) + 2.6 * std::max(0, names - left_.texts);
    const int spare = std::max(0, left_.points - points);  // numbers that must be answers
    cost += 0.6 * std::max(0, answers - left_.answers - spare) + 3.0 * std::max(0, spare - answers - others);
    return cost;
  }

  State after(const State& before, const Move& move, std::size_t at) const {
    State state = before;
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
      if (const std::size_t slot = slot_[move.column]; slot < kKept.size()) state.kept[slot][move.row] = static_cast<std::uint16_t>(at);
    }
    // A note of another row is an aside: the table goes on where it was.
    if (columns_[move.column] == Label::IndicatorNote && move.row != before.row && before.column != kStray) return state;
    state.column = move.column;
    state.row = move.row;
    return state;
  }

  // Columns that end early have blank cells at their end.
  double end_cost(const State& state) const {
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

  struct Sum {
    Decimal points;
    std::size_t cells = 0;
    const Item* total = nullptr;
  };

  Sum sum_of(const State& state, Label column) const {
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

  // 财预〔2020〕10号: all weights are 100, with the execution's or without.
  bool weights_add_up(const State& state) const {
    const Sum sum = sum_of(state, Label::IndicatorWeight);
    if (sum.cells < 2) return false;
    const Decimal whole = sum.total ? *sum.total->number : Decimal(100);
    return sum.points == whole || (points_.execution_weight && sum.points + *points_.execution_weight == whole) ||
           (!points_.execution_weight && sum.points == Decimal(90));
  }

  bool scores_add_up(const State& state) const {
    const Sum sum = sum_of(state, Label::IndicatorScore);
    const std::optional<Decimal> whole = sum.total ? sum.total->number : points_.total_score;
    if (sum.cells < 2 || !whole) return false;
    return sum.points == *whole || (points_.execution_score && sum.points + *points_.execution_score == *whole);
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
        table.strays.push_back(stream_[at]);
        continue;
      }
      const double found = margin(at, move, table.cost);
      if (move.row == rows_) {
        (columns_[move.column] == Label::IndicatorWeight ? table.total_weight : table.total_score) = {{stream_[at]}, found};
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

  const std::vector<Item>& items_;
  std::vector<Label> columns_;
  const StreamPoints& points_;
  std::vector<std::size_t> stream_;  // items that can be cells
  std::vector<double> own_;          // cost of each in each column
  std::vector<double> stray_;        // … in none
  std::vector<std::size_t> slot_;    // of each column in State::kept
  std::array<std::vector<float>, 3> pairs_;  // costs once worked out
  int full_ = 0;
  double block_ = 0;  // what it costs to leave a column within a block
  bool usable_ = false;
  int point_columns_ = 0, answer_columns_ = 0, other_columns_ = 0;
  Supply supply_, left_;  // in all; behind the present item
  std::size_t rows_ = 0;  // in the present search
  std::vector<std::vector<Node>> layers_;
  std::vector<std::vector<Edge>> edges_;
  std::vector<State> states_;  // of the last layer
  std::vector<Node> next_;
  double least_ = kNever;  // outlook among them
  double spread_ = kHopeless;
  Places found_;
};

}  // namespace

StreamTable read_rows(const std::vector<Item>& items, const std::vector<std::vector<StreamColumn>>& orders,
                      const StreamTraits& traits, const StreamPoints& points) {
  struct Look {
    double cost;
    std::size_t order, rows;
    auto operator<=>(const Look&) const = default;
  };
  if (orders.empty()) return {};
  std::vector<Search> searches;
  std::vector<Look> looks;
  for (std::size_t order = 0; order < orders.size(); ++order) {
    Search& search = searches.emplace_back(items, orders[order], traits, points);
    if (!search.usable()) return {};
    for (const std::size_t rows : search.plausible_counts()) {
      search.search(rows, kFirstLook);
      looks.push_back({search.least_cost() + kOtherOrder * static_cast<double>(order), order, rows});
    }
  }
  if (looks.empty()) return {};
  const auto look_again = [&](std::size_t states) {
    for (Look& look : looks) {
      searches[look.order].search(look.rows, states);
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
