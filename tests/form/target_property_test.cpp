// A value that is printed as forms print it reads back as the same value.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "config/lexicon_toml.h"
#include "form/target.h"

namespace jiheng {
namespace {

struct Spelling {
  Comparison comparison;
  const char* before;
  const char* after;
};
constexpr Spelling kSpellings[] = {
    {Comparison::None, "", ""},      {Comparison::Equal, "=", ""},        {Comparison::AtLeast, "≥", ""},
    {Comparison::AtLeast, ">=", ""}, {Comparison::AtLeast, "不低于", ""}, {Comparison::AtLeast, "", "以上"},
    {Comparison::AtMost, "≤", ""},   {Comparison::AtMost, "不超过", ""},  {Comparison::AtMost, "", "以内"},
    {Comparison::MoreThan, ">", ""}, {Comparison::LessThan, "<", ""},     {Comparison::LessThan, "低于", ""}};
constexpr const char* kUnits[] = {"人",     "人次", "个", "次", "场",     "万元", "元/亩",
                                  "平方米", "公里", "%",  "天", "万人次", "TB"};

RC_GTEST_PROP(ParseValueLaws, NumbersReadBack, ()) {
  const Decimal number = Decimal::scaled(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000), *rc::gen::inRange(0, 3));
  const Spelling spelling = *rc::gen::elementOf(std::vector<Spelling>(std::begin(kSpellings), std::end(kSpellings)));
  const std::string unit = *rc::gen::elementOf(std::vector<std::string>(std::begin(kUnits), std::end(kUnits)));
  const bool brackets = *rc::gen::arbitrary<bool>();
  const bool grouped = *rc::gen::arbitrary<bool>();
  std::string printed = spelling.before;
  printed += grouped ? number.to_grouped_string() : number.to_string();
  printed += brackets ? "(" + unit + ")" : unit;
  printed += spelling.after;
  const auto value = parse_value(printed, builtin_lexicon());
  RC_ASSERT(value.has_value());
  RC_ASSERT(value->kind == ValueKind::Number);
  RC_ASSERT(value->comparison == spelling.comparison);
  RC_ASSERT(value->number == number);
  RC_ASSERT(value->unit == unit);
  RC_ASSERT(value->percent == (unit == "%"));
  RC_ASSERT(value->rest.empty());
}

RC_GTEST_PROP(ParseValueLaws, DatesReadBack, ()) {
  const Date date{*rc::gen::inRange(1990, 2100), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
  const std::string printed =
      std::to_string(date.year) + "年" + std::to_string(date.month) + "月" + std::to_string(date.day) + "日前";
  const auto value = parse_value(printed, builtin_lexicon());
  RC_ASSERT(value && value->kind == ValueKind::Date);
  RC_ASSERT(value->date == date);
  RC_ASSERT(value->comparison == Comparison::AtMost);
}

RC_GTEST_PROP(ParseValueLaws, AnyTextIsUnderstoodOrLeftAsText, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("≥", "=", "90", "%", "人", "次", "-", "~", "年", "月", "12", "2023", "(", ")", "万",
                                    "以上", "不", "完成", ",", "。", "\xE4"));
  std::string printed;
  for (const std::string& piece : pieces) printed += piece;
  const auto value = parse_value(printed, builtin_lexicon());
  if (value) describe(*value);
}

}  // namespace
}  // namespace jiheng
