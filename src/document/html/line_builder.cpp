#include "document/html/line_builder.h"

#include "core/text.h"
#include "document/normalise.h"

namespace jiheng {
namespace {

// A character of a script that is written without spaces.
bool is_wide(char32_t c) {
  return is_han(c) || (c >= 0x3000 && c < 0x3100) || (c >= 0xFF00 && c < 0xFF61);
}

}  // namespace

void LineBuilder::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      gap_ = true;
      broken_ = broken_ || c == '\n' || c == '\r';
      ++at;
      continue;
    }
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    // The source's line break inside Chinese text is no space.
    if (gap_ && !line_.empty() && !(broken_ && is_wide(last_) && is_wide(code))) line_.push_back(' ');
    gap_ = broken_ = false;
    line_.append(text.substr(from, at - from));
    last_ = code;
  }
}

void LineBuilder::add_preformatted(std::string_view text) {
  while (true) {
    const std::size_t end = text.find('\n');
    line_.append(text.substr(0, end));
    if (end == std::string_view::npos) return;
    flush();
    text.remove_prefix(end + 1);
  }
}

void LineBuilder::flush() {
  const std::string clean = normalised(line_);
  line_.clear();
  gap_ = broken_ = false;
  const std::string_view inner = trimmed(clean);
  if (inner.empty()) return;
  TextLine out;
  out.text = inner;
  blocks_.push_back({std::move(out)});
}

}  // namespace jiheng
