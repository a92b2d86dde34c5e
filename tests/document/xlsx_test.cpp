// Workbooks: cells as people see them.
#include <gtest/gtest.h>

#include "document/grid_text.h"
#include "document/read_document.h"
#include "support/xlsx_writer.h"

namespace jiheng {
namespace {

using test::XlsxWriter;

Document read(const XlsxWriter& workbook) {
  const Result<Document> document = read_document(workbook.bytes(), "表.xlsx");
  if (!document) {
    ADD_FAILURE() << document.error().detail;
    return {};
  }
  return *document;
}

std::string first_grid(const XlsxWriter& workbook) {
  const Document document = read(workbook);
  if (document.blocks.empty()) return {};
  const Grid& grid = *document.blocks[0].grid();
  EXPECT_TRUE(test::is_sound(grid));
  return test::notation(grid);
}

TEST(Xlsx, TextsOfAllKinds) {
  XlsxWriter workbook;
  workbook.text("A1", " 项⽬名称 ").shared("B1", "<t>共享</t>");
  workbook.shared("C1", "<r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r><rPh><t>pinyin</t></rPh>");
  workbook.typed("D1", "str", "公式结果").typed("E1", "b", "1").typed("F1", "e", "#DIV/0!");
  workbook.shared("G1", "<t>两行_x000D_\n文字 &amp; 符号</t>");
  EXPECT_EQ(first_grid(workbook), "项目名称 | 共享 | 富文本 | 公式结果 | TRUE | #DIV/0! | 两行/文字 & 符号");
}

TEST(Xlsx, NumbersAsShown) {
  XlsxWriter workbook;
  workbook.number("A1", "0.83333333333333337", "0.00%").number("B1", "815826.17000000004", "#,##0.00");
  workbook.number("C1", "45291", "yyyy\"年\"m\"月\"d\"日\"").number("D1", "89.974000000000004").number("E1", "10");
  workbook.number("F1", "0.9961", "10").number("G1", "1.2E3");
  EXPECT_EQ(first_grid(workbook), "83.33% | 815,826.17 | 2023年12月31日 | 89.974 | 10 | 99.61% | 1200");
}

TEST(Xlsx, MergesSpanAndHideWhatLiesBelow) {
  XlsxWriter workbook;
  workbook.text("A1", "标题").text("B1", "被盖住").merge("A1:C1");
  workbook.text("A2", "甲").text("B2", "乙").text("C2", "丙").text("B3", "丁").text("C3", "戊").merge("A2:A3");
  EXPECT_EQ(first_grid(workbook), "标题>3\n甲v2 | 乙 | 丙\n丁 | 戊");
}

TEST(Xlsx, BogusMergesAreCut) {
  XlsxWriter workbook;
  workbook.text("A1", "甲").text("B2", "乙").text("C3", "丙");
  workbook.merge("A1:XFD1048576").merge("B2:C3").merge("Z9:A1").merge("nonsense");
  const Document document = read(workbook);
  EXPECT_TRUE(test::is_sound(*document.blocks[0].grid()));
}

TEST(Xlsx, OuterEmptyCellsAreTrimmedAndNamesKept) {
  XlsxWriter workbook;
  workbook.empty("A1").empty("B2").text("C5", "甲").empty("D5").text("E6", "乙").empty("Z9");
  const Document document = read(workbook);
  const Grid& grid = *document.blocks[0].grid();
  EXPECT_EQ(grid.rows, 2);
  EXPECT_EQ(grid.columns, 3);
  EXPECT_EQ(grid.cells[0].name, "C5");
  EXPECT_EQ(grid.cells[1].name, "D5");  // empty, but a place that can be named
  EXPECT_EQ(grid.cells.back().name, "E6");
}

TEST(Xlsx, SheetsAreGridsAndHiddenOnesAreNoted) {
  XlsxWriter workbook;
  workbook.sheet("项目一").text("A1", "甲").sheet("底稿", true).text("A1", "乙").sheet("项目二").text("A1", "丙");
  const Document document = read(workbook);
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.pages, 3);
  EXPECT_EQ(document.blocks[0].grid()->caption, "项目一");
  EXPECT_EQ(document.blocks[1].grid()->caption, "项目二");
  EXPECT_EQ(document.blocks[1].grid()->first_page, 3);
  ASSERT_EQ(document.notes.size(), 1U);
  EXPECT_NE(document.notes[0].find("底稿"), std::string::npos);
}

TEST(Xlsx, FarAwayScrapsDoNotMakeAHugeGrid) {
  XlsxWriter workbook;
  workbook.text("A1", "甲").text("XFD1048576", "。");
  const Grid grid = *read(workbook).blocks[0].grid();
  EXPECT_LT(grid.rows, 100);
  EXPECT_LT(grid.columns, 100);
}

TEST(Xlsx, PrefixedNamesAndMissingReferences) {
  XlsxWriter workbook;
  workbook.text("A1", "x").part(
      "xl/worksheets/sheet1.xml",
      R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c>
      <x:c><x:v>3.50</x:v></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>)");
  EXPECT_EQ(first_grid(workbook), "甲 | 3.5\n7");
}

TEST(Xlsx, CellsOutOfOrderAndTwice) {
  XlsxWriter workbook;
  workbook.text("A1", "x").part("xl/worksheets/sheet1.xml",
                                R"(<worksheet><sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>
      <row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>9</v></c></row></sheetData></worksheet>)");
  EXPECT_EQ(first_grid(workbook), "1\n3 | 4");
}

}  // namespace
}  // namespace jiheng
