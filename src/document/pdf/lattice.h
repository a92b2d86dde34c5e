// Lattice: the cells that a set of connected rules makes.
//
// Rules that touch belong together (two tables side by side do not). Their positions cut the plane
// into small boxes; boxes with no rule between them are one cell, which may span rows and columns.
// A side without a rule (open tables, a table cut by the end of the page) is closed by the
// outermost rules, and the cells there are marked open.
#pragma once

#include <vector>

#include "document/pdf/ruling.h"

namespace jiheng::pdf {

struct LatticeCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  bool open_top = false, open_bottom = false;  ///< at the table's end, and no rule is printed there
  bool open_left = false, open_right = false;
  bool operator==(const LatticeCell&) const = default;
};

struct Lattice {
  std::vector<float> xs, ys;       ///< edges of columns and rows; one more than there are
  std::vector<LatticeCell> cells;  ///< by (row, column); they cover everything and never overlap
  std::vector<int> cell_at;        ///< index into cells, by row × columns + column
  [[nodiscard]] int rows() const { return static_cast<int>(ys.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }
  [[nodiscard]] Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  [[nodiscard]] Box box_of(const LatticeCell& cell) const;
  /// The cell a point lies in; -1 outside.
  [[nodiscard]] int find(float x, float y) const;
};

/// Tables of a page with two cells or more, the smallest first (so that one inside another's cell
/// comes before it).
std::vector<Lattice> lattices(const Ruling& ruling);

}  // namespace jiheng::pdf
