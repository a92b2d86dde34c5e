#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "core/text.h"

namespace jiheng {
namespace {

constexpr int kNarrowest = 60, kWidest = 110, kNoTerminal = 96;

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::Plain: return "0";
    case Ink::Bold: return "1";
    case Ink::Dim: return "2";
    case Ink::Red: return "1;31";
    case Ink::Yellow: return "33";
    case Ink::Green: return "32";
    case Ink::Cyan: return "36";
  }
  return "0";
}

bool one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// May not stand at the start of a line.
bool closes(char32_t c) {
  return one_of(c, U"，。、；：！？）》」』】〕”’%％…,.;:!?)]}");
}
/// May not stand at the end of a line.
bool opens(char32_t c) {
  return one_of(c, U"（《「『【〔“‘([{");
}
/// Part of a word or number that is kept whole.
bool sticks(char32_t c) {
  return c > ' ' && c < 0x2E80 && !one_of(c, U"“”‘’…·—→×÷≥≤≠");
}

/// One line (no breaks inside) into pieces of at most `width` columns.
void wrap_line(std::string_view line, int width, std::vector<std::string>& out) {
  const std::u32string text = to_utf32(line);
  std::size_t start = 0;
  while (true) {
    int used = 0;
    std::size_t end = start;
    while (end < text.size() && used + display_width(text[end]) <= width) used += display_width(text[end++]);
    if (end == text.size()) break;
    // Step back to a place where a line may end; a word longer than the line is cut where it is full.
    const auto may_break = [&text](std::size_t at) {
      return !closes(text[at]) && !opens(text[at - 1]) && !(sticks(text[at]) && sticks(text[at - 1]));
    };
    std::size_t cut = end;
    while (cut > start + 1 && !may_break(cut)) --cut;
    if (cut <= start + 1) cut = std::max(end, start + 1);
    std::size_t last = cut;
    while (last > start && text[last - 1] == U' ') --last;
    out.push_back(to_utf8(std::u32string_view(text).substr(start, last - start)));
    start = cut;
    while (start < text.size() && text[start] == U' ') ++start;
    if (start == text.size()) return;
  }
  out.push_back(to_utf8(std::u32string_view(text).substr(start)));
}

}  // namespace

Page standard_page() {
  Page page;
  page.width = kNoTerminal;
  if (isatty(STDOUT_FILENO) == 0) return page;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    page.width = std::clamp<int>(size.ws_col, kNarrowest, kWidest);
  }
  const char* no_colour = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  page.colour = (no_colour == nullptr || *no_colour == '\0') && kind != nullptr && std::string_view(kind) != "dumb";
  return page;
}

std::string inked(const Page& page, Ink ink, std::string_view text) {
  if (!page.colour || ink == Ink::Plain || text.empty()) return std::string(text);
  std::string out = "\x1b[";
  out.append(code_of(ink)).append("m").append(text).append("\x1b[0m");
  return out;
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t line_end = text.find('\n');
    wrap_line(text.substr(0, line_end), std::max(width, 2), lines);
    if (line_end == std::string_view::npos) return lines;
    text.remove_prefix(line_end + 1);
  }
}

std::string padded(std::string_view text, int width) {
  std::string out(text);
  out.append(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return out;
}

std::string padded_left(std::string_view text, int width) {
  std::string out(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return out.append(text);
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    used += display_width(next_code_point(text, at));
    if (used > width - 1) break;
    out.append(text.substr(from, at - from));
  }
  return out + "…";
}

std::string repeated(std::string_view piece, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out.append(piece);
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);  // could reorder what is shown
    if (c != '\n' && (c < 0x20 || (c >= 0x7F && c < 0xA0) || direction)) {
      out.push_back(' ');
    } else if (c == 0xFFFD) {
      out.append("\xEF\xBF\xBD");
    } else {
      out.append(text.substr(from, at - from));
    }
  }
  return out;
}

}  // namespace jiheng
