#include "reading/segmenter/groups.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <limits>

#include "core/text.h"
#include "form/form.h"

namespace jiheng::segmenter {
namespace {

constexpr float kOneLine = 1.0F;            // text programs move a label by so much
constexpr double kHalfLine = 0.5;           // texts of even and odd numbers of lines differ by so much
constexpr double kClear = 1.5;              // a label is certain if every other one costs so much more
constexpr std::size_t kMostCompared = 200;  // rows
constexpr double kCountedAgain = 3.0;       // cost of a row in mid-group that is counted as a group's first
constexpr double kAlone = 1.0;              // cost of a label without rows that stands clear of them
constexpr double kNever = std::numeric_limits<double>::infinity();

// "指标1：…": where rows are counted within each second level, a first one begins a group.
bool counts_first(std::string_view name) {
  const std::string key = key_of(name);
  static constexpr std::string_view kCounted = "指标1";
  return starts_with(key, kCounted) && key.size() > kCounted.size() &&
         std::isdigit(static_cast<unsigned char>(key[kCounted.size()])) == 0;
}

bool is_dots(std::string_view text) {
  return key_of(text).find_first_not_of("….") == std::string::npos;
}

using RunCost = std::function<double(std::size_t label, std::size_t first, std::size_t last)>;

// What the cheapest cut of the rows costs in which a row is a label's: [label][row].
std::vector<std::vector<double>> costs_of_rows(std::size_t labels, std::size_t rows, const RunCost& cost,
                                               const std::vector<std::vector<double>>& before) {
  std::vector<std::vector<double>> with(labels, std::vector<double>(rows, kNever));
  std::vector<double> after(rows + 1, kNever);  // of the labels behind, from that row on
  after[rows] = 0;
  for (std::size_t label = labels; label-- > 0;) {
    std::vector<double> from(rows + 1, kNever);
    for (std::size_t first = 0; first <= rows; ++first) {
      for (std::size_t last = first; last <= rows; ++last) {
        const double own = cost(label, first, last);
        from[first] = std::min(from[first], own + after[last]);
        const double whole = before[label][first] + own + after[last];
        for (std::size_t row = first; row < last; ++row) with[label][row] = std::min(with[label][row], whole);
      }
    }
    after = std::move(from);
  }
  return with;
}

// Cuts the rows into one run for each label, in order; a run may be empty.
Grouping cut_rows(std::size_t labels, std::size_t rows, const RunCost& cost) {
  Grouping grouping;
  grouping.label_of_row.assign(rows, -1);
  grouping.doubtful.assign(rows, false);
  if (labels == 0 || rows == 0) return grouping;
  std::vector<std::vector<double>> best(labels + 1, std::vector<double>(rows + 1, kNever));
  std::vector<std::vector<std::size_t>> from(labels + 1, std::vector<std::size_t>(rows + 1, 0));
  best[0][0] = 0;
  for (std::size_t label = 0; label < labels; ++label) {
    for (std::size_t first = 0; first <= rows; ++first) {
      if (best[label][first] == kNever) continue;
      for (std::size_t last = first; last <= rows; ++last) {
        const double total = best[label][first] + cost(label, first, last);
        if (total < best[label + 1][last] - 1e-9) {
          best[label + 1][last] = total;
          from[label + 1][last] = first;
        }
      }
    }
  }
  grouping.cost = best[labels][rows];
  std::size_t end = rows;
  for (std::size_t label = labels; label > 0; --label) {
    const std::size_t first = from[label][end];
    for (std::size_t row = first; row < end; ++row) grouping.label_of_row[row] = static_cast<int>(label - 1);
    end = first;
  }
  // A row is doubtful if some cut that gives it to another label costs hardly more.
  if (rows > kMostCompared) {
    grouping.doubtful.assign(rows, true);
    return grouping;
  }
  const auto with = costs_of_rows(labels, rows, cost, best);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t label = 0; label < labels; ++label) {
      const bool own = static_cast<int>(label) == grouping.label_of_row[row];
      if (!own && with[label][row] - best[labels][rows] < kClear) grouping.doubtful[row] = true;
    }
  }
  return grouping;
}

// Does the label stand clear of all rows, as one whose own row nobody filled in?
bool stands_alone(const GroupLabel& label, const std::vector<GroupedRow>& rows, float apart) {
  return std::all_of(rows.begin(), rows.end(), [&](const GroupedRow& row) {
    return label.y() < row.top - apart || label.y() > row.bottom + apart;
  });
}

// Half of the usual distance from one row to the next.
float half_step(const std::vector<GroupedRow>& rows) {
  std::vector<float> steps;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].top > rows[i - 1].bottom) steps.push_back(rows[i].top - rows[i - 1].bottom);
  }
  if (steps.empty()) return 0.5F;
  std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
  return steps[steps.size() / 2] / 2;
}

double place_cost(const GroupLabel& label, const std::vector<GroupedRow>& rows, std::size_t first, std::size_t last,
                  const PlaceTrust& trust) {
  const float top = rows[first].top, bottom = rows[last - 1].bottom;
  const double off = std::abs(static_cast<double>(label.y() - (top + bottom) / 2));
  double cost = std::min(6.0, trust.per_line * std::max(0.0, off - kHalfLine) + trust.near * std::min(off, kHalfLine));
  if (label.y() < top - 1.1F || label.y() > bottom + 1.1F) cost += trust.outside;
  return cost;
}

}  // namespace

Grouping group_by_second_level(const std::vector<GroupLabel>& labels, const std::vector<GroupedRow>& rows,
                               const Vocabulary& vocabulary, const PlaceTrust& trust) {
  const float apart = std::max(kOneLine, half_step(rows)) + 0.1F;
  // Affinity of each row with each label, summed up so that a run costs one subtraction.
  std::vector<std::vector<double>> against(labels.size(), std::vector<double>(rows.size() + 1, 0));
  for (std::size_t label = 0; label < labels.size(); ++label) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const double fits = labels[label].level2 == Level2::Unknown
                              ? 0
                              : vocabulary.affinity(labels[label].level2, rows[row].name, rows[row].target);
      against[label][row + 1] = against[label][row] - fits;
    }
  }
  std::vector<int> firsts(rows.size() + 1, 0);  // rows before that are a group's first
  for (std::size_t row = 0; row < rows.size(); ++row) firsts[row + 1] = firsts[row] + counts_first(rows[row].name);
  return cut_rows(labels.size(), rows.size(), [&](std::size_t label, std::size_t first, std::size_t last) {
    if (first == last)
      return is_dots(labels[label].text) ? 0.5 : stands_alone(labels[label], rows, apart) ? kAlone : 4.2;
    if (is_dots(labels[label].text)) return 6.0;
    double cost = place_cost(labels[label], rows, first, last, trust) + (against[label][last] - against[label][first]) +
                  kCountedAgain * (firsts[last] - firsts[first + 1]);
    const auto points = points_in_label(labels[label].text);
    if (points) {
      Decimal sum;
      bool all = true;
      for (std::size_t row = first; row < last; ++row) {
        if (rows[row].weight)
          sum += *rows[row].weight;
        else
          all = false;
      }
      if (all) cost += sum == points->amount ? -2.0 : 2.0;
    }
    return cost;
  });
}

Grouping group_by_first_level(const std::vector<GroupLabel>& labels, const std::vector<GroupedRow>& rows,
                              const PlaceTrust& trust) {
  return cut_rows(labels.size(), rows.size(), [&](std::size_t label, std::size_t first, std::size_t last) {
    if (first == last) return is_dots(labels[label].text) ? 0.5 : 4.0;
    double cost = place_cost(labels[label], rows, first, last, trust);
    Decimal sum;
    bool all = true;
    for (std::size_t row = first; row < last; ++row) {
      const Level1 expected = rows[row].level1;
      if (expected != Level1::Unknown && labels[label].level1 != Level1::Unknown && expected != labels[label].level1)
        cost += 5.0;
      if (rows[row].weight)
        sum += *rows[row].weight;
      else
        all = false;
    }
    if (const auto points = points_in_label(labels[label].text); points && all)
      cost += sum == points->amount ? -3.0 : 2.0;
    return cost;
  });
}

}  // namespace jiheng::segmenter
