// Terminal: colours, and text set to a width as Chinese needs it: by display columns, broken between
// ideographs but not inside numbers or before closing marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiheng {

enum class Ink { Plain, Bold, Dim, Red, Yellow, Green, Cyan };

/// How text is set on this output.
struct Page {
  bool colour = false;
  int width = 80;  ///< display columns
};

/// The page of standard output: colour on a terminal only (never with NO_COLOR set or TERM=dumb), and
/// as wide as the terminal, within what is comfortable to read; 96 columns when it is none.
Page standard_page();

/// `text` in that ink where the page has colour.
std::string inked(const Page& page, Ink ink, std::string_view text);

/// Lines of at most `width` display columns. Line breaks in `text` are kept.
std::vector<std::string> wrapped(std::string_view text, int width);

/// `text` with spaces after it (before it) up to `width` display columns; longer text stays whole.
std::string padded(std::string_view text, int width);
std::string padded_left(std::string_view text, int width);
/// `text` cut to `width` display columns, the last being "…" where something was cut.
std::string shortened(std::string_view text, int width);
/// The piece, so many times: a rule across the page.
std::string repeated(std::string_view piece, int count);

/// Text from strangers' files made harmless for a terminal: control characters become spaces, so that no
/// file can move the cursor or set colours. Line breaks are kept.
std::string printable(std::string_view text);

}  // namespace jiheng
