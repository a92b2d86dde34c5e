// PdfWriter: content streams and objects by hand; qpdf only to encrypt.
#include "support/pdf_writer.h"

#include <qpdf/qpdf-c.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <stdexcept>

#include "core/text.h"

namespace jiheng::test {
namespace {

std::string number(float value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.3f", static_cast<double>(value));
  return buffer;
}

template <class... Values>
std::string numbers(Values... values) {
  std::string out;
  ((out += number(values) + ' '), ...);
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back().push_back(c);
    }
  }
  return lines;
}

}  // namespace

float width_of(std::string_view utf8, float size) {
  float width = 0;
  for (std::size_t at = 0; at < utf8.size();) width += next_code_point(utf8, at) < 0x80 ? size / 2 : size;
  return width;
}

PdfWriter::PdfWriter(float width, float height) {
  new_page(width, height);
}

PdfWriter& PdfWriter::new_page() {
  return new_page(page().width, page().height);
}

PdfWriter& PdfWriter::new_page(float width, float height) {
  pages_.push_back({width, height, 0, ""});
  return *this;
}

PdfWriter& PdfWriter::rotate_page(int degrees) {
  page().rotation = degrees;
  return *this;
}

PdfWriter& PdfWriter::rules(Rules rules) {
  rules_ = rules;
  return *this;
}

PdfWriter& PdfWriter::coding(Coding coding) {
  coding_ = coding;
  return *this;
}

std::string PdfWriter::shown(std::string_view utf8) const {
  std::string hex = "<";
  char unit[8];
  for (std::size_t at = 0; at < utf8.size();) {
    const auto code = static_cast<unsigned>(next_code_point(utf8, at));
    std::snprintf(unit, sizeof unit, coding_ == Coding::Gbk ? "%02X" : "%04X", code);
    hex += unit;
  }
  return hex + "> Tj";
}

PdfWriter& PdfWriter::text(float x, float baseline, std::string_view utf8, float size) {
  page().stream += "BT " + std::string(coding_ == Coding::Gbk ? "/G " : "/F ") + number(size) + " Tf " +
                   numbers(x, page().height - baseline) + "Td " + shown(utf8) + " ET\n";
  return *this;
}

PdfWriter& PdfWriter::text_upwards(float x, float bottom, std::string_view utf8, float size) {
  page().stream +=
      "BT /F " + number(size) + " Tf 0 1 -1 0 " + numbers(x, page().height - bottom) + "Tm " + shown(utf8) + " ET\n";
  return *this;
}

PdfWriter& PdfWriter::clipped_text(float x, float baseline, std::string_view utf8, float left, float top, float right,
                                   float bottom, float size) {
  page().stream += "q " + numbers(left, page().height - bottom, right - left, bottom - top) + "re W n\n";
  text(x, baseline, utf8, size);
  page().stream += "Q\n";
  return *this;
}

PdfWriter& PdfWriter::line(float x0, float y0, float x1, float y1, float width) {
  if (rules_ == Rules::ThinBoxes) {
    return x0 == x1 ? filled_box(x0 - width / 2, y0, x0 + width / 2, y1)
                    : filled_box(x0, y0 - width / 2, x1, y0 + width / 2);
  }
  const float height = page().height;
  page().stream += number(width) + " w " + numbers(x0, height - y0) + "m " + numbers(x1, height - y1) + "l S\n";
  return *this;
}

PdfWriter& PdfWriter::filled_box(float left, float top, float right, float bottom) {
  page().stream += numbers(left, page().height - bottom, right - left, bottom - top) + "re f\n";
  return *this;
}

PdfWriter& PdfWriter::picture(float left, float top, float right, float bottom) {
  page().stream +=
      "q " + number(right - left) + " 0 0 " + numbers(bottom - top, left, page().height - bottom) + "cm /P Do Q\n";
  return *this;
}

float PdfWriter::table(const Table& table) {
  const std::size_t rows = table.rows.size(), columns = table.widths.size();
  std::vector<float> xs{table.left}, ys{table.top};
  for (const float width : table.widths) xs.push_back(xs.back() + width);
  for (const auto& row : table.rows) {
    std::size_t most = 1;
    for (const std::string& cell : row) most = std::max(most, lines_of(cell).size());
    ys.push_back(ys.back() + 1.3F * table.size * static_cast<float>(most) + 6);
  }
  const auto at = [&table](std::size_t row, std::size_t column) {
    return column < table.rows[row].size() ? table.rows[row][column] : std::string();
  };
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::string cell = at(row, column);
      // The rule above and the one at the left of each box, where it begins a cell there.
      std::size_t first = column;
      while (first > 0 && at(row, first) == "<") --first;
      if (at(row, first) != "^" && (row > 0 || table.top_rule)) {
        line(xs[column], ys[row], xs[column + 1], ys[row]);
      }
      if (cell != "<" && (column > 0 || table.left_rule)) line(xs[column], ys[row], xs[column], ys[row + 1]);
      if (cell == "<" || cell == "^") continue;
      float baseline = ys[row] + 3 + table.size;
      for (const std::string& each : lines_of(cell)) {
        if (!each.empty()) text(xs[column] + 3, baseline, each, table.size);
        baseline += 1.3F * table.size;
      }
    }
    if (table.right_rule) line(xs.back(), ys[row], xs.back(), ys[row + 1]);
  }
  if (table.bottom_rule) line(xs.front(), ys.back(), xs.back(), ys.back());
  return ys.back();
}

std::string PdfWriter::bytes() const {
  std::vector<std::string> objects;  // number 1 first
  const auto add = [&objects](std::string object) { objects.push_back(std::move(object)); };
  add("<</Type /Catalog /Pages 2 0 R>>");
  std::string kids;
  constexpr std::size_t kFirstPage = 10;
  for (std::size_t i = 0; i < pages_.size(); ++i) kids += std::to_string(kFirstPage + 2 * i) + " 0 R ";
  add("<</Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "]>>");
  const auto font = [](const char* encoding, int descendant) {
    return std::string("<</Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /") + encoding +
           " /DescendantFonts [" + std::to_string(descendant) + " 0 R]>>";
  };
  const std::string descendant =
      "<</Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) "
      "/Supplement 2>> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500 814 939 500]>>";
  add(font("UniGB-UCS2-H", 5));
  add(font("GBK-EUC-H", 6));
  add(descendant);
  add(descendant);
  add("<</Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 "
      "/Descent -141 /CapHeight 683 /StemV 91>>");
  add("<</Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length "
      "4>>\nstream\n"
      "\x80\x90\xA0\xB0\nendstream");
  add("<</Font <</F 3 0 R /G 4 0 R>> /XObject <</P 8 0 R>>>>");
  for (const PageContent& page : pages_) {
    const std::size_t content = objects.size() + 2;
    add("<</Type /Page /Parent 2 0 R /MediaBox [0 0 " + numbers(page.width, page.height) + "] /Rotate " +
        std::to_string(page.rotation) + " /Resources 9 0 R /Contents " + std::to_string(content) + " 0 R>>");
    add("<</Length " + std::to_string(page.stream.size()) + ">>\nstream\n" + page.stream + "\nendstream");
  }
  std::string out = "%PDF-1.5\n";
  std::string entries = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[24];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
    entries += entry;
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(out.size());
  const std::string size = std::to_string(objects.size() + 1);
  return out + "xref\n0 " + size + "\n" + entries + "trailer\n<</Size " + size + " /Root 1 0 R>>\nstartxref\n" + start +
         "\n%%EOF\n";
}

std::string PdfWriter::encrypted(const std::string& password) const {
  const std::string plain = bytes();
  qpdf_data pdf = qpdf_init();
  std::string result;
  if (qpdf_read_memory(pdf, "plain", plain.data(), plain.size(), nullptr) == QPDF_SUCCESS &&
      qpdf_init_write_memory(pdf) == QPDF_SUCCESS) {
    qpdf_set_r6_encryption_parameters2(pdf, password.c_str(), (password + "owner").c_str(), QPDF_TRUE, QPDF_TRUE,
                                       QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
    if (qpdf_write(pdf) == QPDF_SUCCESS) {
      result.assign(reinterpret_cast<const char*>(qpdf_get_buffer(pdf)), qpdf_get_buffer_length(pdf));
    }
  }
  qpdf_cleanup(&pdf);
  if (result.empty()) throw std::runtime_error("qpdf did not encrypt");
  return result;
}

}  // namespace jiheng::test
