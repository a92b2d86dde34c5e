// Where the cells of an HTML table stand: the placing rules of the HTML standard, with bogus spans cut
// so that no two cells overlap.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "document/document.h"
#include "document/read_document.h"

namespace jiheng {

/// One td or th as marked up.
struct HtmlCell {
  int row_span = 1;  ///< 0: to the end of its row group
  int column_span = 1;
  std::string text;
};

/// Rows of one thead, tbody or tfoot.
using HtmlRowGroup = std::vector<std::vector<HtmlCell>>;

Result<Grid> lay_out(std::vector<HtmlRowGroup> groups, const Limits& limits);

}  // namespace jiheng
