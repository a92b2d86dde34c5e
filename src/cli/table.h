// Tables: forms laid out in rows for spreadsheets: CSV (one table) and XLSX (a sheet for forms, funds and
// indicators each).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/language.h"
#include "core/result.h"
#include "engine/engine.h"

namespace jiheng {

struct Table {
  std::string name;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

/// One row an indicator, with the header, funds total and goals of its form on each row.
Table flat_table(const std::vector<const Examination*>& documents, Language language);
/// Three tables tied by file and number of the form.
std::vector<Table> record_tables(const Examination& document, Language language);

/// RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. Texts that a spreadsheet would run
/// as a formula get an apostrophe in front; "=28人" stays as printed.
std::string csv_text(const Table& table, bool with_head);

/// Tables of equal names are put under each other. Numbers become numbers that show as printed.
Result<std::string> xlsx_bytes(const std::vector<Table>& tables);

/// Tables as bytes and back, on their way out of a worker.
std::string packed(const std::vector<Table>& tables);
std::vector<Table> unpacked(std::string_view bytes);

}  // namespace jiheng
