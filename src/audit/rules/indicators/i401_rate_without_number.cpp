// I401: the name promises a rate, the target is a word.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!facts.rate || facts.satisfaction || !row.target.value) continue;  // satisfaction: I402
    const Value& target = *row.target.value;
    if (target.kind != ValueKind::Level && target.kind != ValueKind::Text) continue;
    if (has_digit(facts.target)) continue;  // a number is in there somewhere
    if (target.kind == ValueKind::Text && ends_with(facts.name, facts.target)) continue;  // I423
    report
        .add({cat(quoted(context.name(i)), "是比率指标，指标值却是", quoted(row.target.printed), "，无法衡量"),
              cat(quoted(context.name(i)), " is a rate, but its target is ", quoted(row.target.printed))},
             {context.at(i, "target")})
        .fix = {"改为百分数，例如 ≥90%，并写明计算口径", "Give a percentage such as ≥90 % and how it is counted"};
  }
}

extern const Rule kI401{
    .id = "I401",
    .name = "rate-without-number",
    .severity = Severity::Warning,
    .citation = "财预〔2021〕101号：绩效指标应细化量化、可衡量",
    .title = {"比率指标用文字作指标值", "A rate with a word for a target"},
    .doc = {"名称以“率”“比例”结尾，说的是百分数；指标值写“提升”“及时”就无从判断完没完成，也不能按比例计分。改正：写成百"
            "分数，并说明分子分母。",
            "A name ending in 率 or 比例 promises a percentage; with a word for a target nobody can tell whether it "
            "was met. Remedy: "
            "a percentage, and what it is of."},
    .kinds = {},
    .check = check,
    .examples = {flags("效益/社会 学员结业后就业率 | 提升 | 提升 | 3 | 3", "就业率"),
                 flags("产出/时效 补贴到账及时率 | 及时 | 及时 | 2 | 2", "及时率"),
                 passes("效益/社会 学员结业后就业率 | ≥90% | 95% | 3 | 3"),
                 passes("效益/社会 办事效率 | 提升 | 提升 | 3 | 3"),
                 passes("产出/时效 补贴到账及时性 | 及时 | 及时 | 2 | 2")},
};

}  // namespace jiheng::audit
