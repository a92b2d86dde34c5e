// S302: an unmet target is not scored in proportion.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/scores/direction.h"
#include "audit/tolerance.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.scored) {
    const ScoreLine* line = context.facts[i].line;
    if (line == nullptr || line->status != LineStatus::Proportional || !line->exact() || !line->printed ||
        !line->weight)
      continue;
    if (perhaps_less_is_better(context, i)) continue;
    const Points& printed = *line->printed;
    const Points& expected = *line->low;
    if (printed >= *line->weight || same_points(printed, expected)) continue;  // full marks: S303; above: S301
    const bool only_rounded = rounded_away(printed, expected);
    const Severity severity = only_rounded ? Severity::Advice : Severity::Error;
    const Indicator& row = context.row(i);
    Finding& finding = report.add(
        severity,
        {cat(quoted(context.name(i)), "指标值 ", row.target.printed, "，完成 ", row.actual.printed, "，得分 ", printed,
             "，按比例应为 ", expected, only_rounded ? "（似取整所致）" : ""),
         cat(quoted(context.name(i)), ": target ", row.target.printed, ", result ", row.actual.printed, ", scored ",
             printed, "; in proportion ", expected, only_rounded ? " (rounded to a whole)" : "")},
        {context.at(i, "score"), context.at(i, "actual"), context.at(i, "target")});
    finding.working = {line->working, line->working_en};
    const Points change = expected - printed;
    finding.fix = {cat("得分改为 ", expected), cat("Score ", expected)};
    if (const auto& total = context.form.total_score.value) {
      finding.fix.zh.append(cat("，总分相应由 ", *total, " 改为 ", *total + change));
      finding.fix.en.append(cat("; the total becomes ", *total + change, " instead of ", *total));
    }
  }
}

extern const Rule kS302{
    .id = "S302",
    .name = "unmet-target-misscored",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：定量指标未达指标值的，按完成值与指标值的比例计分",
    .title = {"未达标的指标没有按比例计分", "An unmet target is not scored in proportion"},
    .doc =
        {"定量指标没有完成的，得分＝分值×完成值÷指标值（反向指标为分值×指标值÷完成值），既不该多给，也不该给 0 "
         "分。相差 0.05 分以内不计，只因取整的列为建议。"
         "改正：按比例重算，总分随之更改。",
         "An unmet quantitative target scores weight × result ÷ target (for upper limits weight × target ÷ result): "
         "neither more "
         "nor 0. 0.05 points are allowed; whole-point rounding is advice. Remedy: work it out again, the total too."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 惠民巡演场次 | =10次 | =8次 | 1 | 0 | 部分推迟\ntotal 100 99", "应为 0.8"),
                 flags("产出/数量 惠民巡演场次 | =10次 | =8次 | 1 | 0 | 部分推迟\ntotal 100 99", "得分 0"),
                 flags("产出/数量 管理人数 | 3807人 | 3224人 | 2 | 1.9", "得分 1.9"),
                 passes("产出/数量 惠民巡演场次 | =10次 | =8次 | 10 | 8 | 部分推迟"),
                 passes("产出/数量 惠民巡演场次 | =10次 | =10次 | 1 | 1")},
};

}  // namespace jiheng::audit
