// Small workbooks for tests and examples: texts, numbers with formats, merged cells, hidden sheets.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng::test {

class XlsxWriter {
 public:
  /// Cells written from now on go to this sheet.
  XlsxWriter& sheet(std::string name, bool hidden = false);
  XlsxWriter& text(std::string_view cell, std::string_view value);
  /// A text in the table of shared strings; `xml` is the inside of its <si>, which may be rich.
  XlsxWriter& shared(std::string_view cell, std::string xml);
  /// `stored` as the file keeps it: "0.83333333333333337"; `format` a format code, or a built-in number.
  XlsxWriter& number(std::string_view cell, std::string_view stored, std::string_view format = "");
  /// A cell that has a style and nothing else.
  XlsxWriter& empty(std::string_view cell);
  /// A <c> of another type: "b", "e", "str".
  XlsxWriter& typed(std::string_view cell, std::string_view type, std::string_view value);
  XlsxWriter& merge(std::string_view range);
  /// Adds or replaces a part of the package.
  XlsxWriter& part(std::string name, std::string content);

  [[nodiscard]] std::string bytes() const;
  /// The XML of the last sheet, for readers of one sheet.
  [[nodiscard]] std::string sheet_xml() const;

 private:
  struct Sheet {
    std::string name;
    bool hidden = false;
    std::map<std::pair<int, int>, std::string> cells;  ///< by row and column: the <c> element
    std::vector<std::string> merges;
  };
  void put(std::string_view cell, std::string xml);
  static std::string xml_of(const Sheet& sheet);

  std::vector<Sheet> sheets_;
  std::vector<std::string> formats_, strings_;
  std::map<std::string, std::string> parts_;
};

}  // namespace jiheng::test
