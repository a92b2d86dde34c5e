// Sums of weights 分值, as the rules of this family need them.
#pragma once

#include <optional>

#include "audit/context.h"

namespace jiheng::audit {

/// Printed weight of budget execution in the funds table, if any.
inline std::optional<Points> execution_weight(const Context& context) {
  return context.funds.total != nullptr ? context.funds.total->weight.value : std::nullopt;
}

/// Some row with a score, and no part of another row, has no weight: sums of weights are not complete.
inline bool weight_lacking(const Context& context) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.weight.value && row.score.value) return true;
  }
  return false;
}

/// Indicators and execution; indicators alone if execution has no weight.
inline Points weight_sum(const Context& context) {
  const auto execution = execution_weight(context);
  return execution ? context.indicator_weight_sum + *execution : context.indicator_weight_sum;
}

}  // namespace jiheng::audit
