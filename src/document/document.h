// Document: what a file looks like, of whatever format: grids (tables) and free lines of text in
// reading order. `reading` turns it into Forms and never sees the file itself.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/location.h"

namespace jiheng {

enum class Format { Unknown, Pdf, Xlsx, Docx, Html, PlainText, Json, Xls, Doc, Wps, Image };
/// "pdf", "xlsx", …
std::string_view format_name(Format format);

/// One cell of a Grid. Rows and columns count from 0 here.
struct Cell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::string text;      ///< NFKC-clean text; lines separated by '\n' as they stood
  int page = 0;          ///< from 1; sheet number in a workbook
  Box box;               ///< on that page; empty if the format has none
  std::string name;      ///< "B7" in a workbook, else ""
  float confidence = 1;  ///< of the text itself
  bool joined = false;   ///< was put together from two pages
  bool operator==(const Cell&) const = default;
};

/// A table. Cells are sorted by (row, column); spans never overlap; positions that no cell covers
/// are allowed (ragged tables).
struct Grid {
  int rows = 0, columns = 0;
  std::vector<Cell> cells;
  int first_page = 0, last_page = 0;
  std::string caption;  ///< name of the sheet, if any
  bool ruled = true;    ///< from rules or markup; false: guessed from alignment
  bool operator==(const Grid&) const = default;
};

/// A piece of a line, with its place: words that stand close together.
struct Span {
  std::string text;
  float left = 0, right = 0;
  bool operator==(const Span&) const = default;
};

/// A line of text outside tables. For plain text files and pages without rules, every line.
struct TextLine {
  std::string text;         ///< whole line; in plain text with its leading spaces
  int page = 0;             ///< from 1
  int line = 0;             ///< from 1, plain text only
  Box box;                  ///< points; plain text: display columns × line
  std::vector<Span> spans;  ///< left to right; may be empty where not known
  bool operator==(const TextLine&) const = default;
};

struct Block {
  std::variant<TextLine, Grid> content;
  [[nodiscard]] const Grid* grid() const { return std::get_if<Grid>(&content); }
  [[nodiscard]] const TextLine* line() const { return std::get_if<TextLine>(&content); }
};

struct Document {
  std::string name;  ///< file name as the user gave it
  Format format = Format::Unknown;
  int pages = 0;                   ///< pages or sheets
  int image_pages = 0;             ///< pages that are pictures without text
  std::vector<Block> blocks;       ///< in reading order
  std::vector<std::string> notes;  ///< what was repaired or left out, Chinese sentences
};

}  // namespace jiheng
