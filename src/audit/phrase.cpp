#include "audit/phrase.h"

#include <algorithm>

#include "core/text.h"

namespace jiheng::audit {

std::string shown(const Decimal& number) {
  return number.trimmed().to_string();
}

std::string shown(const Money& money) {
  return money.amount.rounded(std::max(2, money.amount.significant_scale())).to_grouped_string();
}

std::string percent(const Decimal& fraction) {
  return (fraction * Decimal(100)).rounded(2).to_string() + "%";
}

std::string quoted(std::string_view text, std::size_t characters) {
  const std::string whole = joined_lines(text);
  std::size_t end = whole.size();
  if (length(whole) > characters) {
    end = 0;
    for (std::size_t count = 0; count < characters; ++count) next_code_point(whole, end);
  }
  std::string out;
  out.reserve(end + 9);
  out.append("“").append(whole, 0, end);
  if (end < whole.size()) out.append("…");
  return out.append("”");
}

}  // namespace jiheng::audit
