// I410: results equal the targets throughout: perhaps copied rather than counted.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

bool same_value(const Value& target, const Value& actual) {
  if (target.kind != actual.kind) return false;
  if (target.kind == ValueKind::Number) return target.number == actual.number && target.percent == actual.percent;
  if (target.kind == ValueKind::Level) return target.level == actual.level;
  return false;
}

// An open target (≥) under 100 % that people reach to the dot.
bool open_target(const Value& target) {
  if (target.kind != ValueKind::Number) return false;
  if (target.percent && target.number >= Decimal(100)) return false;
  return target.comparison == Comparison::AtLeast || target.comparison == Comparison::MoreThan;
}

void check(const Context& context, Report& report) {
  static constexpr std::size_t kLeast = 5;
  std::size_t judged = 0;
  std::size_t equal = 0;
  std::size_t numbers = 0;
  std::size_t open = 0;
  std::vector<std::size_t> open_equal;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.target.value || !row.actual.value || context.facts[i].part) continue;
    ++judged;
    const bool same =
        same_value(*row.target.value, *row.actual.value) || context.facts[i].target == context.facts[i].actual;
    equal += same ? 1U : 0U;
    numbers += row.target.value->quantitative() ? 1U : 0U;
    if (!open_target(*row.target.value)) continue;
    ++open;
    if (same) open_equal.push_back(i);
  }
  if (judged >= kLeast && equal == judged && numbers >= 2) {
    std::vector<Place> places;
    for (const std::size_t i : context.filled) {
      if (context.row(i).target.value && context.row(i).actual.value && !context.facts[i].part)
        places.push_back(context.at(i, "actual"));
    }
    report
        .add({cat("全部 ", judged, " 项完成值与指标值一字不差，疑似照抄目标"),
              cat("All ", judged, " results equal their targets: copied?")},
             std::move(places))
        .fix = {"逐项核对佐证材料，填写实际数", "Check each against evidence and enter what was reached"};
    return;
  }
  // A lower bound is rarely met to the dot, two of them hardly ever.
  if (open < 2 || open_equal.size() < open) return;
  std::vector<Place> places;
  std::string names;
  for (const std::size_t i : open_equal) {
    places.push_back(context.at(i, "actual"));
    if (places.size() <= 4)
      names.append(names.empty() ? "" : "、").append(context.name(i)).append(" ").append(context.row(i).actual.printed);
  }
  if (places.size() > 4) names.append("等");
  report
      .add({cat("指标值为“不低于”的 ", open, " 项，完成值都恰好等于下限：", names),
            cat("All ", open, " results with a lower bound equal it exactly: ", names)},
           std::move(places))
      .fix = {"填写实际统计数，而不是下限", "Enter what was counted instead of the bound"};
}

}  // namespace

extern const Rule kI410{
    .id = "I410",
    .name = "results-equal-targets",
    .severity = Severity::Warning,
    .citation = "实务：完成值应为实际统计数",
    .title = {"完成值与指标值处处相等", "Results equal to targets throughout"},
    .doc = {"完成值与指标值全部相同，或“不低于”的目标都恰好停在下限，现实中很少见，多为照抄。不等于有错，复核人会要求看"
            "统计台账。改正：填实际数。",
            "Results equal to all targets, or all lower bounds met to the dot, are rare in life and usually copied. No "
            "error in itself; "
            "a reviewer asks for the records. Remedy: enter what was counted."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 覆盖社区数 | =15个 | =15个 | 30 | 30\n产出/质量 拨付准确性 | 准确 | 准确 | 10 | "
                       "10\n产出/时效 及时性 | 及时 | 及时 | 10 | 10\n效益/社会 知晓率 | =100% | =100% | 30 | "
                       "30\n满意度/服务对象 社区满意度 | =100% | =100% | 10 | 10",
                       "全部 5 项"),
                 flags("产出/数量 培训人次 | ≥1200人次 | 1200人次 | 2 | 2\n产出/质量 合格率 | ≥90% | 90% | 2 | "
                       "2\n产出/数量 活动次数 | 10次 | 8次 | 2 | 1.6",
                       "恰好等于下限"),
                 passes("产出/数量 培训人次 | ≥1200人次 | 1260人次 | 2 | 2\n产出/质量 合格率 | ≥90% | 90% | 2 | 2"),
                 passes("产出/数量 站点数量 | 2个 | 2个 | 2 | 2\n产出/质量 合格率 | 100% | 100% | 2 | 2")},
};

}  // namespace jiheng::audit
