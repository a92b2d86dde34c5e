// Shared strings of a workbook: every text once, cells name them by number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/xml_stream.h"

namespace jiheng {

/// All texts in one buffer, clean (see normalise.h).
class SharedStrings {
 public:
  void add(std::string_view text) {
    text_.append(text);
    ends_.push_back(text_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// "" past the end.
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    if (index >= ends_.size()) return {};
    const std::size_t from = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(from, ends_[index] - from);
  }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};

/// Reads sharedStrings.xml into `strings`; what could be read before a fault stays. False on a fault.
bool read_shared_strings(XmlStream& xml, SharedStrings& strings);

/// After the Start of an <si> or <is>: its text with rich text runs joined and phonetic hints left
/// out, clean and trimmed; moves past its End. False when the XML breaks.
bool read_rich_text(XmlStream& xml, std::string& text);

/// Excel writes characters that XML does not allow as _x000D_; replaces those in place.
void decode_excel_escapes(std::string& text);

}  // namespace jiheng
