// Numbers as people print them in forms: separators, full-width digits, units glued on.
#pragma once

#include <optional>
#include <string_view>

#include "core/quantity.h"
#include "form/form.h"

namespace jiheng {

/// The number that starts at `position` of a folded text (see `folded`): digits with thousands separators and a
/// decimal point. Moves `position` past it; nullopt (and no move) if there is no digit or far too many.
std::optional<Decimal> number_at(std::string_view folded_text, std::size_t& position);
/// "815,826.17", "８０", "10分", "10.00", "+3" → exact; nullopt for dashes, words and "". A percent
/// sign is not accepted.
std::optional<Decimal> parse_number(std::string_view printed);
/// Points with optional 分. Dashes give nullopt.
std::optional<Points> parse_points(std::string_view printed);
/// "100.00%", "99 %", "0.99" (a bare number of at most 1 is a fraction, above 1 is percent).
std::optional<Rate> parse_rate(std::string_view printed);
/// An amount printed under `unit`; a unit in the cell itself ("5.8万", "854万元") wins over it.
std::optional<Money> parse_money(std::string_view printed, AmountUnit unit);
/// The unit named in a label such as "项目资金（万元）", "金额单位：元"; Unknown if none.
AmountUnit amount_unit_in(std::string_view label);
/// A calendar year 1990..2099 printed in text ("(2023 年度)", "２０２２年"); the first one found.
std::optional<int> year_in(std::string_view text);

}  // namespace jiheng
