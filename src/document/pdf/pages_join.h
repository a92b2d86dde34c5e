// Pages join: laid out pages → one sequence of blocks, tables that go on over pages made whole.
//
// A table goes on when the next page begins with a table of the same outer edges, nothing but page
// numbers and running lines lies between, and it does not begin like a new form. Then repeated header
// rows are dropped, merged cells reach over the break, and a row cut by it is put together.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/pdf/page_layout.h"

namespace jiheng::pdf {

class PagesJoin {
 public:
  void add(LaidOutPage page);
  /// All blocks; call once, after the last page.
  std::vector<Block> finish();

 private:
  /// The table that the next page may continue.
  struct OpenTable {
    Grid grid;
    std::vector<float> xs;               ///< column edges, of the first page
    float left = 0, right = 0;           ///< of the part on the last page
    std::vector<PageCell> bottom;        ///< cells of the last page that reach its bottom …
    std::vector<std::size_t> bottom_at;  ///< … and where they are in grid.cells
    std::set<std::string> row_keys;      ///< of rows that may be repeated as headers
    std::vector<TextLine> after;         ///< lines below it on its last page
    float lowest = 0;                    ///< its bottom edge ÷ page height
  };

  bool goes_on(const LaidOutPage& page, std::size_t first_grid) const;
  void append(const PageGrid& part, int page, float page_height);
  void open(PageGrid grid, int page, float page_height);
  void close();
  /// Remembers the rows from `first_row` on, to recognise them when printed again.
  void note_rows(int first_row);

  std::vector<Block> done_;
  std::optional<OpenTable> open_;
  std::vector<TextLine> lines_of_last_, lines_before_last_;  ///< of the pages before
};

}  // namespace jiheng::pdf
