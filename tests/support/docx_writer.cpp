#include "support/docx_writer.h"

#include "support/zip_writer.h"

namespace jiheng::test {
namespace {

constexpr const char* kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// A paragraph whose lines are parted by <w:br/>.
std::string paragraph_xml(std::string_view text) {
  std::string xml = "<w:p><w:r>";
  while (true) {
    const std::size_t end = text.find('\n');
    xml += "<w:t xml:space=\"preserve\">" + xml_escaped(text.substr(0, end)) + "</w:t>";
    if (end == std::string_view::npos) return xml + "</w:r></w:p>";
    xml += "<w:br/>";
    text.remove_prefix(end + 1);
  }
}

std::string relations(const std::string& inside) {
  return std::string(kHead) +
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + inside +
         "</Relationships>";
}

std::string relation(const std::string& type, const std::string& target) {
  return "<Relationship Id=\"id-" + type + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" + target + "\"/>";
}

}  // namespace

DocxWriter& DocxWriter::paragraph(std::string_view text) {
  body_ += paragraph_xml(text);
  return *this;
}

DocxWriter& DocxWriter::table(const std::vector<std::vector<DocxCell>>& rows) {
  body_ += "<w:tbl>";
  for (const auto& row : rows) {
    body_ += "<w:tr>";
    for (const DocxCell& cell : row) {
      body_ += "<w:tc><w:tcPr>";
      if (cell.span > 1) body_ += "<w:gridSpan w:val=\"" + std::to_string(cell.span) + "\"/>";
      if (cell.vertical == DocxCell::Vertical::Begins) body_ += "<w:vMerge w:val=\"restart\"/>";
      if (cell.vertical == DocxCell::Vertical::Continues) body_ += "<w:vMerge/>";
      body_ += "</w:tcPr>" + paragraph_xml(cell.text) + "</w:tc>";
    }
    body_ += "</w:tr>";
  }
  body_ += "</w:tbl>";
  return *this;
}

DocxWriter& DocxWriter::raw(std::string_view xml) {
  body_ += xml;
  return *this;
}

DocxWriter& DocxWriter::part(std::string name, std::string content) {
  parts_[std::move(name)] = std::move(content);
  return *this;
}

std::string DocxWriter::document_xml() const {
  return std::string(kHead) +
         R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>)" +
         body_ + "</w:body></w:document>";
}

std::string DocxWriter::bytes() const {
  std::map<std::string, std::string> parts;
  parts["word/document.xml"] = document_xml();
  parts["_rels/.rels"] = relations(relation("officeDocument", "word/document.xml"));
  parts["[Content_Types].xml"] =
      std::string(kHead) +
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
  std::string links;
  if (parts_.contains("word/numbering.xml")) links += relation("numbering", "numbering.xml");
  if (parts_.contains("word/styles.xml")) links += relation("styles", "styles.xml");
  parts["word/_rels/document.xml.rels"] = relations(links);
  for (const auto& [name, content] : parts_) parts[name] = content;
  return zip_of({parts.begin(), parts.end()});
}

}  // namespace jiheng::test
