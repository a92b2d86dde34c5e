#include "reading/money_unit.h"

#include <array>

#include "core/text.h"

namespace jiheng {

std::string amount_unit_only(std::string_view text) {
  const std::string key = key_of(text);
  static constexpr std::array<std::string_view, 5> kUnits = {"百万元", "万元", "千元", "亿元", "元"};
  for (const std::string_view unit : kUnits) {
    for (const std::string_view before : {"(", ":", "位"}) {
      const std::string marked = std::string(before) + std::string(unit);
      const std::size_t at = key.find(marked);
      if (at == std::string::npos) continue;
      const std::size_t end = at + marked.size();
      if (end == key.size() || key[end] == ')' || key[end] == ',' ||
          starts_with(std::string_view(key).substr(end), "、")) {
        return std::string(unit);
      }
    }
  }
  return {};
}

std::string_view without_money_unit(std::string_view value) {
  for (const std::string_view unit : {"万元", "千元", "亿元", "元"}) {
    if (ends_with(value, unit)) return value.substr(0, value.size() - unit.size());
  }
  return value;
}

}  // namespace jiheng
