#include "document/xlsx/shared_strings.h"

#include <charconv>

#include "core/text.h"
#include "document/normalise.h"

namespace jiheng {

bool read_rich_text(XmlStream& xml, std::string& text) {
  text.clear();
  std::string raw;
  int depth = 1;
  bool in_text = false;
  while (depth > 0) {
    switch (xml.next()) {
      case XmlStream::Token::Start:
        if (xml.name() == "rPh" || xml.name() == "rPr" || xml.name() == "phoneticPr") {
          if (!xml.skip()) return false;
          break;
        }
        in_text = xml.name() == "t";
        ++depth;
        break;
      case XmlStream::Token::End:
        in_text = false;
        --depth;
        break;
      case XmlStream::Token::Text:
        if (in_text) xml.append_text(raw);
        break;
      default: return false;
    }
  }
  decode_excel_escapes(raw);
  append_normalised(text, raw);
  const std::string_view inner = trimmed(text);
  if (inner.size() != text.size()) text = std::string(inner);
  return true;
}

bool read_shared_strings(XmlStream& xml, SharedStrings& strings) {
  std::string text;
  while (true) {
    switch (xml.next()) {
      case XmlStream::Token::Start:
        if (xml.name() == "si") {
          if (!read_rich_text(xml, text)) return false;
          strings.add(text);
        }
        break;
      case XmlStream::Token::Done: return true;
      case XmlStream::Token::Broken:
      case XmlStream::Token::TooDeep: return false;
      default: break;
    }
  }
}

void decode_excel_escapes(std::string& text) {
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return;
  std::string out;
  std::size_t from = 0;
  for (; at != std::string::npos; at = text.find("_x", at)) {
    unsigned code = 0;
    const char* digits = text.data() + at + 2;
    const bool whole = at + 7 <= text.size() && text[at + 6] == '_' &&
                       std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 &&
                       (code < 0xD800 || code > 0xDFFF);
    if (!whole) {
      at += 2;
      continue;
    }
    out.append(text, from, at - from);
    append_utf8(out, code);
    at += 7;
    from = at;
  }
  out.append(text, from);
  text = std::move(out);
}

}  // namespace jiheng
