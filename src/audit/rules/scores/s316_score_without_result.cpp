// S316: points although no result is filled in.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.score.value || row.score.value->amount.is_zero() || !row.actual.exists) continue;
    if (!row.actual.empty()) continue;
    const bool no_target = row.target.exists && row.target.empty();
    report
        .add({cat(quoted(context.name(i)), no_target ? "指标值、完成值" : "完成值", "为空，却得 ", *row.score.value,
                  " 分"),
              cat(quoted(context.name(i)), no_target ? " has neither target nor result" : " has no result",
                  ", yet scores ", *row.score.value)},
             {context.at(i, "actual"), context.at(i, "score")})
        .fix = {"补填完成值后按实际计分", "Fill in the result and score it"};
  }
}

extern const Rule kS316{
    .id = "S316",
    .name = "score-without-result",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：得分依据完成值与指标值的对比",
    .title = {"没有完成值却有得分", "A score without a result"},
    .doc = {"得分是完成值与指标值比出来的，完成值空白就没有得分的依据。改正：补填完成值，再计分。",
            "A score compares the result with the target; without a result it has no ground. Remedy: fill it in."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("产出/质量 工程质量合格 | - | - | 10 | 10", "却得 10 分"),
                 passes("产出/质量 工程合格率 | 100% | 100% | 10 | 10"),
                 passes("产出/质量 工程合格率 | 100% | - | 10 | 0")},
};

}  // namespace jiheng::audit
