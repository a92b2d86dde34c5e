// W207: a weight below 0 or above 100 cannot be a share of the 100 points.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.scored) {
    const auto& weight = context.row(i).weight.value;
    if (!weight || (!weight->amount.is_negative() && *weight <= Points(100))) continue;
    Finding& finding =
        report.add({cat(quoted(context.name(i)), "的分值为 ", *weight, "，不在 0 至 100 之间"),
                    cat("The weight of ", quoted(context.name(i)), " is ", *weight, ", outside 0 to 100")},
                   {context.at(i, "weight")});
    finding.fix = {"核对该行分值，是否漏了小数点或与别的列错位",
                   "Check the weight: a lost decimal point or a shifted column"};
  }
}

extern const Rule kW207{
    .id = "W207",
    .name = "weight-impossible",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：总分 100 分，分值按指标分配",
    .title = {"分值小于 0 或大于 100", "A weight is below 0 or above 100"},
    .doc = {"分值是总分 100 分中的份额，不可能为负，也不可能超过 100。多为录入错误或列错位。改正：按原表核对该行分值。",
            "A weight is a share of 100 points, so it cannot be negative or above 100. Usually a typing error or a "
            "shifted column. Remedy: check the row against the original."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 200 | 20", "200"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 100 | 100")},
};

}  // namespace jiheng::audit
