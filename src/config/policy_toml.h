// Policies from TOML: policies/*.toml, checked strictly, since a wrong policy scores thousands of forms
// wrongly. docs/policies.md says how to write one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "scoring/policy.h"

namespace jiheng {

/// All problems of one policy text, in order of place; empty if it is good.
std::vector<Error> check_policy(std::string_view toml, std::string_view file);
/// The policy, or its first problem.
Result<Policy> parse_policy(std::string_view toml, std::string_view file);
/// The built-in policies, with those of a user's folder added; one with the id of a built-in replaces it.
Result<std::vector<Policy>> load_policies(const std::optional<std::string>& folder);
/// Those compiled into the program, parsed once.
const std::vector<Policy>& builtin_policies();
/// The policy as TOML that parse_policy reads back to the same policy.
std::string to_toml(const Policy& policy);

}  // namespace jiheng
