#include "engine/knowledge.h"

#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "config/wording_toml.h"

namespace jiheng {
Result<std::unique_ptr<Knowledge>> load_knowledge(const std::optional<std::string>& vocabulary_folder,
                                                  const std::optional<std::string>& policies_folder) {
  auto knowledge = std::make_unique<Knowledge>();
  knowledge->lexicon = TRY(load_lexicon(vocabulary_folder));
  knowledge->wording = TRY(load_wording(vocabulary_folder));
  knowledge->policies = TRY(load_policies(policies_folder));
  knowledge->auditor.emplace(knowledge->lexicon);
  return knowledge;
}

}  // namespace jiheng
