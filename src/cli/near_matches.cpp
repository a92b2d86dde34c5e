// Near matches for mistyped codes and ids: by edit distance, ignoring case.
#include <algorithm>
#include <cctype>
#include <numeric>

#include "cli/commands.h"

namespace jiheng {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  const auto same = [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  };
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (same(a[i - 1], b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::vector<std::string> near_matches(std::string_view word, const std::vector<std::string>& known) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : known) {
    // A part typed ("national", "302") is as near as one slip.
    const bool part = word.size() >= 3 && candidate.find(word) != std::string::npos;
    const std::size_t slips = part ? 1 : distance(word, candidate);
    if (slips <= std::max<std::size_t>(1, candidate.size() / 3)) near.emplace_back(slips, candidate);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [slips, candidate] : near) {
    if (out.size() < 3) out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace jiheng
