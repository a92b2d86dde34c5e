#include "reading/segmenter/stream.h"

#include <algorithm>
#include <map>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool begins_with_han(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_han(next_code_point(text, at));
}

bool begins_with_digit(std::string_view text) { return !text.empty() && digit(key_of(text).front()); }

// 不少于, ≥: words that a number must follow.
bool asks_for_number(std::string_view text) {
  const std::string key = key_of(text);
  return is_comparison(text) || key == "不少于" || key == "不低于" || key == "不超过" || key == "不高于" || key == "大于" || key == "小于" || key == "达到";
}

bool is_unit_word(std::string_view text, const Vocabulary& vocabulary) {
  const std::string key = key_of(text);
  if (key.empty() || length(key) > 4 || digit(key.front())) return false;
  if (vocabulary.is_level_word(text)) return false;
  for (const Unit& unit : vocabulary.lexicon().units) {
    if (unit.name == key || std::find(unit.aliases.begin(), unit.aliases.end(), key) != unit.aliases.end()) return true;
  }
  return false;
}

// Words of one line that make one cell: a number with its unit, a name with a number inside.
std::vector<std::string> cells_of(const Line& line, const StreamTraits& traits, const Vocabulary& vocabulary) {
  std::vector<std::string> words;
  for (const Word& word : line.words) {
    for (std::string& part : vocabulary.level_names_in(word.text)) words.push_back(std::move(part));
  }
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string cell = words[i];
    while (i + 1 < words.size()) {
      const std::string& next = words[i + 1];
      const bool number = is_number(cell);
      const bool level = vocabulary.is_level_piece(cell) || vocabulary.is_level_piece(next);
      bool join = false;
      if (!traits.property && asks_for_number(cell) && begins_with_digit(next)) join = true;
      else if (!traits.unit && looks_like_value(cell) && digit(key_of(cell).back()) && (is_unit_word(next, vocabulary) || key_of(next) == "%")) join = true;
      else if (!level && !looks_like_value(cell) && begins_with_digit(next) && !is_percent(next) && i + 2 < words.size() &&
               begins_with_han(words[i + 2]) && !is_unit_word(words[i + 2], vocabulary) && !vocabulary.is_level_word(words[i + 2]) &&
               length(words[i + 2]) <= 12 && is_number(next)) {
        cell += " " + next;  // 孕产妇 7 天访视数
        ++i;
        join = true;
      } else if (key_of(cell) == "指标" && begins_with_digit(next) && !is_number(next)) join = true;  // 指标 1:…
      else if (!level && key_of(cell).front() == '(' && !contains(key_of(cell), ")") ) join = true;
      else if (contains(key_of(cell), "(") && !contains(key_of(cell), ")") && length(cell) + length(next) <= 14 && key_of(next).find(')') != std::string::npos) join = true;
      (void)number;
      if (!join) break;
      cell += " " + words[++i];
    }
    cells.push_back(joined_lines(cell));
  }
  return cells;
}

ItemKind kind_of(const std::string& text, const StreamTraits& traits, const Vocabulary& vocabulary) {
  if (vocabulary.label(Part::Rows, text) == Label::TotalRow) return ItemKind::TotalLabel;
  if (is_dash(text)) return ItemKind::Dash;
  if (is_comparison(text)) return ItemKind::Sign;
  if (is_number(text)) return ItemKind::Number;
  if (is_percent(text)) return ItemKind::Percent;
  if (traits.unit && (key_of(text) == "%" || is_unit_word(text, vocabulary))) return ItemKind::Value;
  if (vocabulary.level1(text) != Level1::Unknown || vocabulary.level2(text) != Level2::Unknown) return ItemKind::Level;
  if (vocabulary.label(Part::IndicatorColumns, text) || vocabulary.label(Part::Sections, text)) return ItemKind::Heading;
  if (vocabulary.is_level_piece(text)) return ItemKind::Level;
  if (looks_like_value(text)) return ItemKind::Value;
  if (length(text) <= 4 && vocabulary.is_level_word(text)) return ItemKind::Word;
  return ItemKind::Text;
}

}  // namespace

std::vector<Item> items_of(const Sheet& sheet, std::size_t first, std::size_t last, const StreamTraits& traits,
                           const Vocabulary& vocabulary) {
  std::vector<Item> items;
  std::map<std::string, int> times;
  std::size_t paragraph = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (sheet.lines[i].after_blank) ++paragraph;
    const std::vector<std::string> cells = cells_of(sheet.lines[i], traits, vocabulary);
    for (const std::string& cell : cells) {
      Item item;
      item.text = cell;
      item.kind = kind_of(cell, traits, vocabulary);
      item.line = i;
      item.paragraph = paragraph;
      item.alone = cells.size() == 1;
      if (item.kind == ItemKind::Text) ++times[key_of(cell)];
      items.push_back(std::move(item));
    }
  }
  // A name is printed once; a text printed again and again answers (达成预期指标).
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    if (item.kind != ItemKind::Text) continue;
    const bool repeated = times[key_of(item.text)] >= 2 && length(item.text) <= 16;
    if (repeated) item.kind = ItemKind::Word;
  }
  return items;
}

bool is_valuable(const Item& item) {
  switch (item.kind) {
    case ItemKind::Number:
    case ItemKind::Percent:
    case ItemKind::Value:
    case ItemKind::Word:
    case ItemKind::Dash:
    case ItemKind::Sign: return true;
    default: return false;
  }
}

}  // namespace jiheng::segmenter
