#include "document/pdf/drawn_rules.h"

#include <gtest/gtest.h>

namespace jiheng::pdf {
namespace {

constexpr Box kPage{0, 0, 600, 800};

std::vector<Point> rectangle(float left, float top, float right, float bottom) {
  return {{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}};
}

TEST(DrawnRules, StrokesAlongAnAxisAreRulesAndSlantedOnesAreNot) {
  Page page;
  DrawnRules rules(page);
  rules.stroke({{10, 100}, {200, 100.4F}}, kPage);
  rules.stroke({{10, 100}, {10, 300}}, kPage);
  rules.stroke({{10, 100}, {200, 300}}, kPage);
  ASSERT_EQ(page.segments.size(), 2U);
  EXPECT_TRUE(page.segments[0].horizontal);
  EXPECT_EQ(page.segments[1], (Segment{false, 10, 100, 300}));
}

TEST(DrawnRules, AThinBarIsARuleAlongItsMiddleAndAThickOneAnArea) {
  Page page;
  DrawnRules rules(page);
  rules.begin_fill();
  rules.fill(rectangle(10, 100, 200, 101), kPage);
  rules.fill(rectangle(10, 200, 200, 260), kPage);
  ASSERT_EQ(page.segments.size(), 1U);
  EXPECT_EQ(page.segments[0], (Segment{true, 100.5F, 10, 200}));
}

TEST(DrawnRules, TheAreaBetweenTwoRectanglesIsABorder) {
  Page page;
  DrawnRules rules(page);
  rules.begin_fill();
  rules.fill(rectangle(10, 100, 200, 300), kPage);
  rules.fill(rectangle(11, 101, 199, 299), kPage);
  EXPECT_EQ(page.segments.size(), 4U);

  page.segments.clear();
  rules.fill(rectangle(10, 100, 200, 300), kPage);
  rules.begin_fill();  // another path: not the border of the one before
  rules.fill(rectangle(11, 101, 199, 299), kPage);
  EXPECT_TRUE(page.segments.empty());
}

TEST(DrawnRules, RulesEndWhereTheirClipEnds) {
  Page page;
  DrawnRules rules(page);
  rules.stroke({{10, 100}, {500, 100}}, Box{50, 50, 300, 150});
  rules.stroke({{10, 400}, {500, 400}}, Box{50, 50, 300, 150});
  ASSERT_EQ(page.segments.size(), 1U);
  EXPECT_EQ(page.segments[0], (Segment{true, 100, 50, 300}));
}

}  // namespace
}  // namespace jiheng::pdf
