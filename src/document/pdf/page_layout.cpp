// Page layout: glyphs to cells, the rest to lines.
#include "document/pdf/page_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "core/text.h"
#include "document/pdf/cell_text.h"
#include "document/pdf/ruling.h"

namespace jiheng::pdf {
namespace {

constexpr float kSpanGap = 0.7F;       // em: wider gaps separate the spans of a line …
constexpr float kSpanGapOfHan = 0.4F;  // … and these, between ideographs without a space between them
constexpr float kRunGap = 0.5F;        // em: glyphs that follow one another this closely are one run
constexpr float kStraddle = 0.2F;      // share of a glyph on the far side of a rule that it runs over
constexpr int kOutside = -1;

/// Cells of all tables of the page in one numbering.
class CellNumbers {
 public:
  explicit CellNumbers(const std::vector<Lattice>& tables) : tables_(tables) {
    for (const Lattice& table : tables) {
      first_.push_back(count_);
      count_ += static_cast<int>(table.cells.size());
    }
  }
  [[nodiscard]] int count() const { return count_; }
  [[nodiscard]] int first_of(std::size_t table) const { return first_[table]; }
  [[nodiscard]] int find(const Glyph& glyph) const {
    return glyph.hidden ? find(glyph.clip_x, glyph.clip_y) : find(glyph.center_x(), glyph.center_y());
  }
  [[nodiscard]] int find(float x, float y) const {
    for (std::size_t table = 0; table < tables_.size(); ++table) {
      if (const int cell = tables_[table].find(x, y); cell >= 0) return first_[table] + cell;
    }
    return kOutside;
  }

 private:
  const std::vector<Lattice>& tables_;
  std::vector<int> first_;
  int count_ = 0;
};

bool follows(const Glyph& last, const Glyph& next) {
  return next.baseline == last.baseline && next.size == last.size && next.left - last.right() < kRunGap * last.size &&
         next.left > last.left;
}

/// A glyph standing across the border of the cell its middle is in.
bool straddles(const Glyph& glyph, const CellNumbers& cells, int cell) {
  const float inset = kStraddle * glyph.advance;
  return cells.find(glyph.left + inset, glyph.center_y()) != cell ||
         cells.find(glyph.right() - inset, glyph.center_y()) != cell;
}

/// The cell of each glyph. A run of glyphs that runs over a rule (text too wide for its cell) stays
/// together, in the cell that has most of it.
std::vector<int> cells_of(const std::vector<Glyph>& glyphs, const CellNumbers& cells) {
  std::vector<int> result(glyphs.size(), kOutside);
  for (std::size_t first = 0; first < glyphs.size();) {
    std::size_t last = first;
    bool one = true;
    do {
      result[last] = cells.find(glyphs[last]);
      one = one && result[last] == result[first];
      ++last;
    } while (last < glyphs.size() && follows(glyphs[last - 1], glyphs[last]));
    if (!one) {
      bool over = false;
      for (std::size_t i = first; i < last && !over; ++i) {
        const bool at_border =
            (i > first && result[i - 1] != result[i]) || (i + 1 < last && result[i + 1] != result[i]);
        over = at_border && !is_space(glyphs[i].code) && !glyphs[i].hidden && straddles(glyphs[i], cells, result[i]);
      }
      if (over) {
        int most = result[first];
        std::size_t most_glyphs = 0;
        for (std::size_t i = first; i < last;) {
          std::size_t same = i;
          while (same < last && result[same] == result[i]) ++same;
          if (same - i > most_glyphs) most = result[i], most_glyphs = same - i;
          i = same;
        }
        std::fill(result.begin() + static_cast<std::ptrdiff_t>(first),
                  result.begin() + static_cast<std::ptrdiff_t>(last), most);
      }
    }
    first = last;
  }
  return result;
}

/// Glyphs by cell: those of cell c are [start[c + 1], start[c + 2]), those outside [0, start[1]).
struct Sorted {
  std::vector<Glyph> glyphs;
  std::vector<std::size_t> start;
  std::span<Glyph> of(int cell) {
    const auto at = static_cast<std::size_t>(cell) + 1;  // −1, outside of all cells, comes to 0
    return std::span(glyphs).subspan(start[at], start[at + 1] - start[at]);
  }
};

Sorted sorted_by_cell(const std::vector<Glyph>& glyphs, const CellNumbers& cells) {
  const std::vector<int> cell = cells_of(glyphs, cells);
  Sorted sorted;
  sorted.start.assign(static_cast<std::size_t>(cells.count()) + 2, 0);
  for (const int each : cell) ++sorted.start[static_cast<std::size_t>(each) + 2];
  for (std::size_t i = 1; i < sorted.start.size(); ++i) sorted.start[i] += sorted.start[i - 1];
  sorted.glyphs.resize(glyphs.size());
  std::vector<std::size_t> next = sorted.start;
  for (std::size_t i = 0; i < glyphs.size(); ++i)
    sorted.glyphs[next[static_cast<std::size_t>(cell[i]) + 1]++] = glyphs[i];
  return sorted;
}

/// Writing that runs sideways in a cell (a label turned by a quarter) is laid flat; where it lies
/// does not matter any more.
void lay_flat(std::span<Glyph> glyphs) {
  if (glyphs.empty() || glyphs.front().turn == 0) return;
  const std::uint8_t turn = glyphs.front().turn;
  if (!std::all_of(glyphs.begin(), glyphs.end(), [turn](const Glyph& glyph) { return glyph.turn == turn; })) return;
  for (Glyph& glyph : glyphs) {
    const float x = glyph.left, y = glyph.baseline;
    glyph.left = turn == 1 ? y : turn == 2 ? -x : -y;
    glyph.baseline = turn == 1 ? -x : turn == 2 ? -y : x;
  }
}

PageGrid grid_of(const Lattice& table, int first_cell, Sorted& sorted) {
  PageGrid grid{table.xs, table.ys, {}};
  grid.cells.reserve(table.cells.size());
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    PageCell cell{table.cells[i], {}, table.box_of(table.cells[i]), 0, 0};
    const std::span<Glyph> glyphs = sorted.of(first_cell + static_cast<int>(i));
    lay_flat(glyphs);
    if (const auto lines = printed_lines(glyphs); !lines.empty()) {
      cell.text = block_text(glyphs, lines);
      cell.text_size = lines.front().size;
      cell.last_line_width = lines.back().box.width();
    }
    // A corner that no rule closes on two sides is outside of a stepped outline.
    const LatticeCell& place = cell.place;
    const bool corner = (place.open_top || place.open_bottom) && (place.open_left || place.open_right);
    if (!cell.text.empty() || !corner) grid.cells.push_back(std::move(cell));
  }
  return grid;
}

/// Whether `next` begins a new span after `last`.
bool begins_span(const Glyph& last, const Glyph& next, bool space_between) {
  const float gap = next.left - last.right(), em = std::max(last.size, next.size);
  const bool set_closely = !space_between && last.code >= 0x2E80 && next.code >= 0x2E80;
  return gap > (set_closely ? kSpanGapOfHan : kSpanGap) * em;
}

TextLine text_line(std::span<const Glyph> glyphs, const PrintedLine& line, int page) {
  TextLine result;
  result.page = page;
  result.box = line.box;
  std::size_t first = 0;  // of the current span
  float left = 0, right = 0;
  const auto flush = [&](std::size_t end) {
    std::string text = line_text(glyphs.subspan(first, end - first));
    if (text.empty()) return;
    if (!result.text.empty()) result.text.push_back(' ');
    result.text += text;
    result.spans.push_back({std::move(text), left, right});
  };
  const Glyph* last = nullptr;
  bool space = false;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const Glyph& glyph = glyphs[i];
    if (is_space(glyph.code)) {
      space = true;
      continue;
    }
    if (last == nullptr) {
      left = glyph.left;
    } else if (begins_span(*last, glyph, space)) {
      flush(i);
      first = i;
      left = right = glyph.left;
    }
    right = std::max(right, glyph.right());
    if (last == nullptr || glyph.right() > last->right()) last = &glyph;
    space = false;
  }
  flush(glyphs.size());
  return result;
}

Box box_of(const std::variant<TextLine, PageGrid>& block) {
  if (const auto* line = std::get_if<TextLine>(&block)) return line->box;
  return std::get<PageGrid>(block).box();
}

}  // namespace

void turn_upright(Page& page) {
  std::array<std::size_t, 4> count{};
  for (const Glyph& glyph : page.glyphs) ++count[glyph.turn];
  const auto most = static_cast<std::uint8_t>(std::max_element(count.begin(), count.end()) - count.begin());
  if (most == 0) return;
  const float width = page.width, height = page.height;
  // New (x, y) of a point so that writing of this turn runs to the right.
  const auto turned = [&](float x, float y) -> std::pair<float, float> {
    if (most == 1) return {y, width - x};
    if (most == 2) return {width - x, height - y};
    return {height - y, x};
  };
  for (Glyph& glyph : page.glyphs) {
    std::tie(glyph.left, glyph.baseline) = turned(glyph.left, glyph.baseline);
    glyph.turn = static_cast<std::uint8_t>((glyph.turn + 4 - most) % 4);
  }
  for (Segment& segment : page.segments) {
    auto [x0, y0] = segment.horizontal ? turned(segment.from, segment.at) : turned(segment.at, segment.from);
    auto [x1, y1] = segment.horizontal ? turned(segment.to, segment.at) : turned(segment.at, segment.to);
    if (most != 2) segment.horizontal = !segment.horizontal;
    segment.at = segment.horizontal ? y0 : x0;
    segment.from = segment.horizontal ? std::min(x0, x1) : std::min(y0, y1);
    segment.to = segment.horizontal ? std::max(x0, x1) : std::max(y0, y1);
  }
  if (most != 2) std::swap(page.width, page.height);
}

LaidOutPage lay_out(Page page) {
  turn_upright(page);
  const std::vector<Lattice> tables = lattices(merged_rules(page.segments));
  const CellNumbers cells(tables);
  Sorted sorted = sorted_by_cell(page.glyphs, cells);

  LaidOutPage result{page.number, page.width, page.height, {}};
  // Hidden text belongs to the cell that cuts it; outside of cells it is not printed at all.
  std::span<Glyph> outside = sorted.of(kOutside);
  outside = outside.first(static_cast<std::size_t>(
      std::remove_if(outside.begin(), outside.end(), [](const Glyph& glyph) { return glyph.hidden; }) -
      outside.begin()));
  for (const PrintedLine& line : printed_lines(outside)) {
    result.blocks.emplace_back(text_line(outside.subspan(line.first, line.last - line.first), line, page.number));
  }
  for (std::size_t table = 0; table < tables.size(); ++table) {
    result.blocks.emplace_back(grid_of(tables[table], cells.first_of(table), sorted));
  }
  std::stable_sort(result.blocks.begin(), result.blocks.end(), [](const auto& a, const auto& b) {
    const Box box_a = box_of(a), box_b = box_of(b);
    return box_a.top != box_b.top ? box_a.top < box_b.top : box_a.left < box_b.left;
  });
  return result;
}

}  // namespace jiheng::pdf
