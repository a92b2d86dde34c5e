// Broken cells: cells of neighbouring rows whose texts run into each other, and texts that look like a part of a
// value. Which line belongs to which row is not certain there.
#pragma once

#include <string_view>
#include <vector>

#include "form/form.h"
#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/rows.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Is the text no whole value: the end of a date (31日前), a unit before its number, two dates, "10元/"?
bool is_part_of_value(std::string_view text);

/// Doubts targets and results that are no whole values, names with the end of another (满意度|度), and their
/// neighbours in the same column.
void doubt_parts_of_values(std::vector<Indicator>& rows);

/// Rows whose text in that column goes on, without a free line, where the text of the row before ends, and one of
/// them is broken: the border may be elsewhere.
std::vector<bool> rows_run_together(const std::vector<BodyLine>& body, const std::vector<RowRange>& rows,
                                    std::size_t column);

/// Doubts the notes of those rows.
void doubt_notes(const std::vector<bool>& together, std::vector<std::vector<FoundCell>>& cells);

/// Two answers in words, the first as wide as its column: perhaps one text of several lines.
void doubt_broken_texts(std::vector<std::vector<FoundCell>>& cells, const Vocabulary& vocabulary);

/// The last character of a broken value (400元/人、|天) that came to stand in the next row's line.
void give_back_rests(std::vector<std::vector<FoundCell>>& cells);

}  // namespace jiheng::segmenter
