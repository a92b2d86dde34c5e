// Header 表头: title, year, names of project, department and unit, and the unit of money, from the
// lines above the table and from label cells with the value to their right.
#pragma once

#include "reading/draft.h"
#include "reading/regions.h"

namespace jiheng {

/// Title, year, kind and what the free lines say. Run first.
void read_lines(const Region& region, const Wording& wording, Draft& draft);

/// A line near the title or between tables: the year, "label：value" pairs, the unit of money.
void read_free_line(const FreeLine& line, const Wording& wording, Draft& draft);

/// Header fields in one row of a table. Returns true if the row held any header label.
bool read_header_row(TableView& table, int row, const Wording& wording, Draft& draft);

/// A row that is a line of text only (the year below the title, the unit of money) within a table.
void read_lines_in_row(TableView& table, int row, const Wording& wording, Draft& draft);

/// "93.5分" beside 自评得分: the number, since the unit belongs to the label.
std::string without_points_unit(std::string text);

/// "label：value" in one text (a cell or a line): fills the field it names. Several pairs may follow one
/// another, separated by wide space. Returns true if any was known.
bool read_inline_pairs(const std::string& text, const Location& where, const Wording& wording, Draft& draft);

/// What only the whole form can tell: code at the start of the project's name, the reporting body as
/// the department when the form names none, the unit of money from labels.
void complete_header(const Region& region, const Wording& wording, Draft& draft);

}  // namespace jiheng
