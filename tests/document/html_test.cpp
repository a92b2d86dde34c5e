// Web pages: what a browser would show, as lines and grids.
#include <gtest/gtest.h>

#include "document/grid_text.h"
#include "document/read_document.h"

namespace jiheng {
namespace {

std::string read(const std::string& html) {
  const Result<Document> document = read_html(html, "表.html", Limits{});
  if (!document) return std::string(error_name(document.error().code));
  for (const Block& block : document->blocks) {
    EXPECT_TRUE(block.grid() == nullptr || test::is_sound(*block.grid()));
  }
  return test::notation(*document);
}

TEST(Html, LinesAndTables) {
  const struct {
    std::string html, shown;
  } cases[] = {
      {"<h1>标题</h1>前<br>后<p>段 &amp; 落&nbsp;一</p>", "标题\n前\n后\n段 & 落 一"},
      {"<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>", "⟦甲v2 | 乙>2\n丙 | 丁⟧"},
      {"<table><tr><td>一<br>二<p>三</p><td>四\n五</table>", "⟦一/二/三 | 四五⟧"},
      {"<table><tr><td>a\n b</table>", "⟦a b⟧"},
      {"<table><caption>表名</caption><tfoot><tr><td>尾</tfoot><tbody><tr><td>身</table>", "表名\n⟦身\n尾⟧"},
      // Bogus spans.
      {"<table><tr><td rowspan=9999 colspan=99999>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>",
       "⟦甲>2v2\n乙 | 丙⟧"},
      {"<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>", "⟦甲v3 | 乙\n丙\n丁⟧"},
      {"<table><tr><td colspan=1000>题<tr><td>甲<td>乙</table>", "⟦题>2\n甲 | 乙⟧"},
      {"<table><tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=3>丁</table>", "⟦甲 | 乙v2 | 丙\n丁⟧"},
      // Layout tables dissolve; tables in data stay beside it.
      {"<table><tr><td>页头<tr><td><table><tr><td>甲<td>乙</table></table>", "页头\n⟦甲 | 乙⟧"},
      {"<table><tr><td>一<td>二<td>三<tr><td>四<td>五<td><table><tr><td>内</table></table>",
       "⟦一 | 二 | 三\n四 | 五 | 内⟧\n⟦内⟧"},
      {"<table><tr><td>名称<td>井<tr><td>资金<td><table><tr><td>合计<td>1<td>2<tr><td>其他<td>3<td>4</table></table>",
       "⟦名称 | 井⟧\n资金\n⟦合计 | 1 | 2\n其他 | 3 | 4⟧"},
      // What is not shown.
      {"<title>名</title><style>a{}</style><script>1<2</script><p style='DISPLAY : none'>隐</p><p hidden>藏</p>见",
       "见"},
      {"<table><tr style='display:none'><td>隐<tr><td>见<td style='display:none'>隐</table>", "⟦见⟧"},
      // Forms filled in on a page.
      {"<input value=甲> <input type=checkbox checked>是<input type=checkbox>否<select><option>一<option "
       "selected>二</select>"
       "<textarea>三\n四</textarea><input type=hidden value=隐>",
       "甲 ☑是☐否二\n三\n四"},
      {"<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>", "3. 甲\n4. 乙\n丙"},
      // Malformed nesting.
      {"<table><tr><td><b>甲</td><td>乙</b></table>丙", "⟦甲 | 乙⟧\n丙"},
      {"<td>甲</td><p>乙<div>丙</p></div>", "甲\n乙\n丙"},
      {"<p><img src=a.png></p>", "image_only"},
      {"<p> </p>", "empty"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.html), c.shown) << c.html;
}

TEST(Html, Encodings) {
  const std::string gbk = "\xCF\xEE\xC4\xBF\xC3\xFB\xB3\xC6";  // 项目名称
  EXPECT_EQ(read("<html><meta charset=gb2312><p>" + gbk), "项目名称");
  EXPECT_EQ(read("<html><meta charset=utf-8><p>" + gbk), "项目名称");
  EXPECT_EQ(read("<html><p>" + gbk), "项目名称");
  EXPECT_EQ(read("\xEF\xBB\xBF<html><meta charset=gbk><p>项目名称"), "项目名称");
  EXPECT_EQ(read("<html><meta charset=gbk><p>项目名称"), "项目名称");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<p>ab</p>")) wide += {c, '\0'};
  EXPECT_EQ(read(wide), "ab");
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Html, WhatGrowsWithoutBoundIsRefused) {
  EXPECT_EQ(read(repeated("<div>", 100'000) + "深"), "too_large");
  EXPECT_EQ(read(repeated("<table><tr><td>", 20'000) + "深"), "too_large");
  EXPECT_EQ(read("<table><tr>" + repeated("<td>列", 10'000) + "</table>"), "too_large");
  std::string fonts = "<p>";
  for (int i = 0; i < 190; ++i) fonts += "<font size=" + std::to_string(i) + ">";
  EXPECT_EQ(read(fonts + "</p>" + repeated("<p>x", 300'000)).substr(0, 9), "too_large");
  std::string attributes = "<p ";
  for (int i = 0; i < 50'000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  EXPECT_EQ(read(attributes + ">x"), "too_large");
}

TEST(Html, LongPagesAreNotDeep) {
  EXPECT_EQ(read("<ul>" + repeated("<li>x", 5000) + "</ul>").size(), 5000U * 2 - 1);
  EXPECT_EQ(read(repeated("<p>x", 5000)).size(), 5000U * 2 - 1);
  EXPECT_EQ(read(repeated("<table><tr><td>x<td>y</table>", 1000)).substr(0, 12), "⟦x | y⟧\n");
}

}  // namespace
}  // namespace jiheng
