// Any text is a policy or a list of problems; a policy that is good writes itself back to the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "config/lexicon_toml.h"
#include "config/policy_toml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jiheng;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto policy = parse_policy(text, "fuzz.toml");
  if (policy) {
    const std::string written = to_toml(*policy);
    const auto again = parse_policy(written, "again.toml");
    if (!again || to_toml(*again) != written) __builtin_trap();
  }
  Lexicon lexicon;
  (void)merge_lexicon(text, "fuzz.toml", lexicon);
  return 0;
}
