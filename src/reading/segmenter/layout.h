// Layout: one form of a text in columns (`pdftotext -layout`, pages without rules).
#pragma once

#include "form/form.h"
#include "reading/segmenter/extents.h"

namespace jiheng::segmenter {

Form read_layout(const Sheet& sheet, const Extent& extent, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
