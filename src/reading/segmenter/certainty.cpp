#include "reading/segmenter/certainty.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/broken_cells.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

// Are so many rows read badly that the others are hardly better?
bool are_many(std::size_t bad, std::size_t rows) {
  return bad >= 2 && bad * 6 >= rows;
}

// The sum of a column, unfilled cells left out; nothing where a cell is no number.
std::optional<Decimal> sum_of(const std::vector<Indicator>& rows, Field<Points> Indicator::*column) {
  Decimal sum;
  for (const Indicator& row : rows) {
    const std::string& printed = (row.*column).printed;
    if (printed.empty() || is_dash(printed)) continue;
    const auto number = parse_number(printed);
    if (!number) return std::nullopt;
    sum += *number;
  }
  return sum;
}

// Does the column add up to the printed total, with or without the funds' own points? Where those are not
// known, what is missing must not be more than `most`.
bool adds_up(const Form& form, Field<Points> Indicator::*column, const Field<Points>& total,
             const Field<Points> FundsRow::*own, const std::optional<Decimal>& most) {
  const auto printed = parse_number(total.printed);
  if (!printed || !total.sure()) return true;  // nothing says otherwise
  const auto sum = sum_of(form.indicators, column);
  if (!sum) return false;
  if (*sum == *printed) return true;
  const FundsRow* funds = form.funds_row(FundsRowKind::Total);
  const auto points = funds == nullptr ? std::nullopt : parse_number((funds->*own).printed);
  if (points) return *sum + *points == *printed;
  return most && *sum < *printed && *printed - *sum <= *most;
}

// "指标2：", "……": a line of the template that nobody filled in.
bool is_template(const Indicator& row) {
  if (!row.target.empty() || !row.actual.empty() || !row.weight.empty() || !row.score.empty()) return false;
  const std::string key = key_of(row.l3.printed);
  return key.empty() || key.back() == ':' || key.find_first_not_of("….") == std::string::npos;
}

bool is_amount(std::string_view text) {
  return is_number(text) || is_percent(text);
}

// Nothing but digits and signs of numbers: "10", "20.0019.00".
bool is_numeric(std::string_view text) {
  const std::string key = key_of(text);
  return !key.empty() && key.find_first_not_of("0123456789.,%") == std::string::npos;
}

// Two numbers in one cell: "10 10".
bool holds_numbers(const std::string& text) {
  const std::size_t space = text.find(' ');
  return space != std::string::npos && is_amount(text.substr(0, space)) && is_amount(text.substr(space + 1));
}

// Does a cell hold what its column never has? Then the row's cells stand in each other's places.
bool is_misplaced(const Indicator& row) {
  const std::string name = key_of(row.l3.printed);
  const bool named = name.empty() ||
                     (length(name) >= 2 && !is_amount(name) && !is_comparison(name.substr(0, name.size() < 3 ? 1 : 3)));
  const auto no_points = [](const Field<Points>& field) {
    return !field.empty() && !is_dash(field.printed) && !parse_number(field.printed);
  };
  return !named || is_numeric(row.note.printed) || holds_numbers(row.target.printed) ||
         holds_numbers(row.actual.printed) || no_points(row.weight) || no_points(row.score);
}

// Rows with a misplaced cell, and tables with several of them.
void doubt_misplaced(Form& form) {
  std::vector<Indicator>& rows = form.indicators;
  std::size_t misplaced = 0;
  for (Indicator& row : rows) {
    if (!is_misplaced(row)) continue;
    doubt_values(row);
    ++misplaced;
  }
  if (are_many(misplaced, rows.size())) doubt_all_indicators(form);
}

// Rows with less than half of what the others have are pieces of their neighbours.
void doubt_odd_rows(Form& form) {
  std::vector<Indicator>& rows = form.indicators;
  const auto filled = [](const Indicator& row) {
    return !row.l3.empty() + !row.target.empty() + !row.actual.empty() + !row.weight.empty() + !row.score.empty();
  };
  int most = 0;
  for (const Indicator& row : rows) most = std::max(most, filled(row));
  std::size_t odd = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if ((filled(rows[i]) * 2 > most && !rows[i].l3.empty()) || is_template(rows[i])) continue;
    for (std::size_t k = i == 0 ? 0 : i - 1; k <= std::min(i + 1, rows.size() - 1); ++k) doubt_values(rows[k]);
    doubt_row(rows[i]);
    ++odd;
  }
  if (are_many(odd, rows.size())) doubt_all_indicators(form);
}

// A number that nearly all rows have is missing here: it may have gone elsewhere.
void doubt_missing(std::vector<Indicator>& rows, Field<Points> Indicator::*column) {
  const auto lacks = [column](const Indicator& row) { return (row.*column).empty(); };
  const auto missing = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), lacks));
  if (missing * 5 > rows.size()) return;
  for (Indicator& row : rows) {
    if (!lacks(row)) continue;
    doubt(row.target);
    doubt(row.actual);
    doubt(row.note);
  }
}

// "产出指标(50分)" over rows of other weights: the label reaches too far, or not far enough.
void doubt_groups(std::vector<Indicator>& rows, TextField Indicator::*level) {
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first + 1;
    while (last < rows.size() && (rows[last].*level).printed == (rows[first].*level).printed) ++last;
    const auto points = points_in_label((rows[first].*level).printed);
    const auto sum =
        sum_of({rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(last)},
               &Indicator::weight);
    if (points && sum && *sum != points->amount) {
      // Rows at the group's ends may be the neighbour's, or the neighbour's its own.
      for (const std::size_t end : {first, last}) {
        for (std::size_t i = end == 0 ? 0 : end - 1; i < std::min(end + 1, rows.size()); ++i) {
          doubt(rows[i].l1);
          doubt(rows[i].l2);
        }
      }
    }
    first = last;
  }
}

// Has every row with a weight a score within it, and no other row a score? Scores printed beside weights that
// add up are right, whatever total somebody made of them.
bool scores_are_within_weights(const std::vector<Indicator>& rows) {
  int weighted = 0;
  for (const Indicator& row : rows) {
    const auto weight = parse_number(row.weight.printed), score = parse_number(row.score.printed);
    if (weight.has_value() != score.has_value()) return false;
    if (!weight) continue;
    if (*score > *weight) return false;
    ++weighted;
  }
  return weighted > 0;
}

}  // namespace

void doubt_indicators(Form& form) {
  doubt_misplaced(form);
  doubt_odd_rows(form);
  doubt_parts_of_values(form.indicators);
  doubt_missing(form.indicators, &Indicator::weight);
  doubt_missing(form.indicators, &Indicator::score);
  doubt_groups(form.indicators, &Indicator::l1);
  doubt_groups(form.indicators, &Indicator::l2);
  // Points of the execution are a tenth or a fifth of all.
  const auto weights = sum_of(form.indicators, &Indicator::weight);
  const bool weights_fit = adds_up(form, &Indicator::weight, form.total_weight, &FundsRow::weight, Decimal(20)) &&
                           (form.total_weight.exists || !weights || *weights <= Decimal(100));
  const auto is_scored = [](const Indicator& row) {
    return row.weight.exists && row.weight.empty() && parse_number(row.score.printed);
  };
  if (std::all_of(form.indicators.begin(), form.indicators.end(), is_scored)) {
    for (Indicator& row : form.indicators) doubt(row.score);  // perhaps the weights
  }
  if (!weights_fit) {
    for (Indicator& row : form.indicators) doubt(row.weight);
    doubt(form.total_weight);
  }
  if (const auto total = parse_number(form.total_weight.printed);
      total && *total != Decimal(100) && weights && *weights != *total)
    doubt(form.total_weight);
  const auto rest = weights ? std::optional(Decimal(100) - *weights) : std::nullopt;
  if (adds_up(form, &Indicator::score, form.total_score, &FundsRow::score, rest)) return;
  doubt(form.total_score);
  if (!weights_fit || !scores_are_within_weights(form.indicators)) {
    for (Indicator& row : form.indicators) doubt(row.score);
  }
}

void doubt_all_indicators(Form& form) {
  for (Indicator& row : form.indicators) {
    doubt_row(row);
  }
}

}  // namespace jiheng::segmenter
