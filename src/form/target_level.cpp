// Qualitative levels (定性指标): the text is cut into level words, weakening and negating words, fillers
// and the rest. It is a level when it is about nothing else; a sentence stays text.
#include <array>

#include "core/text.h"
#include "form/target_parts.h"

namespace jiheng::detail {
namespace {

using Token = Lexicon::LevelToken;

constexpr std::size_t kHanBytes = 3;                    ///< of a Chinese character in UTF-8
constexpr std::size_t kSubjectBefore = 12 * kHanBytes;  ///< longest subject before its level: 居民区…全覆盖
constexpr std::size_t kObjectAfter = 4 * kHanBytes;     ///< longest object after it: 提升凝聚力

// 及时率, 满意度, 有效性: the name of a measure, not a level reached.
bool names_a_measure(std::string_view key) {
  static constexpr std::array<std::string_view, 6> kMeasures = {"率", "度", "性", "数", "量", "值"};
  for (const std::string_view measure : kMeasures) {
    if (ends_with(key, measure)) return true;
  }
  return false;
}

LevelGrade worse(LevelGrade a, LevelGrade b) {
  return static_cast<int>(a) > static_cast<int>(b) ? a : b;
}

// What the tokens seen so far amount to.
struct Reading {
  bool any = false;  ///< a level word was seen
  LevelGrade grade = LevelGrade::Full;
  bool weakened = false;                       ///< a weakener waits for its level
  bool negated = false;                        ///< a negation waits for its level
  bool denied = false;                         ///< a negation was seen anywhere: 未发生…事故
  std::size_t begin = std::string_view::npos;  ///< of the words of level
  std::size_t end = 0;
  std::size_t level_end = 0;                          ///< of the last level word
  std::size_t unknown_before = 0, unknown_after = 0;  ///< bytes of other words
};

void take(Reading& reading, Token token, std::size_t from, std::size_t to) {
  const auto mark = [&] {
    if (reading.begin == std::string_view::npos) reading.begin = from;
    reading.end = to;
  };
  switch (token) {
    case Token::Filler: break;
    case Token::Weakener:
      reading.weakened = true;
      mark();
      break;
    case Token::Negation:
      reading.negated = reading.denied = true;
      mark();
      break;
    case Token::Trouble:  // no accident, no complaint: what was promised
      if (!reading.denied) break;
      reading.any = true;
      reading.negated = false;
      mark();
      reading.level_end = to;
      break;
    case Token::Full:
    case Token::Partial:
    case Token::None: {
      LevelGrade grade = token == Token::Full      ? LevelGrade::Full
                         : token == Token::Partial ? LevelGrade::Partial
                                                   : LevelGrade::None;
      if (reading.negated) {
        grade = LevelGrade::None;
      } else if (reading.weakened) {
        grade = worse(grade, LevelGrade::Partial);
      }
      reading.grade = reading.any ? worse(reading.grade, grade) : grade;
      reading.any = true;
      reading.weakened = reading.negated = false;
      mark();
      reading.level_end = to;
      break;
    }
  }
}

}  // namespace

bool has_punctuation(std::string_view key) {
  static constexpr std::array<std::string_view, 9> kMarks = {",", ";", "。", "、", "；", "!", "?", "\"", "…"};
  for (const std::string_view mark : kMarks) {
    if (contains(key, mark)) return true;
  }
  return false;
}

std::optional<Value> level_of(std::string_view key, const Lexicon& lexicon) {
  Reading reading;
  for (std::size_t at = 0; at < key.size();) {
    const WordIndex::Entry* entry = lexicon.level_index.match(key, at);
    if (entry != nullptr && entry->word.size() <= kHanBytes) {
      // One character is a level at the very end only (较好), not inside other words (高质量).
      const auto token = static_cast<Token>(entry->id);
      const bool grades = token == Token::Full || token == Token::Partial || token == Token::None;
      const bool last = at + entry->word.size() == key.size();
      if (grades && !(last && reading.unknown_before + reading.unknown_after == 0)) entry = nullptr;
    }
    if (entry == nullptr) {
      const std::size_t from = at;
      next_code_point(key, at);
      const std::string_view piece = key.substr(from, at - from);
      if (piece == "、" || piece == ",") continue;  // several levels: 及时、准确
      (reading.any ? reading.unknown_after : reading.unknown_before) += at - from;
      if (!reading.any) reading.weakened = false;
      continue;
    }
    take(reading, static_cast<Token>(entry->id), at, at + entry->word.size());
    at += entry->word.size();
  }
  if (!reading.any) return std::nullopt;
  if (reading.unknown_before + reading.unknown_after > 0) {
    if (has_punctuation(key) || names_a_measure(key)) return std::nullopt;
    const bool at_end =
        reading.level_end == key.size() && reading.unknown_before + reading.unknown_after <= kSubjectBefore;
    const bool at_start = reading.begin == 0 && reading.unknown_before == 0 && reading.unknown_after <= kObjectAfter;
    if (!at_end && !at_start) return std::nullopt;
  }
  Value value;
  value.kind = ValueKind::Level;
  value.grade = reading.grade;
  value.level = key.substr(reading.begin, reading.end - reading.begin);
  if (reading.unknown_before + reading.unknown_after > 0) {
    value.rest = key.substr(0, reading.begin);
    value.rest += key.substr(reading.end);
  }
  return value;
}

std::optional<Decimal> chinese_number_at(std::string_view key, std::size_t& position) {
  static constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  std::size_t at = position;
  std::int64_t total = 0;
  std::int64_t section = 0;
  std::int64_t digit = -1;
  bool any = false;
  while (at < key.size() && total < 1'000'000'000'000) {
    std::size_t next = at;
    char32_t c = next_code_point(key, next);
    if (c == U'两' || c == U'俩') c = U'二';
    if (c == U'〇') c = U'零';
    const std::size_t value = kDigits.find(c);
    const std::int64_t power = c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
    if (value != std::u32string_view::npos) {
      if (digit > 0) return std::nullopt;  // 二三: no number but a guess
      digit = static_cast<std::int64_t>(value);
    } else if (power > 0) {
      section += (digit < 0 ? 1 : digit) * power;
      digit = -1;
    } else if (c == U'万' && any) {
      total += (section + (digit < 0 ? 0 : digit)) * 10'000;
      section = 0;
      digit = -1;
    } else {
      break;
    }
    any = true;
    at = next;
  }
  if (!any) return std::nullopt;
  position = at;
  return Decimal(total + section + (digit < 0 ? 0 : digit));
}

}  // namespace jiheng::detail
