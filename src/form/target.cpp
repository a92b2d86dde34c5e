// Reading one printed value. The text is brought to key form, its numbers and dates are found, and it
// is a number, range or date when exactly one of them can be meant; then a level; else text.
#include "form/target.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "form/lexicon.h"
#include "form/number.h"
#include "form/target_parts.h"

namespace jiheng {
namespace {

using detail::has_punctuation;
using detail::is_ratio;
using detail::set_unit;
using detail::unit_at;
using detail::UnitMention;

constexpr std::size_t kHan = 3;  ///< bytes of a Chinese character

// Longer numbers are codes, not values; computing with them could pass 128 bits.
bool sensible(const Decimal& number) {
  return number.coefficient() < Decimal::Coefficient(1'000'000'000'000'000'000);
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Sign {
  std::string_view text;
  Comparison comparison;
};
// Doubled and turned signs first. ">=" has become ≥ by folding.
constexpr std::array<Sign, 10> kSigns = {{{"=>", Comparison::AtLeast},
                                          {"=<", Comparison::AtMost},
                                          {"≥=", Comparison::AtLeast},
                                          {"≤=", Comparison::AtMost},
                                          {"==", Comparison::Equal},
                                          {"≥", Comparison::AtLeast},
                                          {"≤", Comparison::AtMost},
                                          {"=", Comparison::Equal},
                                          {">", Comparison::MoreThan},
                                          {"<", Comparison::LessThan}}};

// A sign at the end of `before` (it stands before the number), which is cut off.
Comparison cut_sign_before(std::string_view& before, const Lexicon& lexicon) {
  if (before.empty()) return Comparison::None;
  for (const Sign& sign : kSigns) {
    if (!ends_with(before, sign.text)) continue;
    before.remove_suffix(sign.text.size());
    if (!before.empty()) cut_sign_before(before, lexicon);  // "不低于≥90%": said twice
    return sign.comparison;
  }
  if (static_cast<unsigned char>(before.back()) < 0x80) return Comparison::None;
  for (const auto& [word, comparison] : lexicon.comparisons) {
    if (!ends_with(before, word)) continue;
    before.remove_suffix(word.size());
    return comparison;
  }
  return Comparison::None;
}

// One thing in the text that may be its value.
struct Mention {
  Value value;
  std::size_t begin = 0, end = 0;  ///< sign and unit excluded, included
  bool unit_known = false;
  bool context = false;  ///< a year, an ordinal, part of a name: not the value
};

// "A4", "5G": the digits are part of a word.
bool part_of_word(std::string_view key, std::size_t begin, std::size_t end) {
  if (begin > 0 && is_letter(key[begin - 1])) return true;
  return end < key.size() && is_letter(key[end]);
}

std::size_t range_mark(std::string_view key, std::size_t at) {
  static constexpr std::array<std::string_view, 6> kMarks = {"--", "-", "~", "至", "到", "―"};
  for (const std::string_view mark : kMarks) {
    if (key.compare(at, mark.size(), mark) == 0) return mark.size();
  }
  return 0;
}

std::optional<Mention> mention_at(std::string_view key, std::size_t position, const Lexicon& lexicon) {
  Mention mention;
  mention.begin = position;
  std::string_view before = key.substr(0, position);
  const bool has_sign = cut_sign_before(before, lexicon) != Comparison::None;
  if (const std::optional<detail::DateMention> date = detail::date_at(key, position, has_sign)) {
    mention.value.kind = ValueKind::Date;
    mention.value.date = date->date;
    mention.end = date->end;
    mention.context = date->year_only;
    return mention;
  }
  std::size_t at = position;
  const std::optional<Decimal> number = number_at(key, at);
  if (!number || !sensible(*number)) return std::nullopt;
  mention.value.kind = ValueKind::Number;
  mention.value.number = *number;
  UnitMention unit = unit_at(key, at, lexicon);
  // A range: 20-30人, 80%-90%, 20人至30人.
  const std::size_t mark_at = unit.unit != nullptr ? unit.end : at;
  if (const std::size_t mark = range_mark(key, mark_at); mark > 0) {
    std::size_t upper_at = mark_at + mark;
    if (const std::optional<Decimal> upper = number_at(key, upper_at); upper && sensible(*upper)) {
      const UnitMention upper_unit = unit_at(key, upper_at, lexicon);
      if (unit.unit == nullptr || upper_unit.text == unit.text || upper_unit.unit == nullptr) {
        mention.value.kind = ValueKind::Range;
        mention.value.upper = *upper;
        at = upper_at;
        if (upper_unit.end > upper_at || unit.unit == nullptr) unit = upper_unit;
        unit.end = std::max(upper_unit.end, upper_at);
      }
    }
  }
  mention.context =
      ends_with(key.substr(0, position), "第") || (unit.unit == nullptr && part_of_word(key, position, at));
  mention.unit_known = unit.unit != nullptr || !unit.text.empty();
  mention.end = std::max(unit.end, at);
  set_unit(mention.value, unit);
  if (!unit.about.empty()) mention.value.rest = unit.about;
  // "≥75%(百分比)": the unit said twice.
  if (mention.value.percent && mention.end < key.size() && key[mention.end] == '(') {
    const UnitMention again = unit_at(key, mention.end, lexicon);
    if (is_ratio(again)) mention.end = again.end;
  }
  return mention;
}

// Cuts what is said around a date and understood: 前, 之前完成, 完成.
Comparison cut_date_words(std::string_view& after) {
  Comparison comparison = Comparison::None;
  static constexpr std::array<std::string_view, 6> kBefore = {"之前", "以前", "前", "以内", "之内", "内"};
  static constexpr std::array<std::string_view, 3> kDone = {"全部完成", "完成", "完工"};
  for (const std::string_view word : kBefore) {
    if (!starts_with(after, word)) continue;
    after.remove_prefix(word.size());
    comparison = Comparison::AtMost;
    break;
  }
  for (const std::string_view word : kDone) {
    if (after == word) after = {};
  }
  return comparison;
}

std::string join_rest(std::string_view before, std::string_view about, std::string_view after) {
  std::string rest(before);
  rest += about;
  if (!rest.empty() && !after.empty()) rest += "…";
  rest += after;
  return rest;
}

// The value that one mention gives, with the words around it; nullopt where the text says more.
std::optional<Value> value_of(std::string_view key, Mention mention, const Lexicon& lexicon) {
  std::string_view before = key.substr(0, mention.begin);
  std::string_view after = key.substr(mention.end);
  Value& value = mention.value;
  const std::string about = value.rest;
  if (value.kind != ValueKind::Date && !before.empty() && before.back() == '-' &&
      (before.size() == 1 || static_cast<unsigned char>(before[before.size() - 2]) < 0x80 || ends_with(before, "≥-") ||
       ends_with(before, "≤-"))) {
    before.remove_suffix(1);  // a negative number: -5%, ≥-3
    value.number = -value.number;
  }
  value.comparison = cut_sign_before(before, lexicon);
  if (value.kind == ValueKind::Date) {
    const Comparison by = cut_date_words(after);
    if (value.comparison == Comparison::None) value.comparison = by;
    if (ends_with(before, "于")) before.remove_suffix(kHan);
    if (ends_with(before, "在") || ends_with(before, "至")) before.remove_suffix(kHan);
  } else if (const WordIndex::Entry* suffix = lexicon.suffix_index.match(after, 0)) {
    if (value.comparison == Comparison::None) value.comparison = static_cast<Comparison>(suffix->id);
    after.remove_prefix(suffix->word.size());
  }
  if (after == "。" || after == "." || after == ";" || after == ",") after = {};
  const std::size_t around = before.size() + after.size();
  if (around > 0) {
    const bool signed_value = value.comparison != Comparison::None;
    if (value.kind == ValueKind::Date) {
      if (around > 12 * kHan || (mention.context && around > 6 * kHan)) return std::nullopt;
    } else if (!mention.unit_known && !signed_value) {
      // A bare number among words: the words right after it may be a unit nobody listed (12头).
      const bool unit_like = before.empty() && after.size() <= 2 * kHan &&
                             static_cast<unsigned char>(after[0]) >= 0xE0 && !has_punctuation(after);
      if (!unit_like) return std::nullopt;
      value.unit = after;
      after = {};
    } else if (!mention.unit_known && before.empty() && !after.empty() && after.size() <= 2 * kHan &&
               static_cast<unsigned char>(after[0]) >= 0xE0 && !has_punctuation(after)) {
      value.unit = after;
      after = {};
    } else {
      const std::size_t most = has_punctuation(before) || has_punctuation(after) ? 16 * kHan : 24 * kHan;
      if (around > most) return std::nullopt;
      if (has_punctuation(before) && !signed_value) return std::nullopt;
    }
  }
  value.rest = join_rest(before, about, after);
  return value;
}

std::optional<Value> number_value(std::string_view key, const Lexicon& lexicon) {
  std::optional<Mention> found;
  std::optional<Mention> context;
  for (std::size_t at = 0; at < key.size();) {
    if (!is_digit(key[at])) {
      ++at;
      continue;
    }
    std::optional<Mention> mention = mention_at(key, at, lexicon);
    if (!mention) return std::nullopt;
    at = std::max(mention->end, at + 1);
    if (mention->context) {
      context = std::move(mention);
    } else if (found) {
      return std::nullopt;  // two values: none of them is *the* value
    } else {
      found = std::move(mention);
    }
  }
  if (!found) {
    if (!context || context->value.kind != ValueKind::Date) return std::nullopt;
    found = std::move(context);
  }
  return value_of(key, std::move(*found), lexicon);
}

// "三次", "不少于十场", "百分之九十五": only where the whole text is one.
std::optional<Value> chinese_value(std::string_view key, const Lexicon& lexicon) {
  std::size_t at = 0;
  Value value;
  if (const WordIndex::Entry* prefix = lexicon.prefix_index.match(key, 0)) {
    value.comparison = static_cast<Comparison>(prefix->id);
    at = prefix->word.size();
  }
  if (at == 0) {
    for (const Sign& sign : kSigns) {
      if (!starts_with(key, sign.text)) continue;
      value.comparison = sign.comparison;
      at = sign.text.size();
      break;
    }
  }
  static constexpr std::string_view kPercent = "百分之";
  const bool percent = key.compare(at, kPercent.size(), kPercent) == 0;
  if (percent) at += kPercent.size();
  const std::optional<Decimal> number = detail::chinese_number_at(key, at);
  if (!number) return std::nullopt;
  value.kind = ValueKind::Number;
  value.number = *number;
  if (percent) {
    value.percent = true;
    value.unit = "%";
  } else {
    const UnitMention unit = unit_at(key, at, lexicon);
    if (unit.unit == nullptr) return std::nullopt;
    set_unit(value, unit);
    at = unit.end;
  }
  std::string_view after = key.substr(at);
  if (const WordIndex::Entry* suffix = lexicon.suffix_index.match(after, 0)) {
    if (value.comparison == Comparison::None) value.comparison = static_cast<Comparison>(suffix->id);
    after.remove_prefix(suffix->word.size());
  }
  if (!after.empty()) return std::nullopt;
  return value;
}

std::optional<Value> level_value(std::string_view key, const Lexicon& lexicon) {
  Comparison comparison = Comparison::None;
  for (const Sign& sign : kSigns) {
    if (!starts_with(key, sign.text)) continue;
    comparison = sign.comparison;
    key.remove_prefix(sign.text.size());
    break;
  }
  std::optional<Value> level = detail::level_of(key, lexicon);
  if (level) level->comparison = comparison;
  return level;
}

bool only_dashes(std::string_view key) {
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = next_code_point(key, at);
    if (c != '-' && c != '/' && c != '_' && c != '\\' && c != U'／' && c != U'…') return false;
  }
  return true;
}

}  // namespace

std::optional<Value> parse_value(std::string_view printed, const Lexicon& lexicon) {
  const std::string folded_text = key_of(printed);
  std::string_view key = folded_text;
  static constexpr std::array<std::string_view, 3> kEnds = {"。", ";", ","};
  for (const std::string_view end : kEnds) {
    if (ends_with(key, end)) key.remove_suffix(end.size());
  }
  if (only_dashes(key)) return std::nullopt;
  std::optional<Value> value;
  if (std::any_of(key.begin(), key.end(), is_digit)) {
    // "百分之95" is a percentage as "95%" is.
    static constexpr std::string_view kPercent = "百分之";
    if (const std::size_t at = key.find(kPercent);
        at != std::string_view::npos && at + kPercent.size() < key.size() && is_digit(key[at + kPercent.size()])) {
      std::size_t end = at + kPercent.size();
      if (number_at(key, end)) {
        std::string rewritten(key.substr(0, at));
        rewritten.append(key.substr(at + kPercent.size(), end - at - kPercent.size()))
            .append("%")
            .append(key.substr(end));
        value = number_value(rewritten, lexicon);
      }
    } else {
      value = number_value(key, lexicon);
    }
  } else {
    value = chinese_value(key, lexicon);
    if (!value) value = level_value(key, lexicon);
  }
  if (!value) {
    value.emplace();
    value->rest = key;
  }
  return value;
}

}  // namespace jiheng
