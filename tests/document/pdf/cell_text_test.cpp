// Glyphs to text.
#include "document/pdf/cell_text.h"

#include <gtest/gtest.h>

#include "core/text.h"
#include "document/pdf/code_points.h"

namespace jiheng::pdf {
namespace {

/// Glyphs of one line: ASCII half an em wide, all else a whole one.
void set(std::vector<Glyph>& glyphs, float left, float baseline, std::string_view text, float size = 10) {
  for (const char32_t code : to_utf32(text)) {
    const float advance = code < 0x80 ? size / 2 : size;
    glyphs.push_back({code, left, baseline, advance, size});
    left += advance;
  }
}

std::string text_of(std::vector<Glyph> glyphs) {
  const auto lines = printed_lines(glyphs);
  return block_text(glyphs, lines);
}

TEST(CellText, LinesByPlaceNotByOrder) {
  std::vector<Glyph> glyphs;
  set(glyphs, 10, 40, "标准率");
  set(glyphs, 10, 26, "党建活动符合");
  EXPECT_EQ(text_of(glyphs), "党建活动符合\n标准率");
}

TEST(CellText, RaisedAndLoweredStayInTheirLine) {
  std::vector<Glyph> glyphs;
  set(glyphs, 10, 40, "100m");
  set(glyphs, 30, 36, "2", 6);
  set(glyphs, 33, 42, "(含)", 8);
  set(glyphs, 10, 52, "以上");
  EXPECT_EQ(text_of(glyphs), "100m2(含)\n以上");
}

TEST(CellText, Spaces) {
  const struct {
    const char* what;
    std::vector<std::pair<float, const char*>> pieces;
    const char* expected;
  } cases[] = {
      {"spaces of the file, one each", {{10, " 项目  名称 "}}, "项目 名称"},
      {"words set apart without a space", {{10, "Office"}, {43, "2024"}}, "Office 2024"},
      {"digits set closely", {{10, "12"}, {21, "34"}}, "1234"},
      {"ideographs spread a little", {{10, "数"}, {25, "量"}}, "数量"},
      {"ideographs spread far", {{10, "数"}, {40, "量"}}, "数 量"},
      {"printed twice for bold", {{10, "合计"}, {10.4F, "合计"}}, "合计"},
      {"a doubled digit is not bold", {{10, "100"}}, "100"},
      {"nothing but spaces", {{10, "   "}}, ""},
  };
  for (const auto& each : cases) {
    std::vector<Glyph> glyphs;
    for (const auto& [left, text] : each.pieces) set(glyphs, left, 40, text);
    EXPECT_EQ(text_of(glyphs), each.expected) << each.what;
  }
}

TEST(CellText, VerticalLabelIsOneCharacterALine) {
  std::vector<Glyph> glyphs;
  set(glyphs, 10, 64, "标");
  set(glyphs, 10, 28, "绩");
  set(glyphs, 10, 40, "效");
  set(glyphs, 10, 52, "指");
  EXPECT_EQ(text_of(glyphs), "绩\n效\n指\n标");
}

TEST(CodePoints, OnlyLookAlikesChange) {
  const struct {
    char32_t from, to;
  } cases[] = {{U'⽬', U'目'}, {U'⽀', U'支'}, {U'⾃', U'自'}, {U'⺠', U'民'}, {U'⻓', U'长'}, {U'︵', U'（'},
               {0xA0, U' '},   {U'①', U'①'},   {U'²', U'²'},   {U'（', U'（'}, {U'９', U'９'}, {U'民', U'民'},
               {U'≥', U'≥'},   {0xAD, 0},      {0x0D, 0},      {0x200B, 0},    {0xD800, 0},    {U'𠀀', U'𠀀'}};
  for (const auto& each : cases)
    EXPECT_EQ(plain_code_point(each.from), each.to) << std::hex << static_cast<unsigned>(each.from);
  EXPECT_EQ(half_width(U'９'), U'9');
  EXPECT_EQ(half_width(U'％'), U'%');
  EXPECT_EQ(half_width(U'九'), U'九');
}

}  // namespace
}  // namespace jiheng::pdf
