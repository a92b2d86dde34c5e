#include "document/docx/numbering.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "document/xml_part.h"

namespace jiheng {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 10> kLegalDigits = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

// 1..99 as 一 … 十 十一 … 九十九; larger ones digit by digit.
std::string chinese(int number, const std::array<std::string_view, 10>& digits, std::string_view ten) {
  std::string out;
  if (number < 0 || number > 99) {
    for (const char c : std::to_string(std::max(number, 0))) out += digits[static_cast<std::size_t>(c - '0')];
    return out;
  }
  if (number >= 20) out += digits[static_cast<std::size_t>(number / 10)];
  if (number >= 10) out += ten;
  if (number % 10 != 0 || number == 0) out += digits[static_cast<std::size_t>(number % 10)];
  return out;
}

std::string roman(int number, bool upper) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> kParts = {{{1000, "m"},
                                                                               {900, "cm"},
                                                                               {500, "d"},
                                                                               {400, "cd"},
                                                                               {100, "c"},
                                                                               {90, "xc"},
                                                                               {50, "l"},
                                                                               {40, "xl"},
                                                                               {10, "x"},
                                                                               {9, "ix"},
                                                                               {5, "v"},
                                                                               {4, "iv"},
                                                                               {1, "i"}}};
  std::string out;
  if (number > 3999) return std::to_string(number);
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) out += letters;
  }
  if (upper) std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 32); });
  return out;
}

// One of a run of code points; digits where the run ends.
std::string one_of(char32_t first, int count, int number) {
  if (number < 1 || number > count) return std::to_string(number);
  std::string out;
  append_utf8(out, first + static_cast<char32_t>(number - 1));
  return out;
}

std::string one_of(std::u32string_view all, int number) {
  if (number < 1 || number > static_cast<int>(all.size())) return std::to_string(number);
  std::string out;
  append_utf8(out, all[static_cast<std::size_t>(number - 1)]);
  return out;
}

std::string letters(char first, int number) {
  if (number < 1 || number > 26 * 8) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>(first + (number - 1) % 26));
}

bool is_on(const pugi::xml_node& node) {
  const std::string_view value = attribute_of(node, "val");
  return node && value != "0" && value != "false" && value != "off";
}

}  // namespace

std::string numeral(std::string_view notation, int number) {
  if (notation == "decimal" || notation == "decimalHalfWidth") return std::to_string(number);
  if (notation == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  if (starts_with(notation, "chineseCounting") || notation == "japaneseCounting" ||
      starts_with(notation, "taiwaneseCounting") || notation == "koreanDigital" || notation == "ideographDigital") {
    return chinese(number, kDigits, "十");
  }
  if (starts_with(notation, "chineseLegal") || notation == "ideographLegalTraditional")
    return chinese(number, kLegalDigits, "拾");
  if (notation == "upperLetter") return letters('A', number);
  if (notation == "lowerLetter") return letters('a', number);
  if (notation == "upperRoman") return roman(number, true);
  if (notation == "lowerRoman") return roman(number, false);
  if (notation == "decimalEnclosedCircle" || notation == "decimalEnclosedCircleChinese")
    return one_of(U'①', 20, number);
  if (notation == "decimalEnclosedParen") return one_of(U'⑴', 20, number);
  if (notation == "decimalEnclosedFullstop") return one_of(U'⒈', 20, number);
  if (notation == "ideographEnclosedCircle") return one_of(U'㊀', 10, number);
  if (notation == "ideographTraditional") return one_of(U"甲乙丙丁戊己庚辛壬癸", number);
  if (notation == "ideographZodiac") return one_of(U"子丑寅卯辰巳午未申酉戌亥", number);
  if (notation == "decimalFullWidth" || notation == "decimalFullWidth2") {
    std::string out;
    for (const char c : std::to_string(number)) append_utf8(out, static_cast<char32_t>(c) + 0xFEE0);
    return out;
  }
  return {};
}

Numbering::Level Numbering::read_level(const pugi::xml_node& node) {
  Level level;
  level.start = number_of(child_of(node, "start"), "val", 1);
  if (const pugi::xml_node notation = child_of(node, "numFmt")) level.notation = attribute_of(notation, "val");
  level.text = attribute_of(child_of(node, "lvlText"), "val");
  if (const pugi::xml_node suffix = child_of(node, "suff")) level.suffix = attribute_of(suffix, "val");
  level.arabic = is_on(child_of(node, "isLgl"));
  return level;
}

void Numbering::load(const pugi::xml_node& numbering, const pugi::xml_node& styles) {
  for (const pugi::xml_node& node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      auto& levels = abstracts_[std::string(attribute_of(node, "abstractNumId"))];
      for (const pugi::xml_node& level : node.children()) {
        if (local_name(level) == "lvl") levels[number_of(level, "ilvl", 0)] = read_level(level);
      }
    } else if (local_name(node) == "num") {
      List& list = lists_[std::string(attribute_of(node, "numId"))];
      list.abstract_id = attribute_of(child_of(node, "abstractNumId"), "val");
      for (const pugi::xml_node& change : node.children()) {
        if (local_name(change) != "lvlOverride") continue;
        const int level = number_of(change, "ilvl", 0);
        if (const pugi::xml_node start = child_of(change, "startOverride"))
          list.starts[level] = number_of(start, "val", 1);
        if (const pugi::xml_node whole = child_of(change, "lvl")) list.levels[level] = read_level(whole);
      }
    }
  }
  std::map<std::string, std::string, std::less<>> bases;
  for (const pugi::xml_node& node : styles.children()) {
    if (local_name(node) != "style") continue;
    const std::string id(attribute_of(node, "styleId"));
    if (const pugi::xml_node place = child_of(child_of(node, "pPr"), "numPr")) {
      style_places_[id] = {std::string(attribute_of(child_of(place, "numId"), "val")),
                           number_of(child_of(place, "ilvl"), "val", 0)};
    } else {
      bases[id] = attribute_of(child_of(node, "basedOn"), "val");
    }
  }
  for (const auto& [id, base] : bases) {  // a style numbers as the one it is based on
    std::string at = base;
    for (int step = 0; step < 16 && !at.empty(); ++step) {
      if (const auto found = style_places_.find(at); found != style_places_.end()) {
        style_places_[id] = Place(found->second);
        break;
      }
      const auto next = bases.find(at);
      at = next == bases.end() ? std::string() : next->second;
    }
  }
}

const Numbering::Level* Numbering::level_of(const List& list, int level) const {
  if (const auto own = list.levels.find(level); own != list.levels.end()) return &own->second;
  const auto abstract = abstracts_.find(list.abstract_id);
  if (abstract == abstracts_.end()) return nullptr;
  const auto found = abstract->second.find(level);
  return found == abstract->second.end() ? nullptr : &found->second;
}

Numbering::Place Numbering::place_of(const pugi::xml_node& properties) const {
  Place place;
  const auto style = style_places_.find(attribute_of(child_of(properties, "pStyle"), "val"));
  if (style != style_places_.end()) place = style->second;
  if (const pugi::xml_node own = child_of(properties, "numPr")) {
    if (const pugi::xml_node id = child_of(own, "numId")) place.list = attribute_of(id, "val");
    place.level = number_of(child_of(own, "ilvl"), "val", place.level);
  }
  return place;
}

std::string Numbering::label(const pugi::xml_node& properties) {
  const Place place = place_of(properties);
  const auto found = lists_.find(place.list);
  if (found == lists_.end() || place.level < 0 || place.level >= kLevels) return {};
  List& list = found->second;
  const Level* level = level_of(list, place.level);
  if (level == nullptr) return {};

  auto& counters = counters_.try_emplace(list.abstract_id).first->second;
  if (!list.used) {
    list.used = true;
    for (const auto& [at, start] : list.starts) {
      if (at >= 0 && at < kLevels) counters[static_cast<std::size_t>(at)] = 0;
    }
  }
  const auto start_of = [&](int at) {
    if (const auto own = list.starts.find(at); own != list.starts.end()) return own->second;
    const Level* other = level_of(list, at);
    return other == nullptr ? 1 : other->start;
  };
  // Counters hold number + 1, so that 0 means "not begun" whatever the list starts at.
  const auto count = [&](int at) {
    return counters[static_cast<std::size_t>(at)] == 0 ? start_of(at) : counters[static_cast<std::size_t>(at)] - 1;
  };
  int& counter = counters[static_cast<std::size_t>(place.level)];
  counter = counter == 0 ? std::clamp(start_of(place.level), 0, 1'000'000) + 1 : counter + 1;
  std::fill(counters.begin() + place.level + 1, counters.end(), 0);

  if (level->notation == "bullet" || level->notation == "none") return {};
  std::string label;
  for (std::size_t i = 0; i < level->text.size(); ++i) {
    const char next = i + 1 < level->text.size() ? level->text[i + 1] : '\0';
    if (level->text[i] == '%' && next >= '1' && next <= '9') {
      const int at = next - '1';
      const Level* shown = level_of(list, at);
      label += numeral(level->arabic || shown == nullptr ? "decimal" : shown->notation, count(at));
      ++i;
    } else {
      label.push_back(level->text[i]);
    }
  }
  const bool latin_end = !label.empty() && static_cast<unsigned char>(label.back()) < 0x80;
  if (latin_end && level->suffix != "nothing") label.push_back(' ');
  return label;
}

}  // namespace jiheng
