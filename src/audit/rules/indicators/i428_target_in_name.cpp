// I428: the value stands in the name and the target cell is empty.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!row.target.exists || !row.target.empty()) continue;
    const bool value_at_end = ends_with(facts.name, "%") || contains(facts.name, "≥") || contains(facts.name, "≤");
    if (!value_at_end || !has_digit(facts.name)) continue;
    report
        .add({cat("指标值写进了名称", quoted(context.name(i)), "，指标值栏却是空的"),
              cat("The name ", quoted(context.name(i)), " holds the value; the target is empty")},
             {context.at(i, "target"), context.at(i, "l3")})
        .fix = {"名称只写衡量什么，数值移到指标值栏", "Name what is measured; move the value to the target"};
  }
}

extern const Rule kI428{
    .id = "I428",
    .name = "target-in-name",
    .severity = Severity::Advice,
    .citation = "实务：指标名称与指标值分栏填写",
    .title = {"指标值写进了指标名称", "The target stands in the name"},
    .doc = {"指标名称里写着“100%”，指标值栏空着，程序和复核人都无从比较。改正：分栏填写。",
            "With the value in the name and an empty target nothing can be compared. Remedy: one cell each."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/时效 年度资金支付完成率100% | - | - | 10 | 10", "写进了名称"),
                 passes("产出/时效 年度工程完成率 | 100% | 100% | 10 | 10"),
                 passes("产出/数量 100米跑道数量 | - | - | 10 | 10")},
};

}  // namespace jiheng::audit
