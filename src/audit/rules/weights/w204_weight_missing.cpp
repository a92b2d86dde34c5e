// W204: an indicator has no weight, or 0, while others have one.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  if (!context.weights_printed) return;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (context.facts[i].part || !row.weight.exists) continue;
    const bool zero = row.weight.value && row.weight.value->amount.is_zero();
    if (!zero && !row.weight.empty()) continue;
    // A row without score and without result belongs to the row above (parts, shared cells).
    if (!zero && !row.score.value && row.actual.empty() && row.target.empty()) continue;
    report
        .add({cat(quoted(context.name(i)), zero ? "分值为 0" : "没有分值", "，这一项不影响总分"),
              cat(quoted(context.name(i)), zero ? " has a weight of 0" : " has no weight", " and does not count")},
             {context.at(i, "weight")})
        .fix = {"给出分值，或删去该指标", "Give it a weight or leave it out"};
  }
}

extern const Rule kW204{
    .id = "W204",
    .name = "weight-missing",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：各项指标应设定权重",
    .title = {"指标没有分值", "An indicator has no weight"},
    .doc = {"列了指标却没有分值，完成与否都不影响总分。“其中”一类的子项不计。改正：给出分值，或删去。",
            "An indicator without weight does not count, whatever its result. Parts (其中) are not flagged. Remedy: "
            "weigh it or drop it."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 50 | 50\n产出/质量 合格率 | 90% | 95% | - | -", "没有分值"),
                 flags("产出/数量 培训次数 | 5次 | 5次 | 50 | 50\n产出/质量 合格率 | 90% | 95% | 0 | 0", "分值为 0"),
                 passes("产出/数量 种植面积 | 5亩 | 5亩 | 50 | 50\n产出/数量 其中桃树面积 | 2亩 | 2亩 | - | -"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | _ | 50\n产出/质量 合格率 | 90% | 95% | _ | 40")},
};

}  // namespace jiheng::audit
