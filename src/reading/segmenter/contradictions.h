// Contradictions: what cannot be so within a form that text was read into, and what is doubtful then.
#pragma once

#include "form/form.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Rows counted twice, labels that are no labels, rates and scores that do not follow from their amounts.
void doubt_contradicting_funds(Form& form, const Vocabulary& vocabulary);

/// Levels that stand under the wrong first level or in front of names, texts that begin in the middle.
void doubt_contradicting_indicators(Form& form, const Vocabulary& vocabulary);

/// A first level that comes back after another: two lists (of two projects, of the year and of several years) that
/// were read as one.
void doubt_lists_run_together(Form& form, const Vocabulary& vocabulary);

/// Goals that begin in the middle of a sentence or with their own label; codes too short to be one.
void doubt_contradicting_top(Form& form, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
