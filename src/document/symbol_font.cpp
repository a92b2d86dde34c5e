#include "document/symbol_font.h"

#include <algorithm>
#include <span>

namespace jiheng {
namespace {

struct Symbol {
  char32_t code, drawn;
};

constexpr Symbol kWingdings[] = {{0x6C, U'●'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x70, U'□'}, {0x71, U'□'}, {0x72, U'□'},
                                 {0x75, U'◆'}, {0x76, U'❖'}, {0x78, U'☒'}, {0x9F, U'•'}, {0xA7, U'▪'}, {0xA8, U'□'},
                                 {0xD8, U'➢'}, {0xE8, U'→'}, {0xFB, U'×'}, {0xFC, U'√'}, {0xFD, U'☒'}, {0xFE, U'☑'}};
constexpr Symbol kWingdings2[] = {{0x2A, U'□'}, {0x4F, U'×'}, {0x50, U'√'}, {0x51, U'☒'}, {0x52, U'☑'},
                                  {0x53, U'☒'}, {0x54, U'☒'}, {0x97, U'●'}, {0xA2, U'■'}, {0xA3, U'□'}};
constexpr Symbol kSymbol[] = {{0x25, U'%'}, {0x28, U'('}, {0x29, U')'}, {0x2B, U'+'}, {0x2C, U','}, {0x2D, U'−'},
                              {0x2E, U'.'}, {0x2F, U'/'}, {0x3A, U':'}, {0x3B, U';'}, {0x3C, U'<'}, {0x3D, U'='},
                              {0x3E, U'>'}, {0x6D, U'μ'}, {0x7E, U'~'}, {0xA3, U'≤'}, {0xA5, U'∞'}, {0xAE, U'→'},
                              {0xB0, U'°'}, {0xB1, U'±'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB7, U'•'}, {0xB8, U'÷'},
                              {0xB9, U'≠'}, {0xBB, U'≈'}, {0xD6, U'√'}};
constexpr Symbol kWebdings[] = {{0x61, U'√'}, {0x63, U'□'}, {0x67, U'■'}, {0x6E, U'●'}, {0x72, U'×'}};

bool same_font(std::string_view font, std::string_view lower) {
  return std::equal(font.begin(), font.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

std::span<const Symbol> table_of(std::string_view font) {
  if (same_font(font, "wingdings")) return kWingdings;
  if (same_font(font, "wingdings 2") || same_font(font, "wingdings2")) return kWingdings2;
  if (same_font(font, "symbol")) return kSymbol;
  if (same_font(font, "webdings")) return kWebdings;
  return {};
}

}  // namespace

bool is_symbol_font(std::string_view font) {
  return !table_of(font).empty();
}

char32_t symbol_of(std::string_view font, char32_t code) {
  if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
  for (const Symbol& symbol : table_of(font)) {
    if (symbol.code == code) return symbol.drawn;
  }
  const bool digit = code >= '0' && code <= '9';
  return digit && same_font(font, "symbol") ? code : 0;
}

}  // namespace jiheng
