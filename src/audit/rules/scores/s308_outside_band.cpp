// S308: the score of a qualitative indicator lies outside the band of its level.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.scored) {
    const ScoreLine* line = context.facts[i].line;
    if (line == nullptr || line->status != LineStatus::Judgement || !line->low || !line->high || !line->printed)
      continue;
    const Points& printed = *line->printed;
    if (printed >= *line->low && printed <= *line->high) continue;
    if (line->weight && printed > *line->weight) continue;  // S301
    const Indicator& row = context.row(i);
    Finding& finding = report.add(
        {cat(quoted(context.name(i)), "指标值", quoted(row.target.printed), "，完成", quoted(row.actual.printed),
             "，得分 ", printed, "，应在 ", *line->low, " 至 ", *line->high, " 之间"),
         cat(quoted(context.name(i)), ": target ", quoted(row.target.printed), ", result ", quoted(row.actual.printed),
             ", scored ", printed, " outside ", *line->low, " to ", *line->high)},
        {context.at(i, "score"), context.at(i, "actual")});
    finding.working = {line->working, line->working_en};
    finding.fix = {"按完成程度所在档次给分", "Score within the band of the level reached"};
  }
}

extern const Rule kS308{
    .id = "S308",
    .name = "qualitative-score-outside-band",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：定性指标按达成、部分达成并具有一定效果、未达成三档计分",
    .title = {"定性指标得分超出所在档次", "A qualitative score outside its band"},
    .doc = {"定性指标分三档：达成 100%–80%，部分达成并具有一定效果 80%–60%，未达成 "
            "60%–0%。档内由人判断，超出档次的得分应有理由。改正：按档次给分。",
            "Qualitative results have three bands: reached 100–80 %, partly 80–60 %, not reached 60–0 %. Inside a band "
            "people "
            "judge; outside it a reason is due."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("效益/社会 社会治安改善 | 明显改善 | 未改善 | 10 | 10", "应在"),
                 passes("效益/社会 社会治安改善 | 明显改善 | 明显改善 | 10 | 9 | 尚有提升空间")},
};

}  // namespace jiheng::audit
