// Text set for the terminal: widths count columns, and lines break where Chinese may be broken.
#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

using Lines = std::vector<std::string>;

TEST(Terminal, WrapsByDisplayColumns) {
  struct Case {
    std::string_view text;
    int width;
    Lines lines;
  };
  const std::vector<Case> cases = {
      {"", 10, {""}},
      {"预算执行率", 10, {"预算执行率"}},
      {"预算执行率", 6, {"预算执", "行率"}},
      {"全年执行数，共计", 10, {"全年执行", "数，共计"}},             // no comma at the start of a line
      {"改为（第二页）为准", 6, {"改为", "（第二", "页）为", "准"}},  // no opening bracket at the end
      {"合计815826.17元", 9, {"合计", "815826.17", "元"}},            // numbers stay whole
      {"one two three", 8, {"one two", "three"}},
      {"第一行\n第二行", 20, {"第一行", "第二行"}},
      {"aaaaaaaaaaaa", 5, {"aaaaa", "aaaaa", "aa"}},  // longer than a line: cut
  };
  for (const Case& wanted : cases) EXPECT_EQ(wrapped(wanted.text, wanted.width), wanted.lines) << wanted.text;
}

TEST(Terminal, PadsAndShortens) {
  EXPECT_EQ(padded("得分", 6), "得分  ");
  EXPECT_EQ(padded_left("9.5", 6), "   9.5");
  EXPECT_EQ(shortened("农村饮水安全巩固提升", 9), "农村饮水…");
  EXPECT_EQ(shortened("饮水", 4), "饮水");
}

TEST(Terminal, StrangersTextCannotMoveTheCursor) {
  EXPECT_EQ(printable("a\x1b[2Jb\rc"), "a [2Jb c");
  EXPECT_EQ(printable("正常\n换行"), "正常\n换行");
  EXPECT_EQ(printable("\xE2\x80\xAE"
                      "abc"),
            " abc");  // right-to-left override
}

TEST(Terminal, ColourOnlyWhereThePageHasIt) {
  EXPECT_EQ(inked(Page{false, 80}, Ink::Red, "错误"), "错误");
  EXPECT_EQ(inked(Page{true, 80}, Ink::Red, "错误"), "\x1b[1;31m错误\x1b[0m");
}

}  // namespace
}  // namespace jiheng
