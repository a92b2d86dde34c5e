// Heading search: labels and texts in printed order → which text answers which label. Values mostly follow
// their label at once, but a left column of labels may come first and its values after it, and a value may
// be broken over lines with others between them. Kinds of values (a body, a person, a date) decide then.
#pragma once

#include <string>
#include <vector>

#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

struct HeadingPart {
  Label label = Label::None;  ///< None: a text
  std::string text;
  std::size_t line = 0, paragraph = 0;
  bool late = false;  ///< printed behind the beginning of the funds or goals: hardly a value of the heading
};

struct HeadingValue {
  std::vector<std::size_t> parts;  ///< texts that make it, in order
  bool sure = false;
};

/// For each part that is a label its value; empty for texts and for labels without one.
std::vector<HeadingValue> solve_heading(const std::vector<HeadingPart>& parts, const Vocabulary& vocabulary);

}  // namespace jiheng::segmenter
