// I427: "at least 100 %" of a whole.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!row.target.value || row.target.value->kind != ValueKind::Number || !row.target.value->percent) continue;
    const Value& target = *row.target.value;
    if (target.number != Decimal(100) || facts.name_words.has(WordClass::GrowthName)) continue;
    if (target.comparison != Comparison::AtLeast && target.comparison != Comparison::MoreThan) continue;
    report
        .add({cat(quoted(context.name(i)), "的指标值 ", row.target.printed, " 多了比较符号，比率不会超过 100%"),
              cat("The target ", row.target.printed, " of ", quoted(context.name(i)),
                  " needs no sign: a share ends at 100 %")},
             {context.at(i, "target")})
        .fix = {"写作 =100%，或按实际可能设为 ≥95% 一类", "Write =100 %, or a bound that can be passed"};
  }
}

extern const Rule kI427{
    .id = "I427",
    .name = "at-least-the-whole",
    .severity = Severity::Advice,
    .citation = "实务：部分占整体的比率不超过 100%",
    .title = {"比率指标值写作“≥100%”", "A target of at least 100 %"},
    .doc = {"合格率、及时率等最多 100%，“≥100%”没有意义，多为套用格式。增长率、完成率等不指出。改正：写 =100%。",
            "Shares end at 100 %, so “≥100 %” means nothing; usually a habit of the format. Growth and completion are "
            "not flagged."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/时效 完成及时率 | ≥100% | 100% | 10 | 10", "不会超过 100%"),
                 passes("产出/时效 完成及时率 | =100% | 100% | 10 | 10"),
                 passes("效益/经济 产值增长率 | ≥100% | 120% | 10 | 10")},
};

}  // namespace jiheng::audit
