// Wording from TOML: vocabulary/wording.toml and files that a folder of the user adds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "reading/wording.h"

namespace jiheng {

/// Adds the words of one TOML text to `wording`; a word given twice takes the later meaning.
/// BadData with file, line and column for unknown keys and wrong types.
Result<void> merge_wording(std::string_view toml, std::string_view file, Wording& wording);

/// The built-in wording with the wording*.toml files of a user's folder added or overriding.
Result<Wording> load_wording(const std::optional<std::string>& folder);

/// The words compiled into the program, parsed once.
const Wording& builtin_wording();

}  // namespace jiheng
