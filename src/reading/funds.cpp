#include "reading/funds.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text.h"
#include "form/number.h"
#include "reading/funds_pairs.h"
#include "reading/regions.h"

namespace jiheng {
namespace {

struct Column {
  Label label;
  int begin, end;  // grid columns
};

bool has(const std::vector<Column>& columns, Label label) {
  return std::any_of(columns.begin(), columns.end(), [label](const Column& c) { return c.label == label; });
}

// A header over the rows' labels ("资金来源", "年度预算数" over 总额, 其中：财政资金) is no column of values.
bool names_rows(const TableView& table, const Cell& header) {
  const Cell* below = table.below(header);
  return below != nullptr && below->column_span >= header.column_span && !TableView::blank(*below) &&
         table.label(*below, Part::FundsRows) != Label::None;
}

// A label of the whole part (资金执行情况), printed over all its rows on the left, is no column either.
bool stands_beside_amounts(const TableView& table, const Cell& header) {
  for (int row = header.row + 1; row < header.row + header.row_span; ++row) {
    for (const Cell* cell : table.cells_of(row)) {
      if (cell->row == row && parse_number(cell->text)) return true;
    }
  }
  return false;
}

// The last row of the header: 预算安排情况 over 年初预算 | 调整后预算 takes two.
int last_header_row(const TableView& table, int row) {
  int names = 0;
  for (const Cell* cell : table.cells_of(row + 1)) {
    if (cell->row != row + 1 || TableView::blank(*cell)) continue;
    if (table.label(*cell, Part::FundsColumns) == Label::None) return row;
    const Cell* above = table.at(row, cell->column);
    if (above == nullptr || above->row != row ||
        (table.label(*above, Part::FundsColumns) == Label::None &&
         table.label(*above, Part::Sections) != Label::FundsSection)) {
      return row;
    }
    ++names;
  }
  return names >= 2 ? row + 1 : row;
}

// Cells of the header, left to right; names over other names left out.
std::vector<const Cell*> names_of(const TableView& table, int row) {
  const int last = last_header_row(table, row);
  std::vector<const Cell*> out;
  for (int column = 0; column < table.columns(); ++column) {
    const Cell* cell = table.at(last, column);
    if (cell != nullptr && TableView::blank(*cell) && last > row) cell = table.at(row, column);
    if (cell != nullptr && cell->row >= row && (out.empty() || out.back() != cell)) out.push_back(cell);
  }
  return out;
}

// "项目总投资 | 2024年申请数" over the sources: a column of the whole project's money, beside the year's.
bool names_project_column(const TableView& table, const Cell& header) {
  if (table.label(header, Part::FundsRows) != Label::FundsProjectTotal) return false;
  const std::vector<const Cell*> cells = table.cells_of(header.row);
  return std::none_of(cells.begin(), cells.end(), [](const Cell* cell) { return is_amount(*cell); });
}

std::vector<Column> columns_of(const TableView& table, int row) {
  std::vector<Column> out;
  for (const Cell* cell : names_of(table, row)) {
    const Label label =
        names_project_column(table, *cell) ? Label::FundsProjectTotal : table.label(*cell, Part::FundsColumns);
    if (label == Label::None || names_rows(table, *cell) || stands_beside_amounts(table, *cell)) continue;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Column& c) { return c.label == label; });
    if (same != out.end()) {
      // 预算数 before 调整预算数: the first is the initial budget.
      const bool changed = contains(table.key(*cell), "调整") || contains(table.key(*cell), "全年");
      if (label != Label::FundsAdjusted || has(out, Label::FundsInitial) || !changed) continue;
      same->label = Label::FundsInitial;
    }
    out.push_back({label, cell->column, cell->column + cell->column_span});
  }
  return out;
}

// The printed label without 其中 and colon.
std::string row_label(std::string_view printed) {
  std::string text = without_numbering(without_spaces(printed));
  for (const std::string_view prefix : {"其中：", "其中:", "其中"}) {
    if (starts_with(text, prefix) && text.size() > prefix.size()) {
      text.erase(0, prefix.size());
      break;
    }
  }
  for (const std::string_view suffix : {"：", ":"}) {
    if (ends_with(text, suffix) && text.size() > suffix.size()) text.erase(text.size() - suffix.size());
  }
  return text;
}

// Does the row belong to another part of the form?
bool leaves_funds(const TableView& table, int row) {
  int indicator_labels = 0;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    if (table.label(*cell, Part::Goals) != Label::None) return true;
    const Label section = table.label(*cell, Part::Sections);
    if (section == Label::GoalSection || section == Label::IndicatorSection || section == Label::OtherSection)
      return true;
    const Label header = table.label(*cell, Part::Header);
    if ((header == Label::ProjectName || header == Label::Department || header == Label::Unit ||
         header == Label::OverallScore) &&
        table.label(*cell, Part::FundsRows) == Label::None && table.label(*cell, Part::FundsColumns) == Label::None) {
      return true;
    }
    if (table.label(*cell, Part::IndicatorColumns) != Label::None) ++indicator_labels;
  }
  return indicator_labels >= 3;
}

// Cells that start in the row within [begin, end).
std::vector<const Cell*> cells_within(const TableView& table, int row, int begin, int end) {
  std::vector<const Cell*> out;
  for (const Cell* cell : table.cells_of(row)) {
    const int middle = cell->column * 2 + cell->column_span;
    if (cell->row == row && middle > begin * 2 && middle < end * 2) out.push_back(cell);
  }
  return out;
}

// The row's name where it stands right of the amounts.
const Cell* label_behind(const TableView& table, int row, int first_column) {
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row == row && cell->column >= first_column && table.label(*cell, Part::FundsRows) != Label::None)
      return cell;
  }
  return nullptr;
}

// A row of the table says more than an amount beside its label further up did (部门整体支出总额：…): that one
// keeps its own label.
void yield_kind(Form& form, Label meaning) {
  const auto kind = funds_row_kind(meaning);
  for (FundsRow& row : form.funds) {
    const bool alone = !row.adjusted.exists && !row.executed.exists && !row.rate.exists;
    if (row.kind == kind && alone && !row.label.empty()) row.kind = FundsRowKind::Regional;
  }
}

// The kind of a row of the year's money, for the money of the whole project; None: the record has no place for it.
Label of_whole_project(Label meaning) {
  switch (meaning) {
    case Label::FundsTotal: return Label::FundsProjectTotal;
    case Label::FundsGrant: return Label::FundsProjectGrant;
    case Label::FundsOther: return Label::FundsProjectOther;
    default: return Label::None;
  }
}

using Values = std::array<const Cell*, 64>;

bool holds_amount(const Values& values) {
  return std::any_of(values.begin(), values.end(),
                     [](const Cell* cell) { return cell != nullptr && is_amount(*cell); });
}

}  // namespace

bool is_amount(std::string_view text) {
  return parse_money(text, AmountUnit::Yuan) || parse_rate(text);
}

bool is_amount_column(Label label) {
  return label == Label::FundsInitial || label == Label::FundsAdjusted || label == Label::FundsExecuted;
}

std::optional<FundsRowKind> funds_row_kind(Label label) {
  switch (label) {
    case Label::FundsTotal: return FundsRowKind::Total;
    case Label::FundsGrant: return FundsRowKind::CurrentYearGrant;
    case Label::FundsCarryOver: return FundsRowKind::CarryOver;
    case Label::FundsOther: return FundsRowKind::Other;
    case Label::FundsProjectTotal: return FundsRowKind::ProjectTotal;
    case Label::FundsProjectGrant: return FundsRowKind::ProjectGrant;
    case Label::FundsProjectOther: return FundsRowKind::ProjectOther;
    case Label::FundsRegional: return FundsRowKind::Regional;
    default: return std::nullopt;
  }
}

FundsRow* total_of(Form& form) {
  const auto found = find_funds_row(form.funds, FundsRowKind::Total);
  return found == form.funds.end() ? nullptr : &*found;
}

FundsRow& add_funds_row(Form& form, Label meaning, std::string_view label, const Location& where) {
  FundsRowKind kind = funds_row_kind(meaning).value_or(FundsRowKind::Regional);
  // A kind printed twice (合计 below 年度资金总额) keeps its own label.
  if (kind != FundsRowKind::Regional && form.funds_row(kind) != nullptr) kind = FundsRowKind::Regional;
  FundsRow row;
  row.kind = kind;
  row.label = row_label(label);
  row.where = where;
  form.funds.push_back(std::move(row));
  return form.funds.back();
}

void set_funds_cell(FundsRow& row, Label column, TableView& table, const Cell* cell, const Cell& anchor) {
  visit_funds_cell(row, column, [&](auto& field) {
    using F = std::remove_reference_t<decltype(field)>;
    if (cell == nullptr) {
      field = F("", table.where(anchor));
    } else {
      field = F(TableView::text_of(*cell), table.where(*cell), TableView::confidence_of(*cell));
      table.claim(*cell);
    }
  });
}

bool is_funds_header(const TableView& table, int row) {
  int amounts = 0;
  int labels = 0;
  bool points_or_rate = false;
  for (const Column& column : columns_of(table, row)) {
    ++labels;
    if (is_amount_column(column.label) || column.label == Label::FundsProjectTotal) ++amounts;
    if (column.label == Label::FundsRate || column.label == Label::FundsWeight) points_or_rate = true;
  }
  if (names_amounts_beside(table, row)) return false;
  return labels >= 2 && (amounts >= 2 || (amounts == 1 && points_or_rate)) && !is_indicator_header(table, row);
}

int read_funds(TableView& table, int row, int end, Draft& draft) {
  std::vector<Column> columns = columns_of(table, row);
  // A declaration asks for money before any is spent: its one amount is the initial one.
  if (!has(columns, Label::FundsExecuted) && !has(columns, Label::FundsInitial)) {
    for (Column& column : columns) {
      if (column.label == Label::FundsAdjusted) column.label = Label::FundsInitial;
    }
  }
  int first_column = table.columns();
  for (const Column& column : columns) {
    if (column.label != Label::FundsOtherColumn) first_column = std::min(first_column, column.begin);
  }
  const int header_end = last_header_row(table, row);
  for (int at = row; at <= header_end; ++at) {
    for (const Cell* cell : table.cells_of(at)) {
      if (cell->row == at && table.label(*cell, Part::FundsColumns) != Label::None) table.claim(*cell);
    }
  }
  // The side label (项目资金) spans the header row and the rows below it.
  const Cell* side = nullptr;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->column >= first_column) break;
    if (cell->row + cell->row_span > header_end + 1) side = cell;
  }
  if (side != nullptr) table.claim(*side);

  int at = header_end + 1;
  for (; at < end; ++at) {
    if (side != nullptr && at >= side->row + side->row_span) break;
    if (leaves_funds(table, at)) break;
    if (add_pairs_to_total(table, at, draft)) continue;
    const std::vector<const Cell*> cells_here = table.cells_of(at);
    if (cells_here.empty()) continue;
    const Cell* first_cell = cells_here.front();
    // The label: the last text left of the amounts.
    const Cell* label = nullptr;
    for (const Cell* cell : cells_here) {
      if (cell->column >= first_column) break;
      if (cell != side && !TableView::blank(*cell) && !is_amount(*cell)) label = cell;
    }
    if (label == nullptr) label = label_behind(table, at, first_column);
    if (label != nullptr && draft.form.funds_row(FundsRowKind::Total) != nullptr && !draft.form.indicators.empty() &&
        table.label(*label, Part::Rows) == Label::TotalRow) {
      break;  // the sum of the whole form
    }
    std::string text = label == nullptr ? std::string() : label->text;
    Label meaning = label == nullptr ? Label::None : table.label(*label, Part::FundsRows);

    // Values by column; a header over label and value ("预算安排情况" over "预算数 | 6.84") holds both.
    Values values{};
    bool any = false;
    for (std::size_t i = 0; i < columns.size() && i < values.size(); ++i) {
      std::vector<const Cell*> cells = cells_within(table, at, columns[i].begin, columns[i].end);
      if (cells.size() >= 2 && (table.label(*cells.front(), Part::FundsRows) != Label::None ||
                                table.label(*cells.front(), Part::FundsColumns) != Label::None)) {
        const Label inner = table.label(*cells.front(), Part::FundsRows);
        if (meaning == Label::None) {
          meaning = inner != Label::None ? inner : Label::FundsTotal;
          text = cells.front()->text;
        }
        table.claim(*cells.front());
        cells.erase(cells.begin());
      }
      for (const Cell* cell : cells) {
        if (values[i] == nullptr || TableView::blank(*values[i])) values[i] = cell;
      }
      any = any || (values[i] != nullptr && !TableView::blank(*values[i]));
    }
    if (text.empty() && !any) continue;
    // A row of values under the header without a label of its own is the total.
    if (text.empty() && !holds_amount(values)) continue;
    if (meaning == Label::None && text.empty() && draft.form.funds_row(FundsRowKind::Total) == nullptr) {
      meaning = Label::FundsTotal;
      if (side != nullptr) text = side->text;
    }
    if (label == nullptr && side == nullptr && meaning == Label::None) break;  // not a funds row any more
    // Without a side label the table ends where a row is neither known nor holds an amount.
    if (side == nullptr && meaning == Label::None) {
      if (!holds_amount(values)) break;
    }
    const Cell& anchor = label != nullptr ? *label : side != nullptr ? *side : *first_cell;
    if (label != nullptr) table.claim(*label);
    yield_kind(draft.form, meaning);
    FundsRow& out = add_funds_row(draft.form, meaning, text, table.where(anchor));
    for (std::size_t i = 0; i < columns.size() && i < values.size(); ++i) {
      set_funds_cell(out, columns[i].label, table, values[i], anchor);
    }
    for (std::size_t i = 0; i < columns.size() && i < values.size(); ++i) {
      if (columns[i].label != Label::FundsProjectTotal || of_whole_project(meaning) == Label::None) continue;
      FundsRow& whole = add_funds_row(draft.form, of_whole_project(meaning), text, table.where(anchor));
      set_funds_cell(whole, Label::FundsInitial, table, values[i], anchor);
    }
  }
  return std::max(at, header_end + 1);
}

}  // namespace jiheng
