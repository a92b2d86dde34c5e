// Location: where in a document a value was printed, so that a finding can be pointed at.
#pragma once

#include <compare>
#include <string>

namespace jiheng {

/// A rectangle in points (1/72 inch), origin at the top left of the page. Empty when all are 0.
/// In plain text the unit is one character column by one line.
struct Box {
  float left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool empty() const { return right <= left && bottom <= top; }
  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
  bool operator==(const Box&) const = default;
};

/// Where a value was printed. Page, table, row and column count from 1; 0 means "not known".
struct Location {
  int page = 0;      ///< page of a PDF or text file; sheet of a workbook
  int table = 0;     ///< table within the document, in reading order
  int row = 0;       ///< row of that table; line of a text
  int column = 0;    ///< column of that table
  Box box;           ///< on the page, if the format has pages
  std::string cell;  ///< the name people use for it where there is one: "B7" in a workbook
  [[nodiscard]] bool known() const { return page > 0 || row > 0 || table > 0; }
  bool operator==(const Location&) const = default;
};

}  // namespace jiheng
