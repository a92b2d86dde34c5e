// Top items: the upper part of a form in a text without columns as labels, amounts and texts in printed
// order. Labels broken over lines are put together again here; what a label means is decided by who asks.
#pragma once

#include <string>
#include <vector>

#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

enum class TopKind {
  Label,     ///< a name of the vocabulary, whole
  Amount,    ///< a number, a percentage, a dash
  Text,      ///< anything else
  Addition,  ///< "（万元）", "（A）": belongs to a label and says nothing more here
};

struct TopItem {
  TopKind kind = TopKind::Text;
  std::string text;
  LabelSet meanings{};        ///< what a label means in each part of a form
  std::size_t line = 0;       ///< of the sheet
  std::size_t paragraph = 0;  ///< lines without a blank line between them
  bool taken = false;         ///< some field has it

  [[nodiscard]] Label as(Part part) const { return meanings[static_cast<std::size_t>(part)]; }
};

/// Items of lines [first, last).
std::vector<TopItem> top_items(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary);

/// Does the item stand in a line that tells something, rather than in one of names and values?
bool is_told(const std::vector<TopItem>& items, std::size_t item);

/// "100.00%", "12,000", "—", "5.8万", "10分": may stand in the funds table.
bool is_amount(std::string_view text);

}  // namespace jiheng::segmenter
