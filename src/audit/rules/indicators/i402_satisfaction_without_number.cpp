// I402: satisfaction without a number.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!facts.satisfaction || !row.target.value || row.target.value->quantitative()) continue;
    if (has_digit(facts.target)) continue;
    report
        .add({cat(quoted(context.name(i)), "的指标值是", quoted(row.target.printed), "，没有数值，无法由调查得出"),
              cat(quoted(context.name(i)), " has the target ", quoted(row.target.printed),
                  ", no number a survey could give")},
             {context.at(i, "target")})
        .fix = {"改为百分数，例如 ≥90%，并开展问卷调查", "Give a percentage such as ≥90 % and ask people"};
  }
}

extern const Rule kI402{
    .id = "I402",
    .name = "satisfaction-without-number",
    .severity = Severity::Warning,
    .citation = "财预〔2021〕101号：满意度指标应通过调查取得、可量化",
    .title = {"满意度指标没有数值", "Satisfaction without a number"},
    .doc = {"满意度由调查得出，应是百分数。写“满意”“提升”既看不出调查过没有，也看不出多满意。改正：写成百分数，附问卷份"
            "数。",
            "Satisfaction comes from a survey and is a percentage. 满意 or 提升 tells neither whether people were "
            "asked nor what they "
            "said. Remedy: a percentage with the number of answers."},
    .kinds = {},
    .check = check,
    .examples = {flags("满意度/服务对象 居民满意度 | 满意 | 满意 | 2 | 2", "居民满意度"),
                 flags("满意度/服务对象 居民满意度 | 满意度 | - | 2 | -", "没有数值"),
                 passes("满意度/服务对象 居民满意度 | ≥90% | 92% | 10 | 10"),
                 passes("满意度/服务对象 居民满意度 | 居民满意度不少于80% | 92% | 10 | 10"),
                 passes("满意度/服务对象 居民满意度 | - | 92% | 10 | 10")},
};

}  // namespace jiheng::audit
