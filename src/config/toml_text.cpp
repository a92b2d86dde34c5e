#include "config/toml_text.h"

namespace jiheng {
namespace {

bool starts_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '"' || c == '\'';
}

// The first character of a table header's name: after [ or [[ and blanks; what is no name is refused here,
// but for ] and the end of the text, which toml++ reports well.
bool names_nothing(std::string_view text, std::size_t bracket) {
  std::size_t next = text.find_first_not_of(" \t", bracket + 1);
  if (next == bracket + 1 && text[next] == '[') next = text.find_first_not_of(" \t", next + 1);
  return next != std::string_view::npos && text[next] != ']' && text[next] != '[' && !starts_key(text[next]);
}

}  // namespace

std::optional<toml::source_position> impossible_character(std::string_view text) {
  toml::source_position at{1, 1};
  char quote = 0;       // the open string's: " or '
  bool triple = false;  // it is a multi-line one
  bool comment = false;
  bool line_start = true;
  int depth = 0;  // of open brackets: inside an array, [ is no header
  for (std::size_t i = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      comment = false;
      line_start = true;
      if (!triple) quote = 0;  // an unclosed string: toml++ will say so
      at = {at.line + 1, 1};
      continue;
    }
    if (!comment && quote == 0 && static_cast<unsigned char>(c) >= 0x80) return at;
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++at.column;
    if (comment) continue;
    const bool three = i + 2 < text.size() && text[i + 1] == c && text[i + 2] == c;
    if (quote == 0) {
      if (c == '[' && line_start && depth == 0 && names_nothing(text, i)) return at;
      if (c == '[') ++depth;
      if (c == ']' && depth > 0) --depth;
      if (c != ' ' && c != '\t') line_start = false;
      comment = c == '#';
      if (c != '"' && c != '\'') continue;
      quote = c;
      triple = three;
      if (triple) i += 2, at.column += 2;
    } else if (c == '\\' && quote == '"') {
      if (i + 1 < text.size() && text[i + 1] != '\n') ++i;
    } else if (c == quote && (!triple || three)) {
      if (triple) i += 2;
      while (triple && i + 1 < text.size() && text[i + 1] == quote) ++i;  // up to two more belong to the string
      quote = 0;
      triple = false;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng
