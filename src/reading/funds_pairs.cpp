#include "reading/funds_pairs.h"

#include <algorithm>
#include <vector>

#include "core/text.h"
#include "form/number.h"
#include "reading/funds.h"

namespace jiheng {
namespace {

// A label and the cell with its amount.
struct Pair {
  Label column = Label::None;
  const Cell* label = nullptr;
  const Cell* value = nullptr;
};

// Of the whole sum only: 执行率, 分值, 得分.
bool is_of_total(Label column) {
  return column == Label::FundsRate || column == Label::FundsWeight || column == Label::FundsScore;
}

std::vector<Pair> pairs_of(const TableView& table, int row) {
  std::vector<Pair> pairs;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell) || is_amount(*cell)) continue;
    Label column = table.label(*cell, Part::FundsColumns);
    // 项目预算 names a part elsewhere; with an amount beside it, it is the budget.
    if (column == Label::None && table.label(*cell, Part::Sections) == Label::FundsSection)
      column = Label::FundsAdjusted;
    if (column == Label::None || column == Label::FundsOtherColumn) continue;
    const Cell* value = table.right_of(*cell, row);
    if (value == nullptr || value->row != row || !is_amount(*value)) continue;
    pairs.push_back({column, cell, value});
  }
  return pairs;
}

bool has(const std::vector<Pair>& pairs, Label column) {
  return std::any_of(pairs.begin(), pairs.end(), [column](const Pair& pair) { return pair.column == column; });
}

bool says_what_was_spent(const std::vector<Pair>& pairs) {
  const bool spent = has(pairs, Label::FundsExecuted) || has(pairs, Label::FundsRate);
  return pairs.size() >= 2 && spent && (has(pairs, Label::FundsAdjusted) || has(pairs, Label::FundsInitial));
}

// "1、资金来源：（1）单位资金": the row is named behind the colon.
std::string_view row_name(const Cell& cell) {
  std::string_view text = cell.text;
  for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
    const std::size_t at = text.find(colon);
    if (at != std::string_view::npos && at + colon.size() < text.size()) text = text.substr(at + colon.size());
  }
  return text;
}

Label row_meaning(const TableView& table, const Cell& cell, const Wording& wording) {
  const Label label = table.label(cell, Part::FundsRows);
  return label != Label::None || row_name(cell) == cell.text
             ? label
             : wording.find(Part::FundsRows, row_name(cell)).value_or(Label::None);
}

// "854万元（其中建设400万元）": an amount, and what is said of it.
bool begins_with_amount(const Cell& cell) {
  const std::string key = key_of(cell.text);
  return is_amount(cell) || (!key.empty() && key.front() >= '0' && key.front() <= '9');
}

// "申报金额 | 635 | 其中：财政资金 | 500": a column's name before the names of its parts is the whole sum.
bool is_sum_of_named_parts(const TableView& table, const Cell& cell, int row, const Wording& wording) {
  if (!is_amount_column(table.label(cell, Part::FundsColumns))) return false;
  const Cell* value = table.right_of(cell, row);
  if (value == nullptr || value->row != row || !is_amount(*value)) return false;
  const std::vector<const Cell*> cells = table.cells_of(row);
  return std::any_of(cells.begin(), cells.end(), [&](const Cell* other) {
    return other->row == row && other->column > value->column && row_meaning(table, *other, wording) != Label::None;
  });
}

}  // namespace

bool names_amounts_beside(const TableView& table, int row) {
  return says_what_was_spent(pairs_of(table, row));
}

bool add_pairs_to_total(TableView& table, int row, Draft& draft) {
  FundsRow* total = total_of(draft.form);
  const std::vector<Pair> pairs = pairs_of(table, row);
  const auto adds = [total](const Pair& pair) {
    return (pair.column == Label::FundsRate && total->rate.empty()) ||
           (pair.column == Label::FundsWeight && total->weight.empty()) ||
           (pair.column == Label::FundsScore && total->score.empty());
  };
  if (total == nullptr || pairs.size() < 2 || !std::all_of(pairs.begin(), pairs.end(), adds)) return false;
  for (const Pair& pair : pairs) {
    table.claim(*pair.label);
    set_funds_cell(*total, pair.column, table, pair.value, *pair.label);
  }
  return true;
}

int read_amounts_beside(TableView& table, int row, int end, Draft& draft) {
  if (add_pairs_to_total(table, row, draft)) return row + 1;
  const std::vector<Pair> pairs = pairs_of(table, row);
  if (!says_what_was_spent(pairs)) return row;
  const Cell* side = pairs.front().label->column > 0 ? table.at(row, pairs.front().label->column - 1) : nullptr;
  if (side != nullptr) table.claim(*side);
  Form& form = draft.form;
  std::size_t total = form.funds.size();
  add_funds_row(form, Label::FundsTotal, "", table.where(*pairs.front().label));
  for (const Pair& pair : pairs) {
    table.claim(*pair.label);
    set_funds_cell(form.funds[total], pair.column, table, pair.value, *pair.label);
  }
  int at = row + 1;
  for (; at < end; ++at) {
    const bool beside = side != nullptr && at < side->row + side->row_span;
    const Cell* part = nullptr;  // the label of the row last added
    for (const Pair& pair : pairs) {
      const Cell* label = table.at(at, pair.label->column);
      const Cell* value = table.at(at, pair.value->column);
      if (label == nullptr || value == nullptr || label == value || label->row != at || value->row != at) continue;
      if (TableView::blank(*label) || is_amount(*label) || (!TableView::blank(*value) && !is_amount(*value))) continue;
      const Label column = table.label(*label, Part::FundsColumns);
      if (is_of_total(column)) {  // some rows further down
        table.claim(*label);
        set_funds_cell(form.funds[total], column, table, value, *label);
        continue;
      }
      if (column == Label::FundsOtherColumn) continue;
      const Label meaning = table.label(*label, Part::FundsRows);
      if (meaning == Label::None && !beside) continue;
      if (part == nullptr || table.key(*part) != table.key(*label))
        add_funds_row(form, meaning, label->text, table.where(*label));
      part = label;
      table.claim(*label);
      // 其中：财政拨款支出 tells of what was spent, wherever it stands.
      const bool spent = meaning == Label::FundsGrant && contains(table.key(*label), "支出");
      set_funds_cell(form.funds.back(), spent ? Label::FundsExecuted : pair.column, table, value, *label);
    }
    if (part == nullptr) break;
  }
  return at;
}

bool read_funds_pairs(TableView& table, int row, const Wording& wording, Draft& draft) {
  bool any = false;
  Label column = Label::FundsInitial;  // of all amounts of the row
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || table.claimed(*cell)) continue;
    const bool sum = is_sum_of_named_parts(table, *cell, row, wording);
    Label label = sum ? Label::FundsTotal : row_meaning(table, *cell, wording);
    if (label == Label::None || table.label(*cell, Part::Header) != Label::None) continue;
    const Cell* value = table.right_of(*cell, row);
    if (value == nullptr || value->row > row || table.is_label(*value)) continue;
    if (!TableView::blank(*value) && !begins_with_amount(*value)) continue;
    if (sum) {
      column = table.label(*cell, Part::FundsColumns);
      if (draft.form.kind == FormKind::TargetDeclaration) column = Label::FundsInitial;  // it is what is asked for
    }
    // Money of the whole project stands in a column of its own, under its own total.
    for (int above = row - 1; above >= 0 && above > row - 8; --above) {
      const Cell* over = table.at(above, cell->column);
      if (over == nullptr) break;
      if (TableView::blank(*over)) continue;
      const Label there = table.label(*over, Part::FundsRows);
      if (there == Label::FundsTotal || there == Label::None) break;
      if (there != Label::FundsProjectTotal) continue;
      if (label == Label::FundsGrant) label = Label::FundsProjectGrant;
      if (label == Label::FundsOther) label = Label::FundsProjectOther;
    }
    table.claim(*cell);
    // A further row of amounts fills the rows that an earlier one made.
    std::vector<FundsRow>& rows = draft.form.funds;
    const auto kind = funds_row_kind(label).value_or(FundsRowKind::Regional);
    const auto known = column == Label::FundsInitial ? rows.end() : find_funds_row(rows, kind, row_name(*cell));
    FundsRow& out =
        known != rows.end() ? *known : add_funds_row(draft.form, label, row_name(*cell), table.where(*cell));
    set_funds_cell(out, column, table, value, *cell);
    any = true;
  }
  return any;
}

void settle_total(Form& form) {
  if (form.funds_row(FundsRowKind::Total) != nullptr || form.funds_row(FundsRowKind::ProjectGrant) != nullptr) return;
  const auto whole = find_funds_row(form.funds, FundsRowKind::ProjectTotal);
  if (whole == form.funds.end()) return;
  const auto total = parse_number(whole->initial.printed);
  Decimal sum;
  for (const FundsRow& row : form.funds) {
    if (&row == &*whole) continue;
    if (const auto part = parse_number(row.initial.printed)) sum += *part;
  }
  if (total && form.funds.size() > 1 && sum == *total) whole->kind = FundsRowKind::Total;
}

}  // namespace jiheng
