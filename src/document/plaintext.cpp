// Plain text: what PDF-to-text programs and the clipboard give. Every line keeps its place, because
// in such text the place is all that is left of the table.
#include <string>
#include <utility>

#include "core/text.h"
#include "document/decode.h"
#include "document/normalise.h"
#include "document/read_document.h"
#include "document/refusal.h"

namespace jiheng {
namespace {

constexpr int kTabStop = 8;
constexpr int kLinesPerRow = 5;  ///< a text of a table has several lines a row

int column_after(char32_t c, int column) {
  return c == '\t' ? (column / kTabStop + 1) * kTabStop : column + display_width(c);
}

// Pieces of the line that stand apart: by a tab or by two spaces and more.
std::vector<Span> spans_of(std::string_view line) {
  std::vector<Span> spans;
  std::size_t begin = 0, end = 0;  // of the piece being read
  int left = 0, right = 0, column = 0;
  int spaces = 2;  // since the last character
  bool tab = false;
  const auto close = [&] {
    if (end > begin) {
      spans.push_back(
          {std::string(line.substr(begin, end - begin)), static_cast<float>(left), static_cast<float>(right)});
    }
    begin = end;
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(line, at);
    const int next = column_after(c, column);
    if (is_space(c)) {
      ++spaces;
      tab = tab || c == '\t';
    } else {
      if (spaces >= 2 || tab) {
        close();
        begin = from;
        left = column;
      }
      spaces = 0;
      tab = false;
      end = at;
      right = next;
    }
    column = next;
  }
  close();
  return spans;
}

}  // namespace

Result<Document> read_plaintext(std::string_view bytes, std::string_view name, const Limits& limits) {
  const std::optional<std::string> text = decode_text(bytes);
  if (!text) return unknown_format("no text in UTF-8, UTF-16 or GB18030");
  Document document;
  document.name = name;
  document.format = Format::PlainText;
  document.pages = 1;
  int number = 0;
  bool last_blank = true;
  std::string_view rest = *text;
  const auto add = [&](std::string_view raw) {
    std::string line = normalised(raw);
    line.resize(line.find_last_not_of(" \t\n") + 1);
    const bool blank = trimmed(line).empty();
    if (blank && last_blank) return;  // one blank line says as much as ten
    last_blank = blank;
    TextLine out;
    out.page = document.pages;
    out.line = number;
    out.spans = spans_of(line);
    const float right = out.spans.empty() ? 0 : out.spans.back().right;
    out.box = {out.spans.empty() ? 0 : out.spans.front().left, static_cast<float>(number - 1), right,
               static_cast<float>(number)};
    out.text = blank ? std::string() : std::move(line);
    document.blocks.push_back({std::move(out)});
  };
  while (!rest.empty()) {
    if (++number > limits.max_rows * kLinesPerRow) return too_large({}, "文本行数过多", "the text has too many lines");
    const std::size_t end = rest.find_first_of("\r\n");
    std::string_view line = rest.substr(0, end);
    std::size_t eaten = line.size();
    if (end != std::string_view::npos) eaten += rest.substr(end, 2) == "\r\n" ? 2 : 1;
    rest.remove_prefix(eaten);
    // A form feed begins the next page; what stands before it belongs to this one.
    for (std::size_t feed = line.find('\f'); feed != std::string_view::npos; feed = line.find('\f')) {
      if (!trimmed(line.substr(0, feed)).empty()) add(line.substr(0, feed));
      if (++document.pages > limits.max_pages) return too_large({}, "页数过多", "the text has too many pages");
      line.remove_prefix(feed + 1);
    }
    add(line);
  }
  while (!document.blocks.empty() && document.blocks.back().line()->text.empty()) document.blocks.pop_back();
  if (document.blocks.empty()) return nothing_inside("white space only");
  // A form feed at the very end closes the last page and opens none.
  document.pages = document.blocks.back().line()->page;
  return document;
}

}  // namespace jiheng
