// The snapshots that tools/bake.cpp makes from vocabulary/*.toml and policies/*.toml in each build.
#pragma once

#include <string_view>

namespace jiheng {

std::string_view baked_lexicon();
std::string_view baked_wording();
std::string_view baked_policies();

}  // namespace jiheng
