// Whole PDFs, written by PdfWriter, through read_pdf.
#include <gtest/gtest.h>

#include "core/text.h"
#include "document/read_document.h"
#include "support/pdf_writer.h"

namespace jiheng {
namespace {

using test::PdfWriter;
using Rows = std::vector<std::vector<std::string>>;

Document read(const std::string& bytes) {
  auto document = read_pdf(bytes, "made.pdf", {});
  EXPECT_TRUE(document.has_value()) << (document ? "" : document.error().detail);
  return document ? *document : Document{};
}

std::vector<const Grid*> grids(const Document& document) {
  std::vector<const Grid*> result;
  for (const Block& block : document.blocks) {
    if (block.grid() != nullptr) result.push_back(block.grid());
  }
  return result;
}

std::vector<std::string> lines(const Document& document) {
  std::vector<std::string> result;
  for (const Block& block : document.blocks) {
    if (block.line() != nullptr) result.push_back(block.line()->text);
  }
  return result;
}

/// The only grid as rows of texts: "<" and "^" for what spans cover, as PdfWriter::table takes them.
Rows table_of(const Grid& grid) {
  Rows rows(static_cast<std::size_t>(grid.rows),
            std::vector<std::string>(static_cast<std::size_t>(grid.columns), "(none)"));
  for (const Cell& cell : grid.cells) {
    for (int r = 0; r < cell.row_span; ++r) {
      for (int c = 0; c < cell.column_span; ++c) {
        rows.at(static_cast<std::size_t>(cell.row + r)).at(static_cast<std::size_t>(cell.column + c)) = c > 0 ? "<"
                                                                                                        : r > 0
                                                                                                            ? "^"
                                                                                                            : cell.text;
      }
    }
  }
  return rows;
}

const Rows kForm = {
    {"项目名称", "社区培训经费", "<", "<", "<"},         {"一级指标", "二级指标", "三级指标", "指标值", "分值"},
    {"产出指标", "数量指标", "培训场次", "≥12场", "10"}, {"^", "质量指标", "出勤率", "≥90%", "15"},
    {"^", "^", "考核通过率（首次\n参加）", "≥85%", ""},  {"总分", "<", "<", "<", "100"},
};
const std::vector<float> kWidths = {80, 80, 120, 100, 60};

class PdfRules : public testing::TestWithParam<PdfWriter::Rules> {};
INSTANTIATE_TEST_SUITE_P(Both, PdfRules, testing::Values(PdfWriter::Rules::Strokes, PdfWriter::Rules::ThinBoxes));

TEST_P(PdfRules, TableWithSpansBetweenLines) {
  PdfWriter pdf;
  pdf.rules(GetParam()).text(200, 60, "项目支出绩效自评表", 16);
  const float bottom = pdf.table({.widths = kWidths, .rows = kForm});
  pdf.text(50, bottom + 20, "填报人：张某").text(300, bottom + 20, "2024年2月");
  const Document document = read(pdf.bytes());
  ASSERT_EQ(grids(document).size(), 1U);
  EXPECT_EQ(table_of(*grids(document)[0]), kForm);
  EXPECT_EQ(lines(document), (std::vector<std::string>{"项目支出绩效自评表", "填报人：张某 2024年2月"}));
  EXPECT_EQ(document.blocks.back().line()->spans.size(), 2U);
  EXPECT_EQ(document.pages, 1);
  const Cell& name = grids(document)[0]->cells[1];
  EXPECT_NEAR(name.box.left, 130, 0.5);
  EXPECT_NEAR(name.box.top, 100, 0.5);
  EXPECT_NEAR(name.box.right, 490, 0.5);
}

TEST_P(PdfRules, RotatedPage) {
  // Written sideways on a page that /Rotate turns upright, as scanners' software and some printers do.
  PdfWriter pdf(842, 595);
  pdf.rules(GetParam());
  pdf.table({.widths = kWidths, .rows = kForm});
  pdf.rotate_page(180);
  const Document document = read(pdf.bytes());
  ASSERT_EQ(grids(document).size(), 1U);
  EXPECT_EQ(table_of(*grids(document)[0]), kForm);
}

TEST_P(PdfRules, OpenSides) {
  PdfWriter pdf;
  pdf.rules(GetParam());
  pdf.table({.widths = kWidths, .rows = kForm, .left_rule = false, .right_rule = false});
  const Document document = read(pdf.bytes());
  ASSERT_EQ(grids(document).size(), 1U);
  EXPECT_EQ(table_of(*grids(document)[0]), kForm);
}

TEST_P(PdfRules, TwoTablesSideBySideAndTwoBelow) {
  PdfWriter pdf;
  pdf.rules(GetParam());
  const Rows left = {{"甲", "1"}, {"乙", "2"}}, right = {{"丙", "3"}, {"丁", "4"}};
  pdf.table({.left = 50, .widths = {60, 60}, .rows = left});
  pdf.table({.left = 300, .widths = {60, 60}, .rows = right});
  pdf.table({.left = 50, .top = 300, .widths = {60, 60}, .rows = right});
  const auto document = read(pdf.bytes());
  ASSERT_EQ(grids(document).size(), 3U);
  EXPECT_EQ(table_of(*grids(document)[0]), left);
  EXPECT_EQ(table_of(*grids(document)[1]), right);
  EXPECT_EQ(table_of(*grids(document)[2]), right);
}

TEST(PdfRead, RowCutByThePage) {
  for (const bool ruled_at_break : {true, false}) {
    PdfWriter pdf;
    pdf.table(
        {.top = 640,
         .widths = {60, 60, 62, 60, 40},
         .rows = {{"产出指标", "数量指标", "培训场次", "≥12场", "10"}, {"^", "质量指标", "活动符合要", "=100%", "15"}},
         .bottom_rule = ruled_at_break});
    pdf.text(280, 810, "- 1 -").new_page();
    pdf.table({.top = 50,
               .widths = {60, 60, 62, 60, 40},
               .rows = {{"", "", "求率", "", ""}, {"^", "^", "考核通过率", "≥85%", "5"}},
               .top_rule = ruled_at_break});
    pdf.text(280, 810, "- 2 -");
    const Document document = read(pdf.bytes());
    ASSERT_EQ(grids(document).size(), 1U);
    EXPECT_EQ(table_of(*grids(document)[0]), (Rows{{"产出指标", "数量指标", "培训场次", "≥12场", "10"},
                                                   {"^", "质量指标", "活动符合要\n求率", "=100%", "15"},
                                                   {"^", "^", "考核通过率", "≥85%", "5"}}));
    EXPECT_TRUE(lines(document).empty());  // page numbers are no text
    EXPECT_EQ(grids(document)[0]->last_page, 2);
  }
}

TEST(PdfRead, NextFormOfTheSameTemplateIsItsOwnTable) {
  PdfWriter pdf;
  const auto form = [](const std::string& name) {
    return Rows{{"项目名称", name, "<"}, {"主管部门", "某局", "<"}, {"指标", "目标值", "分值"}, {"场次", "≥2场", "10"}};
  };
  pdf.text(200, 40, "绩效自评表").table({.widths = {90, 200, 90}, .rows = form("甲项目")});
  pdf.new_page().text(200, 40, "绩效自评表").table({.widths = {90, 200, 90}, .rows = form("乙项目")});
  pdf.new_page().table({.widths = {90, 200, 90}, .rows = form("丙项目")});
  EXPECT_EQ(grids(read(pdf.bytes())).size(), 3U);
}

TEST(PdfRead, TextOfFontsThatAreNotEmbedded) {
  PdfWriter pdf;
  pdf.text(50, 100, "指标值（合计）：①").coding(PdfWriter::Coding::Gbk).text(50, 130, "12.5%");
  EXPECT_EQ(lines(read(pdf.bytes())), (std::vector<std::string>{"指标值（合计）：①", "12.5%"}));
}

TEST(PdfRead, SidewaysLabelAndTextCutByItsCell) {
  PdfWriter pdf;
  pdf.table({.widths = {30, 60, 60}, .rows = {{"", "名称", "值"}, {"^", "", "5"}, {"^", "丙", "6"}}});
  pdf.text_upwards(68, 150, "绩效");
  // Wider than its cell: the rest is cut off in print but still its text.
  pdf.clipped_text(83, 133, "很长很长的名称在此", 80, 120, 140, 139);
  const auto document = read(pdf.bytes());
  ASSERT_EQ(grids(document).size(), 1U);
  EXPECT_EQ(table_of(*grids(document)[0]),
            (Rows{{"绩效", "名称", "值"}, {"^", "很长很长的名称在此", "5"}, {"^", "丙", "6"}}));
}

TEST(PdfRead, PicturesAndBlankPages) {
  PdfWriter scan;
  scan.picture(0, 0, 595, 842).new_page().picture(0, 0, 595, 842).text(290, 820, "2");
  const auto pictures = read_pdf(scan.bytes(), "scan.pdf", {});
  ASSERT_FALSE(pictures.has_value());
  EXPECT_EQ(pictures.error().code, ErrorCode::ImageOnly);
  EXPECT_EQ(pictures.error().file, "scan.pdf");

  PdfWriter mixed;
  mixed.text(50, 50, "封面").new_page().picture(0, 0, 595, 842);
  const Document document = read(mixed.bytes());
  EXPECT_EQ(document.image_pages, 1);
  ASSERT_EQ(document.notes.size(), 1U);
  EXPECT_TRUE(contains(document.notes[0], "第 2 页是图片")) << document.notes[0];

  const auto blank = read_pdf(PdfWriter().bytes(), "blank.pdf", {});
  ASSERT_FALSE(blank.has_value());
  EXPECT_EQ(blank.error().code, ErrorCode::Empty);
}

TEST(PdfRead, WhatCannotBeRead) {
  PdfWriter pdf;
  pdf.text(50, 50, "内容").new_page().text(50, 50, "内容");
  const std::string bytes = pdf.bytes();
  const auto code = [](std::string_view content, const Limits& limits = {}) {
    const auto document = read_pdf(content, "x.pdf", limits);
    if (document) return std::string("read");
    EXPECT_FALSE(document.error().clerk.empty());
    EXPECT_FALSE(document.error().english.empty());
    EXPECT_EQ(document.error().file, "x.pdf");
    return std::string(error_name(document.error().code));
  };
  EXPECT_EQ(code(bytes), "read");
  EXPECT_EQ(code(""), error_name(ErrorCode::Empty));
  EXPECT_EQ(code("%PDF-1.4\nnothing of the kind"), error_name(ErrorCode::Damaged));
  EXPECT_EQ(code(bytes.substr(0, 300)), error_name(ErrorCode::Damaged));
  EXPECT_EQ(code(pdf.encrypted("secret")), error_name(ErrorCode::Encrypted));
  EXPECT_EQ(code(bytes, Limits{.max_bytes = 100}), error_name(ErrorCode::TooLarge));
  EXPECT_EQ(code(bytes, Limits{.max_pages = 1}), error_name(ErrorCode::TooLarge));
}

TEST(PdfRead, DamagedFilesAreRepairedAndSaySo) {
  PdfWriter pdf;
  pdf.text(50, 50, "第一页").new_page().text(50, 50, "第二页");
  const std::string bytes = pdf.bytes();
  // The table of objects is gone; then all that follows the second page, and the page tree.
  std::string no_table = bytes.substr(0, bytes.find("xref\n"));
  std::string no_tree = no_table;
  no_tree.replace(no_tree.find("/Type /Pages"), 12, "/Type /Lost_");
  no_tree.replace(no_tree.find("/Type /Catalog"), 14, "/Type /Missing");
  for (const std::string& damaged : {no_table, no_tree}) {
    const Document document = read(damaged);
    EXPECT_EQ(lines(document), (std::vector<std::string>{"第一页", "第二页"}));
    EXPECT_EQ(document.notes.size(), 1U);
  }
}

}  // namespace
}  // namespace jiheng
