#include "make_examples/form_sheet.h"

#include <string_view>

#include "support/docx_writer.h"
#include "support/pdf_writer.h"
#include "support/xlsx_writer.h"
#include "support/zip_writer.h"

namespace jiheng::test {
namespace {

bool continues(const std::string& cell) {
  return cell == "<" || cell == "^";
}

std::string cell_name(std::size_t row, std::size_t column) {
  return std::string(1, static_cast<char>('A' + column)) + std::to_string(row);
}

// Text of a cell: its line breaks are the page's.
std::string html_of(std::string_view text) {
  std::string out = xml_escaped(text);
  for (std::size_t at = 0; (at = out.find('\n', at)) != std::string::npos;) out.replace(at, 1, "<br>");
  return out;
}

/// Lines broken to fit a cell of this width: PdfWriter sets what it is given.
std::string fitted(const std::string& text, float width, float size) {
  std::string out, line;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    const std::string letter = text.substr(at, next - at);
    at = next;
    if (letter == "\n" || width_of(line + letter, size) > width) {
      out += line + "\n";
      line = letter == "\n" ? "" : letter;
    } else {
      line += letter;
    }
  }
  return out + line;
}

}  // namespace

Spans spans_at(const FormSheet& form, std::size_t row, std::size_t column) {
  Spans spans;
  const auto& cells = form.rows[row];
  while (column + static_cast<std::size_t>(spans.right) < cells.size() &&
         cells[column + static_cast<std::size_t>(spans.right)] == "<") {
    ++spans.right;
  }
  while (row + static_cast<std::size_t>(spans.down) < form.rows.size() &&
         form.rows[row + static_cast<std::size_t>(spans.down)][column] == "^") {
    ++spans.down;
  }
  return spans;
}

std::string as_xlsx(const std::vector<FormSheet>& sheets) {
  XlsxWriter book;
  for (std::size_t number = 0; number < sheets.size(); ++number) {
    const FormSheet& form = sheets[number];
    book.sheet("项目" + std::to_string(number + 1));
    std::size_t line = 1;
    for (const std::string& text : form.above) {
      book.text(cell_name(line, 0), text);
      book.merge(cell_name(line, 0) + ":" + cell_name(line, form.widths.size() - 1));
      ++line;
    }
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      for (std::size_t column = 0; column < form.rows[row].size(); ++column) {
        const std::string& cell = form.rows[row][column];
        if (continues(cell)) continue;
        if (!cell.empty()) book.text(cell_name(line + row, column), cell);
        const Spans spans = spans_at(form, row, column);
        if (spans.right > 1 || spans.down > 1) {
          book.merge(cell_name(line + row, column) + ":" +
                     cell_name(line + row + static_cast<std::size_t>(spans.down) - 1,
                               column + static_cast<std::size_t>(spans.right) - 1));
        }
      }
    }
  }
  return book.bytes();
}

std::string as_docx(const std::vector<FormSheet>& forms) {
  DocxWriter text;
  for (const FormSheet& form : forms) {
    for (const std::string& line : form.above) text.paragraph(line);
    std::vector<std::vector<DocxCell>> rows;
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      std::vector<DocxCell> cells;
      for (std::size_t column = 0; column < form.rows[row].size(); ++column) {
        const std::string& cell = form.rows[row][column];
        if (cell == "<") continue;
        const Spans spans = spans_at(form, row, column);
        DocxCell out{cell == "^" ? "" : cell, spans.right, DocxCell::Vertical::None};
        if (cell == "^") out.vertical = DocxCell::Vertical::Continues;
        if (spans.down > 1 && cell != "^") out.vertical = DocxCell::Vertical::Begins;
        cells.push_back(std::move(out));
      }
      rows.push_back(std::move(cells));
    }
    text.table(rows);
  }
  return text.bytes();
}

std::string as_html(const std::vector<FormSheet>& forms) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>绩效自评表公开</title></head>\n<body>\n";
  for (const FormSheet& form : forms) {
    for (const std::string& line : form.above) out += "<p align=\"center\">" + html_of(line) + "</p>\n";
    out += "<table border=\"1\">\n";
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      out += "<tr>";
      for (std::size_t column = 0; column < form.rows[row].size(); ++column) {
        if (continues(form.rows[row][column])) continue;
        const Spans spans = spans_at(form, row, column);
        out += "<td";
        if (spans.right > 1) out += " colspan=\"" + std::to_string(spans.right) + "\"";
        if (spans.down > 1) out += " rowspan=\"" + std::to_string(spans.down) + "\"";
        out += ">" + html_of(form.rows[row][column]) + "</td>";
      }
      out += "</tr>\n";
    }
    out += "</table>\n";
  }
  return out + "</body></html>\n";
}

std::string as_pdf(const std::vector<FormSheet>& forms) {
  PdfWriter pdf;
  constexpr float kLeft = 50, kTop = 60, kTitle = 16, kLine = 24;
  bool first = true;
  for (const FormSheet& form : forms) {
    if (!first) pdf.new_page();
    first = false;
    float top = kTop;
    float whole = 0;
    for (const float width : form.widths) whole += width;
    for (const std::string& line : form.above) {
      const float size = top == kTop ? kTitle : 10.5F;
      pdf.text(kLeft + (whole - width_of(line, size)) / 2, top, line, size);
      top += kLine;
    }
    PdfWriter::Table table;
    table.left = kLeft;
    table.top = top;
    table.widths = form.widths;
    table.rows = form.rows;
    table.size = 9;
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      for (std::size_t column = 0; column < form.rows[row].size(); ++column) {
        if (continues(form.rows[row][column])) continue;
        float width = -6;  // the margins inside the cell
        for (int i = 0; i < spans_at(form, row, column).right; ++i)
          width += form.widths[column + static_cast<std::size_t>(i)];
        table.rows[row][column] = fitted(form.rows[row][column], width, table.size);
      }
    }
    pdf.table(table);
  }
  return pdf.bytes();
}

}  // namespace jiheng::test
