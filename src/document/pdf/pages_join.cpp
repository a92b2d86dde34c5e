// Pages join: decides whether a table goes on, then sews the parts together.
#include "document/pdf/pages_join.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/text.h"
#include "document/pdf/page_break.h"
#include "document/pdf/running_lines.h"

namespace jiheng::pdf {
namespace {

constexpr float kSameEdge = 4.0F;                       // points, between edges of the parts of a table
constexpr float kMargin = 0.13F;                        // of the page height: where page numbers stand
constexpr float kNearBottom = 0.72F, kNearTop = 0.28F;  // of the page height

/// Texts of the cells that begin in a row, without spaces; empty ones left out.
template <class Cells, class RowOf>
std::vector<std::string> row_texts(const Cells& cells, int row, RowOf row_of) {
  std::vector<std::string> texts;
  for (const auto& cell : cells) {
    if (row_of(cell) != row || cell.text.empty()) continue;
    texts.push_back(without_spaces(cell.text));
  }
  return texts;
}

std::vector<std::string> texts_of(const Grid& grid, int row) {
  return row_texts(grid.cells, row, [](const Cell& cell) { return cell.row; });
}

std::vector<std::string> texts_of(const PageGrid& grid, int row) {
  return row_texts(grid.cells, row, [](const PageCell& cell) { return cell.place.row; });
}

/// A row of words only, three or more: may be a header that is printed again.
bool is_header_like(const std::vector<std::string>& texts) {
  constexpr std::size_t kFewestLabels = 3;
  return texts.size() >= kFewestLabels &&
         std::none_of(texts.begin(), texts.end(), [](const std::string& text) { return has_digit(text); });
}

std::string key_of_row(const std::vector<std::string>& texts) {
  std::string key;
  for (const std::string& text : texts) key += text + '\x1f';
  return key;
}

/// One cell over the whole width with a short text that ends as titles of tables do.
bool is_title_row(const PageGrid& grid, int row) {
  constexpr std::size_t kLongestTitle = 50;
  const auto columns = static_cast<int>(grid.xs.size()) - 1;
  for (const PageCell& cell : grid.cells) {
    if (cell.place.row != row) continue;
    if (cell.place.column != 0 || cell.place.column_span != columns) return false;
    const std::string key = key_of(cell.text);
    return length(key) <= kLongestTitle && (ends_with(key, "表") || contains(key, "表(")) && !is_continuation_mark(key);
  }
  return false;
}

/// The part begins with the labels that the table began with, but says something else: the next form
/// of the same template.
bool begins_like_another(const Grid& table, const PageGrid& part) {
  constexpr int kLookedAt = 3;
  constexpr std::size_t kColumnHeader = 4;
  int same_label = 0, different = 0;
  bool header_repeated = false;  // column headers come first, then other rows
  for (int row = 0; row < kLookedAt; ++row) {
    const auto a = texts_of(table, row), b = texts_of(part, row);
    if (a.empty() || b.empty() || a.front() != b.front()) continue;
    ++same_label;
    if (a == b) {
      header_repeated = header_repeated || (different == 0 && b.size() >= kColumnHeader);
    } else {
      ++different;
    }
  }
  const bool same_labels = same_label >= 2 && different >= 1 && !header_repeated;
  const bool other_title = is_title_row(part, 0) && texts_of(part, 0) != texts_of(table, 0);
  return same_labels || other_title;
}

Cell cell_of(const PageCell& cell, int page) {
  Cell result;
  result.row = cell.place.row;
  result.column = cell.place.column;
  result.row_span = cell.place.row_span;
  result.column_span = cell.place.column_span;
  result.text = cell.text;
  result.page = page;
  result.box = cell.box;
  return result;
}

/// Edges of both parts in one list, and where the edges of each are in it.
struct SharedColumns {
  std::vector<float> xs;
  std::vector<int> of_table, of_part;
};

SharedColumns shared_columns(const std::vector<float>& table, const std::vector<float>& part) {
  SharedColumns shared;
  std::vector<float> moved;
  const float shift = table.front() - part.front();
  float last = table.front() - 1;
  for (const float edge : part) {
    float at = edge + shift;
    const auto nearest = std::min_element(table.begin(), table.end(),
                                          [at](float a, float b) { return std::abs(a - at) < std::abs(b - at); });
    if (std::abs(*nearest - at) <= kSameEdge && *nearest > last) at = *nearest;
    at = std::max(at, last + 0.01F);  // edges keep their order
    moved.push_back(at);
    last = at;
  }
  std::merge(table.begin(), table.end(), moved.begin(), moved.end(), std::back_inserter(shared.xs));
  shared.xs.erase(std::unique(shared.xs.begin(), shared.xs.end()), shared.xs.end());
  const auto places = [&shared](const std::vector<float>& edges) {
    std::vector<int> result;
    result.reserve(edges.size());
    for (const float edge : edges) {
      result.push_back(
          static_cast<int>(std::lower_bound(shared.xs.begin(), shared.xs.end(), edge) - shared.xs.begin()));
    }
    return result;
  };
  shared.of_table = places(table);
  shared.of_part = places(moved);
  return shared;
}

template <class Place>
void renumber(Place& place, const std::vector<int>& places) {
  const auto from = places[static_cast<std::size_t>(place.column)];
  const auto to = places[static_cast<std::size_t>(place.column) + static_cast<std::size_t>(place.column_span)];
  place.column = from;
  place.column_span = to - from;
}

/// Leading rows of the part that repeat header rows of the table.
int repeated_rows(const std::set<std::string>& row_keys, const PageGrid& part) {
  const auto rows = static_cast<int>(part.ys.size()) - 1;
  int repeated = 0;
  while (repeated < rows) {
    const auto texts = texts_of(part, repeated);
    if (texts.empty()) break;
    const std::string key = key_of_row(texts);
    if (row_keys.count(std::to_string(repeated) + ':' + key) == 0 && row_keys.count(key) == 0) break;
    ++repeated;
  }
  // A cell that reaches from a repeated row into the rest keeps all of its rows.
  for (bool again = true; again;) {
    again = false;
    for (const PageCell& cell : part.cells) {
      if (cell.place.row < repeated && cell.place.row + cell.place.row_span > repeated) {
        repeated = cell.place.row;
        again = true;
      }
    }
  }
  return repeated;
}

/// Spreadsheets print the whole text of a merged cell on each of its pages, cut by the page.
void join_text(Cell& cell, const std::string& rest) {
  if (rest.empty() || cell.text == rest) return;
  if (!cell.text.empty()) cell.text.push_back('\n');
  cell.text += rest;
}

}  // namespace

void PagesJoin::open(PageGrid grid, int page, float page_height) {
  OpenTable table;
  table.grid.rows = static_cast<int>(grid.ys.size()) - 1;
  table.grid.columns = static_cast<int>(grid.xs.size()) - 1;
  table.grid.first_page = table.grid.last_page = page;
  for (const PageCell& cell : grid.cells) {
    if (cell.place.row + cell.place.row_span == table.grid.rows) {
      table.bottom.push_back(cell);
      table.bottom_at.push_back(table.grid.cells.size());
    }
    table.grid.cells.push_back(cell_of(cell, page));
  }
  table.left = grid.xs.front();
  table.right = grid.xs.back();
  table.lowest = page_height > 0 ? grid.ys.back() / page_height : 0;
  table.xs = std::move(grid.xs);
  open_ = std::move(table);
  note_rows(0);
}

void PagesJoin::note_rows(int first_row) {
  constexpr int kFirstRows = 4;
  std::vector<std::vector<std::string>> texts(static_cast<std::size_t>(open_->grid.rows - first_row));
  for (const Cell& cell : open_->grid.cells) {
    if (cell.row >= first_row && !cell.text.empty()) {
      texts[static_cast<std::size_t>(cell.row - first_row)].push_back(without_spaces(cell.text));
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const int row = first_row + static_cast<int>(i);
    if (texts[i].empty()) continue;
    if (row < kFirstRows) open_->row_keys.insert(std::to_string(row) + ':' + key_of_row(texts[i]));
    if (is_header_like(texts[i])) open_->row_keys.insert(key_of_row(texts[i]));
  }
}

void PagesJoin::close() {
  if (!open_) return;
  Grid& grid = open_->grid;
  std::sort(grid.cells.begin(), grid.cells.end(),
            [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  done_.push_back({std::move(grid)});
  for (TextLine& line : open_->after) done_.push_back({std::move(line)});
  open_.reset();
}

bool PagesJoin::goes_on(const LaidOutPage& page, std::size_t first_grid) const {
  const auto& part = std::get<PageGrid>(page.blocks[first_grid]);
  if (std::abs((open_->right - open_->left) - part.box().width()) > kSameEdge) return false;

  const auto is_on = [](const TextLine& line, const std::vector<TextLine>& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [&line](const TextLine& each) { return is_same_running_line(line, each); });
  };
  std::vector<TextLine> lines_here;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (const auto* line = std::get_if<TextLine>(&page.blocks[i])) lines_here.push_back(*line);
  }
  for (const TextLine& line : open_->after) {
    if (!is_on(line, lines_here) && !is_on(line, lines_before_last_)) return false;
  }
  for (std::size_t i = 0; i < first_grid; ++i) {
    const auto& line = std::get<TextLine>(page.blocks[i]);
    if (!is_continuation_mark(line.text) && !is_on(line, lines_of_last_)) return false;
  }
  if (begins_like_another(open_->grid, part)) return false;

  // The same columns, or at least one after the other: from the foot of a page to the head of the next.
  const SharedColumns columns = shared_columns(open_->xs, part.xs);
  const std::size_t fewer = std::min(open_->xs.size(), part.xs.size());
  const std::size_t same = open_->xs.size() + part.xs.size() - columns.xs.size();
  const bool same_columns = same * 3 >= fewer * 2;
  const bool adjoining = open_->lowest > kNearBottom && part.ys.front() < kNearTop * page.height;
  return same_columns || adjoining;
}

void PagesJoin::append(const PageGrid& part, int page, float page_height) {
  OpenTable& table = *open_;
  Grid& grid = table.grid;
  const SharedColumns columns = shared_columns(table.xs, part.xs);
  if (columns.xs.size() != table.xs.size()) {
    for (Cell& cell : grid.cells) renumber(cell, columns.of_table);
    for (PageCell& cell : table.bottom) renumber(cell.place, columns.of_table);
  }
  table.xs = columns.xs;
  std::vector<PageCell> cells = part.cells;
  for (PageCell& cell : cells) renumber(cell.place, columns.of_part);
  grid.columns = static_cast<int>(columns.xs.size()) - 1;

  const auto part_rows = static_cast<int>(part.ys.size()) - 1;
  const int skipped = repeated_rows(table.row_keys, part);
  const auto above = [&table](const PageCell& cell) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < table.bottom.size(); ++i) {
      const LatticeCell& place = table.bottom[i].place;
      if (place.column == cell.place.column && place.column_span == cell.place.column_span) return i;
    }
    return std::nullopt;
  };

  // The cells of the part's first row, with the ones above them.
  std::vector<std::optional<std::size_t>> indices;
  std::vector<std::optional<CellPair>> pairs;
  std::vector<CellPair> complete;
  for (const PageCell& cell : cells) {
    if (cell.place.row != skipped) continue;
    const auto index = above(cell);
    indices.push_back(index);
    pairs.push_back(index ? std::optional(CellPair{&table.bottom[*index], &cell}) : std::nullopt);
    if (index) complete.push_back(*pairs.back());
  }
  const bool split = complete.size() == pairs.size() && is_split_row(complete);
  const std::vector<bool> merged = split ? std::vector<bool>(pairs.size(), true) : merged_over_break(pairs);
  const int offset = grid.rows - skipped - (split ? 1 : 0);
  const int first_new_row = grid.rows;

  std::vector<PageCell> bottom;
  std::vector<std::size_t> bottom_at;
  std::size_t in_first_row = 0;
  for (PageCell& cell : cells) {
    if (cell.place.row < skipped) continue;
    std::optional<std::size_t> index;
    if (cell.place.row == skipped) {
      if (merged[in_first_row]) index = indices[in_first_row];
      ++in_first_row;
    }
    const bool reaches_bottom = cell.place.row + cell.place.row_span == part_rows;
    std::size_t at = grid.cells.size();
    if (index) {
      at = table.bottom_at[*index];
      Cell& whole = grid.cells[at];
      whole.row_span += cell.place.row_span - (split ? 1 : 0);
      join_text(whole, cell.text);
      whole.joined = true;
    } else {
      Cell added = cell_of(cell, page);
      added.row += offset;
      grid.cells.push_back(std::move(added));
    }
    if (reaches_bottom) {
      PageCell lowest = std::move(cell);
      lowest.text = grid.cells[at].text;
      lowest.place.row_span = grid.cells[at].row_span;
      bottom.push_back(std::move(lowest));
      bottom_at.push_back(at);
    }
  }
  grid.rows = part_rows + offset;
  grid.last_page = page;
  table.left = part.xs.front();
  table.right = part.xs.back();
  table.lowest = page_height > 0 ? part.ys.back() / page_height : 0;
  table.bottom = std::move(bottom);
  table.bottom_at = std::move(bottom_at);
  table.after.clear();
  note_rows(first_new_row);
}

void PagesJoin::add(LaidOutPage page) {
  // Page numbers first: they stand at the head or the foot.
  const float head = kMargin * page.height, foot = page.height - head;
  std::erase_if(page.blocks, [head, foot](const std::variant<TextLine, PageGrid>& block) {
    const auto* line = std::get_if<TextLine>(&block);
    return line != nullptr && (line->box.bottom < head || line->box.top > foot) && is_page_number(line->text);
  });
  std::vector<TextLine> lines;
  for (const auto& block : page.blocks) {
    if (const auto* line = std::get_if<TextLine>(&block)) lines.push_back(*line);
  }
  const auto is_grid = [](const auto& block) { return std::holds_alternative<PageGrid>(block); };
  const auto grid = std::find_if(page.blocks.begin(), page.blocks.end(), is_grid);
  auto first = page.blocks.begin();
  if (open_ && grid != page.blocks.end() && goes_on(page, static_cast<std::size_t>(grid - page.blocks.begin()))) {
    append(std::get<PageGrid>(*grid), page.number, page.height);
    first = grid + 1;
  } else if (!page.blocks.empty()) {
    close();
  }
  for (auto block = first; block != page.blocks.end(); ++block) {
    if (auto* part = std::get_if<PageGrid>(&*block)) {
      close();
      open(std::move(*part), page.number, page.height);
    } else if (open_) {
      open_->after.push_back(std::move(std::get<TextLine>(*block)));
    } else {
      done_.push_back({std::move(std::get<TextLine>(*block))});
    }
  }
  lines_before_last_ = std::exchange(lines_of_last_, std::move(lines));
}

std::vector<Block> PagesJoin::finish() {
  close();
  return std::exchange(done_, {});
}

}  // namespace jiheng::pdf
