// The vocabulary and the policies compiled into the program, decoded on first use.
#include "config/baked.h"
#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "config/snapshot.h"
#include "config/wording_toml.h"

namespace jiheng {

const Lexicon& builtin_lexicon() {
  static const Lexicon lexicon = decode_lexicon(baked_lexicon());
  return lexicon;
}

const Wording& builtin_wording() {
  static const Wording wording = decode_wording(baked_wording());
  return wording;
}

const std::vector<Policy>& builtin_policies() {
  static const std::vector<Policy> policies = decode_policies(baked_policies());
  return policies;
}

}  // namespace jiheng
