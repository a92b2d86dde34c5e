// Symbol fonts (Wingdings, Symbol): their codes draw check boxes and signs, and mean them.
#pragma once

#include <string_view>

namespace jiheng {

/// Is it a font whose codes are not characters? "Wingdings", "Wingdings 2", "Symbol", "Webdings".
bool is_symbol_font(std::string_view font);

/// The character drawn for `code` (0x20–0xFF, or the same at U+F020–U+F0FF); 0 when not known.
char32_t symbol_of(std::string_view font, char32_t code);

}  // namespace jiheng
