// The knowledge of a command, or the reason why it cannot be had, told to the user.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "cli/phrases.h"

namespace jiheng {

const Knowledge* knowledge_for(const Arguments& arguments) {
  Result<std::unique_ptr<Knowledge>> loaded = load_knowledge(arguments.vocabulary, arguments.policies);
  if (!loaded) {
    fmt::print(stderr, "✗ {}\n", error_line(loaded.error(), arguments.language));
    return nullptr;
  }
  const Knowledge* knowledge = loaded->release();
  if (arguments.policy.empty()) return knowledge;
  std::vector<std::string> ids;
  for (const Policy& policy : knowledge->policies) ids.push_back(policy.id);
  if (std::find(ids.begin(), ids.end(), arguments.policy) != ids.end()) return knowledge;
  fmt::print(stderr,
             fmt::runtime(tr(arguments.language, "jiheng：没有政策“{}”。{}全部政策见 jiheng policies。\n",
                             "jiheng: there is no policy \"{}\". {}See jiheng policies.\n")),
             printable(arguments.policy), did_you_mean(near_matches(arguments.policy, ids), arguments.language));
  return nullptr;
}

std::string did_you_mean(const std::vector<std::string>& near, Language language) {
  if (near.empty()) return {};
  return fmt::format(fmt::runtime(tr(language, "是不是：{}？", "Did you mean {}? ")),
                     fmt::join(near, tr(language, "、", ", ")));
}

}  // namespace jiheng
