#include "engine/engine.h"

#include <algorithm>
#include <utility>

#include "engine/no_form.h"
#include "engine/own_json.h"
#include "reading/reader.h"

namespace jiheng {
namespace {

/// Document → forms. Where there are tables they decide; the segmenter is for text that has none.
Result<std::vector<Form>> forms_in(const Document& document, const Knowledge& knowledge, const Limits& limits) {
  if (document.format == Format::Json) {
    Result<std::vector<Form>> forms =
        forms_from_own_json(document.blocks.at(0).line()->text, knowledge.lexicon, limits);
    if (forms) return forms;
    Error error = forms.error();
    error.file = document.name;
    return error;
  }
  const bool has_tables = std::any_of(document.blocks.begin(), document.blocks.end(),
                                      [](const Block& block) { return block.grid() != nullptr; });
  return has_tables ? read_forms(document, knowledge.wording, knowledge.lexicon)
                    : segment_text(document, knowledge.wording, knowledge.lexicon);
}

void score_and_audit(ExaminedForm& examined, const Knowledge& knowledge, const Request& request) {
  if (request.depth == Depth::Record) return;
  examined.policy = &choose_policy(examined.form, knowledge.policies, request.policy);
  examined.scorecard = score(examined.form, *examined.policy, knowledge.lexicon);
  if (request.depth == Depth::Score) return;
  examined.findings = knowledge.auditor->audit(examined.form, examined.scorecard, *examined.policy);
}

}  // namespace

Result<Examination> examine(std::string_view bytes, std::string_view name, const Knowledge& knowledge,
                            const Request& request) {
  Examination examination;
  examination.file = std::string(name);
  const Document document = TRY(read_document(bytes, name, request.limits));
  examination.format = document.format;
  examination.pages = document.pages;
  examination.notes = document.notes;
  std::vector<Form> forms = TRY(forms_in(document, knowledge, request.limits));
  if (forms.empty()) return no_form_in(document, knowledge.wording);
  for (Form& form : forms) {
    ExaminedForm examined;
    examined.form = std::move(form);
    score_and_audit(examined, knowledge, request);
    examination.forms.push_back(std::move(examined));
  }
  return examination;
}

}  // namespace jiheng
