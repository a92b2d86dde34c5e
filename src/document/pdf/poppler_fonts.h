// Font programs: the embedded outlines of letters, which reading does not need. Poppler parses the program of
// each Type 1 font on each page anew, to learn what its codes mean; where the font says that itself, for every
// code it uses (ToUnicode), and how wide they are (Widths), the program is set aside before the page is drawn.
// On pages of a word processor that saves a fifth of all instructions.
#pragma once

#include <set>

#include "document/pdf/poppler_headers.h"

namespace jiheng::pdf {

class FontPrograms {
 public:
  /// Looks at the fonts that the page names and has not seen before. Changes the document in memory only.
  void set_aside(PDFDoc& document, ::Page& page);
  /// Had the font a program that was set aside? (It then no longer looks embedded.)
  [[nodiscard]] bool was_set_aside(const GfxFont& font) const { return set_aside_.contains(*font.getID()); }

 private:
  std::set<Ref> seen_, set_aside_;
};

}  // namespace jiheng::pdf
