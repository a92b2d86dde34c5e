// Cell costs: how ill a word fits a column of indicators by what it is, and two words one cell.
#pragma once

#include "reading/segmenter/rows.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Which columns the table has beside the one in question.
struct Traits {
  bool property = false, unit = false;  ///< of a target that is split over several
  bool second = false;                  ///< second levels have a column of their own
};

/// How the lines of a column with that label behave.
CellKind kind_of(Label label);

/// Cost of the word standing in a column with that label (0: fits; below 0: hardly anywhere else).
double kind_cost(const Word& word, Label label, const Traits& traits, const Vocabulary& vocabulary);

/// Cost of the word going on with the cell of the word before it: a number and its unit, words of a name;
/// not two values.
double join_cost(const Word& before, const Word& word, Label label, const Traits& traits, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
