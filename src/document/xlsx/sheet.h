// One sheet of a workbook → a Grid, streamed: cells without text in rows without text are never kept.
#pragma once

#include <vector>

#include "core/result.h"
#include "document/document.h"
#include "document/read_document.h"
#include "document/xlsx/number_format.h"
#include "document/xlsx/shared_strings.h"
#include "document/xml_stream.h"

namespace jiheng {

/// What the sheets of a workbook share.
struct WorkbookContext {
  SharedStrings strings;
  std::vector<NumberFormat> formats;  ///< by style number of a cell
  DateSystem dates = DateSystem::From1900;
};

/// Empty outer rows and columns are trimmed and long empty stretches shortened; the cells' names
/// ("B7") are those of the sheet. A sheet without text gives a Grid without rows. `number` is the
/// sheet's place in the workbook, from 1.
Result<Grid> read_sheet(XmlStream& xml, const WorkbookContext& workbook, int number, const Limits& limits);

}  // namespace jiheng
