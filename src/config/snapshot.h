// Snapshot: lexicon, wording and policies as bytes, parsed from TOML when the program is built, so that
// it starts in a fraction of the time that reading the TOML would take (a third of a small PDF's).
// The TOML files stay the only source: tools/bake.cpp makes the snapshot from them in each build, and a
// test compares the two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/lexicon.h"
#include "reading/wording.h"
#include "scoring/policy.h"

namespace jiheng {

std::string encode(const Lexicon& lexicon);  ///< a prepared one
std::string encode(const Wording& wording);
std::string encode(const std::vector<Policy>& policies);

/// The inverse of `encode`; throws std::logic_error on bytes that `encode` did not make (a bug). The keys of
/// the wording and the words of the lexicon's indices stay where they are: `bytes` must outlive both.
Lexicon decode_lexicon(std::string_view bytes);  ///< prepared
Wording decode_wording(std::string_view bytes);
std::vector<Policy> decode_policies(std::string_view bytes);

}  // namespace jiheng
