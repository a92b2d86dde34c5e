// Files from strangers: each fault gives one clear Error, and content decides over names.
#include <gtest/gtest.h>

#include "core/text.h"
#include "document/read_document.h"
#include "support/docx_writer.h"
#include "support/xlsx_writer.h"
#include "support/zip_writer.h"

namespace jiheng {
namespace {

using test::DocxWriter;
using test::XlsxWriter;

std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

// An OLE2 file with one directory entry.
std::string compound(std::string_view stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  bytes.resize(512);
  std::string entry = utf16(stream);
  entry.resize(128);
  entry[64] = static_cast<char>(stream.size() * 2 + 2);
  return bytes + entry + std::string(512, '\0');
}

std::string small_workbook() {
  return XlsxWriter().text("A1", "甲").bytes();
}
std::string small_text() {
  return DocxWriter().paragraph("甲").bytes();
}

TEST(Sniff, ByContent) {
  const struct {
    std::string bytes;
    Format format;
  } cases[] = {
      {"", Format::Unknown},
      {small_workbook(), Format::Xlsx},
      {small_text(), Format::Docx},
      {small_workbook().substr(0, small_workbook().size() / 2), Format::Xlsx},
      {test::zip_of({{"a.txt", "b"}}), Format::Unknown},
      {"%PDF-1.4", Format::Pdf},
      {"junk before\n%PDF-1.7", Format::Pdf},
      {compound("Workbook"), Format::Xls},
      {compound("Book"), Format::Xls},
      {compound("WordDocument"), Format::Doc},
      {compound("EncryptedPackage"), Format::Unknown},
      {"\x89PNG\r\n\x1a\n", Format::Image},
      {"\xFF\xD8\xFF\xE0", Format::Image},
      {" \n<!DOCTYPE HTML><p>", Format::Html},
      {"\xEF\xBB\xBF<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">", Format::Html},
      {"<!-- 说明 --><table><tr><td>", Format::Html},
      {"<?xml version=\"1.0\"?><html>", Format::Html},
      {"<TABLE><TR>", Format::Html},
      {"\xFF\xFE" + utf16("<html><p>a"), Format::Html},
      {"{\"title\": 1}", Format::Json},
      {" [ {\"a\": 1} ]", Format::Json},
      {"[2023] 年度", Format::PlainText},
      {"项目名称 甲", Format::PlainText},
      {"<10 人", Format::PlainText},
      {"\xCF\xEE\xC4\xBF", Format::PlainText},
      {"{\\rtf1\\ansi", Format::Unknown},
      {std::string(64, '\x01'), Format::Unknown},
  };
  for (const auto& c : cases) EXPECT_EQ(sniff(c.bytes), c.format) << c.bytes.substr(0, 40);
}

void expect_error(const std::string& bytes, ErrorCode code, const std::string& what) {
  const Result<Document> document = read_document(bytes, "文件.xlsx");
  ASSERT_FALSE(document) << what;
  const Error& error = document.error();
  EXPECT_EQ(error_name(error.code), error_name(code)) << what << ": " << error.detail;
  EXPECT_EQ(error.file, "文件.xlsx") << what;
  EXPECT_FALSE(error.detail.empty()) << what;
  EXPECT_TRUE(ends_with(error.clerk, "。")) << what << ": " << error.clerk;
  EXPECT_TRUE(ends_with(error.english, ".")) << what << ": " << error.english;
}

TEST(BadInput, EachFaultHasOneClearError) {
  expect_error("", ErrorCode::Empty, "no bytes");
  expect_error("  \n \n", ErrorCode::Empty, "white space");
  expect_error(std::string("\x00\x01\x02", 3), ErrorCode::UnknownFormat, "binary");
  expect_error("\x89PNG\r\n\x1a\n", ErrorCode::ImageOnly, "a picture");
  expect_error("{\\rtf1 x}", ErrorCode::Unsupported, "RTF");
  expect_error("MIME-Version: 1.0\nContent-Type: multipart/related\n", ErrorCode::Unsupported, "mht");
  expect_error(test::zip_of({{"a.txt", "b"}}), ErrorCode::Unsupported, "some zip");
  expect_error(compound("EncryptedPackage"), ErrorCode::Encrypted, "password");
  expect_error(compound("PowerPoint Document"), ErrorCode::Unsupported, "another compound file");
  const std::string workbook = small_workbook(), text = small_text();
  expect_error(workbook.substr(0, 100), ErrorCode::Damaged, "hardly any workbook");
  expect_error(workbook.substr(0, workbook.size() / 2), ErrorCode::Damaged, "cut workbook");
  expect_error(text.substr(0, text.size() - 30), ErrorCode::Damaged, "cut text document");
  expect_error(XlsxWriter().sheet("空").bytes(), ErrorCode::Empty, "empty workbook");
  expect_error(DocxWriter().bytes(), ErrorCode::Empty, "empty text document");
  expect_error(DocxWriter().part("word/document.xml", "<w:document><w:body>").bytes(), ErrorCode::Damaged,
               "broken XML");
  expect_error(XlsxWriter().text("A1", "x").part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>").bytes(),
               ErrorCode::Damaged, "cut sheet");
}

TEST(BadInput, BombsAreRefused) {
  const std::string laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]>";
  expect_error(DocxWriter().part("word/document.xml", laughs + "<w:document/>").bytes(), ErrorCode::Damaged,
               "entities, docx");
  expect_error(XlsxWriter().text("A1", "x").part("xl/worksheets/sheet1.xml", laughs + "<worksheet/>").bytes(),
               ErrorCode::Damaged, "entities, xlsx");
  expect_error(XlsxWriter().text("A1", "x").part("xl/media/a.bin", std::string(64U << 20, '\0')).bytes(),
               ErrorCode::TooLarge, "zip bomb");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  expect_error(DocxWriter().part("word/document.xml", deep).bytes(), ErrorCode::TooLarge, "deep XML, docx");
  expect_error(XlsxWriter().text("A1", "x").part("xl/worksheets/sheet1.xml", deep).bytes(), ErrorCode::TooLarge,
               "deep XML, xlsx");
  std::string row = "<worksheet><sheetData><row>";
  for (int i = 0; i < 10'000; ++i) row += "<c><v>1</v></c>";
  expect_error(
      XlsxWriter().text("A1", "x").part("xl/worksheets/sheet1.xml", row + "</row></sheetData></worksheet>").bytes(),
      ErrorCode::TooLarge, "10,000 columns");
}

TEST(BadInput, LimitsAreKept) {
  Limits limits;
  limits.max_bytes = 10;
  EXPECT_EQ(read_document(small_workbook(), "", limits).error().code, ErrorCode::TooLarge);
  limits = {};
  limits.max_unpacked = 100;
  EXPECT_EQ(read_document(small_workbook(), "", limits).error().code, ErrorCode::TooLarge);
}

TEST(BadInput, ANameNeverDecides) {
  EXPECT_EQ(read_document(small_workbook(), "表.pdf")->format, Format::Xlsx);
  EXPECT_EQ(read_document(small_text(), "表.xls")->format, Format::Docx);
  EXPECT_EQ(read_document("<html><table><tr><td>甲</table>", "表.xls")->format, Format::Html);
  const Result<Document> json = read_document("{\"title\": \"甲\"}", "表.txt");
  EXPECT_EQ(json->format, Format::Json);
  EXPECT_EQ(json->blocks.at(0).line()->text, "{\"title\": \"甲\"}");
}

TEST(BadInput, AMillionStyledRowsCostNothing) {
  std::string sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  for (int i = 2; i < 300'000; ++i)
    sheet += "<row r=\"" + std::to_string(i) + "\" s=\"1\"><c s=\"1\"/><c s=\"2\"/></row>";
  const Result<Document> document = read_document(
      XlsxWriter().text("A1", "x").part("xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>").bytes(), "");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->blocks.at(0).grid()->cells.size(), 1U);
}

// Every prefix and every flipped byte of a good file: an Error or a Document, never more.
TEST(BadInput, DamagedAnywhere) {
  for (const std::string& good : {small_workbook(), small_text()}) {
    for (std::size_t at = 0; at < good.size(); at += 7) {
      EXPECT_FALSE(read_document(good.substr(0, at), ""));
      std::string flipped = good;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
      const Result<Document> document = read_document(flipped, "");
      EXPECT_TRUE(!document || !document->blocks.empty());
    }
  }
}

}  // namespace
}  // namespace jiheng
