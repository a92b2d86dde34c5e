// Sheet: the lines of a text document as words with places, cleared of page numbers. What every
// part of the segmenter reads.
#pragma once

#include <string>
#include <vector>

#include "core/location.h"
#include "document/document.h"

namespace jiheng::segmenter {

/// A word: characters without a space between them. Places are in widths of one character.
struct Word {
  std::string text;
  float left = 0, right = 0;
  float gap = 0;  ///< free space before it; large for the first word of a line
  [[nodiscard]] float center() const { return (left + right) / 2; }
};

struct Line {
  std::vector<Word> words;
  std::string text;  ///< without spaces at both ends
  float y = 0;       ///< in heights of one line, over all pages
  int page = 0;
  int number = 0;            ///< as the document counts lines
  bool after_blank = false;  ///< an empty line stands before it
  [[nodiscard]] Location where() const;
};

struct Sheet {
  std::vector<Line> lines;  ///< without empty lines and page numbers
  bool measured = false;    ///< places come from a page, not from counting characters
};

Sheet sheet_of(const Document& document);

/// Do the lines first..last stand in columns, as `pdftotext -layout` prints them (else: reading order)?
bool stands_in_columns(const Sheet& sheet, std::size_t first, std::size_t last);

/// "（2023 年度）": the year below a title.
bool names_year(const Line& line);

/// The pieces of a line: words closer than two spaces joined.
std::vector<Word> pieces_of(const Line& line);

}  // namespace jiheng::segmenter
