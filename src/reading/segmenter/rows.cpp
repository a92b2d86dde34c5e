#include "reading/segmenter/rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/text.h"
#include "reading/segmenter/row_cost.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostLines = 14;  // of one row
constexpr double kTopMargin = 3.0;      // by how much hanging cells must fit better
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kClear = 0.2;     // a row is certain if every other cut costs so much more
constexpr double kUnparted = 3.0;  // cost of a row without an empty line behind it, where most have one

bool is_value_kind(CellKind kind) {
  return kind == CellKind::Single || kind == CellKind::Value;
}

// Columns with values that the line fills, as bits.
std::uint64_t value_mask(const BodyLine& line, const std::vector<CellKind>& kinds) {
  std::uint64_t mask = 0;
  for (std::size_t c = 0; c < kinds.size() && c < 64; ++c) {
    if (is_value_kind(kinds[c]) && !line.cells[c].empty()) mask |= std::uint64_t{1} << c;
  }
  return mask;
}

bool has_name(const BodyLine& line, const std::vector<CellKind>& kinds) {
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    if (kinds[c] == CellKind::Name && !line.cells[c].empty()) return true;
  }
  return false;
}

}  // namespace

bool is_rest(std::string_view text) {
  static constexpr std::string_view kAnswers = "高低优良中差好是否有无强弱大小多少";
  return length(text) == 1 && !contains(kAnswers, text) && !is_dash(text) && (text.front() < '0' || text.front() > '9');
}

void straighten(std::vector<BodyLine>& body, const std::vector<CellKind>& kinds) {
  // A run of lines whose value columns come block by block: A…A B…B C…C, each of k lines, columns of
  // the blocks disjoint and from left to right. Their values move up to the first block's lines; names
  // printed alone on the k lines before take the values along.
  for (std::size_t start = 0; start < body.size(); ++start) {
    const std::uint64_t first_mask = value_mask(body[start], kinds);
    if (first_mask == 0) continue;
    std::size_t height = 1;
    while (start + height < body.size() && value_mask(body[start + height], kinds) == first_mask &&
           !has_name(body[start + height], kinds)) {
      ++height;
    }
    if (height > 12) continue;
    std::uint64_t seen = first_mask;
    std::size_t blocks = 1;
    std::size_t at = start + height;
    while (at + height <= body.size()) {
      const std::uint64_t mask = value_mask(body[at], kinds);
      if (mask == 0 || (mask & seen) != 0 || mask < seen) break;
      bool whole = true;
      for (std::size_t k = 0; k < height; ++k) {
        whole = whole && value_mask(body[at + k], kinds) == mask && !has_name(body[at + k], kinds);
      }
      if (!whole) break;
      seen |= mask;
      ++blocks;
      at += height;
    }
    if (blocks < 2 || height < 2 || has_name(body[start + 1], kinds)) continue;
    // Where do the rows stand? On the nearest `height` lines before that have names and no values.
    std::size_t target = start;
    if (!has_name(body[start], kinds)) {
      std::size_t named = start;
      while (named > 0 && start - named < height && has_name(body[named - 1], kinds) &&
             value_mask(body[named - 1], kinds) == 0)
        --named;
      if (start - named == height) target = named;
    }
    for (std::size_t block = 0; block < blocks; ++block) {
      for (std::size_t k = 0; k < height; ++k) {
        BodyLine& source = body[start + block * height + k];
        BodyLine& goal = body[target + k];
        if (&source == &goal) continue;
        for (std::size_t c = 0; c < kinds.size(); ++c) {
          if (is_value_kind(kinds[c]) && !source.cells[c].empty()) goal.cells[c] = std::exchange(source.cells[c], {});
        }
      }
    }
    std::erase_if(body, [](const BodyLine& line) {
      return std::all_of(line.cells.begin(), line.cells.end(), [](const std::string& cell) { return cell.empty(); });
    });
  }
}

namespace {

struct Cut {
  double cost = 0;
  std::vector<RowRange> rows;
};

// All rows that a body may be cut into, and the cheapest ways up to and from each line.
struct Cuts {
  Cuts(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, const Measures& measures)
      : lines(body.size()), costs(lines * kMostLines), before(lines + 1, kNever), after(lines + 1, kNever) {
    before[0] = after[lines] = 0;
    for (std::size_t first = 0; first < lines; ++first) {
      for (std::size_t last = first + 1; last <= std::min(lines, first + kMostLines); ++last) {
        costs[first * kMostLines + (last - first - 1)] = row_cost(body, kinds, measures, first, last);
        before[last] = std::min(before[last], before[first] + cost(first, last));
      }
    }
    for (std::size_t first = lines; first-- > 0;) {
      for (std::size_t last = first + 1; last <= std::min(lines, first + kMostLines); ++last) {
        after[first] = std::min(after[first], cost(first, last) + after[last]);
      }
    }
  }

  [[nodiscard]] double cost(std::size_t first, std::size_t last) const {
    return costs[first * kMostLines + (last - first - 1)];
  }
  [[nodiscard]] double best() const { return before[lines]; }

  // What the cheapest cut costs in which the line `first` does not begin the row [first, last).
  [[nodiscard]] double without(std::size_t first, std::size_t last) const {
    double other = kNever;
    for (std::size_t a = first + 1 > kMostLines ? first + 1 - kMostLines : 0; a <= first; ++a) {
      for (std::size_t b = first + 1; b <= std::min(lines, a + kMostLines); ++b) {
        if (a != first || b != last) other = std::min(other, before[a] + cost(a, b) + after[b]);
      }
    }
    return other;
  }

  std::size_t lines;
  std::vector<double> costs, before, after;
};

// Where rows have numbers, several lines without any may be pieces of the rows around them.
void doubt_unanchored(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds,
                      std::vector<RowRange>& rows) {
  const auto has_number = [&](const RowRange& row) {
    for (std::size_t i = row.first; i < row.last; ++i) {
      for (std::size_t c = 0; c < kinds.size(); ++c) {
        if (kinds[c] == CellKind::Single && !body[i].cells[c].empty()) return true;
      }
    }
    return false;
  };
  const auto numbered = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), has_number));
  if (numbered * 2 < rows.size()) return;
  std::size_t pieces = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].last - rows[r].first < 2 || has_number(rows[r])) continue;
    for (std::size_t k = r == 0 ? 0 : r - 1; k < std::min(r + 2, rows.size()); ++k) rows[k].doubtful = true;
    ++pieces;
  }
  if (pieces < 2 || pieces * 5 < rows.size()) return;
  for (RowRange& row : rows) row.doubtful = true;
}

Cut cheapest_cut(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, const Measures& measures) {
  const Cuts cuts(body, kinds, measures);
  std::vector<RowRange> rows;
  for (std::size_t end = cuts.lines; end > 0; end = rows.back().first) {
    std::size_t first = end - 1;
    for (std::size_t begin = end - 1; begin + kMostLines >= end; --begin) {
      if (cuts.before[begin] + cuts.cost(begin, end) < cuts.before[first] + cuts.cost(first, end) - 1e-9) first = begin;
      if (begin == 0) break;
    }
    rows.push_back({first, end, cuts.without(first, end) - cuts.best() < kClear});
  }
  std::reverse(rows.begin(), rows.end());
  return {cuts.best(), std::move(rows)};
}

}  // namespace

std::vector<RowRange> partition_rows(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds) {
  Measures measures;
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    int widest = 0;
    for (const BodyLine& line : body) widest = std::max(widest, display_width(line.cells[c]));
    measures.full.push_back(widest);
  }
  std::size_t anchored = 0, valued = 0;
  for (const BodyLine& line : body) {
    bool single = false, value = false;
    for (std::size_t c = 0; c < kinds.size(); ++c) {
      if (line.cells[c].empty()) continue;
      single = single || kinds[c] == CellKind::Single;
      value = value || kinds[c] == CellKind::Value;
    }
    anchored += single;
    valued += value;
  }
  if (valued > 0)
    measures.unanchored = 8.0 * std::max(0.0, static_cast<double>(anchored) / static_cast<double>(valued) - 0.4);
  std::size_t parted = 0;
  for (std::size_t i = 1; i < body.size(); ++i) parted += stands_apart(body, i);
  if (anchored >= 4 && parted * 10 >= anchored * 7) measures.unparted = kUnparted;
  // Most tables centre their cells; where that fits badly, they hang from the top.
  Cut middle = cheapest_cut(body, kinds, measures);
  measures.align = Align::Top;
  Cut top = cheapest_cut(body, kinds, measures);
  Cut& best = top.cost + kTopMargin < middle.cost ? top : middle;
  doubt_unanchored(body, kinds, best.rows);
  return std::move(best.rows);
}

}  // namespace jiheng::segmenter
