// The project's own JSON as an input: what `jiheng extract` wrote (or a program made in its schema).
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "document/read_document.h"
#include "form/form.h"
#include "form/lexicon.h"

namespace jiheng {

/// One form, a list of forms, {"forms": […]} or {"documents": [{"forms": […]}]}. BadData with the place of
/// what breaks JSON or schema; TooLarge where it is nested too deep.
Result<std::vector<Form>> forms_from_own_json(std::string_view bytes, const Lexicon& lexicon, const Limits& limits);

}  // namespace jiheng
