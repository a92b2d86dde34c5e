// I412: a share over 100 %.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!(facts.rate || facts.satisfaction) || facts.name_words.has(WordClass::GrowthName)) continue;
    const auto over = [](const Field<Value>& field) {
      return field.value && field.value->kind == ValueKind::Number && field.value->percent &&
             field.value->number > Decimal(100);
    };
    for (const std::string_view field : {"target", "actual"}) {
      const Field<Value>& cell = field == "target" ? row.target : row.actual;
      if (!over(cell)) continue;
      report
          .add({cat(quoted(context.name(i)), field == "target" ? "指标值 " : "完成值 ", cell.printed,
                    " 超过 100%，部分不可能大于整体"),
                cat(quoted(context.name(i)), ": ", field == "target" ? "target " : "result ", cell.printed,
                    " is over 100 %: a part cannot exceed the whole")},
               {context.at(i, field)})
          .fix = {"核对分子、分母和单位", "Check numerator, denominator and unit"};
    }
  }
}

extern const Rule kI412{
    .id = "I412",
    .name = "rate-over-100",
    .severity = Severity::Error,
    .citation = "实务：部分占整体的比率不超过 100%",
    .title = {"比率超过 100%", "A share over 100 %"},
    .doc = {"合格率、覆盖率、满意度是部分占整体的比，不会超过 100%。增长率、完成率等可以超过的不指出。改正：核对。",
            "Pass, coverage and satisfaction rates are shares of a whole and end at 100 %. Growth, completion and the "
            "like may exceed "
            "it and are not flagged. Remedy: check."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/质量 验收合格率 | 100% | 120% | 10 | 10", "超过 100%"),
                 passes("产出/质量 验收合格率 | 100% | 100% | 10 | 10"),
                 passes("效益/经济 产值增长率 | 5% | 120% | 10 | 10")},
};

}  // namespace jiheng::audit
