// Goal sides: lines of two goals printed side by side → which line belongs to which. Text programs print
// them line by line, block by block, or in between; numbering, width and ends of sentences tell.
#pragma once

#include <string>
#include <vector>

namespace jiheng::segmenter {

/// One printed line of the two texts: its words, and whether an empty line stands before it.
struct GoalLine {
  std::vector<std::string> words;
  bool after_blank = false;
};

struct GoalSides {
  std::vector<std::string> left, right;  ///< lines
  bool sure = false;
};

/// `other_text`: the rest of the form, whose words tell where a line break cuts one.
GoalSides solve_goal_sides(const std::vector<GoalLine>& lines, const std::string& other_text);

/// Does nothing say that the lines are of more than one text: sentences that end early, or not at all?
bool reads_as_one(const std::vector<std::string>& lines);

/// 。；！ at its end: a text may stop here.
bool ends_sentence(std::string_view line);

}  // namespace jiheng::segmenter
