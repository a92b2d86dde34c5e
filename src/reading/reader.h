// read_forms: a Document → the Forms in it. By the meaning of header words, never by position.
#pragma once

#include <vector>

#include "document/document.h"
#include "form/form.h"
#include "form/lexicon.h"

namespace jiheng {

struct Wording;  // header synonyms, see reading/wording.h

/// Every form of the document in reading order; empty when there is none (the caller says so).
/// Tables that are no forms (budgets, accounts) are passed over.
std::vector<Form> read_forms(const Document& document, const Wording& wording, const Lexicon& lexicon);

/// The same from lines of text only (pdftotext output, pasted text): the segmenter.
std::vector<Form> segment_text(const Document& document, const Wording& wording, const Lexicon& lexicon);

}  // namespace jiheng
