// S303: full marks although the target was not reached.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/scores/direction.h"
#include "audit/tolerance.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.scored) {
    const IndicatorFacts& facts = context.facts[i];
    const ScoreLine* line = facts.line;
    if (line == nullptr || line->status != LineStatus::Proportional || !line->exact() || !facts.full) continue;
    if (perhaps_less_is_better(context, i)) continue;
    const Indicator& row = context.row(i);
    const Points& expected = *line->low;
    if (same_points(*row.score.value, expected)) continue;  // 2 of 2 for 99.9 %: rounding
    Finding& finding =
        report.add({cat(quoted(context.name(i)), "指标值 ", row.target.printed, "，只完成 ", row.actual.printed,
                        "，仍得满分 ", *row.score.value, "，按比例应为 ", expected),
                    cat(quoted(context.name(i)), ": target ", row.target.printed, ", result ", row.actual.printed,
                        ", yet full marks of ", *row.score.value, "; in proportion ", expected)},
                   {context.at(i, "score"), context.at(i, "actual"), context.at(i, "target")});
    finding.working = {line->working, line->working_en};
    finding.fix = {cat("得分改为 ", expected, "，并说明未完成的原因"),
                   cat("Score ", expected, " and tell why it was not reached")};
  }
}

extern const Rule kS303{
    .id = "S303",
    .name = "unmet-target-full-marks",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：定量指标未达指标值的，按完成值与指标值的比例计分",
    .title = {"未达标却得满分", "Full marks for an unmet target"},
    .doc = {"完成值没有达到指标值，不能得满分。改正：按比例计分，并在偏差原因栏说明。",
            "A result short of the target cannot earn full marks. Remedy: score in proportion and tell the cause."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 健康档案 | 38508人 | 37442人 | 3 | 3", "仍得满分"),
                 passes("产出/数量 健康档案 | 38508人 | 38508人 | 3 | 3"),
                 passes("产出/数量 健康档案 | 38508人 | 37442人 | 3 | 2.92"),
                 passes("产出/质量 群众投诉率 | 3% | 1% | 3 | 3")},
};

}  // namespace jiheng::audit
