#include "support/xlsx_writer.h"

#include <algorithm>

#include "support/zip_writer.h"

namespace jiheng::test {
namespace {

constexpr const char* kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr const char* kMain = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr int kFirstCustomFormat = 164;

std::pair<int, int> place_of(std::string_view cell) {
  int column = 0;
  std::size_t i = 0;
  for (; i < cell.size() && cell[i] >= 'A'; ++i) column = column * 26 + (cell[i] - 'A' + 1);
  return {std::stoi(std::string(cell.substr(i))), column};
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inside) {
  return std::string(kHead) +
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + inside +
         "</Relationships>";
}

}  // namespace

XlsxWriter& XlsxWriter::sheet(std::string name, bool hidden) {
  sheets_.push_back({std::move(name), hidden, {}, {}});
  return *this;
}

void XlsxWriter::put(std::string_view cell, std::string xml) {
  if (sheets_.empty()) sheet("Sheet1");
  sheets_.back().cells[place_of(cell)] = std::move(xml);
}

XlsxWriter& XlsxWriter::text(std::string_view cell, std::string_view value) {
  put(cell, "<c r=\"" + std::string(cell) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_escaped(value) +
                "</t></is></c>");
  return *this;
}

XlsxWriter& XlsxWriter::shared(std::string_view cell, std::string xml) {
  put(cell, "<c r=\"" + std::string(cell) + "\" t=\"s\"><v>" + std::to_string(strings_.size()) + "</v></c>");
  strings_.push_back(std::move(xml));
  return *this;
}

XlsxWriter& XlsxWriter::number(std::string_view cell, std::string_view stored, std::string_view format) {
  const auto found = std::find(formats_.begin(), formats_.end(), format);
  const auto style = format.empty() ? 0 : found - formats_.begin() + 1;
  if (!format.empty() && found == formats_.end()) formats_.emplace_back(format);
  put(cell,
      "<c r=\"" + std::string(cell) + "\" s=\"" + std::to_string(style) + "\"><v>" + std::string(stored) + "</v></c>");
  return *this;
}

XlsxWriter& XlsxWriter::empty(std::string_view cell) {
  put(cell, "<c r=\"" + std::string(cell) + "\" s=\"0\"/>");
  return *this;
}

XlsxWriter& XlsxWriter::typed(std::string_view cell, std::string_view type, std::string_view value) {
  put(cell, "<c r=\"" + std::string(cell) + "\" t=\"" + std::string(type) + "\"><v>" + xml_escaped(value) + "</v></c>");
  return *this;
}

XlsxWriter& XlsxWriter::merge(std::string_view range) {
  sheets_.back().merges.emplace_back(range);
  return *this;
}

XlsxWriter& XlsxWriter::part(std::string name, std::string content) {
  parts_[std::move(name)] = std::move(content);
  return *this;
}

std::string XlsxWriter::xml_of(const Sheet& sheet) {
  std::string xml = std::string(kHead) + "<worksheet " + kMain + "><sheetData>";
  int row = 0;
  for (const auto& [place, cell] : sheet.cells) {
    if (place.first != row) {
      if (row != 0) xml += "</row>";
      row = place.first;
      xml += "<row r=\"" + std::to_string(row) + "\">";
    }
    xml += cell;
  }
  xml += row == 0 ? "</sheetData>" : "</row></sheetData>";
  if (!sheet.merges.empty()) {
    xml += "<mergeCells count=\"" + std::to_string(sheet.merges.size()) + "\">";
    for (const std::string& range : sheet.merges) xml += "<mergeCell ref=\"" + range + "\"/>";
    xml += "</mergeCells>";
  }
  return xml + "</worksheet>";
}

std::string XlsxWriter::sheet_xml() const {
  return xml_of(sheets_.back());
}

std::string XlsxWriter::bytes() const {
  std::map<std::string, std::string> parts;
  std::string list, links;
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    parts["xl/worksheets/sheet" + number + ".xml"] = xml_of(sheets_[i]);
    list += "<sheet name=\"" + xml_escaped(sheets_[i].name) + "\" sheetId=\"" + number + "\"" +
            (sheets_[i].hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + number + "\"/>";
    links += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
  }
  std::string formats, styles = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < formats_.size(); ++i) {
    const bool built_in = formats_[i].size() <= 2 && formats_[i].find_first_not_of("0123456789") == std::string::npos &&
                          formats_[i] != "0";
    const std::string id = built_in ? formats_[i] : std::to_string(kFirstCustomFormat + static_cast<int>(i));
    if (!built_in) formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + xml_escaped(formats_[i]) + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
  }
  parts["xl/styles.xml"] = std::string(kHead) + "<styleSheet " + kMain + "><numFmts>" + formats +
                           "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>";
  links += relation("rIdStyles", "styles", "styles.xml");
  if (!strings_.empty()) {
    std::string xml = std::string(kHead) + "<sst " + kMain + ">";
    for (const std::string& item : strings_) xml += "<si>" + item + "</si>";
    parts["xl/sharedStrings.xml"] = xml + "</sst>";
    links += relation("rIdStrings", "sharedStrings", "sharedStrings.xml");
  }
  parts["xl/workbook.xml"] = std::string(kHead) + "<workbook " + kMain + " xmlns:r=\"" + kRelations + "\"><sheets>" +
                             list + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = relations(links);
  parts["_rels/.rels"] = relations(relation("rId1", "officeDocument", "xl/workbook.xml"));
  parts["[Content_Types].xml"] =
      std::string(kHead) +
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>)";
  for (const auto& [name, content] : parts_) parts[name] = content;
  return zip_of({parts.begin(), parts.end()});
}

}  // namespace jiheng::test
