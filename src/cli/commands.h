// The commands, one file each. Each returns the exit status of the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/batch.h"

namespace jiheng {

enum ExitStatus : int {
  kClean = 0,     ///< done; nothing found at or above --fail-on
  kFindings = 1,  ///< findings at or above --fail-on
  kUsage = 2,     ///< the arguments are wrong
  kUnread = 3,    ///< some input could not be read (or some output not written)
};

int run_check(const Arguments& arguments);
int run_extract(const Arguments& arguments);
int run_score(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_rules(const Arguments& arguments);
int run_policy_list(const Arguments& arguments);
int run_policy_show(const Arguments& arguments);
int run_policy_check(const Arguments& arguments);
int run_formats(const Arguments& arguments);

/// Where a command gets its knowledge. Where the user gave folders or --policy it is loaded here, and what is
/// wrong with them is told (nullopt; the status is then kUsage). What is built in cannot be wrong.
std::optional<KnowledgeSource> knowledge_for(const Arguments& arguments);

/// The ones of `known` that a mistyped `word` may have meant, nearest first, at most three.
std::vector<std::string> near_matches(std::string_view word, const std::vector<std::string>& known);
/// "是不是：S302、S303？", or "" if there are none.
std::string did_you_mean(const std::vector<std::string>& near, Language language);

}  // namespace jiheng
