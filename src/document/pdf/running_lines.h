// Running lines: page numbers and running headers and footers, which belong to no text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace jiheng::pdf {

/// "- 1 -", "12", "第 1 页 共 4 页", "1/4", "Page 1 of 4", "Ⅳ".
bool is_page_number(std::string_view text);

/// The same line at the same height of two pages, but for its digits.
bool is_same_running_line(const TextLine& a, const TextLine& b);

/// "续表", "（续）", "接上表", "续上页": says itself that the table goes on.
bool is_continuation_mark(std::string_view text);

}  // namespace jiheng::pdf
