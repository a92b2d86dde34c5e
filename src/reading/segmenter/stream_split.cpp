// parse_split_columns: two groups of columns, each in order, one running ahead of the other.
#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/stream_costs.h"
#include "reading/segmenter/stream_rows.h"

namespace jiheng::segmenter {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostValues = 700, kMostAhead = 64, kMostChunk = 48;

class Parser {
 public:
  Parser(const std::vector<Item>& items, const std::vector<Label>& columns, std::size_t split) : items_(items), columns_(columns), split_(split) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_valuable(items[i])) values_.push_back(i);
    }
    for (const std::size_t value : values_) {
      for (const Label column : columns) costs_.push_back(cell_cost(items[value], column));
      numbers_.push_back(parse_number(items[value].text));
    }
  }

  StreamTable parse() {
    StreamTable table;
    const std::size_t n = values_.size();
    if (n == 0 || n > kMostValues) return table;
    best_.assign((n + 1) * (kMostAhead + 1), kNever);
    steps_.assign(best_.size(), {});
    best_[0] = 0;
    for (std::size_t at = 0; at < n; ++at) {
      for (std::size_t ahead = 0; ahead <= kMostAhead; ++ahead) {
        if (best_[slot(at, ahead)] == kNever) continue;
        relax(at, ahead, at + 1, ahead, 4.0, 2, 0);  // a value that fits nowhere
      }
      for (std::size_t group = 0; group < 2; ++group) {
        for (std::size_t rows = 1; rows <= kMostChunk; ++rows) {
          const double cost = chunk(at, group, rows);
          if (cost == kNever) {
            if (stop_) break;
            continue;
          }
          const std::size_t to = at + rows * width(group);
          if (group == 0) {
            for (std::size_t ahead = 0; ahead + rows <= kMostAhead; ++ahead) relax(at, ahead, to, ahead + rows, cost, group, rows);
          } else {
            for (std::size_t ahead = rows; ahead <= kMostAhead; ++ahead) relax(at, ahead, to, ahead - rows, cost, group, rows);
          }
        }
      }
    }
    std::size_t ahead = 0;
    double least = kNever;
    for (std::size_t a = 0; a <= kMostAhead; ++a) {
      const double cost = best_[slot(n, a)] + 6.0 * static_cast<double>(a);
      if (cost < least) least = cost, ahead = a;
    }
    if (least == kNever) return table;
    table.cost = least;
    build(n, ahead, table);
    return table;
  }

 private:
  struct Step {
    std::size_t at = 0, ahead = 0, group = 2, rows = 0;
  };

  [[nodiscard]] static std::size_t slot(std::size_t at, std::size_t ahead) { return at * (kMostAhead + 1) + ahead; }
  [[nodiscard]] std::size_t width(std::size_t group) const { return group == 0 ? split_ : columns_.size() - split_; }

  void relax(std::size_t at, std::size_t ahead, std::size_t to, std::size_t to_ahead, double cost, std::size_t group, std::size_t rows) {
    const double total = best_[slot(at, ahead)] + cost;
    if (total >= best_[slot(to, to_ahead)] - 1e-9) return;
    best_[slot(to, to_ahead)] = total;
    steps_[slot(to, to_ahead)] = {at, ahead, group, rows};
  }

  // Cost of `rows` rows of a group's columns from value `at` on; `stop_` if more rows cannot fit either.
  double chunk(std::size_t at, std::size_t group, std::size_t rows) {
    stop_ = false;
    const std::size_t first = group == 0 ? 0 : split_;
    if (at + rows * width(group) > values_.size()) {
      stop_ = true;
      return kNever;
    }
    double cost = 0.35;
    std::size_t p = at;
    for (std::size_t c = 0; c < width(group); ++c) {
      for (std::size_t k = 0; k < rows; ++k, ++p) {
        const Item& item = items_[values_[p]];
        const double own = costs_[p * columns_.size() + first + c];
        const bool same_line = k > 0 && items_[values_[p - 1]].line == item.line;
        if (own == kNever || same_line) {
          stop_ = c == 0;
          return kNever;
        }
        cost += own;
        if (k > 0 && items_[values_[p - 1]].paragraph != item.paragraph) cost += 1.0;
        if (k > 0 && item.line - items_[values_[p - 1]].line > 4) cost += 0.6;
      }
    }
    // Weight and score of a row.
    if (group == 1 && width(1) >= 2 && columns_[columns_.size() - 2] == Label::IndicatorWeight && columns_.back() == Label::IndicatorScore) {
      for (std::size_t k = 0; k < rows; ++k) {
        const auto &weight = numbers_[p - 2 * rows + k], &score = numbers_[p - rows + k];
        if (weight && score) cost += *score > *weight ? 2.5 : *score == *weight ? -0.4 : 0;
      }
    }
    return cost;
  }

  void build(std::size_t at, std::size_t ahead, StreamTable& table) const {
    std::array<std::vector<std::vector<std::size_t>>, 2> cells;  // of each group, from the last row on
    while (at > 0) {
      const Step& step = steps_[slot(at, ahead)];
      if (step.group < 2) {
        for (std::size_t k = step.rows; k > 0; --k) {
          std::vector<std::size_t> row;
          for (std::size_t c = 0; c < width(step.group); ++c) row.push_back(values_[step.at + c * step.rows + k - 1]);
          cells[step.group].push_back(std::move(row));
        }
      }
      at = step.at;
      ahead = step.ahead;
    }
    for (auto& group : cells) std::reverse(group.begin(), group.end());
    const std::size_t rows = std::max(cells[0].size(), cells[1].size());
    for (std::size_t r = 0; r < rows; ++r) {
      StreamRow row;
      row.first = items_.size();
      for (std::size_t group = 0; group < 2; ++group) {
        for (std::size_t c = 0; c < width(group); ++c) {
          row.cells.emplace_back();
          if (r >= cells[group].size()) {
            row.odd = true;
            continue;
          }
          const std::size_t item = cells[group][r][c];
          row.cells.back().push_back(item);
          // Names stand with the first group.
          if (group == 0) row.first = std::min(row.first, item), row.last = std::max(row.last, item);
        }
      }
      if (row.first == items_.size()) continue;
      table.odd += row.odd;
      table.rows.push_back(std::move(row));
    }
  }

  const std::vector<Item>& items_;
  const std::vector<Label>& columns_;
  std::size_t split_;
  std::vector<std::size_t> values_;
  std::vector<double> costs_;  // of each value in each column
  std::vector<std::optional<Decimal>> numbers_;
  std::vector<double> best_;
  std::vector<Step> steps_;
  bool stop_ = false;
};

}  // namespace

StreamTable parse_split_columns(const std::vector<Item>& items, const std::vector<Label>& columns, std::size_t split) {
  return Parser(items, columns, split).parse();
}

}  // namespace jiheng::segmenter
