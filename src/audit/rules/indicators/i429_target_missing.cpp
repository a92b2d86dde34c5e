// I429: an indicator without a target.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.target.exists || row.target.value || context.facts[i].part) continue;
    if (row.level1 == Level1::Management) continue;  // process indicators are judged without a target
    if (row.weight.empty() && row.score.empty() && row.actual.empty() && row.weight.exists)
      continue;  // shares the cells of the row above
    report
        .add({cat(quoted(context.name(i)), "没有指标值",
                  row.actual.empty() && row.actual.exists ? "，也没有完成值" : ""),
              cat(quoted(context.name(i)), " has no target",
                  row.actual.empty() && row.actual.exists ? " and no result" : "")},
             {context.at(i, "target")})
        .fix = {"补填指标值", "Fill in the target"};
  }
}

extern const Rule kI429{
    .id = "I429",
    .name = "target-missing",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：以年度指标值为标准对照完成情况",
    .title = {"指标没有指标值", "An indicator without a target"},
    .doc = {"没有指标值，就没有衡量的标准。改正：补填批复的指标值。",
            "Without a target nothing can be measured. Remedy: fill in what was approved."},
    .kinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration, FormKind::DepartmentOverall, FormKind::Monitoring,
              FormKind::Review},
    .check = check,
    .examples = {flags("产出/质量 工程质量合格率 | - | 100% | 10 | 10", "没有指标值"),
                 passes("产出/质量 工程质量合格率 | 100% | 100% | 10 | 10"),
                 passes("产出/数量 其中蛋鸭存栏数量 | - | 260只 | - | -"),
                 passes("产出/质量 工程质量合格率 | _ | 100% | 10 | 10")},
};

}  // namespace jiheng::audit
