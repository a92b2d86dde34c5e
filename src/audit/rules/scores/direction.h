// Direction of an indicator, where only its name tells it: 投诉率 2% without a sign means at most 2%.
#pragma once

#include "audit/context.h"

namespace jiheng::audit {

/// The target has no sign and the name speaks of something of which less is better, so a result below
/// the target is no shortfall.
inline bool perhaps_less_is_better(const Context& context, std::size_t indicator) {
  const auto& target = context.row(indicator).target.value;
  if (!target || (target->comparison != Comparison::None && target->comparison != Comparison::Equal)) return false;
  return context.facts[indicator].name_words.has(WordClass::NegativeName);
}

}  // namespace jiheng::audit
