// segment_text: forms of a document that has lines of text only.
#include <algorithm>

#include "reading/reader.h"
#include "reading/segmenter/extents.h"
#include "reading/segmenter/layout.h"
#include "reading/segmenter/reading_order.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/spaced_names.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng {
namespace {

// The cheap question first: most documents hold no form.
bool may_hold_form(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    const TextLine* line = block.line();
    return line != nullptr && line->text.find("指标") != std::string::npos;
  });
}

}  // namespace

std::vector<Form> segment_text(const Document& document, const Wording& wording, const Lexicon& lexicon) {
  std::vector<Form> forms;
  if (!may_hold_form(document)) return forms;
  const segmenter::Vocabulary vocabulary(wording, lexicon);
  segmenter::Sheet sheet = segmenter::sheet_of(document);
  for (const segmenter::Extent& extent : segmenter::find_extents(sheet, vocabulary)) {
    if (segmenter::stands_in_columns(sheet, extent.first, extent.last)) {
      segmenter::join_spaced_names(sheet, extent.first, extent.last, vocabulary);
      forms.push_back(segmenter::read_layout(sheet, extent, vocabulary));
    } else {
      forms.push_back(segmenter::read_in_order(sheet, extent, vocabulary));
    }
    interpret(forms.back(), lexicon);
  }
  return forms;
}

}  // namespace jiheng
