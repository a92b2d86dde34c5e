#include "engine/knowledge.h"

#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "config/resources.h"
#include "config/wording_toml.h"
#include "core/text.h"

namespace jiheng {
namespace {

/// Header words stand in wording.toml, and in files of the user's folder whose names begin so.
bool holds_wording(const std::string& name) {
  const std::size_t slash = name.find_last_of('/');
  return starts_with(std::string_view(name).substr(slash == std::string::npos ? 0 : slash + 1), "wording");
}

Result<Wording> load_wording(const std::optional<std::string>& folder) {
  Wording wording;
  for (const Resource& resource : TRY(resources("vocabulary", folder))) {
    if (!holds_wording(resource.name)) continue;
    if (const Result<void> merged = merge_wording(resource.text, resource.name, wording); !merged) return merged.error();
  }
  return wording;
}

}  // namespace

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
