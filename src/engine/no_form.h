// What to say of a document in which no form was found.
#pragma once

#include "core/result.h"
#include "document/document.h"
#include "reading/wording.h"

namespace jiheng {

/// NoForm or, where there are only pictures, ImageOnly: names what was looked for and what was seen.
Error no_form_in(const Document& document, const Wording& wording);

}  // namespace jiheng
