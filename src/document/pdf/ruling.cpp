// Ruling: pieces of lines → whole rules, by clustering positions and bridging gaps.
#include "document/pdf/ruling.h"

#include <algorithm>
#include <cmath>

namespace jiheng::pdf {
namespace {

bool is_sane(const Rule& rule) {
  constexpr float kFar = 1e5F;
  return std::abs(rule.at) < kFar && std::abs(rule.from) < kFar && std::abs(rule.to) < kFar;  // false for NaN
}

/// Pieces of one cluster (same position) → rules at their common, length-weighted position.
void join_collinear(std::span<Rule> pieces, std::vector<Rule>& rules) {
  double weighted = 0, total = 0;
  for (const Rule& piece : pieces) {
    const double weight = static_cast<double>(piece.length()) + 0.01;
    weighted += weight * static_cast<double>(piece.at);
    total += weight;
  }
  const auto at = static_cast<float>(weighted / total);
  std::sort(pieces.begin(), pieces.end(), [](const Rule& a, const Rule& b) { return a.from < b.from; });
  Rule rule{at, pieces.front().from, pieces.front().to};
  const auto keep = [&rules](const Rule& whole) {
    if (whole.length() >= kShortestRule) rules.push_back(whole);
  };
  for (const Rule& piece : pieces.subspan(1)) {
    if (piece.from <= rule.to + kBreak) {
      rule.to = std::max(rule.to, piece.to);
    } else {
      keep(rule);
      rule = {at, piece.from, piece.to};
    }
  }
  keep(rule);
}

std::vector<Rule> merged(std::vector<Rule> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Rule> rules;
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t last = first + 1;
    while (last < pieces.size() && pieces[last].at - pieces[last - 1].at <= kSameRule &&
           pieces[last].at - pieces[first].at <= kWidestRule) {
      ++last;
    }
    join_collinear(std::span(pieces).subspan(first, last - first), rules);
    first = last;
  }
  if (rules.size() > kMostRules) {
    std::nth_element(rules.begin(), rules.begin() + kMostRules, rules.end(),
                     [](const Rule& a, const Rule& b) { return a.length() > b.length(); });
    rules.resize(kMostRules);
    std::sort(rules.begin(), rules.end(),
              [](const Rule& a, const Rule& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
  }
  return rules;
}

}  // namespace

Ruling merged_rules(std::span<const Segment> segments) {
  std::vector<Rule> horizontal, vertical;
  for (const Segment& segment : segments) {
    const Rule piece{segment.at, std::min(segment.from, segment.to), std::max(segment.from, segment.to)};
    if (is_sane(piece)) (segment.horizontal ? horizontal : vertical).push_back(piece);
  }
  return {merged(std::move(horizontal)), merged(std::move(vertical))};
}

}  // namespace jiheng::pdf
