#include "reading/project_list.h"

#include <optional>
#include <utility>

#include "reading/funds.h"
#include "reading/header.h"
#include "reading/indicators.h"

namespace jiheng {
namespace {

// Columns that tell about the project as a whole.
struct ListHeader {
  TableView* table = nullptr;
  int row = 0, end = 0;  // of that table
  std::vector<std::pair<Label, int>> columns;
  [[nodiscard]] std::optional<int> column(Label label) const {
    for (const auto& [what, column] : columns) {
      if (what == label) return column;
    }
    return std::nullopt;
  }
};

std::optional<ListHeader> list_header(const Slice& slice) {
  TableView& table = *slice.table;
  for (int row = slice.begin; row < slice.end; ++row) {
    if (!is_list_header(table, row)) continue;
    ListHeader header;
    header.table = &table;
    header.row = row;
    header.end = slice.end;
    for (const Cell* cell : table.cells_of(row)) {  // a name merged from the rows above counts too
      const Label label = table.label(*cell, Part::Header), goal = table.label(*cell, Part::Goals);
      if (label == Label::ProjectName || label == Label::ProjectCode || label == Label::Unit ||
          label == Label::Department) {
        header.columns.emplace_back(label, cell->column);
      } else if (label == Label::Reporter) {
        header.columns.emplace_back(Label::Unit, cell->column);
      } else if (const Label funds = table.label(*cell, Part::FundsColumns); is_amount_column(funds)) {
        header.columns.emplace_back(funds, cell->column);
      } else if (goal == Label::GoalExpected || goal == Label::GoalActual) {
        header.columns.emplace_back(goal, cell->column);
      }
    }
    return header;
  }
  return std::nullopt;
}

TextField* field_of(Form& form, Label label) {
  switch (label) {
    case Label::ProjectName: return &form.project_name;
    case Label::ProjectCode: return &form.project_code;
    case Label::Unit: return &form.unit;
    case Label::Department: return &form.department;
    case Label::GoalExpected: return &form.goal_expected;
    case Label::GoalActual: return &form.goal_actual;
    default: return nullptr;
  }
}

// What a row says of its project as a whole. Money asked for before any is spent is the initial budget.
void read_project(TableView& table, int row, const ListHeader& header, Form& form) {
  for (const auto& [label, column] : header.columns) {
    const Cell* cell = table.at(row, column);
    if (cell == nullptr) continue;
    if (!is_amount_column(label)) {
      *field_of(form, label) = table.field<std::string>(*cell);
      continue;
    }
    if (form.funds.empty()) add_funds_row(form, Label::FundsTotal, "", table.where(*cell));
    const bool asked =
        label == Label::FundsAdjusted && !header.column(Label::FundsExecuted) && !header.column(Label::FundsInitial);
    set_funds_cell(form.funds.front(), asked ? Label::FundsInitial : label, table, cell, *cell);
  }
}

// A project begins where its name does; a name set anew without merging names the same project.
bool begins_project(const Cell* name, int row, const Form& current) {
  return name != nullptr && name->row == row && !TableView::blank(*name) &&
         TableView::text_of(*name) != current.project_name.printed;
}

}  // namespace

std::vector<Form> read_project_list(const Region& region, Draft head, const Wording& wording, const Lexicon& lexicon) {
  std::vector<Form> forms;
  std::optional<ListHeader> header;
  Draft draft = head;
  std::optional<IndicatorReader> indicators;
  const auto finish = [&] {
    if (!indicators) return;
    indicators->finish_table(wording);
    complete_header(region, wording, draft);
    forms.push_back(std::move(draft.form));
  };
  for (const Slice& slice : region.slices) {
    TableView& table = *slice.table;
    int first = slice.begin;
    if (const auto here = list_header(slice)) {
      for (int row = slice.begin; row < here->row && !header; ++row) read_lines_in_row(table, row, wording, head);
      header = here;
      first = here->row;
    }
    if (!header) continue;
    for (int row = first; row < slice.end; ++row) {
      if (is_list_header(table, row)) continue;
      const Cell* name = table.at(row, *header->column(Label::ProjectName));
      if (begins_project(name, row, draft.form)) {
        finish();
        draft = head;
        indicators.emplace(draft, lexicon);
        indicators->bind(*header->table, header->row, header->end);
        read_project(table, row, *header, draft.form);
      }
      if (indicators) indicators->read_row(table, row, wording);
    }
    if (indicators) indicators->finish_table(wording);
  }
  finish();
  return forms;
}

}  // namespace jiheng
