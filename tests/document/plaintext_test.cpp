// Plain text: every line with its place.
#include <gtest/gtest.h>

#include "document/decode.h"
#include "document/read_document.h"

namespace jiheng {
namespace {

std::vector<TextLine> read(std::string_view text) {
  std::vector<TextLine> lines;
  const Result<Document> document = read_plaintext(text, "表.txt", Limits{});
  EXPECT_TRUE(document);
  if (document) {
    for (const Block& block : document->blocks) lines.push_back(*block.line());
  }
  return lines;
}

TEST(PlainText, LinesKeepTheirPlace) {
  const std::vector<TextLine> lines = read("  项目名称    甲  乙 丙\r\n\r\n\r\n第二行\n\f第二页\n");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].text, "  项目名称    甲  乙 丙");
  EXPECT_EQ(lines[0].spans, (std::vector<Span>{{"项目名称", 2, 10}, {"甲", 14, 16}, {"乙 丙", 18, 23}}));
  EXPECT_EQ(lines[0].box, (Box{2, 0, 23, 1}));
  EXPECT_EQ(lines[1].text, "");
  EXPECT_EQ(lines[2].text, "第二行");
  EXPECT_EQ(lines[2].line, 4);
  EXPECT_EQ(lines[2].page, 1);
  EXPECT_EQ(lines[3].text, "第二页");
  EXPECT_EQ(lines[3].page, 2);
}

TEST(PlainText, TabsPartColumns) {
  const std::vector<TextLine> lines = read("甲\t乙\t\t丙");
  EXPECT_EQ(lines[0].spans, (std::vector<Span>{{"甲", 0, 2}, {"乙", 8, 10}, {"丙", 24, 26}}));
}

TEST(PlainText, Encodings) {
  EXPECT_EQ(read("\xCF\xEE\xC4\xBF")[0].text, "项目");
  EXPECT_EQ(read("\xEF\xBB\xBF项⽬")[0].text, "项目");
  EXPECT_EQ(read(std::string_view("\xFE\xFF\x98\x79\x76\xEE", 6))[0].text, "项目");
  EXPECT_EQ(read(std::string_view("\xFF\xFE\x40\xD8\x0B\xDC", 6))[0].text, "\U0002000B");
  EXPECT_EQ(
      decode_text(
          "好的文字很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多"
          "很多很多"
          "很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多\xFF")
          .has_value(),
      true);
  EXPECT_FALSE(decode_text(std::string_view("\x01\x02\x03\x04\x00\xFF\x07\x08", 8)).has_value());
}

TEST(PlainText, TooManyLinesAreRefused) {
  Limits limits;
  limits.max_rows = 10;
  const Result<Document> document = read_plaintext(std::string(1000, '\n') + "x", "", limits);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::TooLarge);
}

}  // namespace
}  // namespace jiheng
