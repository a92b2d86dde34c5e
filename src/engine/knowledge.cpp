#include "engine/knowledge.h"

#include "config/baked.h"
#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "config/snapshot.h"
#include "config/wording_toml.h"

namespace jiheng {
Result<std::unique_ptr<Knowledge>> load_knowledge(const std::optional<std::string>& vocabulary_folder,
                                                  const std::optional<std::string>& policies_folder) {
  auto knowledge = std::make_unique<Knowledge>();
  // The built-in words and policies come baked; TOML is parsed only where a folder adds to it.
  knowledge->lexicon = vocabulary_folder ? TRY(load_lexicon(vocabulary_folder)) : decode_lexicon(baked_lexicon());
  knowledge->wording = vocabulary_folder ? TRY(load_wording(vocabulary_folder)) : decode_wording(baked_wording());
  knowledge->policies = policies_folder ? TRY(load_policies(policies_folder)) : decode_policies(baked_policies());
  knowledge->auditor.emplace(knowledge->lexicon);
  return knowledge;
}

}  // namespace jiheng
