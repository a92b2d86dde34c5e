// Which column of an indicator table holds what: its header in one to four rows, group headers over
// several columns (年度指标值 over 符号 | 值 | 单位), and columns without a header of their own.
#pragma once

#include <vector>

#include "form/lexicon.h"
#include "reading/table_view.h"

namespace jiheng {

/// Grid columns [begin, end) that hold one thing.
struct IndicatorColumn {
  Label label;
  int begin, end;
  bool guessed = false;  ///< by what stands in the column: its name says nothing
};

/// A header of indicators and the columns it names.
struct IndicatorHeader {
  int first = 0, last = -1;  ///< rows of the header; last < first: there is none
  std::vector<IndicatorColumn> columns;
};

/// The header that begins at `row` (before `end`), or one with last < first.
IndicatorHeader find_indicator_header(const TableView& table, int row, int end, const Lexicon& lexicon);

/// Is this a mark of 指标性质 rather than a comparison: 定性, 定量?
bool is_kind_mark(std::string_view text);

}  // namespace jiheng
