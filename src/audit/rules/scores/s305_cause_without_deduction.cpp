// S305: the note tells of a shortfall or delay, yet the row has full marks.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.scored) {
    const IndicatorFacts& facts = context.facts[i];
    if (!facts.full || facts.note.empty()) continue;
    const bool shortfall = facts.note_words.has(WordClass::ShortfallWord) || facts.note_words.has(WordClass::DelayWord);
    if (!shortfall) continue;
    if (facts.line != nullptr && facts.line->status == LineStatus::Proportional) continue;  // S303
    const Indicator& row = context.row(i);
    report
        .add({cat(quoted(context.name(i)), "得满分 ", *row.score.value, "，偏差原因却写：", quoted(row.note.printed)),
              cat(quoted(context.name(i)), " has full marks of ", *row.score.value, ", but its note says ",
                  quoted(row.note.printed))},
             {context.at(i, "score"), context.at(i, "note")})
        .fix = {"如确有未完成或推迟，相应扣分；否则更正原因栏",
                "Take points off for what was not done or late, or mend the note"};
  }
}

extern const Rule kS305{
    .id = "S305",
    .name = "cause-without-deduction",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：按完成情况计分，偏差原因与得分应一致",
    .title = {"写了偏差原因却得满分", "A cause of deviation with full marks"},
    .doc = {"原因栏承认推迟、未完成或不足，得分却是满分，两处必有一处不实。改正：按实际扣分，或更正原因栏。",
            "The note admits a delay or shortfall while the score is full: one of the two is wrong. Remedy: take "
            "points off or mend the note."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/时效 完成及时率 | 100% | 100% | 10 | 10 | 受雨季影响，工期推迟两个月", "推迟两个月"),
                 passes("产出/时效 完成及时率 | 100% | 80% | 10 | 8 | 受雨季影响，工期推迟两个月"),
                 passes("产出/时效 完成及时率 | 100% | 100% | 10 | 10 | 无"),
                 passes("产出/时效 完成及时率 | 100% | 100% | 10 | 10 | 按计划完成")},
};

}  // namespace jiheng::audit
