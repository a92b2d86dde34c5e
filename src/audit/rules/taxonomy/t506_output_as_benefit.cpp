// T506: a count of what was done, listed as a benefit.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    const IndicatorFacts& facts = context.facts[i];
    if (parent_of(row.level2) != Level1::Benefit || facts.name_words.has(WordClass::OutcomeCount)) continue;
    if (!facts.name_words.ends_with(WordClass::ActivityCount)) continue;
    report
        .add({cat(quoted(context.name(i)), "数的是做了多少，属于产出，不是", quoted(row.l2.printed)),
              cat(quoted(context.name(i)), " counts what was done: an output, no benefit")},
             {context.at(i, "l2"), context.at(i, "l3")})
        .fix = {"移到数量指标；效益写做了之后改变了什么", "Move it to quantity; a benefit tells what changed"};
  }
}

extern const Rule kT506{
    .id = "T506",
    .name = "output-as-benefit",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：效益指标反映产出带来的影响",
    .title = {"把产出当作效益", "An output listed as a benefit"},
    .doc = {"办了几场活动是产出，活动带来的变化才是效益。改正：移到数量指标，另写效益。",
            "Events held are outputs; what they changed is the benefit. Remedy: move it."},
    .kinds = {},
    .check = check,
    .examples = {flags("效益/社会 宣传活动次数 | 5次 | 5次 | 10 | 10", "数的是做了多少"),
                 passes("产出/数量 宣传活动次数 | 5次 | 5次 | 10 | 10"),
                 passes("效益/社会 群众投诉减少批次 | 5批次 | 5批次 | 10 | 10")},
};

}  // namespace jiheng::audit
