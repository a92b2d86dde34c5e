// TableView: a Grid as a reader walks it: which cell covers a position, what its label means, and which
// cells some field has claimed (the rest is kept as unclaimed, so that nothing printed is lost).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "form/field.h"
#include "reading/wording.h"

namespace jiheng {

class TableView {
 public:
  /// `number` counts the tables of the document from 1. Views stay valid while grid and wording do.
  TableView(const Grid& grid, const Wording& wording, int number);

  [[nodiscard]] const Grid& grid() const { return *grid_; }
  [[nodiscard]] int rows() const { return grid_->rows; }
  [[nodiscard]] int columns() const { return grid_->columns; }
  /// The cell that covers the position, or nullptr.
  [[nodiscard]] const Cell* at(int row, int column) const;
  /// Different cells that cover the row, left to right.
  [[nodiscard]] std::vector<const Cell*> cells_of(int row) const;
  /// The cell with the only text that begins in the row, or nullptr if there are several or none.
  [[nodiscard]] const Cell* only_text(int row) const;
  /// The next different cell right of `cell` in `row`, or nullptr.
  [[nodiscard]] const Cell* right_of(const Cell& cell, int row) const;
  /// The cell covering the row below `cell` at its first column, or nullptr.
  [[nodiscard]] const Cell* below(const Cell& cell) const;

  /// What the cell's text means as a label in that part; Label::None if nothing.
  [[nodiscard]] Label label(const Cell& cell, Part part) const;
  /// A label of any part.
  [[nodiscard]] bool is_label(const Cell& cell) const;
  [[nodiscard]] const std::string& key(const Cell& cell) const { return keys_[index_of(cell)]; }
  [[nodiscard]] static bool blank(const Cell& cell) { return cell.text.empty(); }

  void claim(const Cell& cell) { claimed_[index_of(cell)] = true; }
  [[nodiscard]] bool claimed(const Cell& cell) const { return claimed_[index_of(cell)]; }

  [[nodiscard]] Location where(const Cell& cell) const;
  /// The cell's text as a field: lines joined, place and confidence; claims the cell.
  template <class T>
  Field<T> field(const Cell& cell) {
    claim(cell);
    return Field<T>(text_of(cell), where(cell), confidence_of(cell));
  }
  /// How certain the cell's text is: "###" is what a spreadsheet prints for a number that did not fit.
  [[nodiscard]] static float confidence_of(const Cell& cell);
  /// Lines joined as a person reads them.
  [[nodiscard]] static std::string text_of(const Cell& cell);

 private:
  [[nodiscard]] std::size_t index_of(const Cell& cell) const {
    return static_cast<std::size_t>(&cell - grid_->cells.data());
  }

  const Grid* grid_;
  int number_;
  std::vector<int> owner_;  // rows × columns → index of the covering cell, -1 for none
  std::vector<std::optional<LabelSet>> labels_;
  std::vector<std::string> keys_;
  std::vector<bool> claimed_;
};

}  // namespace jiheng
