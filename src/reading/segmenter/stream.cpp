#include "reading/segmenter/stream.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/text.h"
#include "form/number.h"

namespace jiheng::segmenter {
namespace {

bool begins_with_han(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_han(next_code_point(text, at));
}

bool is_han_text(std::string_view text) {
  return begins_with_han(text);
}

// A line of the form's template that nobody filled in: "指标2：", "……".
bool is_unfilled(std::string_view text) {
  const std::string key = key_of(text);
  if (key.empty() || key.find_first_not_of("….") == std::string::npos) return true;
  if (!starts_with(key, "指标") || key.size() > 10) return false;
  return std::string_view(key).substr(6).find_first_not_of("0123456789:.,、/-") == std::string_view::npos &&
         key.size() > 6;
}

// The name in front of points: "数量指标(10分)".
std::string level_part(std::string_view text) {
  std::string key = key_of(text);
  const std::size_t open = key.find('(');
  return open == std::string::npos ? key : key.substr(0, open);
}

bool begins_with_digit(std::string_view text) {
  return !text.empty() && is_digit(key_of(text).front());
}

// 不少于, ≥: words that a number must follow.
bool asks_for_number(std::string_view text) {
  const std::string key = key_of(text);
  return is_comparison(text) || key == "不少于" || key == "不低于" || key == "不超过" || key == "不高于" ||
         key == "大于" || key == "小于" || key == "达到";
}

// 万人次, 元/吨, 月底前: what follows a number and no name does.
bool is_compound_unit(const std::string& key, const Vocabulary& vocabulary) {
  const std::size_t slash = key.find('/');
  if (slash != std::string::npos && slash > 0 && length(key) <= 6)
    return vocabulary.is_unit(std::string_view(key).substr(0, slash)) || starts_with(key, "万");
  if (length(key) > 4 || key.size() <= 3) return false;
  return starts_with(key, "万") || starts_with(key, "亿") || key == "月底" || key == "月底前" || key == "月前" ||
         key == "日前" || key == "年底" || key == "年底前" || key == "个百分点" || ends_with(key, "以上") ||
         ends_with(key, "以内") || ends_with(key, "以下");
}

bool is_unit_word(std::string_view text, const Vocabulary& vocabulary) {
  const std::string key = key_of(text);
  if (is_compound_unit(key, vocabulary)) return true;
  if (key.empty() || length(key) > 4 || is_digit(key.front())) return false;
  if (vocabulary.is_level_word(text)) return false;
  return vocabulary.is_unit(key);
}

// 2023年, 2023年12月, 12月: a number that follows is of the date.
bool is_date_begun(std::string_view text) {
  const std::string key = key_of(text);
  const bool year = key.size() == 7 && ends_with(key, "年"), month = key.size() >= 4 && ends_with(key, "月");
  return is_digit(key.front()) && (year || month);
}

// Behind a year a month, at the end of a line perhaps on the next; behind a month a day: else the number is points.
bool goes_on_as_date(const std::vector<std::string>& words, std::size_t at, bool year) {
  return at < words.size() ? starts_with(key_of(words[at]), year ? "月" : "日") : year;
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
    if (i + 1 < words.size() && vocabulary.label(Part::Rows, cell + words[i + 1]) == Label::TotalRow)
      cell += words[++i];  // 总 分
    while (i + 1 < words.size()) {
      const std::string& next = words[i + 1];
      const bool number = is_number(cell);
      const bool level = vocabulary.is_level_piece(cell) || vocabulary.is_level_piece(next);
      bool join = false;
      const bool name_cut =
          begins_with_han(cell) && is_digit(key_of(cell).back()) && begins_with_han(next) && !looks_like_value(cell);
      if (name_cut && !vocabulary.is_level_word(next))
        join = true;  // 0-6 岁儿童健康管理数
      else if (!traits.property && asks_for_number(cell) && begins_with_digit(next))
        join = true;
      else if (!traits.unit && looks_like_value(cell) && is_digit(key_of(cell).back()) &&
               (is_unit_word(next, vocabulary) || key_of(next) == "%"))
        join = true;
      else if (!traits.unit && is_date_begun(cell) && is_number(next) && length(next) <= 2 &&
               goes_on_as_date(words, i + 2, ends_with(key_of(cell), "年")))
        join = true;  // 12月 15日
      else if (!level && !looks_like_value(cell) && begins_with_digit(next) && !is_percent(next) &&
               i + 2 < words.size() && begins_with_han(words[i + 2]) && !is_unit_word(words[i + 2], vocabulary) &&
               !vocabulary.is_level_word(words[i + 2]) && length(words[i + 2]) <= 12 && is_number(next)) {
        cell += " " + next;  // 孕产妇 7 天访视数
        ++i;
        join = true;
      } else if (key_of(cell) == "指标" && begins_with_digit(next) && !is_number(next))
        join = true;  // 指标 1:…
      else if (!level && key_of(cell).front() == '(' && !contains(key_of(cell), ")"))
        join = true;
      else if (contains(key_of(cell), "(") && !contains(key_of(cell), ")") && length(cell) + length(next) <= 14 &&
               key_of(next).find(')') != std::string::npos)
        join = true;
      (void)number;
      if (!join) break;
      cell += " " + words[++i];
    }
    cells.push_back(joined_lines(cell));
  }
  return cells;
}

// "1.1.1采购无人机", "2.道路养护里程", "(3)…": a name behind its number, rather than an amount with a unit.
bool is_numbered_name(const std::string& key) {
  std::size_t at = 0, dots = 0;
  const bool bracket = key.front() == '(';
  if (bracket) ++at;
  const std::size_t digits = at;
  while (at < key.size() && (is_digit(key[at]) || key[at] == '.')) dots += key[at++] == '.';
  if (at == digits || at >= key.size()) return false;
  if (bracket) return key[at] == ')' && is_han_text(std::string_view(key).substr(at + 1));
  const std::string_view rest = std::string_view(key).substr(at);
  if (starts_with(rest, "、")) return length(rest) > 3;
  if (!begins_with_han(rest) || length(rest) < 3) return false;
  return dots >= 2 || (dots == 1 && (key[at - 1] == '.' || (length(rest) >= 5 && ends_like_name(rest))));
}

ItemKind kind_of(const std::string& text, const StreamTraits& traits, const Vocabulary& vocabulary) {
  if (is_unfilled(text)) return ItemKind::Heading;
  if (vocabulary.label(Part::Rows, text) == Label::TotalRow) return ItemKind::TotalLabel;
  if (is_dash(text)) return ItemKind::Dash;
  if (is_comparison(text)) return ItemKind::Sign;
  if (is_number(text)) return ItemKind::Number;
  if (is_percent(text)) return ItemKind::Percent;
  if (vocabulary.label(Part::IndicatorColumns, text) || vocabulary.label(Part::Header, text)) return ItemKind::Heading;
  if (traits.unit && (key_of(text) == "%" || is_unit_word(text, vocabulary))) return ItemKind::Value;
  const bool named = vocabulary.level1(text) != Level1::Unknown || vocabulary.level2(text) != Level2::Unknown;
  // 数量, 满意度 alone may as well end a name: only the full 数量指标 is a label by itself.
  if (named && length(text) >= 4 && !ends_with(text, "率")) return ItemKind::Level;
  const auto section = vocabulary.label(Part::Sections, text);
  if (section && section != Label::FundsSection) return ItemKind::Heading;  // 预算执行率 may be an indicator
  if (length(text) <= 6 && vocabulary.is_level_word(text)) return ItemKind::Word;
  if (looks_like_value(text)) return is_numbered_name(key_of(text)) ? ItemKind::Text : ItemKind::Value;
  return ItemKind::Text;
}

// Names of columns broken over lines (年度|指标值, 未完成原因和|改进措施), and rests of them near the beginning.
void find_heading_pieces(std::vector<Item>& items, const Vocabulary& vocabulary) {
  constexpr std::size_t kPieces = 4, kHeader = 40;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto words = [](const Item& item) {
      return item.kind == ItemKind::Text || item.kind == ItemKind::Heading || item.kind == ItemKind::Word;
    };
    if (!words(items[i])) continue;
    std::string joined = items[i].text;
    bool pieces = vocabulary.is_piece(Part::IndicatorColumns, items[i].text);
    for (std::size_t k = 1; k < kPieces && i + k < items.size() && items[i + k].line - items[i + k - 1].line <= 1;
         ++k) {
      joined += items[i + k].text;
      if (joined.size() > 90 || !words(items[i + k])) break;
      pieces = pieces && vocabulary.is_piece(Part::IndicatorColumns, items[i + k].text);
      const bool named = vocabulary.label(Part::IndicatorColumns, joined) ||
                         (pieces && length(joined) >= 7 &&
                          vocabulary.label_like(Part::IndicatorColumns, joined) == Label::IndicatorNote);
      if (!named) continue;
      for (std::size_t piece = i; piece <= i + k; ++piece) items[piece].kind = ItemKind::Heading;
    }
    if (items[i].kind != ItemKind::Text || !vocabulary.is_piece(Part::IndicatorColumns, items[i].text)) continue;
    const bool early = i < kHeader && length(items[i].text) >= 2;
    const bool late = items[i].key == "及" || items[i].key == "和" ||
                      ((contains(items[i].key, "措施") || contains(items[i].key, "原因")) && length(items[i].key) <= 8);
    if (early || late) items[i].kind = ItemKind::Heading;
  }
}

// Is the single character part of a label set upright: does it go on from the one before or to the next?
bool stands_upright(const std::vector<Item>& items, std::size_t at, const Vocabulary& vocabulary) {
  const auto goes_on = [&](const std::string& a, const std::string& b) {
    return vocabulary.is_level_piece(a + b) || vocabulary.is_piece(Part::Sections, a + b);
  };
  const auto single = [&](std::size_t k) { return length(items[k].text) == 1 && is_han_text(items[k].text); };
  // Labels beside each other come line by line, so that the next character may be the one after next.
  for (std::size_t k = at + 1, seen = 0; k < std::min(items.size(), at + 14) && seen < 2; ++k) {
    if (!single(k)) continue;
    ++seen;
    if (goes_on(items[at].text, items[k].text)) return true;
  }
  for (std::size_t k = at, seen = 0; k > 0 && at - k < 14 && seen < 2; --k) {
    if (!single(k - 1)) continue;
    ++seen;
    if (goes_on(items[k - 1].text, items[at].text)) return true;
  }
  return false;
}

// Labels broken over lines: 社会效益|指标, 产|出|指|标, (50|分). A text is a piece of a label if it makes
// one with its neighbours, or has the look of a label's end.
void find_level_pieces(std::vector<Item>& items, const Vocabulary& vocabulary) {
  constexpr std::size_t kRestOfLabel = 14;  // items within which the 指标 of a label stands: a row may come between
  const auto open = [&](const Item& item) {
    return item.kind == ItemKind::Text || item.kind == ItemKind::Heading || item.kind == ItemKind::Word;
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    const std::string key = key_of(item.text);
    if (item.kind == ItemKind::Level && !contains(key, "标") && !contains(key, "(")) {
      // 社会效益 with its 指标 on one of the next lines.
      for (std::size_t k = i + 1; k < std::min(items.size(), i + kRestOfLabel); ++k) {
        const std::string next = key_of(items[k].text);
        if (next != "指标" && k > i + 4) continue;
        if ((next == "指标" || next == "标" || next == "指") && (ends_with(key, "指") ? next == "标" : next != "标")) {
          items[k].kind = ItemKind::Level;
          break;
        }
      }
    }
    if (!open(item)) continue;
    const std::size_t size = length(key);
    if (size > 10) continue;
    const bool piece = vocabulary.is_level_piece(item.text);
    if (!piece) continue;
    if (key.front() == '(' || key == "分)") {
      item.kind = ItemKind::Level;
      continue;
    }
    if (size == 1 && (key == "及" || key == "和")) continue;  // of a broken name of a column
    if (size == 1 && item.kind != ItemKind::Word) {
      // Text set upright: single characters near each other.
      if (key == "标" || stands_upright(items, i, vocabulary)) item.kind = ItemKind::Level;
      continue;
    }
    const bool ends = ends_with(key, "标") || ends_with(key, "指");
    if (ends && item.kind != ItemKind::Heading) {
      item.kind = ItemKind::Level;
      continue;
    }
    // With one of the next few pieces it makes a whole name.
    if (size >= 3) {
      // In three pieces: 服务对象|满意度指|标.
      for (std::size_t a = i + 1; a < std::min(items.size(), i + kRestOfLabel) && item.kind != ItemKind::Level; ++a) {
        const std::string two = key + key_of(items[a].text);
        if (length(two) > 10 || !vocabulary.is_level_piece(two)) continue;
        for (std::size_t b = a + 1; b < std::min(items.size(), a + kRestOfLabel); ++b) {
          if (!vocabulary.is_level_name(two + key_of(items[b].text)) || !ends_with(items[b].text, "标")) continue;
          item.kind = items[a].kind = items[b].kind = ItemKind::Level;
          break;
        }
      }
      if (item.kind == ItemKind::Level) continue;
    }
    const std::size_t reach = size <= 3 ? 2 : 10;  // 数量 may end a name: its rest must follow at once
    for (std::size_t k = i + 1; k < std::min(items.size(), i + reach); ++k) {
      if (!open(items[k]) && items[k].kind != ItemKind::Level) continue;
      const std::string joined = key + key_of(items[k].text);
      if (length(joined) > 12 || !(ends_with(joined, "指标") || ends_with(joined, "满意度"))) continue;
      if (!vocabulary.is_level_name(joined)) continue;
      // A whole label that follows is not the rest of this one.
      if (items[k].kind == ItemKind::Level && length(items[k].text) >= 4 && ends_with(items[k].text, "指标")) break;
      item.kind = ItemKind::Level;
      items[k].kind = ItemKind::Level;
      break;
    }
  }
}

// Where no label is printed in full (产出, 数量 for 产出指标, 数量指标), bare names in front of their lines are labels.
void find_bare_labels(std::vector<Item>& items, const Vocabulary& vocabulary) {
  constexpr std::size_t kFewest = 3;
  std::vector<std::size_t> bare;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.kind == ItemKind::Level && contains(item.key, "指标")) return;
    const bool leads = i == 0 || items[i - 1].line != item.line || items[i - 1].kind == ItemKind::Level;
    const bool open = item.kind == ItemKind::Text || item.kind == ItemKind::Word || item.kind == ItemKind::Level;
    const std::size_t size = length(item.key);
    if (!leads || !open || size < 2 || size > 6 || !vocabulary.is_level_name(item.text)) continue;
    bare.push_back(i);
  }
  if (bare.size() < kFewest) return;
  for (const std::size_t i : bare) items[i].kind = ItemKind::Level;
}

// 可持续影|响指标: the second line of a label stands beside the second line of its row.
bool is_rest_of_label(const std::vector<Item>& items, std::size_t at, const Vocabulary& vocabulary) {
  constexpr std::size_t kReach = 6;
  if (vocabulary.is_level_name(items[at].text)) return false;
  for (std::size_t k = at; k > 0 && at - k < kReach; --k) {
    const Item& before = items[k - 1];
    if (before.kind == ItemKind::Level && before.line < items[at].line &&
        vocabulary.is_level_piece(before.text + items[at].text))
      return true;
  }
  return false;
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
      item.key = key_of(cell);
      item.number = parse_number(cell);
      item.width = display_width(cell);
      item.kind = kind_of(cell, traits, vocabulary);
      if (item.kind == ItemKind::Percent) item.number = parse_number(item.key.substr(0, item.key.size() - 1));
      item.line = i;
      item.paragraph = paragraph;
      item.alone = cells.size() == 1;
      if (item.kind == ItemKind::Text) ++times[key_of(cell)];
      items.push_back(std::move(item));
    }
  }
  find_heading_pieces(items, vocabulary);
  find_level_pieces(items, vocabulary);
  find_bare_labels(items, vocabulary);
  // A name is printed once; a text printed again and again answers (达成预期指标). And where labels are
  // printed in full (数量指标), what only looks like one (居民满意度) is a name.
  std::set<std::string> twice;  // target and result next to each other
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (key_of(items[i].text) == key_of(items[i - 1].text)) twice.insert(key_of(items[i].text));
  }
  std::size_t full = 0;
  for (const Item& item : items)
    full += item.kind == ItemKind::Level && ends_with(level_part(item.text), "指标") && length(item.text) >= 4;
  for (Item& item : items) {
    if (item.kind == ItemKind::Text && length(item.text) >= 4 && length(item.text) <= 16) {
      const int count = times[key_of(item.text)];
      if (count >= 3 || (count == 2 && twice.contains(key_of(item.text)))) item.kind = ItemKind::Word;
    }
    const bool bare = item.kind == ItemKind::Level && length(item.text) >= 4 && !contains(item.text, "指") &&
                      !contains(item.text, "标") && !contains(key_of(item.text), "(");
    const std::size_t next = static_cast<std::size_t>(&item - items.data()) + 1;
    const bool goes_on = next < items.size() && items[next].kind == ItemKind::Level &&
                         vocabulary.is_level_piece(item.text + items[next].text);
    const bool beside = next < items.size() && items[next].line == item.line && items[next].kind == ItemKind::Text;
    if (bare && !goes_on && !beside && full >= 3 && vocabulary.level2(item.text) == Level2::ServiceSatisfaction)
      item.kind = ItemKind::Text;
  }
  for (std::size_t i = 1; i < items.size(); ++i) {
    items[i].labelled = items[i - 1].kind == ItemKind::Level && items[i - 1].line == items[i].line &&
                        !is_rest_of_label(items, i - 1, vocabulary);
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
