// Reading order: one form of a text without columns (`pdftotext`, pasted text).
#pragma once

#include "form/form.h"
#include "reading/segmenter/extents.h"

namespace jiheng::segmenter {

Form read_in_order(const Sheet& sheet, const Extent& extent, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
