// The knowledge of a command, or the reason why it cannot be had, told to the user.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "cli/phrases.h"

namespace jiheng {

namespace {

const Knowledge& built_in_knowledge() {
  static const Knowledge* const knowledge = load_knowledge(std::nullopt, std::nullopt).value().release();
  return *knowledge;
}

}  // namespace

std::optional<KnowledgeSource> knowledge_for(const Arguments& arguments) {
  if (!arguments.vocabulary && !arguments.policies && arguments.policy.empty()) return built_in_knowledge;
  Result<std::unique_ptr<Knowledge>> loaded = load_knowledge(arguments.vocabulary, arguments.policies);
  if (!loaded) {
    fmt::print(stderr, "✗ {}\n", error_line(loaded.error(), arguments.language));
    return std::nullopt;
  }
  const Knowledge* knowledge = loaded->release();
  const KnowledgeSource source = [knowledge]() -> const Knowledge& { return *knowledge; };
  if (arguments.policy.empty()) return source;
  std::vector<std::string> ids;
  for (const Policy& policy : knowledge->policies) ids.push_back(policy.id);
  if (std::find(ids.begin(), ids.end(), arguments.policy) != ids.end()) return source;
  fmt::print(stderr,
             fmt::runtime(tr(arguments.language, "jiheng：没有政策“{}”。{}全部政策见 jiheng policies。\n",
                             "jiheng: there is no policy \"{}\". {}See jiheng policies.\n")),
             printable(arguments.policy), did_you_mean(near_matches(arguments.policy, ids), arguments.language));
  return std::nullopt;
}

std::string did_you_mean(const std::vector<std::string>& near, Language language) {
  if (near.empty()) return {};
  return fmt::format(fmt::runtime(tr(language, "是不是：{}？", "Did you mean {}? ")),
                     fmt::join(near, tr(language, "、", ", ")));
}

}  // namespace jiheng
