// W203: one indicator carries 30 points and more.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static const Points kHeavy(30);
  for (const std::size_t i : context.scored) {
    const Indicator& row = context.row(i);
    if (!row.weight.value || *row.weight.value < kHeavy || *row.weight.value > Points(100)) continue;
    report
        .add({cat(quoted(context.name(i)), "一项占 ", *row.weight.value, " 分，一个指标就决定了大半结果"),
              cat(quoted(context.name(i)), " alone carries ", *row.weight.value, " points")},
             {context.at(i, "weight")})
        .fix = {"拆分为几项可衡量的指标，或降低其分值",
                "Split it into several measurable indicators or lower its weight"};
  }
}

extern const Rule kW203{
    .id = "W203",
    .name = "indicator-too-heavy",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：各项指标的权重按重要程度等因素确定；实务以 30 分为界",
    .title = {"单项指标分值过重", "One indicator is too heavy"},
    .doc = {"一项指标占 30 分及以上，完成它就几乎保证了好成绩，其他方面做得如何看不出来。改正：拆分或调整分值。",
            "When one indicator carries 30 points and more, the rest hardly matters. Remedy: split it or share out the "
            "weight."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 覆盖社区数 | 15个 | 15个 | 30 | 30", "占 30 分"),
                 passes("产出/数量 覆盖社区数 | 15个 | 15个 | 25 | 25")},
};

}  // namespace jiheng::audit
