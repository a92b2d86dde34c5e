// Text documents: paragraphs and tables as printed.
#include <gtest/gtest.h>

#include "document/docx/numbering.h"
#include "document/grid_text.h"
#include "document/read_document.h"
#include "support/docx_writer.h"

namespace jiheng {
namespace {

using test::DocxWriter;
using Vertical = test::DocxCell::Vertical;

std::string read(const DocxWriter& writer) {
  const Result<Document> document = read_document(writer.bytes(), "表.docx");
  if (!document) return std::string(error_name(document.error().code));
  for (const Block& block : document->blocks) {
    EXPECT_TRUE(block.grid() == nullptr || test::is_sound(*block.grid()));
  }
  return test::notation(*document);
}

TEST(Docx, ParagraphsAndTablesInOrder) {
  DocxWriter writer;
  writer.paragraph("项目支出绩效自评表").paragraph("").paragraph("（2023年度）");
  writer.table(
      {{{"项目资金", 1, Vertical::Begins}, {"年初预算数", 2}}, {{"", 1, Vertical::Continues}, {"1"}, {"2\n3"}}});
  writer.paragraph("填报人：某");
  EXPECT_EQ(read(writer), "项目支出绩效自评表\n（2023年度）\n⟦项目资金v2 | 年初预算数>2\n1 | 2/3⟧\n填报人：某");
}

TEST(Docx, RevisionsHiddenTextAndFields) {
  DocxWriter writer;
  writer.raw(
      "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText><w:t>乙</w:t></w:r></w:del>"
      "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r>"
      "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>戊</w:t></w:r></w:hyperlink>"
      "<w:r><w:footnoteReference w:id=\"1\"/><w:noBreakHyphen/><w:tab/><w:t>己</w:t><w:cr/><w:t>庚</w:t></w:r></w:p>");
  EXPECT_EQ(read(writer), "甲丙戊-\t己\n庚");
}

TEST(Docx, CheckBoxesAndSymbols) {
  DocxWriter writer;
  writer.raw(
      "<w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☑</w:t></w:r></w:sdtContent></w:sdt>"
      "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/>"
      "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>"
      "<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\xC3\xBE</w:t></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"
      "</w:ffData></w:fldChar></w:r></w:p>");
  EXPECT_EQ(read(writer), "☑□☑≥☑☑");
}

TEST(Docx, TextBoxesOnce) {
  DocxWriter writer;
  writer.raw(
      "<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</"
      "w:t>"
      "</w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
      "<w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
      "</w:r></w:p>");
  EXPECT_EQ(read(writer), "前\n框");
}

TEST(Docx, NestedTables) {
  const std::string inner =
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内一</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>内二</w:t>"
      "</w:r></w:p></w:tc></w:tr></w:tbl>";
  DocxWriter data;
  data.raw("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p></w:tc><w:tc>" + inner +
           "<w:p/></w:tc></w:tr></w:tbl>");
  EXPECT_EQ(read(data), "⟦外 | 内一/内二⟧\n⟦内一 | 内二⟧");
  DocxWriter frame;
  frame.raw("<w:tbl><w:tr><w:tc>" + inner + "<w:p/></w:tc></w:tr></w:tbl>");
  EXPECT_EQ(read(frame), "⟦内一 | 内二⟧");
}

TEST(Docx, RowsThatBeginLaterAndDeletedRows) {
  DocxWriter writer;
  writer.raw(
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></"
      "w:tr>"
      "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr>"
      "<w:tr><w:trPr><w:gridBefore "
      "w:val=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
  const Result<Document> document = read_document(writer.bytes(), "");
  ASSERT_TRUE(document);
  const Grid& grid = *document->blocks[0].grid();
  ASSERT_EQ(grid.cells.size(), 3U);
  EXPECT_EQ(grid.rows, 2);
  EXPECT_EQ(grid.cells[2].column, 1);
}

TEST(Docx, TablesWithoutAGridAreLaidOutByWidth) {
  const auto cell = [](int width, const std::string& text) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>" +
           text + "</w:t></w:r></w:p></w:tc>";
  };
  DocxWriter writer;
  writer.raw("<w:tbl><w:tr>" + cell(1000, "甲") + cell(2990, "乙") + "</w:tr><w:tr>" + cell(1000, "丙") +
             cell(1500, "丁") + cell(1500, "戊") + "</w:tr></w:tbl>");
  EXPECT_EQ(read(writer), "⟦甲 | 乙>2\n丙 | 丁 | 戊⟧");
}

TEST(Docx, AutomaticNumbers) {
  DocxWriter writer;
  writer.part("word/numbering.xml",
              R"(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>)");
  const auto item = [](int level, const std::string& text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
           "\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  writer.raw(item(0, "甲") + item(1, "乙") + item(1, "丙") + item(0, "丁") + item(1, "戊"));
  EXPECT_EQ(read(writer), "一、甲\n1. 乙\n2. 丙\n二、丁\n1. 戊");
}

TEST(Docx, Numerals) {
  const struct {
    const char* notation;
    int number;
    const char* shown;
  } cases[] = {{"decimal", 12, "12"},
               {"chineseCounting", 10, "十"},
               {"chineseCounting", 21, "二十一"},
               {"upperLetter", 27, "AA"},
               {"lowerRoman", 14, "xiv"},
               {"decimalEnclosedCircle", 3, "③"},
               {"decimalZero", 7, "07"},
               {"ideographTraditional", 2, "乙"},
               {"chineseLegalSimplified", 3, "叁"},
               {"decimalFullWidth", 12, "１２"},
               {"bullet", 1, ""},
               {"decimalEnclosedCircle", 99, "99"}};
  for (const auto& c : cases) EXPECT_EQ(numeral(c.notation, c.number), c.shown) << c.notation;
}

TEST(Docx, PicturesOnly) {
  DocxWriter writer;
  writer.raw("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>");
  EXPECT_EQ(read(writer), "image_only");
}

}  // namespace
}  // namespace jiheng
