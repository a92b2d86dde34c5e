// Knowledge: all that the engine knows besides its code: words and policies, parsed once, shared by all
// documents (and, in the command line, by all worker processes).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/auditor.h"
#include "core/result.h"
#include "form/lexicon.h"
#include "reading/wording.h"
#include "scoring/policy.h"

namespace jiheng {

struct Knowledge {
  Lexicon lexicon;
  Wording wording;
  std::vector<Policy> policies;
  std::optional<audit::Auditor> auditor;  ///< over `lexicon`

  Knowledge() = default;
  Knowledge(const Knowledge&) = delete;  // The auditor points into this value.
  Knowledge& operator=(const Knowledge&) = delete;
};

/// What is built in, with the *.toml of the user's folders added or overriding. BadData names file and line.
Result<std::unique_ptr<Knowledge>> load_knowledge(const std::optional<std::string>& vocabulary_folder,
                                                  const std::optional<std::string>& policies_folder);

}  // namespace jiheng
