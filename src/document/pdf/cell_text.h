// Cell text: glyphs → printed lines → text, by their places and never by the order in the file.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/pdf/page.h"

namespace jiheng::pdf {

/// Glyphs on one baseline, from left to right: [first, last) of the sorted glyphs.
struct PrintedLine {
  std::size_t first = 0, last = 0;
  Box box;
  float size = 0;  ///< of the largest glyph
};

/// Sorts `glyphs` into lines from top to bottom, left to right; small raised or lowered glyphs stay
/// in their line. Lines of spaces only are left out.
std::vector<PrintedLine> printed_lines(std::span<Glyph> glyphs);

/// The text of glyphs of one line: one space for spaces and for gaps that separate words; glyphs
/// printed twice (poor man's bold) once; no space at either end.
std::string line_text(std::span<const Glyph> glyphs);

/// All lines, '\n' between them.
std::string block_text(std::span<const Glyph> glyphs, std::span<const PrintedLine> lines);

}  // namespace jiheng::pdf
