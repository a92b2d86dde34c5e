// I425: a positive indicator with a target of 0.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!row.target.value || row.target.value->kind != ValueKind::Number || !row.target.value->number.is_zero())
      continue;
    const Comparison sign = row.target.value->comparison;
    if (sign == Comparison::AtMost || sign == Comparison::LessThan || sign == Comparison::MoreThan) continue;
    if (facts.name_words.has(WordClass::NegativeName) || row.level1 == Level1::Cost || row.level2 == Level2::Cost)
      continue;
    if (!row.target.value->rest.empty()) continue;
    report
        .add({cat(quoted(context.name(i)), "的指标值为 ", row.target.printed, "，什么都不做也能完成"),
              cat("The target of ", quoted(context.name(i)), " is ", row.target.printed, ": met by doing nothing")},
             {context.at(i, "target")})
        .fix = {"设定应达到的数；反向指标写明“≤”", "Set what is to be reached; say ≤ where less is better"};
  }
}

extern const Rule kI425{
    .id = "I425",
    .name = "positive-target-zero",
    .severity = Severity::Warning,
    .citation = "实务：正向指标值应大于零",
    .title = {"正向指标的指标值为零", "A positive indicator with a target of zero"},
    .doc = {"正向指标以 0 为目标，没有约束力。事故、投诉等越少越好的指标不指出。改正：设定数值。",
            "A target of 0 binds nobody. Accidents, complaints and the like are not flagged. Remedy: set a number."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 0次 | 5次 | 2 | 2", "什么都不做也能完成"),
                 passes("产出/质量 安全事故数 | 0起 | 0起 | 2 | 2"), passes("产出/数量 培训次数 | ≤0次 | 0次 | 2 | 2")},
};

}  // namespace jiheng::audit
