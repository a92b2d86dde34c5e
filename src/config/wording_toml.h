// Wording from TOML: vocabulary/wording.toml and files that a folder of the user adds.
#pragma once

#include <string_view>

#include "core/result.h"
#include "reading/wording.h"

namespace jiheng {

/// Adds the words of one TOML text to `wording`; a word given twice takes the later meaning.
/// BadData with file, line and column for unknown keys and wrong types.
Result<void> merge_wording(std::string_view toml, std::string_view file, Wording& wording);

/// The words compiled into the program, parsed once.
const Wording& builtin_wording();

}  // namespace jiheng
