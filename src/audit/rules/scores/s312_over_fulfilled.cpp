// S312: far more than the target, without a word why.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static const Decimal kTrivial(10);  // from ten times on the target was no target: I409
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!row.target.value || !row.actual.value || !facts.note.empty()) continue;
    const Value& target = *row.target.value;
    const Value& actual = *row.actual.value;
    if (target.kind != ValueKind::Number || actual.kind != ValueKind::Number || target.number <= Decimal(0)) continue;
    if (target.comparison == Comparison::AtMost || target.comparison == Comparison::LessThan) continue;
    if (target.percent != actual.percent ||
        (!target.unit.empty() && !actual.unit.empty() && target.unit != actual.unit))
      continue;
    if (row.level1 == Level1::Cost || row.level2 == Level2::Cost || facts.name_words.has(WordClass::NegativeName) ||
        facts.name_words.has(WordClass::CostName))
      continue;  // more is not better
    const auto ratio = divide(actual.number, target.number, 4);
    if (!ratio || Rate(*ratio) <= context.policy.over_fulfilment || *ratio >= kTrivial) continue;
    Finding& finding =
        report.add({cat(quoted(context.name(i)), "指标值 ", row.target.printed, "，完成 ", row.actual.printed,
                        "，为指标值的 ", percent(*ratio), "，目标可能定得偏低，未说明原因"),
                    cat(quoted(context.name(i)), ": target ", row.target.printed, ", result ", row.actual.printed, ", ",
                        percent(*ratio), " of the target; it may have been set too low")},
                   {context.at(i, "actual"), context.at(i, "target")});
    finding.working.zh = cat(actual.number, " ÷ ", target.number, " = ", percent(*ratio));
    finding.working.en = finding.working.zh;
    finding.fix = {"说明大幅超额的原因，下年按实际水平设定目标",
                   "Tell why, and set next year's target by what is usual"};
  }
}

extern const Rule kS312{
    .id = "S312",
    .name = "over-fulfilled-unexplained",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：因指标值设定明显偏低造成超额完成的，按偏离度调减得分",
    .title = {"大幅超额完成未说明原因", "Far over target without a reason"},
    .doc = {"完成值超过指标值的一定比例（国家政策取 "
            "130%），多半是目标定低了。应分析原因，确属偏低的按偏离度扣分。改正：说明原因。",
            "A result well over the target (130 % by default) usually means a low target: analyse it, and reduce by "
            "the deviation if so."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 监管企业数 | ≥124家 | 253家 | 10 | 10", "204.03%"),
                 passes("产出/数量 监管企业数 | ≥124家 | 130家 | 10 | 10"),
                 passes("产出/数量 监管企业数 | ≥124家 | 253家 | 10 | 10 | 新登记企业增多"),
                 passes("产出/成本 人均培训成本 | ≤400元 | 180元 | 10 | 10")},
};

}  // namespace jiheng::audit
