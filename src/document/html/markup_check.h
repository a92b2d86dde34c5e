// A quick look over HTML before it is parsed: parsers grow quadratic, or run out of stack, on tags
// nested ten thousand deep and on tags with ten thousand attributes. Browsers stop at 512 levels.
#pragma once

#include <string_view>

#include "core/result.h"

namespace jiheng {

/// TooLarge if elements nest deeper than `max_depth` or one tag has absurdly many attributes.
Result<void> check_markup(std::string_view html, int max_depth);

}  // namespace jiheng
