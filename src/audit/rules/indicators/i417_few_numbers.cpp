// I417: most targets are words.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static constexpr std::size_t kLeast = 5;
  std::size_t targets = 0;
  std::size_t numbers = 0;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.target.value || context.facts[i].part) continue;
    ++targets;
    const bool number = row.target.value->quantitative() || row.target.value->kind == ValueKind::Date ||
                        context.facts[i].target.find_first_of("0123456789") != std::string::npos;
    numbers += number ? 1U : 0U;
  }
  if (targets < kLeast || numbers * 2 >= targets) return;
  const auto share =
      divide(Decimal(static_cast<std::int64_t>(numbers)), Decimal(static_cast<std::int64_t>(targets)), 4);
  Finding& finding =
      report.add({cat(targets, " 项指标中定量的只有 ", numbers, " 项（", percent(*share), "），多数无法客观衡量"),
                  cat("Only ", numbers, " of ", targets, " targets are numbers (", percent(*share), ")")},
                 {context.at(context.filled.front(), "target")});
  finding.working.zh = cat(numbers, " ÷ ", targets, " = ", percent(*share));
  finding.working.en = finding.working.zh;
  finding.fix = {"能量化的改为数值；定性的分档写明标准", "Turn what can be counted into numbers; grade the rest"};
}

extern const Rule kI417{
    .id = "I417",
    .name = "few-quantitative-targets",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：指标以定量为主，定性指标应分级分档表述",
    .title = {"定量指标占比低", "Few targets are numbers"},
    .doc = {"定量指标不足一半，评价主要靠主观判断。改正：能量化的量化，定性的写明分档标准。",
            "With fewer than half of the targets in numbers the evaluation rests on opinion. Remedy: count what can be "
            "counted."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 10 | 10\n产出/质量 服务质量 | 高 | 高 | 10 | 10\n产出/时效 "
                       "及时性 | 及时 | 及时 | 10 | 10\n效益/社会 凝聚力 | 提升 | 提升 | 10 | 10\n满意度/服务对象 "
                       "居民满意度 | 满意 | 满意 | 10 | 10",
                       "只有 1 项"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 10 | 10\n产出/质量 合格率 | 90% | 90% | 10 | 10\n产出/时效 "
                        "及时率 | 100% | 100% | 10 | 10\n效益/社会 凝聚力 | 提升 | 提升 | 10 | 10\n满意度/服务对象 "
                        "居民满意度 | 满意 | 满意 | 10 | 10")},
};

}  // namespace jiheng::audit
