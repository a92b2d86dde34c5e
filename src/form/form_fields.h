// The graded fields of a form under the names of the record (docs/record.md), each in one place: writing,
// reading, certainty and locations walk them alike. `Of` is the value or its const form.
#pragma once

#include <cstddef>
#include <string>

#include "form/form.h"

namespace jiheng::detail {

/// visit(name, field) for the fields of the header.
template <class Of, class Visit>
void each_header_field(Of& form, Visit&& visit) {
  visit("title", form.title);
  visit("year", form.year);
  visit("project_name", form.project_name);
  visit("project_code", form.project_code);
  visit("department", form.department);
  visit("unit", form.unit);
  visit("amount_unit", form.amount_unit);
}

/// visit(name, field) for the cells of a row of the funds.
template <class Of, class Visit>
void each_funds_cell(Of& row, Visit&& visit) {
  visit("initial", row.initial);
  visit("adjusted", row.adjusted);
  visit("executed", row.executed);
  visit("weight", row.weight);
  visit("rate", row.rate);
  visit("score", row.score);
}

/// visit(name, field) for the cells of an indicator.
template <class Of, class Visit>
void each_indicator_cell(Of& row, Visit&& visit) {
  visit("l1", row.l1);
  visit("l2", row.l2);
  visit("l3", row.l3);
  visit("target", row.target);
  visit("actual", row.actual);
  visit("weight", row.weight);
  visit("score", row.score);
  visit("note", row.note);
  visit("unit", row.unit);
}

/// visit(path, field) for every field, in the order of the record.
template <class Of, class Visit>
void each_field(Of& form, Visit&& visit) {
  each_header_field(form, visit);
  const auto below = [&visit](const std::string& path) {
    return [&visit, path](const char* name, auto& field) { visit(path + "." + name, field); };
  };
  for (auto& row : form.funds) each_funds_cell(row, below(record_path(row)));
  visit("goal.expected", form.goal_expected);
  visit("goal.actual", form.goal_actual);
  for (std::size_t at = 0; at < form.indicators.size(); ++at)
    each_indicator_cell(form.indicators[at], below(indicator_path(at)));
  visit("total.weight", form.total_weight);
  visit("total.score", form.total_score);
  visit("grade", form.grade);
}

}  // namespace jiheng::detail
