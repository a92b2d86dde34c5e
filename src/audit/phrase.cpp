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

namespace detail {

void append(std::string& out, const Quoted& quoted) {
  constexpr std::string_view kOpen = "“", kCut = "…", kClose = "”";
  out.append(kOpen);
  const std::size_t begin = out.size();
  append_joined_lines(out, quoted.text);
  // No text has more characters than bytes.
  if (out.size() - begin > quoted.characters && length(std::string_view(out).substr(begin)) > quoted.characters) {
    std::size_t end = begin;
    for (std::size_t count = 0; count < quoted.characters; ++count) next_code_point(out, end);
    if (end < out.size()) out.replace(end, std::string::npos, kCut);
  }
  out.append(kClose);
}

}  // namespace detail

Quoted::operator std::string() const {
  return cat(*this);
}

}  // namespace jiheng::audit
