#include "reading/segmenter/top_reading.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <utility>

#include "core/text.h"
#include "form/number.h"
#include "reading/draft.h"
#include "reading/funds.h"
#include "reading/funds_pairs.h"
#include "reading/header.h"
#include "reading/segmenter/funds_proof.h"
#include "reading/segmenter/top_grid.h"
#include "reading/top_rows.h"

namespace jiheng::segmenter {
namespace {

constexpr int kTable = -1;  // number of the grid, which the text does not have
constexpr TextField Form::*kTexts[] = {&Form::project_name, &Form::project_code, &Form::department, &Form::unit,
                                       &Form::grade};
constexpr int kClearlyMore = 5;    // proofs of one funds table over another
constexpr float kAgreed = 0.9F;    // both readings say so
constexpr float kAlone = 0.8F;     // only one of them says anything
constexpr float kDisputed = 0.6F;  // they differ

template <class T>
bool same(const Field<T>& a, const Field<T>& b) {
  return without_spaces(a.printed) == without_spaces(b.printed);
}

constexpr std::array<Label, 6> kColumns = {Label::FundsInitial, Label::FundsAdjusted, Label::FundsExecuted,
                                           Label::FundsWeight,  Label::FundsRate,     Label::FundsScore};
constexpr std::size_t kPointsColumn = 3, kRateColumn = 4;  // of those

std::array<std::string_view, 6> texts_of(const FundsRow& row) {
  return {row.initial.printed, row.adjusted.printed, row.executed.printed,
          row.weight.printed,  row.rate.printed,     row.score.printed};
}

int points_for(Verdict verdict) {
  return verdict == Verdict::Fits ? 3 : verdict == Verdict::Silent ? 0 : -2;
}

// 当年财政拨款, 上年结转, 其他资金: rows that have no points of their own.
bool is_part(const FundsRow& row) {
  return row.kind == FundsRowKind::CurrentYearGrant || row.kind == FundsRowKind::CarryOver ||
         row.kind == FundsRowKind::Other;
}

// How well a funds table proves itself: rates and scores follow from amounts, parts add up, cells hold numbers.
int proof_of(const std::vector<FundsRow>& funds) {
  const std::vector<Label> columns(kColumns.begin(), kColumns.end());
  std::deque<FundsValue> values;  // stays where it is while it grows
  std::vector<FundsRowKind> kinds;
  FundsGrid grid(funds.size(), columns.size());
  int proof = 0;
  for (std::size_t r = 0; r < funds.size(); ++r) {
    kinds.push_back(funds[r].kind);
    const auto texts = texts_of(funds[r]);
    for (std::size_t c = 0; c < texts.size(); ++c) {
      if (texts[c].empty()) continue;
      values.push_back(funds_value(texts[c]));
      const FundsValue::Kind kind = values.back().kind;
      if (kind == FundsValue::Kind::None) {
        proof -= 3;  // words where an amount should be
        continue;
      }
      proof += kind != FundsValue::Kind::Dash;
      grid.put(r, c, values.back());
    }
  }
  for (std::size_t r = 0; r < funds.size(); ++r)
    proof += points_for(rate_verdict(grid, r, columns)) + points_for(score_verdict(grid, r, columns));
  for (std::size_t c = 0; c < 3; ++c) proof += points_for(sum_of(grid, c, kinds, Parts::All).verdict);
  const auto total = find_funds_row(funds, FundsRowKind::Total);
  if (total == funds.end()) return proof - 3;
  // The points are the total's; a total without amounts over parts with them lost its own to the next row.
  const auto has_money = [](const FundsRow& row) {
    return !row.initial.empty() || !row.adjusted.empty() || !row.executed.empty();
  };
  for (const FundsRow& row : funds) {
    if (is_part(row))
      proof -= 3 * (parse_number(row.weight.printed).has_value() + parse_number(row.score.printed).has_value());
  }
  if (!has_money(*total) && std::any_of(funds.begin(), funds.end(), has_money)) proof -= 3;
  return proof + 2;
}

const FundsRow* counterpart(const FundsRow& row, const std::vector<FundsRow>& funds) {
  const auto found = find_funds_row(funds, row.kind, row.label);
  return found == funds.end() ? nullptr : &*found;
}

template <class Visit>
void for_each_cell(FundsRow& a, const FundsRow& b, Visit visit) {
  visit(a.initial, b.initial, 0);
  visit(a.adjusted, b.adjusted, 1);
  visit(a.executed, b.executed, 2);
  visit(a.weight, b.weight, 3);
  visit(a.rate, b.rate, 4);
  visit(a.score, b.score, 5);
}

// What another reading of the same table says against `funds`: cells that it leaves empty, too, unless it has
// nothing in the whole column.
void compare_funds(std::vector<FundsRow>& funds, const std::vector<FundsRow>& other, float disputed) {
  std::array<bool, kColumns.size()> known{};
  for (const FundsRow& row : other) {
    const auto texts = texts_of(row);
    for (std::size_t c = 0; c < texts.size(); ++c) known[c] = known[c] || !texts[c].empty();
  }
  const auto total = find_funds_row(funds, FundsRowKind::Total);
  const bool total_lacks_rate = total != funds.end() && !total->executed.empty() && total->rate.empty();
  const FundsRow none;
  for (FundsRow& row : funds) {
    const FundsRow* before = counterpart(row, other);
    for_each_cell(row, before == nullptr ? none : *before, [&](auto& cell, const auto& said, std::size_t column) {
      if (cell.empty()) return;
      const bool totals =
          column == kRateColumn ? total_lacks_rate : column >= kPointsColumn && parse_number(cell.printed);
      const bool words = !parse_number(cell.printed) && !is_percent(cell.printed) && !is_dash(cell.printed);
      const bool strange = words || (is_part(row) && totals);  // no amount, or what belongs to the total
      const float confidence = strange ? kDisputed : same(cell, said) ? kAgreed : known[column] ? disputed : kAlone;
      cell.confidence = std::min(cell.confidence, confidence);
    });
  }
}

template <class T>
void merge(const Field<T>& grid, Field<T>& field, float disputed = kDisputed) {
  if (!grid.exists || grid.empty()) {
    if (field.empty()) return;
    field.confidence = std::min(field.confidence, kDisputed);
    return;
  }
  const float confidence = field.empty() ? kAlone : same(grid, field) ? kAgreed : disputed;
  const float certain = grid.confidence;
  field = grid;
  field.confidence = std::min(certain, confidence);
}

// Places in the grid → places in the text.
void relocate(const TopGrid& top, Form& form) {
  const auto move = [&top](auto& where) {
    if (where.table != kTable) return;
    const auto place = top.places.find({where.row - 1, where.column - 1});
    where = place == top.places.end() ? Location{} : place->second;
  };
  for (TextField Form::*field : kTexts) move((form.*field).where);
  move(form.goal_expected.where);
  move(form.goal_actual.where);
  move(form.amount_unit.where);
  move(form.year.where);
  move(form.total_score.where);
  for (FundsRow& row : form.funds) {
    for (Location* where : {&row.where, &row.initial.where, &row.adjusted.where, &row.executed.where, &row.weight.where,
                            &row.rate.where, &row.score.where}) {
      move(*where);
    }
  }
}

}  // namespace

Form read_top_grid(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  const Wording& wording = vocabulary.wording();
  TopGrid top = top_grid_of(sheet, first, last, wording);
  TableView table(top.grid, wording, kTable);
  Region region;
  region.slices.push_back({&table, 0, top.grid.rows, {}});
  Draft draft;
  for (const auto& [text, where] : top.lines) read_free_line({text, where}, wording, draft);
  for (int row = 0; row < top.grid.rows;) {
    const int next = read_top_row(table, row, top.grid.rows, wording, draft);
    if (next == row) read_lines_in_row(table, row, wording, draft);
    row = std::max(next, row + 1);
  }
  complete_header(region, wording, draft);
  settle_total(draft.form);
  relocate(top, draft.form);
  return std::move(draft.form);
}

void merge_top(const Form& grid, Form& form) {
  // A label and its value stand in one row, whatever is printed between their lines: the grid knows better.
  for (TextField Form::*field : kTexts) merge(grid.*field, form.*field, kDisputed);
  // Two goals side by side part where their lines end, which lines tell better than cells.
  for (TextField Form::*field : {&Form::goal_expected, &Form::goal_actual}) {
    TextField goal = grid.*field;
    if (!form.goal_expected.empty() && !form.goal_actual.empty()) std::swap(goal, form.*field);
    const bool alone = goal.empty() || (form.*field).empty();
    merge(goal, form.*field);
    if (alone) (form.*field).confidence = std::min((form.*field).confidence, kDisputed);
  }
  if (grid.amount_unit.exists) merge(grid.amount_unit, form.amount_unit);
  if (!form.year.exists) form.year = grid.year;
  if (!form.total_score.exists) form.total_score = grid.total_score;
  std::vector<FundsRow> funds = grid.funds;
  const int proof = proof_of(funds), before_proof = proof_of(form.funds);
  const float disputed = std::abs(proof - before_proof) >= kClearlyMore ? kAlone : kDisputed;
  if (funds.empty() || proof < before_proof) {
    compare_funds(form.funds, funds, disputed);
    return;
  }
  compare_funds(funds, form.funds, disputed);
  // What only the lines say is kept, and is not certain.
  for (FundsRow& row : funds) {
    const FundsRow* before = counterpart(row, form.funds);
    if (before == nullptr) continue;
    for_each_cell(row, *before, [](auto& cell, const auto& said, std::size_t) {
      if (cell.exists && !cell.empty()) return;
      if (said.empty()) return;
      cell = said;
      cell.confidence = std::min(cell.confidence, kDisputed);
    });
  }
  // The rest of a header or of a label is no row.
  std::erase_if(funds, [](const FundsRow& row) {
    const bool money = !row.initial.empty() || !row.adjusted.empty() || !row.executed.empty();
    return row.kind == FundsRowKind::Regional && (row.label.empty() || !money);
  });
  form.funds = std::move(funds);
}

}  // namespace jiheng::segmenter
