#include "reading/segmenter/indicator_fields.h"

#include <algorithm>

#include "core/text.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

// 定量指标 and the like describe the kind of indicator and are no part of the target.
bool is_kind_word(std::string_view property) {
  const std::string key = key_of(property);
  return contains(key, "指标") || key == "定量" || contains(key, "正向") || contains(key, "反向") ||
         contains(key, "负向");
}

}  // namespace

Indicator indicator_of(const std::vector<FoundCell>& cells, const IndicatorColumns& columns, const Location& where) {
  Indicator indicator;
  indicator.where = where;
  std::string property, value, unit;
  float confidence = 1.0F;
  Location target_where = where;
  const auto take = [](auto& field, const FoundCell& cell) {
    field.printed = joined_lines(cell.text);
    field.where = cell.where;
    field.confidence = cell.confidence;
    field.exists = true;
  };
  for (const FoundCell& cell : cells) {
    switch (cell.label) {
      case Label::IndicatorL1: take(indicator.l1, cell); break;
      case Label::IndicatorL2: take(indicator.l2, cell); break;
      case Label::IndicatorL3: take(indicator.l3, cell); break;
      case Label::IndicatorActual: take(indicator.actual, cell); break;
      case Label::IndicatorWeight: take(indicator.weight, cell); break;
      case Label::IndicatorScore: take(indicator.score, cell); break;
      case Label::IndicatorNote: take(indicator.note, cell); break;
      case Label::IndicatorTarget:
        value = joined_lines(cell.text);
        target_where = cell.where;
        confidence = std::min(confidence, cell.confidence);
        break;
      case Label::IndicatorProperty:
        if (is_kind_word(cell.text)) break;
        property = joined_lines(cell.text);
        confidence = std::min(confidence, cell.confidence);
        break;
      case Label::IndicatorUnit:
        take(indicator.unit, cell);
        unit = indicator.unit.printed;
        confidence = std::min(confidence, cell.confidence);
        break;
      default: break;
    }
  }
  indicator.l1.exists = indicator.l1.exists || columns.l1;
  indicator.l2.exists = indicator.l2.exists || columns.l2;
  indicator.l3.exists = true;
  indicator.actual.exists = indicator.actual.exists || columns.actual;
  indicator.weight.exists = indicator.weight.exists || columns.weight;
  indicator.score.exists = indicator.score.exists || columns.score;
  indicator.note.exists = indicator.note.exists || columns.note;
  indicator.unit.exists = indicator.unit.exists || columns.unit;
  indicator.target.exists = columns.target || !value.empty();
  if (!value.empty()) {
    // 定性 says only that the value is a word; a unit belongs to a number and is not printed twice.
    const bool number = value.find_first_of("0123456789") != std::string::npos;
    std::string text = key_of(property) == "定性" || starts_with(key_of(value), key_of(property)) ? "" : property;
    text += value;
    const std::string unit_key = key_of(unit);
    if (number && !unit_key.empty() && !is_dash(unit) && !ends_with(key_of(value), unit_key)) text += unit;
    indicator.target.printed = text;
    indicator.target.where = target_where;
    indicator.target.confidence = confidence;
    indicator.target.exists = true;
  }
  return indicator;
}

}  // namespace jiheng::segmenter
