// W206: all indicators weigh the same: importance was not judged.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static constexpr std::size_t kLeast = 5;
  const Points* first = nullptr;
  std::size_t count = 0;
  for (const std::size_t i : context.scored) {
    const auto& weight = context.row(i).weight.value;
    if (!weight || weight->amount.is_zero()) continue;
    if (first != nullptr && *weight != *first) return;
    first = &*weight;
    ++count;
  }
  if (count < kLeast) return;
  report
      .add({cat(count, " 项指标分值都是 ", *first, " 分，没有体现轻重"),
            cat("All ", count, " indicators weigh ", *first, " points: importance was not judged")},
           {context.at(context.scored.front(), "weight")})
      .fix = {"核心指标多分，一般指标少分", "More points to the core indicators"};
}

extern const Rule kW206{
    .id = "W206",
    .name = "weights-all-equal",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：权重按指标重要程度、实施阶段等因素确定",
    .title = {"各项指标分值完全相同", "All indicators weigh the same"},
    .doc =
        {"五项以上指标平均分配分值，等于没有判断哪些是核心。改正：按重要程度分配。",
         "Five and more indicators of equal weight show that no importance was judged. Remedy: weigh by importance."},
    .kinds = {},
    .check = check,
    .examples =
        {flags("产出/数量 甲数量 | 1个 | 1个 | 10 | 10\n产出/数量 乙数量 | 2个 | 2个 | 10 | 10\n产出/质量 合格率 | 90% "
               "| 90% | 10 | 10\n效益/社会 知晓率 | 90% | 90% | 10 | 10\n满意度/服务对象 满意度 | 90% | 90% | 10 | 10",
               "都是 10 分"),
         passes(
             "产出/数量 甲数量 | 1个 | 1个 | 10 | 10\n产出/数量 乙数量 | 2个 | 2个 | 10 | 10\n产出/质量 合格率 | 90% | "
             "90% | 10 | 10\n效益/社会 知晓率 | 90% | 90% | 10 | 10\n满意度/服务对象 满意度 | 90% | 90% | 5 | 5")},
};

}  // namespace jiheng::audit
