// Money in an indicator's cell: 90万元, 1600元/亩 (the price of one).
#pragma once

#include <optional>
#include <string_view>

#include "core/text.h"
#include "form/form.h"

namespace jiheng::audit {

/// 元 per unit of a money unit such as 万元; nothing if it is no money.
inline std::optional<Decimal> yuan_per_unit(std::string_view unit) {
  for (const AmountUnit candidate :
       {AmountUnit::WanYuan, AmountUnit::YiYuan, AmountUnit::ThousandYuan, AmountUnit::MillionYuan, AmountUnit::Yuan}) {
    if (unit == name_of(candidate)) return yuan_per(candidate);
  }
  if (unit == "万") return Decimal(10'000);
  if (unit == "亿") return Decimal(100'000'000);
  return std::nullopt;
}

/// The amount that a plain number with a money unit means.
inline std::optional<Money> money_of(const std::optional<Value>& value, std::string_view unit_otherwise = {}) {
  if (!value || value->kind != ValueKind::Number || value->percent || !value->rest.empty()) return std::nullopt;
  const auto factor = yuan_per_unit(value->unit.empty() ? unit_otherwise : std::string_view(value->unit));
  if (!factor) return std::nullopt;
  return Money(value->number * *factor);
}

}  // namespace jiheng::audit
