#include "reading/segmenter/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr double kByOrder = 0.4;   // how much the place counts on a line whose order says enough
constexpr double kFar = 16;        // distance at which a place says nothing any more
constexpr double kJoinCost = 1.3;  // per free column between two words of one cell
constexpr double kMostJoin = 8;

// Two words with one space between them in two columns. A number and what it counts have a space of the
// text program's between them; words of Chinese have none unless something parts them.
double split_cost(const Word& before, const Word& word) {
  if (before.text.empty() || word.text.empty()) return 0.7;
  const bool ends = is_digit(before.text.back()), begins = is_digit(word.text.front());
  if (ends && !begins && static_cast<unsigned char>(word.text.front()) >= 0x80) return 2.0;
  return ends || begins ? 0.7 : 0.5;
}

double distance(const Word& word, const Band& band) {
  const double overlap = static_cast<double>(std::min(word.right, band.right) - std::max(word.left, band.left));
  const double centers = std::abs(static_cast<double>(word.center() - (band.left + band.right) / 2));
  if (overlap > 0) return std::min(kFar, 0.08 * centers);
  return std::min(kFar, -overlap * 0.7 + 0.08 * centers);
}

}  // namespace

std::vector<int> assign_columns(const std::vector<Word>& words, const std::vector<Band>& bands,
                                const ColumnCosts& costs) {
  const std::size_t n = words.size(), m = bands.size();
  if (n == 0 || m == 0) return std::vector<int>(n, -1);
  constexpr double kNever = std::numeric_limits<double>::infinity();
  // skipped[c]: what passing over the columns before c costs on this line.
  std::vector<double> skipped(m + 1, 0);
  if (!costs.skip.empty() && costs.main_line && costs.main_line(words)) {
    for (std::size_t c = 0; c < m; ++c) skipped[c + 1] = skipped[c] + costs.skip[c];
  }
  double place = costs.distance;
  if (costs.filled > 0 && skipped[m] > 0) {
    const bool whole = n == costs.values && n >= 3 && std::all_of(words.begin(), words.end(), costs.value);
    if (n >= costs.filled || whole) place *= kByOrder;
  }
  // cost[i][c]: the cheapest way to place words 0..i with word i in column c.
  std::vector<std::vector<double>> cost(n, std::vector<double>(m, kNever));
  std::vector<std::vector<int>> from(n, std::vector<int>(m, -1));
  for (std::size_t i = 0; i < n; ++i) {
    double before = kNever;  // the cheapest of cost[i-1][0..c-1], less what was passed over up to there
    int before_column = -1;
    for (std::size_t c = 0; c < m; ++c) {
      const double own = place * distance(words[i], bands[c]) + costs.kind(words[i], c);
      if (i == 0) {
        cost[i][c] = own + skipped[c];
        continue;
      }
      const double gap = static_cast<double>(words[i].gap);
      const double same = cost[i - 1][c] + (gap < 1.9 ? 0 : std::min(kMostJoin, kJoinCost * (gap - 1))) +
                          costs.join(words[i - 1], words[i], c);
      const double moved = before + skipped[c] + (gap < 1.9 ? split_cost(words[i - 1], words[i]) : 0);
      if (same <= moved) {
        cost[i][c] = same + own;
        from[i][c] = static_cast<int>(c);
      } else {
        cost[i][c] = moved + own;
        from[i][c] = before_column;
      }
      if (cost[i - 1][c] - skipped[c + 1] < before) {
        before = cost[i - 1][c] - skipped[c + 1];
        before_column = static_cast<int>(c);
      }
    }
  }
  std::vector<int> columns(n, -1);
  double best = kNever;
  for (std::size_t c = 0; c < m; ++c) {
    const double total = cost[n - 1][c] + skipped[m] - skipped[c + 1];
    if (total < best) best = total, columns[n - 1] = static_cast<int>(c);
  }
  for (std::size_t i = n - 1; i > 0; --i) columns[i - 1] = from[i][static_cast<std::size_t>(columns[i])];
  return columns;
}

namespace {

// One round: the middle half of what was placed in each column.
std::vector<Band> followed(const std::vector<const std::vector<Word>*>& lines, std::vector<Band> bands,
                           const ColumnCosts& costs, bool main_only) {
  std::vector<std::vector<float>> lefts(bands.size()), rights(bands.size());
  for (const std::vector<Word>* words : lines) {
    if (main_only && !costs.main_line(*words)) continue;
    const std::vector<int> columns = assign_columns(*words, bands, costs);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] < 0) continue;
      const auto column = static_cast<std::size_t>(columns[i]);
      const bool goes_on = i > 0 && columns[i - 1] == columns[i];
      if (!goes_on) {
        lefts[column].push_back((*words)[i].left);
        rights[column].push_back((*words)[i].right);
      } else {
        rights[column].back() = (*words)[i].right;
      }
    }
  }
  const auto part = [](std::vector<float>& values, float share) {
    const auto at = static_cast<std::ptrdiff_t>(static_cast<float>(values.size() - 1) * share);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
  };
  for (std::size_t c = 0; c < bands.size(); ++c) {
    if (lefts[c].empty()) continue;
    const float left = part(lefts[c], 0.25F), right = std::max(part(rights[c], 0.75F), left + 1);
    const bool enough = lefts[c].size() >= 3;
    bands[c].left = enough ? left : std::min(bands[c].left, left);
    bands[c].right = enough ? right : std::max(bands[c].right, right);
  }
  return bands;
}

}  // namespace

std::vector<Band> refined_bands(const std::vector<const std::vector<Word>*>& lines, const std::vector<Band>& bands,
                                const ColumnCosts& costs) {
  std::vector<Band> refined = bands;
  if (costs.main_line) {
    ColumnCosts loose = costs;
    loose.distance = 0.2;
    refined = followed(lines, refined, loose, true);
  }
  refined = followed(lines, refined, costs, false);
  // Where a page has nothing in the first columns, the next ones move to the edge; those stay left of them.
  for (std::size_t c = refined.size(); c-- > 1;) {
    Band& before = refined[c - 1];
    const bool found = before.left != bands[c - 1].left || before.right != bands[c - 1].right;
    if (found || before.left < refined[c].left) continue;
    const float width = before.right - before.left;
    before.right = refined[c].left - 1;
    before.left = before.right - width;
  }
  return refined;
}

}  // namespace jiheng::segmenter
