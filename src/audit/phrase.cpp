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
  constexpr std::string_view kOpen = "“", kCut = "…", kClose = "”";
  std::string out;
  out.reserve(kOpen.size() + text.size() + kCut.size() + kClose.size());
  out.append(kOpen);
  append_joined_lines(out, text);
  if (length(out) > characters + 1) {
    std::size_t end = kOpen.size();
    for (std::size_t count = 0; count < characters; ++count) next_code_point(out, end);
    if (end < out.size()) out.replace(end, std::string::npos, kCut);
  }
  return out.append(kClose);
}

}  // namespace jiheng::audit
