// Target 年度指标值 and Actual 实际完成值: what was promised and what was reached, understood.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/decimal.h"

namespace jiheng {

struct Lexicon;

/// How a result is compared with the target. `None`: no sign was printed.
enum class Comparison { None, Equal, AtLeast, AtMost, MoreThan, LessThan };

enum class ValueKind {
  Number,  ///< 28人, ≥90%
  Range,   ///< 20-30人
  Date,    ///< 2023年12月31日前
  Level,   ///< 提升, 及时, ≥良: a qualitative level 定性
  Text,    ///< words that are no known level: a sentence, a task
};

/// A calendar day; month or day 0 when not printed. Compared by (year, month, day).
struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

/// How far a qualitative word goes: the three bands of 财预〔2020〕10号.
enum class LevelGrade {
  Full,     ///< 达成: 显著, 及时, 满意, 优 …
  Partial,  ///< 部分达成并具有一定效果: 较, 基本, 一般, 部分, 良 …
  None,     ///< 未达成: 未, 不, 无, 差 …
};

/// One value as printed in a target or an actual cell, understood.
struct Value {
  ValueKind kind = ValueKind::Text;
  Comparison comparison = Comparison::None;
  Decimal number;        ///< Number; lower end of a Range
  Decimal upper;         ///< upper end of a Range
  bool percent = false;  ///< the unit is % (number 90 for 90 %); ‰ is converted to %
  std::string unit;      ///< as printed, without the sign: 人, 万元, 平方米; "%" for percent
  Date date;             ///< Date
  std::string level;     ///< Level: the word without sign, e.g. "提升"
  LevelGrade grade = LevelGrade::Full;
  std::string rest;  ///< words around the number that were not understood ("开展至少…团体心理治疗")
  [[nodiscard]] bool quantitative() const { return kind == ValueKind::Number || kind == ValueKind::Range; }
  bool operator==(const Value&) const = default;
};

using Target = Value;  ///< 年度指标值
using Actual = Value;  ///< 实际完成值

/// Understands one printed value; never fails: what is no number, date or known level is Text.
/// Empty and dash-only texts give nullopt. Full-width digits and signs are understood.
std::optional<Value> parse_value(std::string_view printed, const Lexicon& lexicon);

/// How it was understood, for people: "不低于 90 %", "定性：提升".
std::string describe(const Value& value);

}  // namespace jiheng
