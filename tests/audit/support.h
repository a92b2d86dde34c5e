// What the tests of the rules share: the built-in lexicon, the national policy, one prepared auditor.
#pragma once

#include <string>
#include <vector>

#include "audit/auditor.h"
#include "audit/example.h"
#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "scoring/scorecard.h"

namespace jiheng::audit {

inline const Lexicon& lexicon() {
  return builtin_lexicon();
}
inline const Auditor& auditor() {
  static const Auditor prepared(lexicon());
  return prepared;
}

/// Policy that fits the form, of the built-in ones.
inline const Policy& policy_for(const Form& form) {
  return choose_policy(form, builtin_policies());
}

inline std::vector<Finding> audit_form(const Form& form) {
  const Policy& policy = policy_for(form);
  return auditor().audit(form, score(form, policy, lexicon()), policy);
}

}  // namespace jiheng::audit
