// A value in words, as a clerk would say it: 不低于 90 %, 不晚于 2023年12月.
#include "form/target.h"

namespace jiheng {
namespace {

std::string_view comparison_words(Comparison comparison) {
  switch (comparison) {
    case Comparison::None: return "";
    case Comparison::Equal: return "等于 ";
    case Comparison::AtLeast: return "不低于 ";
    case Comparison::AtMost: return "不高于 ";
    case Comparison::MoreThan: return "大于 ";
    case Comparison::LessThan: return "小于 ";
  }
  return "";
}

std::string with_unit(std::string number, const std::string& unit) {
  if (!unit.empty()) number.append(" ").append(unit);
  return number;
}

std::string date_words(const Date& date) {
  std::string out;
  if (date.year != 0) out.append(std::to_string(date.year)).append("年");
  if (date.month != 0) out.append(std::to_string(date.month)).append("月");
  if (date.day != 0) out.append(std::to_string(date.day)).append("日");
  return out;
}

}  // namespace

std::string describe(const Value& value) {
  switch (value.kind) {
    case ValueKind::Number:
      return std::string(comparison_words(value.comparison)) + with_unit(value.number.to_string(), value.unit);
    case ValueKind::Range: return with_unit(value.number.to_string() + "~" + value.upper.to_string(), value.unit);
    case ValueKind::Date:
      switch (value.comparison) {
        case Comparison::AtMost:
        case Comparison::LessThan: return "不晚于 " + date_words(value.date);
        case Comparison::AtLeast:
        case Comparison::MoreThan: return "不早于 " + date_words(value.date);
        case Comparison::None:
        case Comparison::Equal: return date_words(value.date);
      }
      return date_words(value.date);
    case ValueKind::Level: return std::string("定性：") + std::string(comparison_words(value.comparison)) + value.level;
    case ValueKind::Text: return "文字：" + value.rest;
  }
  return "";
}

}  // namespace jiheng
