// The registry of rules: one line a rule in rules/<family>.def, listed here in the order of the codes.
// No self-registration: a linker drops objects of a static library that nobody names.
#include <algorithm>

#include "audit/rule.h"

namespace jiheng::audit {

#define RULE(code) extern const Rule k##code;
#include "audit/rules/all.def"
#undef RULE

const std::vector<const Rule*>& rules() {
  static const std::vector<const Rule*> all = [] {
    std::vector<const Rule*> list = {
#define RULE(code) &k##code,
#include "audit/rules/all.def"
#undef RULE
    };
    std::sort(list.begin(), list.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
    return list;
  }();
  return all;
}

const Rule* find_rule(std::string_view id) {
  const auto same = [](char a, char b) { return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b); };
  for (const Rule* rule : rules()) {
    if (std::equal(id.begin(), id.end(), rule->id.begin(), rule->id.end(), same)) return rule;
  }
  return nullptr;
}

}  // namespace jiheng::audit
