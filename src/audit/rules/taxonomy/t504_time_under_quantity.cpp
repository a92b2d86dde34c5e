// T504: an indicator of time under 数量指标.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (row.level2 != Level2::Quantity) continue;
    const bool date = row.target.value && row.target.value->kind == ValueKind::Date;
    if (!date && !context.facts[i].name_words.ends_with(WordClass::TimelinessName)) continue;
    report
        .add({cat(quoted(context.name(i)), "衡量的是时间，列在", quoted(row.l2.printed), "下"),
              cat(quoted(context.name(i)), " measures time but stands under ", quoted(row.l2.printed))},
             {context.at(i, "l2"), context.at(i, "l3")})
        .fix = {"移到“时效指标”", "Move it to timeliness"};
  }
}

extern const Rule kT504{
    .id = "T504",
    .name = "time-under-quantity",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：时效指标反映完成的及时程度",
    .title = {"时间指标列在数量指标下", "Time under quantity"},
    .doc = {"及时性、完成时间、进度属于时效指标，放在数量指标下两类都失真。改正：移到时效指标。",
            "When something was done is timeliness, not quantity. Remedy: move it."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 工程完工时间 | 12月底前 | 12月20日 | 10 | 10", "衡量的是时间"),
                 flags("产出/数量 发放及时率 | 100% | 100% | 10 | 10", "衡量的是时间"),
                 passes("产出/时效 工程完工时间 | 12月底前 | 12月20日 | 10 | 10"),
                 passes("产出/数量 改造小区数量 | 10个 | 10个 | 10 | 10")},
};

}  // namespace jiheng::audit
