// Goals 年度总体目标 of a text in columns: two texts side by side, cut apart line by line.
#pragma once

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

struct GoalHeader {
  std::size_t line = 0;
  bool found = false;
  struct Text {
    Label label = Label::None;
    float left = 0, right = 0;
  };
  std::vector<Text> texts;  ///< left to right
};

/// The line that heads two goals side by side in lines [first, last).
GoalHeader find_goal_pair(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary);

/// The line that heads or labels a single goal.
GoalHeader find_single_goal(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary);

/// The texts below the header, up to `last`.
void read_layout_goals(const Sheet& sheet, const GoalHeader& header, std::size_t last, const Vocabulary& vocabulary,
                       Form& form);

}  // namespace jiheng::segmenter
