// Lattice: connected rules → elementary boxes → cells with spans.
#include "document/pdf/lattice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jiheng::pdf {
namespace {

constexpr float kTouch = 3.0F;      // rules this close meet
constexpr float kOpenSide = 6.0F;   // rules standing out this far show a side without a rule
constexpr float kCovered = 0.6F;    // share of a box's side that a rule must cover to close it
constexpr float kCheckBox = 16.0F;  // a figure this small is a tick box
constexpr std::size_t kMostBoxes = 400'000;

std::vector<std::size_t> find_groups(const Ruling& ruling) {
  std::vector<std::size_t> parent(ruling.horizontal.size() + ruling.vertical.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&parent](std::size_t node) {
    while (parent[node] != node) node = parent[node] = parent[parent[node]];
    return node;
  };
  const auto& vertical = ruling.vertical;
  for (std::size_t h = 0; h < ruling.horizontal.size(); ++h) {
    const Rule& rule = ruling.horizontal[h];
    auto v = std::lower_bound(vertical.begin(), vertical.end(), rule.from - kTouch,
                              [](const Rule& each, float at) { return each.at < at; });
    for (; v != vertical.end() && v->at <= rule.to + kTouch; ++v) {
      if (v->from - kTouch > rule.at || v->to + kTouch < rule.at) continue;
      const auto index = ruling.horizontal.size() + static_cast<std::size_t>(v - vertical.begin());
      parent[root(index)] = root(h);
    }
  }
  for (std::size_t node = 0; node < parent.size(); ++node) parent[node] = root(node);
  return parent;
}

/// Positions of rules, sorted by `at`, each once.
std::vector<float> edges_of(const std::vector<Rule>& rules) {
  std::vector<float> edges;
  for (const Rule& rule : rules) {
    if (edges.empty() || rule.at - edges.back() > 0.01F) edges.push_back(rule.at);
  }
  return edges;
}

/// Closes a side where the crossing rules stand out beyond the last parallel one.
void close_sides(const std::vector<Rule>& rules, const std::vector<Rule>& crossing, std::vector<float>& edges) {
  float low = crossing.front().from, high = crossing.front().to;
  for (const Rule& rule : crossing) {
    low = std::min(low, rule.from);
    high = std::max(high, rule.to);
  }
  if (rules.empty() || edges.front() - low > kOpenSide) edges.insert(edges.begin(), low);
  if (rules.empty() || high - edges.back() > kOpenSide) edges.push_back(high);
}

/// Which stretches between `along` edges are ruled, at each of the `across` edges.
std::vector<char> covered(const std::vector<Rule>& rules, const std::vector<float>& across,
                          const std::vector<float>& along) {
  const std::size_t stretches = along.size() - 1;
  std::vector<char> result(across.size() * stretches, 0);
  for (const Rule& rule : rules) {
    const auto line =
        static_cast<std::size_t>(std::lower_bound(across.begin(), across.end(), rule.at - 0.02F) - across.begin());
    if (line >= across.size()) continue;
    auto next = std::upper_bound(along.begin(), along.end(), rule.from);
    std::size_t stretch = next == along.begin() ? 0 : static_cast<std::size_t>(next - along.begin()) - 1;
    for (; stretch < stretches && along[stretch] < rule.to; ++stretch) {
      const float shared = std::min(rule.to, along[stretch + 1]) - std::max(rule.from, along[stretch]);
      if (shared >= kCovered * (along[stretch + 1] - along[stretch])) result[line * stretches + stretch] = 1;
    }
  }
  return result;
}

/// Grows cells from the top left; an outline that is no rectangle (a rule broken off) is cut into
/// rectangles.
void make_cells(Lattice& lattice, const std::vector<char>& ruled_rows, const std::vector<char>& ruled_columns) {
  const auto rows = static_cast<std::size_t>(lattice.rows()), columns = static_cast<std::size_t>(lattice.columns());
  const auto rule_above = [&](std::size_t row, std::size_t column) { return ruled_rows[row * columns + column] != 0; };
  const auto rule_left = [&](std::size_t row, std::size_t column) { return ruled_columns[column * rows + row] != 0; };
  lattice.cell_at.assign(rows * columns, -1);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      if (lattice.cell_at[row * columns + column] >= 0) continue;
      std::size_t right = column + 1;
      while (right < columns && !rule_left(row, right) && lattice.cell_at[row * columns + right] < 0) ++right;
      const auto row_continues = [&](std::size_t below) {
        for (std::size_t c = column; c < right; ++c) {
          if (rule_above(below, c) || lattice.cell_at[below * columns + c] >= 0) return false;
          if (c > column && rule_left(below, c)) return false;
        }
        return true;
      };
      std::size_t bottom = row + 1;
      while (bottom < rows && row_continues(bottom)) ++bottom;
      LatticeCell cell{static_cast<int>(row), static_cast<int>(column), static_cast<int>(bottom - row),
                       static_cast<int>(right - column)};
      const auto open_row = [&](std::size_t line) {
        for (std::size_t c = column; c < right; ++c) {
          if (rule_above(line, c)) return false;
        }
        return true;
      };
      const auto open_column = [&](std::size_t line) {
        for (std::size_t r = row; r < bottom; ++r) {
          if (rule_left(r, line)) return false;
        }
        return true;
      };
      cell.open_top = row == 0 && open_row(0);
      cell.open_bottom = bottom == rows && open_row(rows);
      cell.open_left = column == 0 && open_column(0);
      cell.open_right = right == columns && open_column(columns);
      const int index = static_cast<int>(lattice.cells.size());
      for (std::size_t r = row; r < bottom; ++r) {
        std::fill_n(lattice.cell_at.begin() + static_cast<std::ptrdiff_t>(r * columns + column), right - column, index);
      }
      lattice.cells.push_back(cell);
    }
  }
}

/// False when the rules make no table.
bool make_lattice(const std::vector<Rule>& horizontal, const std::vector<Rule>& vertical, Lattice& lattice) {
  if (horizontal.empty() || vertical.empty()) return false;
  lattice.ys = edges_of(horizontal);
  lattice.xs = edges_of(vertical);
  close_sides(horizontal, vertical, lattice.ys);
  close_sides(vertical, horizontal, lattice.xs);
  const std::size_t rows = lattice.ys.size() - 1, columns = lattice.xs.size() - 1;
  if (lattice.ys.size() < 2 || lattice.xs.size() < 2 || rows * columns < 2 || rows * columns > kMostBoxes) return false;
  const Box box = lattice.box();
  if (box.width() <= kCheckBox && box.height() <= kCheckBox) return false;
  make_cells(lattice, covered(horizontal, lattice.ys, lattice.xs), covered(vertical, lattice.xs, lattice.ys));
  return lattice.cells.size() >= 2;
}

}  // namespace

Box Lattice::box_of(const LatticeCell& cell) const {
  const auto edge = [](const std::vector<float>& edges, int index) { return edges[static_cast<std::size_t>(index)]; };
  return {edge(xs, cell.column), edge(ys, cell.row), edge(xs, cell.column + cell.column_span),
          edge(ys, cell.row + cell.row_span)};
}

int Lattice::find(float x, float y) const {
  if (!(x >= xs.front() && x < xs.back() && y >= ys.front() && y < ys.back())) return -1;
  const auto column = std::upper_bound(xs.begin(), xs.end(), x) - xs.begin() - 1;
  const auto row = std::upper_bound(ys.begin(), ys.end(), y) - ys.begin() - 1;
  return cell_at[static_cast<std::size_t>(row * columns() + column)];
}

std::vector<Lattice> lattices(const Ruling& ruling) {
  const std::vector<std::size_t> group = find_groups(ruling);
  const std::size_t count = ruling.horizontal.size();
  // Rules by group, each group keeping their order.
  std::vector<std::size_t> order(group.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&group](std::size_t a, std::size_t b) { return group[a] < group[b]; });
  std::vector<Lattice> found;
  for (std::size_t first = 0; first < order.size();) {
    std::vector<Rule> horizontal, vertical;
    std::size_t last = first;
    for (; last < order.size() && group[order[last]] == group[order[first]]; ++last) {
      const std::size_t rule = order[last];
      if (rule < count) {
        horizontal.push_back(ruling.horizontal[rule]);
      } else {
        vertical.push_back(ruling.vertical[rule - count]);
      }
    }
    first = last;
    if (Lattice lattice; make_lattice(horizontal, vertical, lattice)) {
      found.push_back(std::move(lattice));
    }
  }
  std::sort(found.begin(), found.end(), [](const Lattice& a, const Lattice& b) {
    return a.box().width() * a.box().height() < b.box().width() * b.box().height();
  });
  return found;
}

}  // namespace jiheng::pdf
