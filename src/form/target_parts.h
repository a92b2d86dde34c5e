// The parts of reading one target or actual cell: dates, levels, units, Chinese numerals. Used by target.cpp
// only. All texts are in key form (folded, without spaces).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/text.h"
#include "form/lexicon.h"
#include "form/target.h"

namespace jiheng::detail {

/// A date, and where it ends. `full` is false for a year alone, which is often only context.
struct DateMention {
  Date date;
  std::size_t end = 0;
  bool year_only = false;
};
/// The date that starts at `position`: 2023年12月31日, 12月底, 2023-12-31, 1-12月 (its end), 2023年底.
/// `signed_value` is true after ≥ or ≤, where "12月" is a duration and no date.
std::optional<DateMention> date_at(std::string_view key, std::size_t position, bool signed_value);

/// A qualitative level, nullopt if the text is none (a sentence, a task, a name).
std::optional<Value> level_of(std::string_view key, const Lexicon& lexicon);

/// The unit at a place of the text: as printed, magnitude included, and what it is.
struct UnitMention {
  std::string text;
  const Unit* unit = nullptr;  ///< nullptr: none that is known
  std::size_t end = 0;         ///< where it ends; where it was looked for if there is none
  std::string_view about;      ///< 余, 多 between number and unit
};
UnitMention unit_at(std::string_view key, std::size_t at, const Lexicon& lexicon);
/// Is it a share: %, ‰?
bool is_ratio(const UnitMention& mention);
/// Puts a unit on a value; ‰ and the like become %.
void set_unit(Value& value, const UnitMention& mention);

/// 三 → 3, 一百二十 → 120; moves past it. nullopt if there is none.
std::optional<Decimal> chinese_number_at(std::string_view key, std::size_t& position);

/// Any of ，；。！？ and the like: more than one clause.
bool has_punctuation(std::string_view key);

}  // namespace jiheng::detail
