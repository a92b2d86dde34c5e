// I419: a range whose lower end is above its upper end.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.target.value || row.target.value->kind != ValueKind::Range ||
        row.target.value->number <= row.target.value->upper)
      continue;
    report
        .add({cat(quoted(context.name(i)), "的指标值 ", row.target.printed, " 下限大于上限"),
              cat("The target ", row.target.printed, " of ", quoted(context.name(i)),
                  " has its ends the wrong way round")},
             {context.at(i, "target")})
        .fix = {"对调上下限", "Swap the ends"};
  }
}

extern const Rule kI419{
    .id = "I419",
    .name = "range-inverted",
    .severity = Severity::Error,
    .citation = "实务：区间下限不大于上限",
    .title = {"指标值区间上下限颠倒", "A range the wrong way round"},
    .doc = {"区间写反了，什么值都不能满足。改正：对调。",
            "No value lies in a range the wrong way round. Remedy: swap the ends."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训人数 | 30-20人 | 25人 | 8 | 8", "下限大于上限"),
                 passes("产出/数量 培训人数 | 20-30人 | 25人 | 8 | 8")},
};

}  // namespace jiheng::audit
