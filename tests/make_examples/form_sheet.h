// FormSheet: a made-up form as the cells of a sheet, to be set as workbook, text document, page or PDF.
// "<" goes on the cell at the left, "^" the one above, as in support/pdf_writer.h.
#pragma once

#include <string>
#include <vector>

namespace jiheng::test {

struct FormSheet {
  std::vector<std::string> above;              ///< title lines over the table
  std::vector<std::vector<std::string>> rows;  ///< of equal length
  std::vector<float> widths;                   ///< of the columns, in points
};

std::string as_xlsx(const std::vector<FormSheet>& sheets);
std::string as_docx(const std::vector<FormSheet>& forms);
std::string as_html(const std::vector<FormSheet>& forms);
std::string as_pdf(const std::vector<FormSheet>& forms);

/// How far the cell at (row, column) spans right and down.
struct Spans {
  int right = 1, down = 1;
};
Spans spans_at(const FormSheet& form, std::size_t row, std::size_t column);

}  // namespace jiheng::test
