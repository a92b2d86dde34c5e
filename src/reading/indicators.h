// Indicator table 绩效指标: header in one or two rows, split target columns, labels of groups merged,
// repeated or printed in the middle, the total below.
#pragma once

#include <vector>

#include "form/lexicon.h"
#include "reading/draft.h"
#include "reading/indicator_columns.h"
#include "reading/level_labels.h"
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
  /// If the line is a first level ("（一）产出指标（50分）"), the rows below it are of that level.
  bool read_caption(const std::string& text, const Location& where);
  /// Reads one row: an indicator, the total, a remark or a header field.
  void read_row(TableView& table, int row, const Wording& wording);
  /// Fills first and second levels that were printed once for a group. Call at the end of each table.
  void finish_table(const Wording& wording);

 private:
  using Column = IndicatorColumn;

  [[nodiscard]] const Column* column(Label label) const;
  [[nodiscard]] const Cell* cell_in(const TableView& table, int row, const Column& column) const;
  bool read_total(TableView& table, int row);
  void read_goal_columns(TableView& table, int first, int last);
  bool read_signatures(TableView& table, int row, const Wording& wording);
  bool read_remark(TableView& table, int row, const Wording& wording);

  Draft* draft_;
  const Lexicon* lexicon_;
  std::vector<Column> columns_;
  TextField band_;  ///< a first level printed over the whole width or as a caption, above its rows
  std::vector<LevelRow> rows_;
};

}  // namespace jiheng
