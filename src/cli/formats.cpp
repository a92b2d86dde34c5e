// jiheng formats: what can be read, and how it is told apart.
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/phrases.h"

namespace jiheng {
namespace {

struct Known {
  Format format;
  std::string_view endings;
  std::string_view chinese, english;
};

constexpr std::array kKnown = {
    Known{Format::Pdf, ".pdf", "带文字的 PDF：按框线和文字位置识别表格；扫描件会说明没有文字",
          "with text: tables by ruling lines and places; scans are reported as such"},
    Known{Format::Xlsx, ".xlsx", "合并单元格、数字格式按显示内容读取，多个工作表",
          "merged cells, numbers as displayed, many sheets"},
    Known{Format::Docx, ".docx", "表格、合并单元格、嵌套表格", "tables, merged cells, nested tables"},
    Known{Format::Html, ".html .htm", "网页，UTF-8 或 GB18030，不规范的也可以", "UTF-8 or GB18030, malformed too"},
    Known{Format::PlainText, ".txt", "pdftotext 的输出（有无版式均可）、粘贴的文字",
          "pdftotext output with and without layout, pasted text"},
    Known{Format::Json, ".json", "jiheng extract 的输出", "what jiheng extract writes"},
    Known{Format::Xls, ".xls .et", "旧版表格，需安装 LibreOffice", "legacy, by LibreOffice where installed"},
    Known{Format::Doc, ".doc", "旧版文档，需安装 LibreOffice", "legacy, by LibreOffice where installed"},
    Known{Format::Wps, ".wps", "WPS 文字，需安装 LibreOffice", "legacy, by LibreOffice where installed"},
};

}  // namespace

int run_formats(const Arguments& arguments) {
  Output output(arguments.language);
  const Page page = standard_page();
  if (arguments.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Known& known : kKnown) {
      list.push_back({{"format", format_name(known.format)},
                      {"endings", known.endings},
                      {"description", tr(arguments.language, known.chinese, known.english)}});
    }
    output.print(list.dump(1) + "\n");
  } else {
    for (const Known& known : kKnown) {
      output.print(inked(page, Ink::Bold, padded(format_text(known.format, arguments.language), 12)) +
                   padded(known.endings, 13) + std::string(tr(arguments.language, known.chinese, known.english)) +
                   "\n");
    }
    output.print(std::string(
        tr(arguments.language, "格式按内容判断，与文件名无关。\n", "Formats are told by content, not by name.\n")));
  }
  return output.finish() ? kClean : kUnread;
}

}  // namespace jiheng
