// Documents of text lines only, and short views of what was read, for the segmenter's tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/lexicon_toml.h"
#include "config/wording_toml.h"
#include "document/document.h"
#include "reading/reader.h"

namespace jiheng::testing {

/// Every line of `text`; a form feed begins a page.
inline Document text_document(std::string_view text) {
  Document document;
  document.format = Format::PlainText;
  int page = 1, number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.front() == '\f') {
      ++page;
      line.erase(0, 1);
    }
    TextLine out;
    out.text = std::move(line);
    out.page = page;
    out.line = ++number;
    document.blocks.push_back({out});
  }
  document.pages = page;
  return document;
}

inline std::vector<Form> segmented(std::string_view text) {
  return segment_text(text_document(text), builtin_wording(), builtin_lexicon());
}

/// A form whose text goes on with these indicators.
inline Form form_with(std::string_view indicators) {
  static constexpr std::string_view kTop = R"(                 项目支出绩效自评表
                    （2023年度）
 项目名称                   山塘清淤工程
 主管部门       青石县水利局            实施单位        青石县河道所
)";
  return segmented(std::string(kTop) + std::string(indicators)).at(0);
}

/// "产出指标 / 数量指标 / 培训人数 / ≥30人 / 32人 / 10 / 10" of one indicator.
inline std::string row_of(const Indicator& row) {
  return row.l1.printed + " / " + row.l2.printed + " / " + row.l3.printed + " / " + row.target.printed + " / " +
         row.actual.printed + " / " + row.weight.printed + " / " + row.score.printed;
}

inline std::vector<std::string> rows_of(const Form& form) {
  std::vector<std::string> rows;
  for (const Indicator& row : form.indicators) rows.push_back(row_of(row));
  return rows;
}

}  // namespace jiheng::testing
