// Tables that go on over pages, from made-up pages.
#include "document/pdf/pages_join.h"

#include <gtest/gtest.h>

#include "document/pdf/page_break.h"
#include "document/pdf/running_lines.h"

namespace jiheng::pdf {
namespace {

using Rows = std::vector<std::vector<std::string>>;
constexpr float kColumn = 80, kRow = 20, kHeight = 842;

enum Edge { Ruled, Open };

/// A part of a table; "<" goes on the cell at the left, "^" the one above.
PageGrid part(const Rows& rows, float top = 60, Edge upper = Ruled, Edge lower = Ruled, std::vector<float> xs = {}) {
  PageGrid grid;
  const std::size_t columns = rows.front().size();
  for (std::size_t c = 0; c <= columns; ++c) grid.xs.push_back(50 + kColumn * static_cast<float>(c));
  if (!xs.empty()) grid.xs = std::move(xs);
  for (std::size_t r = 0; r <= rows.size(); ++r) grid.ys.push_back(top + kRow * static_cast<float>(r));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (rows[r][c] == "<" || rows[r][c] == "^") continue;
      std::size_t right = c + 1, bottom = r + 1;
      while (right < columns && rows[r][right] == "<") ++right;
      while (bottom < rows.size() && rows[bottom][c] == "^") ++bottom;
      PageCell cell;
      cell.place = {static_cast<int>(r), static_cast<int>(c), static_cast<int>(bottom - r),
                    static_cast<int>(right - c)};
      cell.place.open_top = r == 0 && upper == Open;
      cell.place.open_bottom = bottom == rows.size() && lower == Open;
      cell.text = rows[r][c];
      cell.box = {grid.xs[c], grid.ys[r], grid.xs[right], grid.ys[bottom]};
      cell.text_size = 10;
      cell.last_line_width = 10 * static_cast<float>(cell.text.size()) / 3;  // of ideographs
      grid.cells.push_back(cell);
    }
  }
  return grid;
}

TextLine line(float top, const std::string& text) {
  TextLine result;
  result.text = text;
  result.box = {50, top, 200, top + 10};
  return result;
}

using Blocks = std::vector<std::variant<TextLine, PageGrid>>;

/// All blocks as text: tables row by row, lines in quotes.
std::string joined(const std::vector<Blocks>& pages) {
  PagesJoin join;
  int number = 0;
  for (const Blocks& blocks : pages) join.add({++number, 595, kHeight, blocks});
  std::string out;
  for (const Block& block : join.finish()) {
    if (!out.empty()) out += "\n";
    if (block.line() != nullptr) {
      out += "'" + block.line()->text + "'";
      continue;
    }
    const Grid& grid = *block.grid();
    std::vector<std::string> rows(static_cast<std::size_t>(grid.rows));
    for (const Cell& cell : grid.cells) {
      std::string& row = rows.at(static_cast<std::size_t>(cell.row));
      row += (row.empty() ? "" : "|") + cell.text;
      if (cell.row_span > 1) row += "(" + std::to_string(cell.row_span) + ")";
    }
    for (std::size_t r = 0; r < rows.size(); ++r) out += (r == 0 ? "" : "; ") + rows[r];
  }
  return out;
}

TEST(PagesJoin, GoesOn) {
  const PageGrid first = part({{"一级", "三级", "分值"}, {"产出", "场次", "10"}}, 700);
  EXPECT_EQ(joined({{first}, {part({{"效益", "知晓率", "20"}})}}), "一级|三级|分值; 产出|场次|10; 效益|知晓率|20");
  EXPECT_EQ(joined({{line(30, "某局预算"), first, line(800, "- 1 -")},
                    {line(30, "某局预算"), part({{"效益", "知晓率", "20"}}), line(800, "- 2 -")}}),
            "'某局预算'\n一级|三级|分值; 产出|场次|10; 效益|知晓率|20");
  EXPECT_EQ(joined({{first}, {line(40, "续表"), part({{"一级", "三级", "分值"}, {"效益", "知晓率", "20"}})}}),
            "一级|三级|分值; 产出|场次|10; 效益|知晓率|20")
      << "the header printed again is dropped";
  EXPECT_EQ(joined({{first}, {part({{"总分", "<", "100"}})}}), "一级|三级|分值; 产出|场次|10; 总分|100");
  EXPECT_EQ(joined({{part({{"一级", "三级", "分值"}, {"产出", "场次", "10"}}, 700)},
                    {part({{"效益", "知晓率", "20"}}, 60, Ruled, Ruled, {60, 140, 220, 300})}}),
            "一级|三级|分值; 产出|场次|10; 效益|知晓率|20")
      << "moved sideways as a whole";
}

TEST(PagesJoin, BeginsAnew) {
  const PageGrid first = part({{"项目名称", "甲", "<"}, {"主管部门", "某局", "<"}, {"产出", "场次", "10"}}, 700);
  const PageGrid rest = part({{"效益", "知晓率", "20"}});
  const std::string whole = "项目名称|甲; 主管部门|某局; 产出|场次|10\n";
  EXPECT_EQ(joined({{first}, {line(40, "第二张表"), rest}}), whole + "'第二张表'\n效益|知晓率|20");
  EXPECT_EQ(joined({{first, line(790, "注：以上为预计数")}, {rest}}), whole + "'注：以上为预计数'\n效益|知晓率|20");
  EXPECT_EQ(joined({{first}, {line(60, "只有文字")}, {rest}}), whole + "'只有文字'\n效益|知晓率|20");
  EXPECT_EQ(joined({{first}, {part({{"项目名称", "乙", "<"}, {"主管部门", "某局", "<"}})}}),
            whole + "项目名称|乙; 主管部门|某局");
  EXPECT_EQ(joined({{first}, {part({{"项目支出绩效自评表", "<", "<"}, {"效益", "知晓率", "20"}})}}),
            whole + "项目支出绩效自评表; 效益|知晓率|20");
  EXPECT_EQ(joined({{first}, {part({{"效益", "知晓率", "20"}}, 60, Ruled, Ruled, {50, 130, 210, 400})}}),
            whole + "效益|知晓率|20");
}

TEST(PagesJoin, MergedLabelsReachOverTheBreak) {
  EXPECT_EQ(joined({{part({{"产出", "数量", "场次", "10"}, {"^", "质量", "合格率", "10"}}, 700)},
                    {part({{"", "", "出勤率", "5"}, {"^", "时效", "及时率", "5"}})}}),
            "产出(4)|数量|场次|10; 质量(2)|合格率|10; 出勤率|5; 时效|及时率|5");
  EXPECT_EQ(joined({{part({{"产出", "数量", "场次", "10"}, {"^", "^", "人次", "10"}}, 700)},
                    {part({{"效益", "社会", "知晓率", ""}, {"^", "^", "参与率", "5"}})}}),
            "产出(2)|数量(2)|场次|10; 人次|10; 效益(2)|社会(2)|知晓率|; 参与率|5")
      << "labels of their own";
  EXPECT_EQ(joined({{part({{"", "场次", "10"}, {"^", "人次", "10"}}, 700)},
                    {part({{"产出", "合格率", "5"}, {"^", "及时率", "5"}})}}),
            "产出(4)|场次|10; 人次|10; 合格率|5; 及时率|5")
      << "the label is printed in the middle of its group";
  EXPECT_EQ(joined({{part({{"效益", "社会", "知晓率", "10"}}, 760)},
                    {part({{"指标", "", "参与率", "5"}, {"^", "^", "增长率", "5"}})}}),
            "效益\n指标(3)|社会(3)|知晓率|10; 参与率|5; 增长率|5")
      << "half of the label on each page";
  EXPECT_EQ(joined({{part({{"绩\n效", "场次", "10"}}, 700, Ruled, Open)},
                    {part({{"指\n标", "人次", "10"}, {"^", "天数", "5"}}, 60, Ruled)}}),
            "绩\n效|场次|10; 指\n标(2)|人次|10; 天数|5")
      << "ruled once between: two cells";
}

TEST(PagesJoin, RowsCutByTheBreak) {
  const Rows upper = {{"质量", "活动符合标准规", "=100%", "2"}},
             lower = {{"", "率", "", ""}, {"时效", "及时", "及时", "3"}};
  const std::string whole = "质量|活动符合标准规\n率|=100%|2; 时效|及时|及时|3";
  EXPECT_EQ(joined({{part(upper, 760)}, {part(lower)}}), whole) << "ruled on both pages";
  EXPECT_EQ(joined({{part(upper, 760, Ruled, Open)}, {part(lower, 60, Open)}}), whole) << "ruled on neither";
  EXPECT_EQ(joined({{part(upper, 760, Ruled, Open)}, {part(lower, 60)}}),
            "质量|活动符合标准规|=100%|2; 率||; 时效|及时|及时|3")
      << "ruled once: not cut, whatever it looks like";
}

TEST(PagesJoin, CutRowsOverThreePagesAreOneCell) {
  const auto piece = [](const char* text) { return part({{text, ""}}, 60, Open, Open); };
  EXPECT_EQ(joined({{part({{"目标", "很长"}}, 760, Ruled, Open)}, {piece("甲")}, {piece("乙")}}), "目标\n甲\n乙|很长");
}

TEST(PageBreak, Values) {
  for (const char* value : {"10", "≥90%", "815,826.17", "2023年12月31日前", "12场"})
    EXPECT_TRUE(is_value(value)) << value;
  for (const char* words : {"", "及时", "按照2023年计划完成十二次集中培训活动任务"})
    EXPECT_FALSE(is_value(words)) << words;
}

TEST(RunningLines, PageNumbers) {
  for (const char* number :
       {"1", "- 12 -", "—3—", "第 1 页", "第1页 共4页", "第1页，共4页", "1/4", "Page 2 of 3", "－ 5 －"}) {
    EXPECT_TRUE(is_page_number(number)) << number;
  }
  for (const char* text : {"", "1.", "2023年", "一", "附件1", "共4项"}) EXPECT_FALSE(is_page_number(text)) << text;
  EXPECT_TRUE(is_continuation_mark("（续表）"));
  EXPECT_FALSE(is_continuation_mark("附表"));
}

}  // namespace
}  // namespace jiheng::pdf
