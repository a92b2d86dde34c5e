// Page layout: one Page of glyphs and rules → its tables and lines in reading order.
//
// Needs nothing but the page, so a document of any length is read page by page.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "document/document.h"
#include "document/pdf/lattice.h"
#include "document/pdf/page.h"

namespace jiheng::pdf {

/// A cell with its text, and what joining pages must know of it.
struct PageCell {
  LatticeCell place;
  std::string text;
  Box box;
  float text_size = 0;        ///< of the first line; 0 without text
  float last_line_width = 0;  ///< of ink
};

/// A table of one page.
struct PageGrid {
  std::vector<float> xs, ys;
  std::vector<PageCell> cells;  ///< by (row, column)
  [[nodiscard]] Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
};

struct LaidOutPage {
  int number = 0;
  float width = 0, height = 0;
  std::vector<std::variant<TextLine, PageGrid>> blocks;  ///< in reading order
};

/// Takes the page over: its glyphs are sorted in place.
LaidOutPage lay_out(Page page);

/// A page whose writing runs sideways is turned upright (landscape tables on portrait pages).
void turn_upright(Page& page);

}  // namespace jiheng::pdf
