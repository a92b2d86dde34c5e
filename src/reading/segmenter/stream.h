// Stream: text in reading order (`pdftotext` without layout, pasted text) as items: one printed cell,
// or a line of one, each with what it looks like. No places, only order and blank lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/decimal.h"
#include "reading/segmenter/extents.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

enum class ItemKind {
  Text,        ///< names, notes, goals
  Level,       ///< a first- or second-level label, or a piece of one
  Heading,     ///< a column's name, or a piece of one
  Number,      ///< 10, 815,826.17
  Percent,     ///< 100%
  Value,       ///< ≥90%, 28人, 2021年底
  Word,        ///< a level word: 及时, 提升
  Dash,        ///< —
  Sign,        ///< ≥ alone
  TotalLabel,  ///< 总分
};

struct Item {
  ItemKind kind = ItemKind::Text;
  std::string text;
  std::string key;                ///< `key_of` the text
  std::optional<Decimal> number;  ///< what it says, where it is a number
  int width = 0;                  ///< of the text as displayed
  std::size_t line = 0;           ///< of the sheet
  std::size_t paragraph = 0;      ///< lines without a blank line between them
  bool alone = true;              ///< the only item of its line
  bool labelled = false;          ///< right behind a level's label on its line
};

struct StreamTraits {
  bool property = false, unit = false;  ///< signs and units have columns of their own
};

/// A column of the table, and the line that names it (0 where it is not named).
struct StreamColumn {
  Label label = Label::None;
  std::size_t header = 0;
  bool operator==(const StreamColumn&) const = default;
};

/// Items of lines [first, last).
std::vector<Item> items_of(const Sheet& sheet, std::size_t first, std::size_t last, const StreamTraits& traits,
                           const Vocabulary& vocabulary);

/// May stand below target, result, weight or score.
bool is_valuable(const Item& item);

}  // namespace jiheng::segmenter
