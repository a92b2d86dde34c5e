#include "reading/segmenter/rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/text.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostLines = 14;  // of one row
constexpr double kTopMargin = 3.0;      // by how much hanging cells must fit better
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kClear = 0.2;         // a row is certain if every other cut costs so much more
constexpr double kUnfilled = 1.0;       // cost of a template's line as a row
constexpr double kUnparted = 3.0;
constexpr double kBlankInside = 5.0;    // cost of an empty line inside a row
constexpr double kOffCentre = 0.8;      // cost per line that a cell stands off the middle of its row

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

// "指标1：", "1.", "★", "其中": starts that only a name's first line has.
bool starts_name(std::string_view text) {
  const std::string key = key_of(text);
  if (starts_with(key, "指标") && key.size() > 6 && key[6] >= '0' && key[6] <= '9') return true;
  if (starts_with(key, "★") || starts_with(key, "▲") || starts_with(key, "其中") || starts_with(key, "目标"))
    return true;
  std::size_t at = 0;
  while (at < key.size() && key[at] >= '0' && key[at] <= '9') ++at;
  return at > 0 && at < 3 && at < key.size() && (key[at] == '.' || starts_with(std::string_view(key).substr(at), "、"));
}

// "指标2：", "……": a line of the template that nobody filled in.
bool is_template_line(std::string_view text) {
  const std::string key = key_of(text);
  if (key.find_first_not_of("….") == std::string::npos) return true;
  if (!starts_with(key, "指标") || key.size() > 10 || key.size() <= 6) return false;
  return std::string_view(key).substr(6).find_first_not_of("0123456789:.,") == std::string_view::npos;
}

// Nothing but a template's line: a row of its own without values.
bool is_unfilled(const BodyLine& line, const std::vector<CellKind>& kinds) {
  bool unfilled = false;
  for (std::size_t c = 0; c < kinds.size() && c < line.cells.size(); ++c) {
    if (line.cells[c].empty()) continue;
    if (kinds[c] != CellKind::Name || !is_template_line(line.cells[c])) return false;
    unfilled = true;
  }
  return unfilled;
}

// "2023年9月" and "12日" below it: one date.
bool goes_on_with_day(std::string_view above, std::string_view below) {
  const std::string before = key_of(above), after = key_of(below);
  const bool open = ends_with(before, "月") || ends_with(before, "年") || (contains(before, "月") && before.back() >= '0' && before.back() <= '9');
  return open && contains(before, "年") && (starts_with(after, "日") || (after.size() <= 10 && (contains(after, "日") || contains(after, "月"))));
}

// How cells stand in their rows.
enum class Align { Middle, Top };

struct Measures {
  Align align = Align::Middle;
  std::vector<int> full;     // the width of a full line in each column
  double unparted = 0;       // cost of a row without an empty line behind it, where most have one
  double unanchored = 0;     // cost of a row with values but without weight or score, where most have them
};

// Is there an empty line between the line and the one above it, on one page?
bool stands_apart(const std::vector<BodyLine>& body, std::size_t at) {
  return at > 0 && body[at].after_blank && body[at].where.page == body[at - 1].where.page;
}

// How far the lines of values and notes stand off the row's middle, where its numbers are.
double off_centre(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, std::size_t first, std::size_t last,
                  double middle, Align align) {
  double cost = 0;
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    if (kinds[c] != CellKind::Value && kinds[c] != CellKind::Text) continue;
    double sum = 0;
    int lines = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (body[i].cells[c].empty() || (align == Align::Top && lines > 0)) continue;
      sum += static_cast<double>(body[i].y);
      ++lines;
    }
    if (lines > 0) cost += kOffCentre * std::max(0.0, std::abs(sum / lines - middle) - 0.6);
  }
  return cost;
}

// Cost of lines [first, last) being one row.
double row_cost(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, const Measures& measures,
                std::size_t first, std::size_t last) {
  if (last == first + 1 && is_unfilled(body[first], kinds)) return kUnfilled;
  double cost = 1.0;
  double anchor = 0, names = 0;
  int anchors = 0, name_lines = 0, placed_names = 0, values = 0;
  bool numbers = false, leads = false;
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    int filled = 0, numeric = 0;
    const BodyLine* before = nullptr;
    for (std::size_t i = first; i < last; ++i) {
      const std::string& cell = body[i].cells[c];
      if (cell.empty()) continue;
      ++filled;
      switch (kinds[c]) {
        case CellKind::Single:
          numbers = true;
          anchor += static_cast<double>(body[i].y);
          ++anchors;
          if (filled > 1) cost += 14;
          break;
        case CellKind::Value: {
          ++values;
          const bool value = looks_like_value(cell);
          numeric += value;
          // The rest of a broken value (厘|米) begins no row.
          if (filled == 1 && is_rest(cell)) cost += 2.5;
          if (filled > 1) {
            const std::string& last_text = before->cells[c];
            const bool wrapped = display_width(last_text) + 3 >= measures.full[c];
            const bool breaks =
                starts_with(key_of(cell), "≥") || starts_with(key_of(cell), "≤") || starts_with(key_of(cell), "=");
            const bool date = goes_on_with_day(last_text, cell);
            cost += date ? 0.0 : (numeric > 1 || (value && is_percent(cell)) || breaks) ? 9 : wrapped ? 0.4 : 4.5;
            if (date) --numeric;
            if (is_dash(last_text)) cost += 6;
          }
          break;
        }
        case CellKind::Name:
          if (measures.align == Align::Middle || placed_names == 0) {
            names += static_cast<double>(body[i].y);
            ++placed_names;
          }
          ++name_lines;
          if (filled > 1) {
            const int missing = measures.full[c] - display_width(before->cells[c]);
            cost += missing <= 2 ? 0.3 : missing <= 6 ? 1.6 : 4.0;
            if (missing <= 2 && ends_like_name(before->cells[c])) cost += 0.3;
            if (starts_name(cell) || is_template_line(cell) || is_template_line(before->cells[c])) cost += 8;
          }
          break;
        case CellKind::Text: break;
      }
      if (filled == 1 && i == first) leads = leads || kinds[c] == CellKind::Name;
      before = &body[i];
    }
  }
  // The lines of a cell stand together, and a row is as high as its highest cell.
  for (std::size_t i = first + 1; i < last; ++i) {
    if (stands_apart(body, i)) cost += kBlankInside;
  }
  if (last < body.size() && !stands_apart(body, last)) cost += measures.unparted;
  // A note's lines stand together.
  for (std::size_t c = 0; c < kinds.size() && last < body.size(); ++c) {
    if (kinds[c] == CellKind::Text && !body[last - 1].cells[c].empty() && !body[last].cells[c].empty()) cost += 1.0;
  }
  if (!numbers) cost += measures.unanchored;
  if (anchors > 0) cost += off_centre(body, kinds, first, last, anchor / anchors, measures.align);
  if (name_lines == 0) cost += values + anchors > 0 ? 5.0 : 7.0;
  if (name_lines > 0 && values + anchors == 0) cost += 2.2;
  if (anchors > 0 && name_lines > 0) {
    const double off = std::abs(anchor / anchors - names / placed_names);
    cost += 1.1 * std::max(0.0, off - 0.5);
  } else if (!numbers && values > 0 && name_lines > 1) {
    double place = 0;
    for (std::size_t i = first; i < last; ++i) {
      for (std::size_t c = 0; c < kinds.size(); ++c) {
        if (kinds[c] == CellKind::Value && !body[i].cells[c].empty()) place += static_cast<double>(body[i].y);
      }
    }
    cost += 1.1 * std::max(0.0, std::abs(place / values - names / placed_names) - 0.5);
  }
  // The end of a broken name or value cannot stand alone.
  if (name_lines == 1 && leads) {
    for (std::size_t c = 0; c < kinds.size(); ++c) {
      if (kinds[c] != CellKind::Name) continue;
      const std::string& name = body[first].cells[c];
      if (!name.empty() && length(name) <= 2 && !contains(name, "…")) cost += 2.5;
    }
  }
  if (name_lines > 0) {
    // A name that fills its line probably goes on; the next line would have it.
    for (std::size_t c = 0; c < kinds.size(); ++c) {
      if (kinds[c] != CellKind::Name || last >= body.size()) continue;
      const std::string& name = body[last - 1].cells[c];
      const std::string& next = body[last].cells[c];
      if (length(name) >= 6 && !next.empty() && display_width(name) + 1 >= measures.full[c] && display_width(next) + 4 < measures.full[c]) cost += 0.6;
    }
  }
  return cost;
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
void doubt_unanchored(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, std::vector<RowRange>& rows) {
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
  if (valued > 0) measures.unanchored = 8.0 * std::max(0.0, static_cast<double>(anchored) / static_cast<double>(valued) - 0.4);
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
