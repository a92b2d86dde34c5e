#include "reading/reader.h"

#include <memory>

#include "core/text.h"
#include "reading/draft.h"
#include "reading/funds.h"
#include "reading/funds_pairs.h"
#include "reading/funds_sideways.h"
#include "reading/goals.h"
#include "reading/header.h"
#include "reading/indicators.h"
#include "reading/project_list.h"
#include "reading/regions.h"
#include "reading/top_rows.h"

namespace jiheng {
namespace {

// Cells that nothing claimed, with the label left of them.
void keep_unclaimed(const TableView& table, int begin, int end, Form& form) {
  for (int row = begin; row < end; ++row) {
    const Cell* label = nullptr;
    for (const Cell* cell : table.cells_of(row)) {
      if (cell->row != row || TableView::blank(*cell)) continue;
      if (table.claimed(*cell)) {
        label = cell;
        continue;
      }
      form.unclaimed.push_back({label == nullptr ? std::string() : TableView::text_of(*label),
                                TableView::text_of(*cell), table.where(*cell)});
      label = cell;
    }
  }
}

// Lines between two tables of one form.
void read_captions(const std::vector<FreeLine>& lines, const Wording& wording, IndicatorReader& indicators,
                   Draft& draft) {
  for (const FreeLine& line : lines) {
    if (!indicators.read_caption(line.text, line.where)) read_free_line(line, wording, draft);
  }
}

// A first level alone in its row, above the header of its indicators.
void read_caption_row(TableView& table, int row, IndicatorReader& indicators) {
  const Cell* only = table.only_text(row);
  if (only != nullptr && indicators.read_caption(TableView::text_of(*only), table.where(*only))) table.claim(*only);
}

Form read_region(const Region& region, Draft draft, const Wording& wording, const Lexicon& lexicon) {
  IndicatorReader indicators(draft, lexicon);
  for (const Slice& slice : region.slices) {
    TableView& table = *slice.table;
    read_captions(slice.above, wording, indicators, draft);
    for (int row = slice.begin; row < slice.end;) {
      int next = indicators.bind(table, row, slice.end);
      if (next == row && (!indicators.bound() || is_funds_header(table, row))) {
        next = read_top_row(table, row, slice.end, wording, draft);
        if (next == row) read_caption_row(table, row, indicators);
        if (draft.form.year.printed.empty()) read_lines_in_row(table, row, wording, draft);
      } else if (next == row) {
        if (begins_goals(table, row)) next = read_goals(table, row, slice.end, draft);
        if (next == row && draft.form.funds.empty()) next = read_funds_sideways(table, row, slice.end, draft);
        if (next == row) indicators.read_row(table, row, wording);
      }
      row = next > row ? next : row + 1;
    }
    indicators.finish_table(wording);
  }
  complete_header(region, wording, draft);
  settle_total(draft.form);
  for (const Slice& slice : region.slices) keep_unclaimed(*slice.table, slice.begin, slice.end, draft.form);
  return std::move(draft.form);
}

bool has_grid(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.grid() != nullptr) return true;
  }
  return false;
}

}  // namespace

std::vector<Form> read_forms(const Document& document, const Wording& wording, const Lexicon& lexicon) {
  std::vector<Form> forms;
  if (has_grid(document)) {
    std::vector<std::unique_ptr<TableView>> views;
    for (const Region& region : find_regions(document, wording, views)) {
      Draft head;
      read_lines(region, wording, head);
      std::vector<Form> found = read_project_list(region, head, wording, lexicon);
      if (found.empty()) found.push_back(read_region(region, std::move(head), wording, lexicon));
      for (Form& form : found) {
        interpret(form, lexicon);
        forms.push_back(std::move(form));
      }
    }
  }
  if (forms.empty()) forms = segment_text(document, wording, lexicon);  // forms printed without rules
  return forms;
}

}  // namespace jiheng
