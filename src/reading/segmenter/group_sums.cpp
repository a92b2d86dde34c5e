// group_by_sums: labels of both levels without places.
#include <algorithm>
#include <limits>
#include <optional>

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
  Solver(const std::vector<GroupLabel>& firsts, const std::vector<GroupLabel>& seconds, const std::vector<GroupedRow>& rows,
         const Vocabulary& vocabulary, const PlaceTrust& trust)
      : firsts_(firsts), seconds_(seconds), rows_(rows), trust_(trust) {
    for (const GroupLabel& label : seconds) {
      Level1 level = parent_of(label.level2);
      // 成本指标 under output, 经济成本 and the like under cost: a cost label of its own decides nothing.
      if (level == Level1::Unknown && !blocks_.empty()) level = blocks_.back().level;
      if (blocks_.empty() || blocks_.back().level != level) blocks_.push_back({level, blocks_.empty() ? 0 : blocks_.back().last, 0});
      blocks_.back().last = static_cast<std::size_t>(&label - seconds.data()) + 1;
      std::vector<double> sums(rows.size() + 1, 0);
      for (std::size_t row = 0; row < rows.size(); ++row) {
        const double fits = label.level2 == Level2::Unknown ? 0 : vocabulary.affinity(label.level2, rows[row].name, rows[row].target);
        sums[row + 1] = sums[row] - fits;
      }
      against_.push_back(std::move(sums));
    }
    sums_.push_back(Decimal(0));
    known_.push_back(0);
    for (const GroupedRow& row : rows) {
      sums_.push_back(row.weight ? sums_.back() + *row.weight : sums_.back());
      known_.push_back(known_.back() + (row.weight ? 1 : 0));
    }
  }

  LevelGrouping solve() {
    LevelGrouping grouping;
    const std::size_t n = rows_.size();
    grouping.first_of_row.assign(n, -1);
    grouping.second_of_row.assign(n, -1);
    grouping.doubtful.assign(n, true);
    if (n == 0 || n > kMostRows || seconds_.size() > kMostLabels) return grouping;
    std::vector<std::vector<double>> best(blocks_.size() + 1, std::vector<double>(n + 1, kNever));
    std::vector<std::vector<std::size_t>> from(blocks_.size() + 1, std::vector<std::size_t>(n + 1, 0));
    best[0][0] = 0;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      for (std::size_t first = 0; first <= n; ++first) {
        if (best[b][first] == kNever) continue;
        const std::vector<double> inner = cut(blocks_[b], first, nullptr);
        for (std::size_t last = first; last <= n; ++last) {
          const double total = best[b][first] + inner[last - first] + sum_cost(blocks_[b], first, last);
          if (total < best[b + 1][last] - 1e-9) best[b + 1][last] = total, from[b + 1][last] = first;
        }
      }
    }
    std::size_t end = n;
    for (std::size_t b = blocks_.size(); b > 0; --b) {
      const std::size_t first = from[b][end];
      std::vector<std::size_t> borders;
      borders.push_back(end);
      cut(blocks_[b - 1], first, &borders);
      const int label1 = first_label(blocks_[b - 1]);
      const bool pointed = std::any_of(firsts_.begin(), firsts_.end(), [](const GroupLabel& label) { return points_in_label(label.text).has_value(); });
      const bool exact = sum_cost(blocks_[b - 1], first, end) < (pointed ? -3.0 : -1.5);
      for (std::size_t row = first; row < end; ++row) grouping.first_of_row[row] = label1;
      for (std::size_t k = blocks_[b - 1].first; k < blocks_[b - 1].last; ++k) {
        const std::size_t a = borders[k - blocks_[b - 1].first + 1], z = borders[k - blocks_[b - 1].first + 2];
        for (std::size_t row = a; row < z; ++row) {
          grouping.second_of_row[row] = static_cast<int>(k);
          // Certain where the group's weights add up and the neighbour's kind would not fit better.
          const bool border_before = row == a && k > blocks_[b - 1].first && fits(k, row) < fits(k - 1, row) + 1.2;
          const bool border_after = row + 1 == z && k + 1 < blocks_[b - 1].last && fits(k, row) < fits(k + 1, row) + 1.2;
          grouping.doubtful[row] = !exact || border_before || border_after;
        }
      }
      end = first;
    }
    return grouping;
  }

 private:
  double fits(std::size_t label, std::size_t row) const { return against_[label][row] - against_[label][row + 1]; }

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
      if (const auto points = points_in_label(firsts_[static_cast<std::size_t>(label)].text)) return sum == points->amount ? -4.0 : 2.0;
    }
    if (customary(block.level, sum)) return -2.0;
    const auto tens = divide(sum, Decimal(10), 2);
    return tens && tens->is_whole() ? -0.8 : 0.6;
  }

  double label_cost(std::size_t label, std::size_t first, std::size_t last) const {
    if (first == last) return 2.5;
    double cost = against_[label][last] - against_[label][first];
    const float y = seconds_[label].y();
    if (y < rows_[first].top - 0.6F || y > rows_[last - 1].bottom + 0.6F) cost += trust_.outside;
    return cost;
  }

  // The cost of rows [first, x) for the block's labels, for every x; the borders of the last x if asked.
  std::vector<double> cut(const Block& block, std::size_t first, std::vector<std::size_t>* borders) const {
    const std::size_t n = (borders ? borders->front() : rows_.size()) - first, m = block.last - block.first;
    std::vector<std::vector<double>> best(m + 1, std::vector<double>(n + 1, kNever));
    std::vector<std::vector<std::size_t>> from(m + 1, std::vector<std::size_t>(n + 1, 0));
    best[0][0] = 0;
    for (std::size_t k = 0; k < m; ++k) {
      for (std::size_t a = 0; a <= n; ++a) {
        if (best[k][a] == kNever) continue;
        for (std::size_t z = a; z <= n; ++z) {
          const double total = best[k][a] + label_cost(block.first + k, first + a, first + z);
          if (total < best[k + 1][z] - 1e-9) best[k + 1][z] = total, from[k + 1][z] = a;
        }
      }
    }
    if (borders) {
      // borders: {end, start of label 0, start of label 1, …, end}
      std::vector<std::size_t> found(m + 1);
      std::size_t at = n;
      found[m] = first + n;
      for (std::size_t k = m; k > 0; --k) {
        at = from[k][at];
        found[k - 1] = first + at;
      }
      borders->insert(borders->end(), found.begin(), found.end());
    }
    return best[m];
  }

  const std::vector<GroupLabel>&firsts_, &seconds_;
  const std::vector<GroupedRow>& rows_;
  const PlaceTrust& trust_;
  std::vector<Block> blocks_;
  std::vector<std::vector<double>> against_;
  std::vector<Decimal> sums_;
  std::vector<std::size_t> known_;
};

}  // namespace

LevelGrouping group_by_sums(const std::vector<GroupLabel>& firsts, const std::vector<GroupLabel>& seconds,
                            const std::vector<GroupedRow>& rows, const Vocabulary& vocabulary, const PlaceTrust& trust) {
  return Solver(firsts, seconds, rows, vocabulary, trust).solve();
}

}  // namespace jiheng::segmenter
