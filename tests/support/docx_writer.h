// Small text documents for tests and examples: paragraphs, tables, and XML of one's own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::test {

/// A cell of a table row. A cell that continues the one above has `continues`.
struct DocxCell {
  std::string text;
  int span = 1;
  enum class Vertical { None, Begins, Continues } vertical = Vertical::None;
};

class DocxWriter {
 public:
  DocxWriter& paragraph(std::string_view text);
  DocxWriter& table(const std::vector<std::vector<DocxCell>>& rows);
  /// Raw XML in the body; prefixes w, w14, mc, wps, v, a are declared.
  DocxWriter& raw(std::string_view xml);
  /// Adds or replaces a part; "word/numbering.xml" and "word/styles.xml" are linked from the document.
  DocxWriter& part(std::string name, std::string content);

  [[nodiscard]] std::string bytes() const;
  [[nodiscard]] std::string document_xml() const;

 private:
  std::string body_;
  std::map<std::string, std::string> parts_;
};

}  // namespace jiheng::test
