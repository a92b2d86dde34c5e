// Regions: which lines and rows of a document belong to one form. A document holds none, one or many
// forms, alone or among tables that are no forms.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/document.h"
#include "reading/table_view.h"

namespace jiheng {

/// A line that belongs to a form but to no table of it (titles, "金额单位：万元", notes).
struct FreeLine {
  std::string text;
  Location where;
};

/// Consecutive rows [begin, end) of one table.
struct Slice {
  TableView* table = nullptr;
  int begin = 0, end = 0;
  std::vector<FreeLine> above;  ///< captions between this table and the one before it
};

struct Region {
  std::vector<FreeLine> before;  ///< titles and what stands between them and the table
  std::vector<Slice> slices;
  std::vector<FreeLine> after;  ///< lines below the table
};

/// The regions that hold a form: those with a header row of indicators. `views` owns the tables.
std::vector<Region> find_regions(const Document& document, const Wording& wording,
                                 std::vector<std::unique_ptr<TableView>>& views);

/// What a row says as the header of an indicator table. Where the columns of values have names that nobody
/// foresaw, levels and points (一级指标, 二级指标, 分值) tell, but not as surely.
enum class IndicatorHeaderKind { None, LevelsAndPoints, Whole };
IndicatorHeaderKind indicator_header_kind(const TableView& table, int row);

/// Is this row (part of) the header of an indicator table?
bool is_indicator_header(const TableView& table, int row);

/// … and of a list of projects, with the project's name in a column beside the indicators?
bool is_list_header(const TableView& table, int row);

}  // namespace jiheng
