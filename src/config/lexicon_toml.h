// Lexicon from TOML: units, comparison words, levels, names of levels 1 and 2, and free word lists of
// vocabulary/*.toml (all but wording.toml, which is reading's).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/resources.h"
#include "core/result.h"
#include "form/lexicon.h"

namespace jiheng {

/// Adds the words of one TOML text to `lexicon`, which is to be prepared once all are in. Lists of the
/// same name grow. BadData with file, line and column for unknown keys and wrong types.
Result<void> merge_lexicon(std::string_view toml, std::string_view file, Lexicon& lexicon);

/// The built-in vocabulary, with the files of a user's folder added or overriding; prepared.
Result<Lexicon> load_lexicon(const std::optional<std::string>& folder);

/// The words compiled into the program, parsed once.
const Lexicon& builtin_lexicon();

}  // namespace jiheng
