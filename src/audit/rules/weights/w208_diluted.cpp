// W208: many indicators of a point or less: each one hardly matters.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static constexpr std::size_t kLeast = 5;
  std::vector<Place> places;
  std::size_t weighed = 0;
  std::size_t small = 0;
  for (const std::size_t i : context.scored) {
    const auto& weight = context.row(i).weight.value;
    if (!weight || weight->amount.is_zero()) continue;
    ++weighed;
    if (*weight <= Points(1)) ++small;
  }
  if (small < kLeast || small * 3 < weighed) return;
  for (const std::size_t i : context.scored) {
    const auto& weight = context.row(i).weight.value;
    if (weight && !weight->amount.is_zero() && *weight <= Points(1)) places.push_back(context.at(i, "weight"));
  }
  report
      .add({cat(weighed, " 项指标中有 ", small, " 项不超过 1 分，分值过于分散"),
            cat(small, " of ", weighed, " indicators carry one point or less")},
           std::move(places))
      .fix = {"合并同类指标，保留核心指标", "Merge similar indicators and keep the core ones"};
}

extern const Rule kW208{
    .id = "W208",
    .name = "weights-diluted",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：指标应突出核心、精简实用",
    .title = {"一分以下的指标过多", "Too many indicators of one point"},
    .doc = {"大量 1 分以下的指标使得分失去意义：没完成也只差零点几分。改正：合并、精简。",
            "With many indicators of a point or less, missing one costs next to nothing. Remedy: merge them."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 甲数 | 1个 | 1个 | 1 | 1\n产出/数量 乙数 | 1个 | 1个 | 1 | 1\n产出/数量 丙数 | 1个 | "
                       "1个 | 1 | 1\n产出/数量 丁数 | 1个 | 1个 | 1 | 1\n产出/数量 戊数 | 1个 | 1个 | 1 | 1",
                       "有 5 项不超过 1 分"),
                 passes("产出/数量 甲数 | 1个 | 1个 | 1 | 1\n产出/数量 乙数 | 1个 | 1个 | 1 | 1\n产出/数量 丙数 | 1个 "
                        "| 1个 | 1 | 1\n产出/数量 丁数 | 1个 | 1个 | 1 | 1\n产出/数量 戊数 | 1个 | 1个 | 2 | 2")},
};

}  // namespace jiheng::audit
