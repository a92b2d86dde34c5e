// The unit behind a number: 人次, 万元, 元/亩, (%), 余人.
#include <algorithm>
#include <array>

#include "core/text.h"
#include "form/target_parts.h"

namespace jiheng::detail {
namespace {

constexpr std::size_t kHan = 3;  ///< bytes of a Chinese character

}  // namespace

UnitMention unit_at(std::string_view key, std::size_t at, const Lexicon& lexicon) {
  static constexpr std::array<std::string_view, 7> kMagnitudes = {"千万", "百万", "十万", "亿", "万", "千", "百"};
  static constexpr std::array<std::string_view, 4> kAbout = {"余", "多", "来", "几"};
  UnitMention mention;
  mention.end = at;
  if (at >= key.size()) return mention;
  const bool open = key[at] == '(';
  if (open) {
    const std::size_t close = key.find(')', at);
    if (close == std::string_view::npos || close == at + 1) return mention;
    const UnitMention inner = unit_at(key.substr(0, close), at + 1, lexicon);
    if (inner.end == close && inner.unit != nullptr) {
      mention = inner;
      mention.end = close + 1;
    } else if (close - at - 1 <= 4 * kHan && !has_punctuation(key.substr(at, close - at))) {
      const std::string_view inside = key.substr(at + 1, close - at - 1);  // a unit that is not known: (度)
      const bool plain = std::none_of(inside.begin(), inside.end(), [](char c) { return is_digit(c); });
      if (plain && inside != "含" && close + 1 == key.size()) {
        mention.text = inside;
        mention.end = close + 1;
      }
    }
    return mention;
  }
  const auto skip_about = [&](std::size_t from) {
    for (const std::string_view about : kAbout) {
      if (key.compare(from, about.size(), about) == 0) {
        mention.about = about;
        return from + about.size();
      }
    }
    return from;
  };
  std::size_t from = skip_about(at);
  const WordIndex::Entry* entry = lexicon.unit_index.match(key, from);
  if (entry == nullptr) {
    for (const std::string_view magnitude : kMagnitudes) {
      if (key.compare(from, magnitude.size(), magnitude) != 0) continue;
      mention.text = magnitude;
      from = skip_about(from + magnitude.size());
      entry = lexicon.unit_index.match(key, from);
      mention.end = from;
      break;
    }
  }
  if (entry == nullptr) {
    if (mention.text.empty()) mention.about = {};
    return mention;
  }
  mention.text += entry->word;
  mention.end = from + entry->word.size();
  mention.unit = &lexicon.units[static_cast<std::size_t>(entry->id)];
  // Rates: 元/亩, 元/人、天, 次/年.
  while (mention.end < key.size() && (key[mention.end] == '/' || key[mention.end] == '*' ||
                                      (contains(mention.text, "/") && key.compare(mention.end, kHan, "、") == 0))) {
    const std::size_t mark = key[mention.end] == '/' || key[mention.end] == '*' ? 1 : kHan;
    const WordIndex::Entry* below = lexicon.unit_index.match(key, mention.end + mark);
    std::size_t end = mention.end + mark;
    if (below != nullptr) {
      end += below->word.size();
    } else if (end < key.size() && !is_digit(key[end])) {
      next_code_point(key, end);  // 元/区
    } else {
      break;
    }
    mention.text += key.substr(mention.end, end - mention.end);
    mention.end = end;
  }
  return mention;
}

bool is_ratio(const UnitMention& mention) {
  return mention.unit != nullptr && mention.unit->dimension == "ratio" && !contains(mention.text, "/");
}

void set_unit(Value& value, const UnitMention& mention) {
  if (!is_ratio(mention)) {
    value.unit = mention.text;
    return;
  }
  value.percent = true;
  value.unit = "%";
  const Decimal& factor = mention.unit->factor;
  constexpr int kRoom = 6;
  if (factor != Decimal(1) && value.number.scale() <= kRoom && value.upper.scale() <= kRoom) {
    value.number = (value.number * factor).trimmed();
    value.upper = (value.upper * factor).trimmed();
  }
}

}  // namespace jiheng::detail
