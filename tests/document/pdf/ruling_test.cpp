// Pieces of lines to whole rules.
#include "document/pdf/ruling.h"

#include <gtest/gtest.h>

#include <limits>

namespace jiheng::pdf {
namespace {

std::vector<Rule> horizontal(const std::vector<Segment>& segments) {
  return merged_rules(segments).horizontal;
}

TEST(Ruling, PiecesOfOneRuleJoin) {
  const struct {
    const char* what;
    std::vector<Segment> pieces;
    std::size_t rules;
    float from, to;  // of the first
  } cases[] = {
      {"one stroke", {{true, 100, 50, 500}}, 1, 50, 500},
      {"backwards", {{true, 100, 500, 50}}, 1, 50, 500},
      {"cell edges that overlap, a third of a point off",
       {{true, 100, 50, 200}, {true, 100.37F, 199, 350}, {true, 99.8F, 350, 500}},
       1,
       50,
       500},
      {"dashes", {{true, 100, 50, 53}, {true, 100, 56, 59}, {true, 100, 62, 65}}, 1, 50, 65},
      {"double border", {{true, 100, 50, 500}, {true, 102, 50, 500}}, 1, 50, 500},
      {"two rows", {{true, 100, 50, 500}, {true, 110, 50, 500}}, 2, 50, 500},
      {"two tables side by side", {{true, 100, 50, 200}, {true, 100, 220, 500}}, 2, 50, 200},
      {"a tick", {{true, 100, 50, 52}}, 0, 0, 0},
  };
  for (const auto& each : cases) {
    const auto rules = horizontal(each.pieces);
    ASSERT_EQ(rules.size(), each.rules) << each.what;
    if (rules.empty()) continue;
    EXPECT_FLOAT_EQ(rules[0].from, each.from) << each.what;
    EXPECT_FLOAT_EQ(rules[0].to, each.to) << each.what;
    EXPECT_NEAR(rules[0].at, 100, 1.01) << each.what;
  }
}

TEST(Ruling, NoNumbersNoRule) {
  const float none = std::numeric_limits<float>::quiet_NaN(), far = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(horizontal({{true, none, 0, 100}, {true, 5, none, 100}, {true, 5, 0, far}}).empty());
}

TEST(Ruling, DrawingsAreBounded) {
  std::vector<Segment> drawing;
  for (int i = 0; i < 20'000; ++i) drawing.push_back({true, static_cast<float>(i) * 3, 0, 10});
  drawing.push_back({true, 1, 20, 500});
  const auto rules = horizontal(drawing);
  EXPECT_EQ(rules.size(), kMostRules);
  EXPECT_TRUE(std::any_of(rules.begin(), rules.end(), [](const Rule& rule) { return rule.length() > 400; }));
}

}  // namespace
}  // namespace jiheng::pdf
