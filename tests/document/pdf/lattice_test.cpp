// Rules to cells. Tables are drawn in characters: rows 20 points high, columns 40 wide.
#include "document/pdf/lattice.h"

#include <gtest/gtest.h>

#include <string>

namespace jiheng::pdf {
namespace {

/// Lines of "+--+  +" and "|  |": every odd line holds horizontal rules, every even one vertical ones;
/// corners at every third character.
std::vector<Segment> drawn(const std::vector<std::string>& picture) {
  std::vector<Segment> segments;
  constexpr float kWide = 40, kHigh = 20;
  for (std::size_t line = 0; line < picture.size(); ++line) {
    const float y = 100 + kHigh * static_cast<float>(line / 2);
    for (std::size_t at = 0; at < picture[line].size(); ++at) {
      const float x = 50 + kWide * static_cast<float>(at / 3);
      if (line % 2 == 0 && at % 3 == 1 && picture[line][at] == '-') segments.push_back({true, y, x, x + kWide});
      if (line % 2 == 1 && at % 3 == 0 && picture[line][at] == '|') segments.push_back({false, x, y, y + kHigh});
    }
  }
  return segments;
}

std::string described(const std::vector<Lattice>& tables) {
  std::string text;
  for (const Lattice& table : tables) {
    if (!text.empty()) text += " / ";
    text += std::to_string(table.rows()) + "x" + std::to_string(table.columns()) + ":";
    for (const LatticeCell& cell : table.cells) {
      text += " " + std::to_string(cell.row) + "," + std::to_string(cell.column);
      if (cell.row_span > 1 || cell.column_span > 1) {
        text += "(" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + ")";
      }
    }
  }
  return text;
}

std::vector<Lattice> tables_of(const std::vector<Segment>& segments) {
  return lattices(merged_rules(segments));
}

TEST(Lattice, Cells) {
  const struct {
    const char* what;
    std::vector<std::string> picture;
    const char* cells;
  } cases[] = {
      {"plain", {"+--+--+", "|  |  |", "+--+--+", "|  |  |", "+--+--+"}, "2x2: 0,0 0,1 1,0 1,1"},
      {"spans",
       {"+--+--+", "|     |", "+--+--+", "|  |  |", "+  +--+", "|  |  |", "+--+--+"},
       "3x2: 0,0(1x2) 1,0(2x1) 1,1 2,1"},
      {"open at the left", {"+--+--+", "   |  |", "+--+--+", "   |  |", "+--+--+"}, "2x2: 0,0 0,1 1,0 1,1"},
      {"open at both sides", {"+--+--+", "   |   ", "+--+--+"}, "1x2: 0,0 0,1"},
      {"open at the bottom", {"+--+--+", "|  |  |", "+--+--+", "|  |  |"}, "2x2: 0,0 0,1 1,0 1,1"},
      {"stepped", {"+--+   ", "|  |   ", "+--+--+", "|  |  |", "+--+--+"}, "2x2: 0,0 0,1 1,0 1,1"},
      {"a rule broken off is cut into rectangles",
       {"+--+--+", "|     |", "+--+  +", "|  |  |", "+--+--+"},
       "2x2: 0,0(1x2) 1,0 1,1"},
      {"side by side", {"+--+--+  +--+--+", "|  |  |  |  |  |", "+--+--+  +--+--+"}, "1x2: 0,0 0,1 / 1x2: 0,0 0,1"},
      {"a box alone is no table", {"+--+", "|  |", "+--+"}, ""},
      {"an underline is no table", {"+--+--+"}, ""},
  };
  for (const auto& each : cases) EXPECT_EQ(described(tables_of(drawn(each.picture))), each.cells) << each.what;
}

TEST(Lattice, OpenCellsAreMarked) {
  const auto tables = tables_of(drawn({"+--+--+", "|  |  |", "+--+--+", "|  |  |", "+  +--+"}));
  ASSERT_EQ(tables.size(), 1U);
  for (const LatticeCell& cell : tables[0].cells) {
    EXPECT_EQ(cell.open_bottom, cell.row == 1 && cell.column == 0);
    EXPECT_FALSE(cell.open_top || cell.open_left || cell.open_right);
  }
}

TEST(Lattice, RulesThatMissEachOtherByALittle) {
  std::vector<Segment> segments = drawn({"+--+--+", "|  |  |", "+--+--+", "|  |  |", "+--+--+"});
  for (Segment& segment : segments) {
    segment.from += 1.5F;
    segment.to -= 1.5F;
  }
  EXPECT_EQ(described(tables_of(segments)), "2x2: 0,0 0,1 1,0 1,1");
}

TEST(Lattice, TickBoxesAndTablesInACellComeFirst) {
  std::vector<Segment> segments =
      drawn({"+--+--+--+--+", "|  |        |", "+--+--+--+--+", "|  |        |", "+  +        +", "|  |        |",
             "+  +        +", "|  |        |", "+--+--+--+--+"});
  const auto box = [&segments](float left, float top, float right, float bottom) {
    for (const float y : {top, bottom}) segments.push_back({true, y, left, right});
    for (const float x : {left, right}) segments.push_back({false, x, top, bottom});
  };
  box(60, 105, 69, 114);    // □
  box(100, 135, 140, 155);  // a table of two cells within the large one
  box(140, 135, 180, 155);
  const auto tables = tables_of(segments);
  EXPECT_EQ(described(tables), "1x2: 0,0 0,1 / 2x2: 0,0 0,1 1,0 1,1");
  EXPECT_EQ(tables[0].find(120, 145), 0);
  EXPECT_EQ(tables[1].find(60, 110), 0);
  EXPECT_EQ(tables[1].find(20, 110), -1);
}

}  // namespace
}  // namespace jiheng::pdf
