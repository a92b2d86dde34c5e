// T501: a second level that stands under the wrong first level.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const TextField* last = nullptr;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (row.level1 == Level1::Unknown || row.level1 == Level1::Management) continue;
    const Level1 parent = parent_of(row.level2);
    if (parent == Level1::Unknown || parent == row.level1) continue;
    if (row.level1 == Level1::Cost && row.level2 == Level2::Cost) continue;
    if (last != nullptr && last->printed == row.l2.printed) continue;  // once a group
    last = &row.l2;
    report
        .add({cat(quoted(row.l2.printed), "应属“", name_of(parent), "”，表中列在", quoted(row.l1.printed), "下"),
              cat(quoted(row.l2.printed), " belongs to ", name_of(parent), "; the form has it under ",
                  quoted(row.l1.printed))},
             {context.at(i, "l2"), context.at(i, "l1")})
        .fix = {cat("移到“", name_of(parent), "”下，分值随之调整"),
                cat("Move it to ", name_of(parent), " and adjust the weights")};
  }
}

extern const Rule kT501{
    .id = "T501",
    .name = "second-level-misplaced",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：产出、效益、满意度的二级指标划分",
    .title = {"二级指标归错一级指标", "A second level under the wrong first level"},
    .doc = {"满意度自成一级指标；数量、质量、时效属产出；经济、社会、生态、可持续属效益。归错会使一级指标的分值失真。改"
            "正：移到所属一级指标。",
            "Satisfaction is a first level of its own; quantity, quality and time belong to output, the four effects "
            "to benefit. "
            "Misplaced, they distort the weights. Remedy: move it."},
    .kinds = {},
    .check = check,
    .examples = {flags("效益/服务对象 家长满意度 | ≥90% | 95% | 10 | 10", "应属“满意度指标”"),
                 passes("满意度/服务对象 家长满意度 | ≥90% | 95% | 10 | 10"),
                 passes("成本/经济 总成本 | ≤90万元 | 90万元 | 10 | 10")},
};

}  // namespace jiheng::audit
