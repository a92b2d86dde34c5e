// I403: the target was copied into the result, sign and all.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.actual.value || row.actual.value->kind != ValueKind::Number) continue;
    const Comparison sign = row.actual.value->comparison;
    if (sign == Comparison::None || sign == Comparison::Equal) continue;
    if (sign == Comparison::MoreThan && row.actual.value->percent && row.actual.value->number == Decimal(100))
      continue;  // S313
    const bool copied = context.facts[i].actual == context.facts[i].target;
    report
        .add({cat(quoted(context.name(i)), "的完成值写作", quoted(row.actual.printed), copied ? "，照抄指标值" : "",
                  "，不是实际数"),
              cat("The result of ", quoted(context.name(i)), " is ", quoted(row.actual.printed),
                  copied ? ", copied from the target" : "", ": no number reached")},
             {context.at(i, "actual")})
        .fix = {"填写实际完成的数", "Enter the number reached"};
  }
}

extern const Rule kI403{
    .id = "I403",
    .name = "target-copied-as-result",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：完成值应为实际完成情况",
    .title = {"完成值带着比较符号，是范围不是结果", "A result with a comparison sign"},
    .doc = {"完成值是一个事实，应是一个数。写“≥90%”说明是从指标值抄来的，实际多少不知道。改正：填实际数。",
            "A result is a fact and a number; “≥90 %” was copied from the target and says nothing. Remedy: enter the "
            "number."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Monitoring, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 安装水标尺 | ≥266米 | ≥266米 | 10 | 10", "照抄指标值"),
                 passes("产出/数量 安装水标尺 | ≥266米 | 270米 | 10 | 10"),
                 passes("产出/数量 安装水标尺 | =266米 | =266米 | 10 | 10")},
};

}  // namespace jiheng::audit
