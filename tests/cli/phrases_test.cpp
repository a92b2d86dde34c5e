// Places in words: what the reader has just read is not said again.
#include "cli/phrases.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

Location in_table(int page, int row, int column) {
  Location where;
  where.page = page;
  where.table = 1;
  where.row = row;
  where.column = column;
  return where;
}

Location in_sheet(int sheet, std::string cell) {
  Location where;
  where.page = sheet;
  where.row = 1;
  where.cell = std::move(cell);
  return where;
}

TEST(Phrases, OnePlace) {
  Location line;
  line.row = 63;
  EXPECT_EQ(place_text(line, Language::Chinese), "第 63 行");
  EXPECT_EQ(place_text(line, Language::English), "line 63");
  EXPECT_EQ(place_text(in_table(2, 25, 7), Language::Chinese), "第 2 页 表 1 第 25 行 第 7 列");
  EXPECT_EQ(place_text(in_table(2, 25, 7), Language::English), "page 2, table 1, row 25, column 7");
  EXPECT_EQ(place_text(in_sheet(1, "B7"), Language::Chinese), "工作表 1 B7");
  EXPECT_EQ(place_text({}, Language::Chinese), "");
}

TEST(Phrases, SeveralPlaces) {
  struct Case {
    std::vector<audit::ShownPlace> places;
    std::string text;
  };
  const std::vector<Case> cases = {
      {{}, ""},
      {{{"a", "活动次数 · 得分", in_table(2, 25, 7)}, {"b", "活动次数 · 实际完成值", in_table(2, 25, 5)}},
       "活动次数 · 得分（第 2 页 表 1 第 25 行 第 7 列）、实际完成值（第 25 行 第 5 列）"},
      {{{"a", "总分 · 得分", in_sheet(1, "H9")}, {"b", "甲 · 得分", in_sheet(2, "H3")}},
       "总分 · 得分（工作表 1 H9）；甲 · 得分（工作表 2 H3）"},
      {{{"a", "甲 · 得分", in_sheet(1, "H1")},
        {"b", "乙 · 得分", in_sheet(1, "H2")},
        {"c", "丙 · 得分", in_sheet(1, "H3")}},
       "得分：甲（工作表 1 H1）、乙（H2）、丙（H3）"},
      {{{"a", "甲 · 得分", {}},
        {"b", "乙 · 得分", {}},
        {"c", "丙 · 得分", {}},
        {"d", "丁 · 得分", {}},
        {"e", "戊 · 得分", {}}},
       "得分：甲、乙、丙、丁 等 5 处"},
  };
  for (const Case& wanted : cases) EXPECT_EQ(places_text(wanted.places, 4, Language::Chinese), wanted.text);
}

TEST(Phrases, AnErrorIsOneLineThatNamesFileAndPlace) {
  Error error;
  error.file = "表.pdf";
  error.place = "第 3 页";
  error.clerk = "读不出。\n请重试。";
  error.english = "unreadable.";
  EXPECT_EQ(error_line(error, Language::Chinese), "表.pdf：第 3 页：读不出。 请重试。");
  EXPECT_EQ(error_line(error, Language::English), "表.pdf: 第 3 页: unreadable.");
  Error policy;
  policy.file = "县.toml";
  policy.place = "line 4, column 7";
  policy.clerk = "县.toml:4:7 应为数";
  EXPECT_EQ(error_line(policy, Language::Chinese), "县.toml:4:7 应为数");
}

}  // namespace
}  // namespace jiheng
