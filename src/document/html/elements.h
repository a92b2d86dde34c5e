// What the reader has to know of an element of a page: its attributes, whether it is shown, whether it stands on
// lines of its own.
#pragma once

#include <gumbo.h>

#include <string_view>

namespace jiheng {

/// "" where there is none.
std::string_view attribute(const GumboNode* node, const char* name);
bool has_attribute(const GumboNode* node, const char* name);
/// The whole number that a text begins with, at most 65,534 (as browsers have it for spans); `fallback` without one.
int number(std::string_view text, int fallback);

bool is_hidden(const GumboNode* node);
bool is_block(GumboTag tag);
bool is_never_shown(GumboTag tag);

}  // namespace jiheng
