// Bad input: each bad file gets one clear line that names it and says what to do, the status is 3, and
// the good file beside it is read all the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "support/docx_writer.h"
#include "support/pdf_writer.h"
#include "support/xlsx_writer.h"

namespace jiheng::test {
namespace {

std::string repeated(std::string_view piece, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += piece;
  return out;
}

std::string some_pdf() {
  PdfWriter pdf;
  pdf.text(50, 100, "收入支出决算总表", 16);
  pdf.table({.widths = {100, 100}, .rows = {{"项目", "金额"}, {"一般公共预算", "100"}}});
  return pdf.bytes();
}

std::string picture_pdf() {
  PdfWriter pdf;
  pdf.picture(0, 0, 595, 842);
  pdf.new_page().picture(0, 0, 595, 842);
  return pdf.bytes();
}

std::string some_workbook() {
  XlsxWriter book;
  book.sheet("收入").text("A1", "项目").text("B1", "金额").text("A2", "税收").text("B2", "100");
  return book.bytes();
}

std::string zip_bomb() {
  XlsxWriter book;
  book.sheet("表").text("A1", "项目");
  book.part("xl/worksheets/sheet1.xml", "<worksheet>" + std::string(64U << 20, ' ') + "</worksheet>");
  return book.bytes();
}

std::string xml_bomb() {
  std::string entities = "<!ENTITY a0 \"绩效\">";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    entities += "<!ENTITY a" + std::to_string(i) + " \"" + repeated(before, 10) + "\">";
  }
  DocxWriter text;
  text.part("word/document.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE d [" + entities +
                "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                "<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>");
  return text.bytes();
}

struct BadFile {
  std::string what, name, bytes;
  std::vector<std::string> codes;  ///< any of these
};

std::vector<BadFile> bad_files() {
  PdfWriter locked;
  locked.text(50, 100, "密");
  const std::string pdf = some_pdf(), book = some_workbook();
  std::string wide = "<table><tr>" + repeated("<td>列</td>", 10'000) + "</tr></table>";
  return {
      {"zero bytes", "空.pdf", "", {"empty"}},
      {"cut PDF", "截断.pdf", pdf.substr(0, pdf.size() / 3), {"damaged", "no_form", "empty"}},
      {"cut workbook", "截断.xlsx", book.substr(0, book.size() / 2), {"damaged"}},
      {"PDF with a password", "加密.pdf", locked.encrypted("secret"), {"encrypted"}},
      {"noise called PDF",
       "乱码.pdf",
       std::string("\x01\x02\xFF\xFE\x00\x9C\x81\x10\x7F\x03", 10),
       {"unknown_format", "damaged"}},
      {"program called workbook",
       "程序.xlsx",
       "\x7F"
       "ELF\x02\x01\x01" +
           std::string(4096, '\0'),
       {"unknown_format"}},
      {"zip bomb", "炸弹.xlsx", zip_bomb(), {"too_large"}},
      {"XML bomb", "实体.docx", xml_bomb(), {"damaged", "too_large", "no_form", "empty"}},
      {"deeply nested HTML",
       "深.html",
       "<html><body>" + repeated("<div><table><tr><td>", 20'000),
       {"too_large", "no_form"}},
      {"deeply nested JSON", "深.json", repeated("[", 200'000), {"too_large", "damaged"}},
      {"broken JSON", "断.json", "{\"forms\": [{\"title\": \"项目", {"damaged"}},
      {"a number out of range", "大.json", "{\"forms\": [{\"year\": 1e999}]}", {"damaged"}},
      {"other JSON", "别的.json", "{\"name\": \"配置\", \"version\": 3}", {"bad_data"}},
      {"10,000 columns", "宽.html", wide, {"too_large", "no_form"}},
      {"pictures only", "扫描.pdf", picture_pdf(), {"image_only"}},
      {"another table", "决算.pdf", pdf, {"no_form"}},
      {"no form", "通知.txt", "关于召开会议的通知\n各单位：\n定于三月五日上午召开会议，请准时参加。\n", {"no_form"}},
  };
}

TEST(BadInput, EachGetsOneClearLineAndTheOthersGoOn) {
  for (const BadFile& bad : bad_files()) {
    SCOPED_TRACE(bad.what);
    const Folder folder;
    const std::string path = folder.file(bad.name, bad.bytes);
    const auto start = std::chrono::steady_clock::now();
    const Outcome outcome = run_jiheng({"check", "--json", path, example("library.html")});
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
    EXPECT_EQ(outcome.status, 3);
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_NE(outcome.err.find(bad.name), std::string::npos) << outcome.err;
    const auto json = nlohmann::json::parse(outcome.out);
    const auto& documents = json.at("documents");
    ASSERT_EQ(documents.size(), 2U);
    const std::string code = documents[0].at("error").at("code");
    EXPECT_NE(std::find(bad.codes.begin(), bad.codes.end(), code), bad.codes.end()) << code << "\n" << outcome.err;
    EXPECT_FALSE(documents[0].at("error").at("message").get<std::string>().empty());
    EXPECT_EQ(documents[1].at("forms").size(), 1U);
  }
}

TEST(BadInput, AMissingFileIsSaidAndTheOthersGoOn) {
  const Outcome outcome = run_jiheng({"check", "/nowhere/表.pdf", example("library.html")});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_NE(outcome.err.find("/nowhere/表.pdf"), std::string::npos);
  EXPECT_NE(outcome.out.find("中小学图书馆图书更新"), std::string::npos);
}

TEST(BadInput, ContentDecidesNotTheName) {
  const Folder folder;
  const std::string path = folder.file("其实是网页.xlsx", read_text(example("library.html")));
  const Outcome outcome = run_jiheng({"extract", path});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("中小学图书馆图书更新"), std::string::npos);
}

TEST(BadInput, AFormWithoutATableIsReadOrRefusedByName) {
  const Folder folder;
  const std::string path =
      folder.file("无表.docx", DocxWriter()
                                   .paragraph("项目支出绩效自评表")
                                   .paragraph("项目名称 村级道路养护")
                                   .paragraph("一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分")
                                   .bytes());
  const Outcome outcome = run_jiheng({"extract", path});
  if (outcome.status == 0) {
    EXPECT_NE(outcome.out.find("村级道路养护"), std::string::npos);
  } else {
    EXPECT_EQ(outcome.status, 3);
    EXPECT_NE(outcome.err.find("无表.docx"), std::string::npos);
  }
}

TEST(BadInput, EnglishOnDemand) {
  const Folder folder;
  const Outcome outcome = run_jiheng({"check", "--lang", "en", folder.file("empty.pdf", "")});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(std::all_of(outcome.err.begin(), outcome.err.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 || c == '\xE2' || c == '\x9C' || c == '\x97';
  })) << outcome.err;
}

}  // namespace
}  // namespace jiheng::test
