// group_by_sums: labels of both levels without places.
#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "form/form.h"
#include "reading/segmenter/groups.h"

namespace jiheng::segmenter {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostRows = 90, kMostLabels = 40;

// Consecutive second-level labels of one first level.
struct Block {
  Level1 level = Level1::Unknown;
  std::size_t first = 0, last = 0;  // labels
};

// 财预〔2020〕10号 and 财预〔2021〕101号: customary points of the first levels.
bool customary(Level1 level, const Decimal& sum) {
  switch (level) {
    case Level1::Output: return sum == Decimal(50) || sum == Decimal(40) || sum == Decimal(60);
    case Level1::Benefit: return sum == Decimal(30) || sum == Decimal(20);
    case Level1::Satisfaction: return sum == Decimal(10) || sum == Decimal(20);
    case Level1::Cost: return sum == Decimal(20) || sum == Decimal(10);
    default: return false;
  }
}

class Solver {
 public:
  Solver(const std::vector<GroupLabel>& firsts, const std::vector<GroupLabel>& seconds,
         const std::vector<GroupedRow>& rows, const Vocabulary& vocabulary, const PlaceTrust& trust)
      : firsts_(firsts), seconds_(seconds), rows_(rows), trust_(trust) {
    for (const GroupLabel& label : seconds) {
      Level1 level = parent_of(label.level2);
      // 成本指标 under output, 经济成本 and the like under cost: a cost label of its own decides nothing.
      if (level == Level1::Unknown && !blocks_.empty()) level = blocks_.back().level;
      if (blocks_.empty() || blocks_.back().level != level)
        blocks_.push_back({level, blocks_.empty() ? 0 : blocks_.back().last, 0});
      blocks_.back().last = static_cast<std::size_t>(&label - seconds.data()) + 1;
      std::vector<double> sums(rows.size() + 1, 0);
      for (std::size_t row = 0; row < rows.size(); ++row) {
        const double fits =
            label.level2 == Level2::Unknown ? 0 : vocabulary.affinity(label.level2, rows[row].name, rows[row].target);
        sums[row + 1] = sums[row] - fits;
      }
      against_.push_back(std::move(sums));
      const auto points = points_in_label(label.text);
      points_.push_back(points ? std::optional(points->amount) : std::nullopt);
    }
    sums_.push_back(Decimal(0));
    known_.push_back(0);
    for (const GroupedRow& row : rows) {
      sums_.push_back(row.weight ? sums_.back() + *row.weight : sums_.back());
      known_.push_back(known_.back() + (row.weight ? 1 : 0));
    }
  }

  LevelGrouping solve() {
    const std::size_t n = rows_.size();
    LevelGrouping grouping(n);
    if (n == 0 || n > kMostRows || seconds_.size() > kMostLabels || blocks_.empty()) return grouping;
    search();
    std::size_t end = n;
    for (std::size_t b = blocks_.size(); b > 0; --b) {
      const std::size_t first = from_[b][end];
      const Inner inner(*this, blocks_[b - 1], first, end);
      for (std::size_t row = first; row < end; ++row) {
        grouping.first_of_row[row] = first_label(blocks_[b - 1]);
        grouping.first_margin[row] = margin_of_block(b - 1, row);
        const auto [label, margin] = inner.label_of(row);
        grouping.second_of_row[row] = static_cast<int>(label);
        grouping.second_margin[row] = std::min(margin, grouping.first_margin[row]);
      }
      end = first;
    }
    return grouping;
  }

 private:
  using Table = std::vector<std::vector<double>>;  // by labels or blocks before it, and rows

  // The labels of one block over rows [first, last): what each way of giving a row to a label costs in all.
  class Inner {
   public:
    Inner(const Solver& solver, const Block& block, std::size_t first, std::size_t last)
        : block_(block), first_(first), n_(last - first), before_(solver.cut(block, first, last)) {
      const std::size_t m = block.last - block.first;
      Table behind(m + 1, std::vector<double>(n_ + 1, kNever));
      behind[m][n_] = 0;
      for (std::size_t k = m; k > 0; --k) {
        for (std::size_t a = 0; a <= n_; ++a) {
          for (std::size_t z = a; z <= n_; ++z) {
            const double cost = solver.label_cost(block.first + k - 1, first + a, first + z) + behind[k][z];
            behind[k - 1][a] = std::min(behind[k - 1][a], cost);
          }
        }
      }
      through_.assign(m, std::vector<double>(n_, kNever));
      for (std::size_t k = 0; k < m; ++k) {
        for (std::size_t a = 0; a <= n_; ++a) {
          for (std::size_t z = a + 1; z <= n_; ++z) {
            const double cost =
                before_[k][a] + solver.label_cost(block.first + k, first + a, first + z) + behind[k + 1][z];
            for (std::size_t row = a; row < z; ++row) through_[k][row] = std::min(through_[k][row], cost);
          }
        }
      }
    }

    /// The label the row belongs to, and how much dearer any other is.
    [[nodiscard]] std::pair<std::size_t, double> label_of(std::size_t row) const {
      std::size_t best = 0;
      for (std::size_t k = 1; k < through_.size(); ++k) {
        if (through_[k][row - first_] < through_[best][row - first_] - 1e-9) best = k;
      }
      double other = kNever;
      for (std::size_t k = 0; k < through_.size(); ++k) {
        if (k != best) other = std::min(other, through_[k][row - first_]);
      }
      return {block_.first + best, other - through_[best][row - first_]};
    }

   private:
    const Block& block_;
    std::size_t first_, n_;
    Table before_, through_;  // through_: by label and row
  };

  // Blocks over rows: the cheapest way up to each row, and from each row to the end.
  void search() {
    const std::size_t n = rows_.size(), m = blocks_.size();
    const auto widened = [n](std::size_t size) { return Table(size, std::vector<double>(n + 1, kNever)); };
    before_ = behind_ = widened(m + 1);
    from_.assign(m + 1, std::vector<std::size_t>(n + 1, 0));
    whole_.assign(m, widened(n + 1));
    for (std::size_t b = 0; b < m; ++b) {
      for (std::size_t first = 0; first <= n; ++first) {
        const std::vector<double> inner = cut(blocks_[b], first, n).back();
        for (std::size_t last = first; last <= n; ++last)
          whole_[b][first][last] = inner[last - first] + sum_cost(blocks_[b], first, last);
      }
    }
    before_[0][0] = behind_[m][n] = 0;
    for (std::size_t b = 0; b < m; ++b) {
      for (std::size_t first = 0; first <= n; ++first) {
        for (std::size_t last = first; last <= n; ++last) {
          const double total = before_[b][first] + whole_[b][first][last];
          if (total < before_[b + 1][last] - 1e-9) before_[b + 1][last] = total, from_[b + 1][last] = first;
        }
      }
    }
    for (std::size_t b = m; b > 0; --b) {
      for (std::size_t first = 0; first <= n; ++first) {
        for (std::size_t last = first; last <= n; ++last)
          behind_[b - 1][first] = std::min(behind_[b - 1][first], whole_[b - 1][first][last] + behind_[b][last]);
      }
    }
  }

  // How much dearer the whole gets if the row belongs to a block of another level.
  [[nodiscard]] double margin_of_block(std::size_t own, std::size_t row) const {
    double other = kNever;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      if (blocks_[b].level == blocks_[own].level) continue;
      for (std::size_t first = 0; first <= row; ++first) {
        for (std::size_t last = row + 1; last <= rows_.size(); ++last)
          other = std::min(other, before_[b][first] + whole_[b][first][last] + behind_[b + 1][last]);
      }
    }
    return other - before_.back().back();
  }

  int first_label(const Block& block) const {
    for (std::size_t i = 0; i < firsts_.size(); ++i) {
      if (firsts_[i].level1 == block.level) return static_cast<int>(i);
    }
    return -1;
  }

  double sum_cost(const Block& block, std::size_t first, std::size_t last) const {
    if (first == last) return 3.0;
    if (known_[last] - known_[first] != last - first) return 0;
    const Decimal sum = sums_[last] - sums_[first];
    const int label = first_label(block);
    if (label >= 0) {
      if (const auto points = points_in_label(firsts_[static_cast<std::size_t>(label)].text))
        return sum == points->amount ? -4.0 : 2.0;
    }
    if (customary(block.level, sum)) return -2.0;
    const auto tens = divide(sum, Decimal(10), 2);
    return tens && tens->is_whole() ? -0.8 : 0.6;
  }

  // 数量指标(10分): its rows have as many points.
  [[nodiscard]] double own_points_cost(std::size_t label, std::size_t first, std::size_t last) const {
    if (!points_[label] || known_[last] - known_[first] != last - first) return 0;
    return sums_[last] - sums_[first] == *points_[label] ? -3.0 : 1.5;
  }

  double label_cost(std::size_t label, std::size_t first, std::size_t last) const {
    if (first == last) return 2.5;
    double cost = against_[label][last] - against_[label][first] + own_points_cost(label, first, last);
    const float y = seconds_[label].y();
    if (y < rows_[first].top - 0.6F || y > rows_[last - 1].bottom + 0.6F) cost += trust_.outside;
    return cost;
  }

  // The cost of rows [first, first + x) for the first k labels of the block, by k and x.
  [[nodiscard]] Table cut(const Block& block, std::size_t first, std::size_t last) const {
    const std::size_t n = last - first, m = block.last - block.first;
    Table best(m + 1, std::vector<double>(n + 1, kNever));
    best[0][0] = 0;
    for (std::size_t k = 0; k < m; ++k) {
      for (std::size_t a = 0; a <= n; ++a) {
        if (best[k][a] == kNever) continue;
        for (std::size_t z = a; z <= n; ++z)
          best[k + 1][z] = std::min(best[k + 1][z], best[k][a] + label_cost(block.first + k, first + a, first + z));
      }
    }
    return best;
  }

  const std::vector<GroupLabel>&firsts_, &seconds_;
  const std::vector<GroupedRow>& rows_;
  const PlaceTrust& trust_;
  std::vector<Block> blocks_;
  std::vector<std::vector<double>> against_;
  std::vector<Decimal> sums_;
  std::vector<std::size_t> known_;
  std::vector<std::optional<Decimal>> points_;  // printed in second-level labels
  Table before_, behind_;                       // by block and row
  std::vector<std::vector<std::size_t>> from_;  // where the block before_ ends with begins
  std::vector<Table> whole_;                    // what a block over rows [first, last) costs
};

}  // namespace

LevelGrouping group_by_sums(const std::vector<GroupLabel>& firsts, const std::vector<GroupLabel>& seconds,
                            const std::vector<GroupedRow>& rows, const Vocabulary& vocabulary,
                            const PlaceTrust& trust) {
  return Solver(firsts, seconds, rows, vocabulary, trust).solve();
}

}  // namespace jiheng::segmenter
