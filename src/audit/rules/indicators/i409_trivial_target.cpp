// I409: a target that was no target: the result is ten times as much and more.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static const Decimal kTimes(10);
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!row.target.value || !row.actual.value) continue;
    const Value& target = *row.target.value;
    const Value& actual = *row.actual.value;
    if (target.kind != ValueKind::Number || actual.kind != ValueKind::Number || target.number <= Decimal(0)) continue;
    if (target.comparison == Comparison::AtMost || target.comparison == Comparison::LessThan) continue;
    if (target.percent || actual.percent ||
        (!target.unit.empty() && !actual.unit.empty() && target.unit != actual.unit))
      continue;
    if (row.level1 == Level1::Cost || row.level2 == Level2::Cost || facts.name_words.has(WordClass::NegativeName) ||
        facts.name_words.has(WordClass::CostName))
      continue;
    if (actual.number < target.number * kTimes) continue;
    const auto times = divide(actual.number, target.number, 1);
    report
        .add({cat(quoted(context.name(i)), "指标值 ", row.target.printed, "，完成 ", row.actual.printed,
                  "，是指标值的 ", *times, " 倍，目标形同虚设或单位有误"),
              cat(quoted(context.name(i)), ": target ", row.target.printed, ", result ", row.actual.printed, ", ",
                  *times, " times as much: no real target, or another unit")},
             {context.at(i, "target"), context.at(i, "actual")})
        .fix = {"参照上年实际水平设定目标，并核对单位", "Set the target by last year's result and check the unit"};
  }
}

extern const Rule kI409{
    .id = "I409",
    .name = "target-trivially-met",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：因指标值设定明显偏低造成超额完成的，按偏离度调减得分",
    .title = {"目标形同虚设", "A target that was none"},
    .doc =
        {"完成值是指标值的十倍以上，目标没有约束力，或者两边单位不同（次与人次、万元与元）。改正：按实际水平设定目标。",
         "A result ten times the target and more shows a target that bound nobody, or different units. Remedy: set it "
         "by what is usual."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 健康知识讲座 | 6次 | 150次 | 1 | 1", "25 倍"),
                 passes("产出/数量 健康知识讲座 | 20次 | 150次 | 1 | 1"),
                 passes("产出/数量 健康知识讲座 | ≤6次 | 150次 | 1 | 0")},
};

}  // namespace jiheng::audit
