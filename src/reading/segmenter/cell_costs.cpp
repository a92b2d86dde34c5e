#include "reading/segmenter/cell_costs.h"

#include "core/text.h"
#include "form/number.h"

namespace jiheng::segmenter {
namespace {

constexpr double kBetweenHanWords = 2;  // cost of a space within a name, which Chinese has not

bool begins_with_sign(std::string_view text) {
  const std::string key = key_of(text);
  return starts_with(key, "≥") || starts_with(key, "≤") || starts_with(key, "=") || starts_with(key, ">") ||
         starts_with(key, "<");
}

bool is_han_word(std::string_view text) {
  std::size_t at = 0;
  return length(text) >= 2 && is_han(next_code_point(text, at));
}

// "指标1：…": a name, wherever it stands.
bool starts_template_line(std::string_view text) {
  const std::string key = key_of(text);
  return starts_with(key, "指标") && key.size() > 6 && key[6] >= '0' && key[6] <= '9';
}

// Points are a hundred at most.
bool is_more_than_full(std::string_view text) {
  const auto number = parse_number(text);
  return number && *number > Decimal(100);
}

// 维修工程完工时间 names what is measured.
bool names_something(std::string_view text, const Vocabulary& vocabulary) {
  return length(text) >= 4 && is_han_word(text) && ends_like_name(text) && !vocabulary.is_level_word(text);
}

bool is_single(Label label) {
  return label == Label::IndicatorWeight || label == Label::IndicatorScore || label == Label::IndicatorProperty;
}

}  // namespace

CellKind kind_of(Label label) {
  switch (label) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore: return CellKind::Single;
    case Label::IndicatorProperty:
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
    case Label::IndicatorUnit: return CellKind::Value;
    case Label::IndicatorL3: return CellKind::Name;
    default: return CellKind::Text;
  }
}

double kind_cost(const Word& word, Label label, const Traits& traits, const Vocabulary& vocabulary) {
  const std::string& text = word.text;
  const bool number = is_number(text);
  switch (label) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore: return (number && !is_more_than_full(text)) || is_dash(text) ? 0 : 9;
    case Label::IndicatorProperty:
      return is_comparison(text) || is_dash(text) || vocabulary.is_comparison_piece(text) ? -2
             : contains(text, "定") || contains(text, "向")                               ? 0
                                                                                          : 7;
    case Label::IndicatorUnit:
      return number || is_comparison(text) ? 8 : looks_like_value(text) ? 3 : length(text) <= 3 ? -1 : 0;
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
      if (traits.unit && key_of(text) == "%") return 4;
      if (traits.unit && length(text) <= 2 && !looks_like_value(text) && !vocabulary.is_level_word(text)) return 2;
      if (starts_template_line(text)) return 5;
      if (traits.property && is_comparison(text)) return 5;
      if (number) return label == Label::IndicatorTarget && traits.unit ? 0.0 : 0.3;
      if (is_comparison(text)) return text == "定性" ? 0 : 1;
      return names_something(text, vocabulary) ? 1 : 0;
    case Label::IndicatorL1:
      if (looks_like_value(text) && !vocabulary.is_level_piece(text)) return 9;
      if (vocabulary.level2(text) != Level2::Unknown && vocabulary.level1(text) == Level1::Unknown)
        return traits.second ? 3.0 : -1.5;
      if (length(text) == 1) return -0.3;
      if (!contains(text, "指") && !contains(text, "标") && vocabulary.level1(text) != Level1::Unknown)
        return 0;  // 投入管理 is either
      return vocabulary.is_level_piece(text) ? -1.5 : 1.5;
    case Label::IndicatorL2:
      if (looks_like_value(text) && !vocabulary.is_level_piece(text)) return 9;
      if (vocabulary.level1(text) != Level1::Unknown && vocabulary.level2(text) == Level2::Unknown)
        return contains(text, "指标") ? 3 : 0;
      if (text == "标" || text == "指标") return text == "标" ? -0.5 : -1.5;
      if (length(text) <= 3 && !contains(text, "指") && vocabulary.level2(text) != Level2::Unknown)
        return 0.5;  // 数量 may end a name
      // 居民满意度 is a name; 服务对象满意度 the label of such names.
      if (!contains(text, "标") && !contains(text, "对象") && vocabulary.level2(text) == Level2::ServiceSatisfaction)
        return 1.0;
      // Text set upright, one character a line, is a first level.
      if (length(text) == 1) return 1.0;
      return vocabulary.is_level_piece(text) ? -1.5 : 1.0;
    case Label::IndicatorL3:
      if (begins_with_sign(text) || is_percent(text)) return 6;
      if (number) return 4;
      if (text == "标" || text == "指标") return 3;
      if (length(text) <= 4 && vocabulary.is_level_word(text)) return 2.5;
      return vocabulary.level2(text) != Level2::Unknown && ends_with(text, "指标") ? 5 : 0;
    case Label::IndicatorNote: return number || is_percent(text) ? 8 : 0;
    default: return 0;
  }
}

double join_cost(const Word& before, const Word& word, Label label, const Traits& traits,
                 const Vocabulary& vocabulary) {
  if (is_single(label)) return 10;
  const bool value = looks_like_value(word.text), value_before = looks_like_value(before.text);
  switch (label) {
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
      if (is_comparison(before.text) && value) return traits.property ? 6 : 0;
      if (traits.unit && label == Label::IndicatorTarget && value_before && !value) return 3;
      if (value && value_before) return 8;
      if (is_number(before.text) && vocabulary.is_level_word(word.text)) return 4;  // points | 规范
      if (!value_before && value && is_han_word(before.text)) return begins_with_sign(word.text) ? 5 : 2;
      if (!value && !value_before && is_han_word(before.text) && is_han_word(word.text)) return 3;
      return 0;
    case Label::IndicatorUnit: return 4;
    case Label::IndicatorL1:
    case Label::IndicatorL2:
      return ends_with(word.text, "指标") && vocabulary.is_level_piece(word.text) && length(word.text) > 2 ? 4 : 1;
    case Label::IndicatorL3:
      if (begins_with_sign(word.text)) return 4;
      if (vocabulary.is_level_name(before.text)) return 3;  // 数量 | 加固涵洞座数
      return is_han_word(before.text) && is_han_word(word.text) ? kBetweenHanWords : 0;
    case Label::IndicatorOther: return is_number(before.text) && is_han_word(word.text) ? 3 : 0;
    default: return 0;
  }
}

}  // namespace jiheng::segmenter
