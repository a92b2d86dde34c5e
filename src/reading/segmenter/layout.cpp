#include "reading/segmenter/layout.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/certainty.h"
#include "reading/segmenter/contradictions.h"
#include "reading/segmenter/funds.h"
#include "reading/segmenter/goals.h"
#include "reading/segmenter/header_band.h"
#include "reading/segmenter/heading.h"
#include "reading/segmenter/layout_indicators.h"
#include "reading/segmenter/top_reading.h"

namespace jiheng::segmenter {
namespace {

// The first line of [first, last) that names a row of the funds table.
std::size_t first_funds_row(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  for (std::size_t i = first; i < last; ++i) {
    for (const Word& word : sheet.lines[i].words) {
      const auto label = vocabulary.label(Part::FundsRows, word.text);
      if (label == Label::FundsTotal || label == Label::FundsProjectTotal) return i;
    }
  }
  return last;
}

// Funds printed below the indicators.
void read_funds_below(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form) {
  const auto band = find_header_band(sheet, first, last, Part::FundsColumns, vocabulary, 3);
  if (!band) return;
  Form below;
  merge_top(read_top_grid(sheet, band->first, last, vocabulary), below);
  form.funds = std::move(below.funds);
  if (!form.amount_unit.exists) form.amount_unit = below.amount_unit;
}

// A header with pieces that nobody knows, with two columns of one name, or with the project's name in one of
// them (a list of projects).
bool is_ill_understood(const HeaderBand& header, const Vocabulary& vocabulary) {
  int unknown = 0;
  for (const Column& column : header.columns) {
    if (vocabulary.label(Part::Header, column.text) == Label::ProjectName) return true;
    const auto same = [&column](const Column& other) { return other.label == column.label; };
    const bool value = column.label == Label::IndicatorTarget || column.label == Label::IndicatorActual ||
                       column.label == Label::IndicatorWeight || column.label == Label::IndicatorScore;
    if (value && std::count_if(header.columns.begin(), header.columns.end(), same) > 1) return true;
    unknown += column.label == Label::None && length(column.text) <= 3;  // pieces of names
  }
  return unknown >= 2;
}

// One number in the row of the total, the sum of the scores: it is theirs, wherever it is printed.
void settle_single_total(Form& form) {
  if (!form.total_score.empty() || form.total_weight.empty()) return;
  const auto printed = parse_number(form.total_weight.printed);
  Decimal sum;
  for (const Indicator& row : form.indicators) {
    if (const auto score = parse_number(row.score.printed)) sum += *score;
  }
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  const auto own = total ? parse_number(total->score.printed) : std::nullopt;
  if (!printed || (sum != *printed && (!own || sum + *own != *printed))) return;
  form.total_score = form.total_weight;
  form.total_weight = {};
}

// Amounts beside their labels: which column those of the parts belong to is guessed.
void doubt_parts(Form& form) {
  for (FundsRow& row : form.funds) {
    if (row.kind == FundsRowKind::Total) continue;
    for (Field<Money>* amount : {&row.initial, &row.adjusted, &row.executed})
      amount->confidence = std::min(amount->confidence, 0.6F);
  }
}

}  // namespace

Form read_layout(const Sheet& sheet, const Extent& extent, const Vocabulary& vocabulary) {
  Form form;
  const std::size_t start = read_title(sheet, extent.first, extent.last, vocabulary, form);
  const auto indicators = find_header_band(sheet, start, extent.last, Part::IndicatorColumns, vocabulary, 3);
  std::size_t top_end = indicators ? indicators->first : extent.last;
  while (top_end > start + 1 && is_caption(sheet.lines[top_end - 1], vocabulary)) --top_end;
  const auto funds = find_header_band(sheet, start, top_end, Part::FundsColumns, vocabulary, 2);
  std::size_t funds_begin = funds ? funds->first : first_funds_row(sheet, start, top_end, vocabulary);
  GoalHeader goals = find_goal_pair(sheet, funds ? funds->last : start, top_end, vocabulary);
  if (!goals.found && funds) goals = find_goal_pair(sheet, start, funds->first, vocabulary);
  if (!goals.found) goals = find_single_goal(sheet, funds ? funds->last : start, top_end, vocabulary);
  const std::size_t goals_begin = goals.found ? goals.line : top_end;
  if (funds_begin > goals_begin) {
    // Goals above the funds table: the heading ends where the first of them begins.
    read_layout_heading(sheet, start, goals_begin, vocabulary, form);
    read_layout_goals(sheet, goals, funds_begin, vocabulary, form);
    if (funds) read_layout_funds(sheet, *funds, funds->last, top_end, vocabulary, form);
  } else {
    read_layout_heading(sheet, start, std::min(funds_begin, goals_begin), vocabulary, form);
    if (funds)
      read_layout_funds(sheet, *funds, funds->last, goals_begin, vocabulary, form);
    else
      read_funds_pairs(sheet, funds_begin, goals_begin, vocabulary, form);
    read_layout_goals(sheet, goals, top_end, vocabulary, form);
  }
  read_amount_unit(sheet, start, top_end, form);
  merge_top(read_top_grid(sheet, start, top_end, vocabulary), form);
  if (indicators) {
    read_layout_indicators(sheet, *indicators, extent.last, vocabulary, form);
    if (form.funds.empty()) read_funds_below(sheet, indicators->last, extent.last, vocabulary, form);
    settle_single_total(form);
    doubt_indicators(form);
    doubt_contradicting_indicators(form, vocabulary);
    if (is_ill_understood(*indicators, vocabulary)) doubt_all_indicators(form);
  }
  doubt_contradicting_funds(form, vocabulary);
  if (!funds) doubt_parts(form);
  doubt_contradicting_top(form, vocabulary);
  complete_declared_funds(form);
  read_code_of_name(form);
  return form;
}

}  // namespace jiheng::segmenter
