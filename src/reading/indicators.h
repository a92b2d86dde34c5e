// Indicator table 绩效指标: header in one or two rows, split target columns, labels of groups merged,
// repeated or printed in the middle, the total below.
#pragma once

#include <vector>

#include "form/lexicon.h"
#include "reading/draft.h"
#include "reading/indicator_columns.h"
#include "reading/table_view.h"

namespace jiheng {

/// Reads indicator rows of one table after its header. Keeps the columns between calls, so that a
/// table that goes on (repeated header, next part) reads with the same columns.
class IndicatorReader {
 public:
  IndicatorReader(Draft& draft, const Lexicon& lexicon) : draft_(&draft), lexicon_(&lexicon) {}

  /// If a header of indicators begins at `row`, binds its columns and returns the row after it; else `row`.
  int bind(TableView& table, int row, int end);
  [[nodiscard]] bool bound() const { return !columns_.empty(); }
  /// Reads one row: an indicator, the total, a remark or a header field.
  void read_row(TableView& table, int row, const Wording& wording);
  /// Fills first and second levels that were printed once for a group. Call at the end of each table.
  void finish_table();

 private:
  using Column = IndicatorColumn;
  struct RawRow {
    std::size_t indicator;  ///< index into the form
    bool l1_blank, l2_blank;
  };

  [[nodiscard]] const Column* column(Label label) const;
  [[nodiscard]] const Cell* cell_in(const TableView& table, int row, const Column& column) const;
  bool read_total(TableView& table, int row);
  bool read_remark(TableView& table, int row, const Wording& wording);
  void fill_levels(bool first_level);

  Draft* draft_;
  const Lexicon* lexicon_;
  std::vector<Column> columns_;
  TextField band_;  ///< a first level printed over the whole width, above its rows
  std::vector<RawRow> rows_;
};

}  // namespace jiheng
