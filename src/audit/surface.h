// Surface: what a form's printed texts hold regardless of meaning: long figures (telephone, identity
// and account numbers) and characters that no one typed. Found in one pass for all rules that ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/finding.h"
#include "form/form.h"

namespace jiheng::audit {

/// A run of 11 or more digits; an identity number's last X is part of it.
struct LongNumber {
  std::string_view digits;
  std::string_view text;     ///< the whole text it stands in; points into the form
  std::size_t position = 0;  ///< in `text`
  std::size_t field = 0;     ///< index into Surface::fields
};

/// Characters left over from a broken encoding or a font without a text map.
struct StrayCharacter {
  char32_t character = 0;
  std::string_view text;
  std::size_t field = 0;
};

struct Surface {
  std::vector<LongNumber> long_numbers;
  std::vector<StrayCharacter> stray;  ///< at most one a field
};

/// The printed texts of a form, numbered as `place_of_text` understands.
Surface read_surface(const Form& form);

/// Visits every printed text with its number: header, goals, cells of the indicators, unclaimed cells.
template <class Visit>
void for_each_text(const Form& form, Visit visit) {
  std::size_t number = 0;
  for (const TextField* field : {&form.title, &form.project_name, &form.project_code, &form.department, &form.unit,
                                 &form.goal_expected, &form.goal_actual}) {
    visit(std::string_view(field->printed), number++);
  }
  for (const Indicator& row : form.indicators) {
    visit(std::string_view(row.l3.printed), number++);
    visit(std::string_view(row.target.printed), number++);
    visit(std::string_view(row.actual.printed), number++);
    visit(std::string_view(row.note.printed), number++);
  }
  for (const Unclaimed& cell : form.unclaimed) visit(std::string_view(cell.text), number++);
}

struct Context;
/// Where the text of that number stands.
Place place_of_text(const Context& context, std::size_t number);
/// The label beside it (of an unclaimed cell), or "".
std::string_view label_of_text(const Form& form, std::size_t number);

}  // namespace jiheng::audit
