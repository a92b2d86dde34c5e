// S313: a result printed as "more than 100 %" of a whole.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.actual.value) continue;
    const Value& actual = *row.actual.value;
    if (actual.kind != ValueKind::Number || !actual.percent || actual.number != Decimal(100)) continue;
    if (actual.comparison != Comparison::MoreThan) continue;
    report
        .add({cat(quoted(context.name(i)), "完成值写作", quoted(row.actual.printed), "，超过 100% 的完成率没有意义"),
              cat(quoted(context.name(i)), ": a result of ", quoted(row.actual.printed), " makes no sense")},
             {context.at(i, "actual")})
        .fix = {"填写实际数值", "Enter the number reached"};
  }
}

extern const Rule kS313{
    .id = "S313",
    .name = "result-over-whole",
    .severity = Severity::Warning,
    .citation = "实务：完成值是一个确定的数",
    .title = {"完成值写作“大于 100%”", "A result of “more than 100 %”"},
    .doc = {"比率类指标的完成值最多 100%，而且应是一个数，不是范围。改正：填写实际数值。",
            "A share ends at 100 %, and a result is a number, not a range. Remedy: enter the number."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/质量 合格率 | 100% | >100% | 10 | 10", ">100%"),
                 passes("产出/质量 合格率 | 100% | 100% | 10 | 10")},
};

}  // namespace jiheng::audit
