#include "reading/segmenter/outer_parts.h"

#include <algorithm>
#include <utility>

#include "reading/segmenter/doubt.h"
#include "reading/segmenter/funds.h"
#include "reading/segmenter/goals.h"
#include "reading/segmenter/header_band.h"
#include "reading/segmenter/heading.h"
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

// Amounts beside their labels: which column those of the parts belong to is guessed.
void doubt_parts(Form& form) {
  for (FundsRow& row : form.funds) {
    if (row.kind == FundsRowKind::Total) continue;
    doubt(row.initial);
    doubt(row.adjusted);
    doubt(row.executed);
  }
}

}  // namespace

void read_parts_above(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form) {
  const auto funds = find_header_band(sheet, first, last, Part::FundsColumns, vocabulary, 2);
  const std::size_t funds_begin = funds ? funds->first : first_funds_row(sheet, first, last, vocabulary);
  GoalHeader goals = find_goal_pair(sheet, funds ? funds->last : first, last, vocabulary);
  if (!goals.found && funds) goals = find_goal_pair(sheet, first, funds->first, vocabulary);
  if (!goals.found) goals = find_single_goal(sheet, funds ? funds->last : first, last, vocabulary);
  const std::size_t goals_begin = goals.found ? goals.line : last;
  if (funds_begin > goals_begin) {
    // Goals above the funds table: the heading ends where the first of them begins.
    read_layout_heading(sheet, first, goals_begin, vocabulary, form);
    read_layout_goals(sheet, goals, funds_begin, vocabulary, form);
    if (funds) read_layout_funds(sheet, *funds, funds->last, last, vocabulary, form);
  } else {
    read_layout_heading(sheet, first, std::min(funds_begin, goals_begin), vocabulary, form);
    if (funds)
      read_layout_funds(sheet, *funds, funds->last, goals_begin, vocabulary, form);
    else
      read_funds_pairs(sheet, funds_begin, goals_begin, vocabulary, form);
    read_layout_goals(sheet, goals, last, vocabulary, form);
  }
  read_amount_unit(sheet, first, last, form);
  merge_top(read_top_grid(sheet, first, last, vocabulary), form);
  if (!funds) doubt_parts(form);
}

void read_parts_below(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form) {
  if (first >= last) return;
  Form below;
  read_parts_above(sheet, first, last, vocabulary, below);
  if (form.funds.empty()) {
    form.funds = std::move(below.funds);
    if (!form.amount_unit.exists) form.amount_unit = below.amount_unit;
  }
  if (form.goal_expected.empty() && form.goal_actual.empty()) {
    form.goal_expected = std::move(below.goal_expected);
    form.goal_actual = std::move(below.goal_actual);
  }
  if (form.grade.empty()) form.grade = std::move(below.grade);
  if (!form.total_score.exists || form.total_score.empty()) {
    if (!below.total_score.empty()) form.total_score = std::move(below.total_score);
  }
}

}  // namespace jiheng::segmenter
