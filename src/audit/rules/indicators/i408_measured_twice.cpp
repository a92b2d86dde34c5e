// I408: the same thing measured under two second levels.
#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

constexpr double kAlike = 0.8;

// Cheap bound first: alike names share most of their hashed pairs.
bool may_be_alike(const Bigrams& a, const Bigrams& b) {
  const std::size_t shared = (a & b).count();
  return shared * 10 >= std::max(a.count(), b.count()) * 6;
}

// Levels and percentages say too little for rows to be alike by them.
bool telling_target(const Context& context, std::size_t i) {
  const auto& target = context.row(i).target.value;
  return !context.facts[i].target.empty() && target && target->kind == ValueKind::Number && !target->percent;
}

// Rows with equal names or telling targets have equal hashes: one comparison rules out most pairs.
struct Hashes {
  std::size_t name, target, telling;
};

void check(const Context& context, Report& report) {
  std::vector<Hashes> hashes;
  hashes.reserve(context.filled.size());
  constexpr std::hash<std::string_view> hash;
  for (const std::size_t i : context.filled) {
    const std::size_t target = hash(context.facts[i].target);
    hashes.push_back({hash(context.facts[i].name), target, telling_target(context, i) ? target : 0});
  }
  for (std::size_t b = 1; b < context.filled.size(); ++b) {
    const std::size_t j = context.filled[b];
    const IndicatorFacts& second = context.facts[j];
    for (std::size_t a = 0; a < b; ++a) {
      if (hashes[a].name != hashes[b].name && hashes[a].telling != hashes[b].target) continue;
      const std::size_t i = context.filled[a];
      const IndicatorFacts& first = context.facts[i];
      const Indicator& row_i = context.row(i);
      const Indicator& row_j = context.row(j);
      if (row_i.level2 == row_j.level2 && row_i.l2.printed == row_j.l2.printed) continue;
      const bool same_name = first.name == second.name;
      if (!same_name && (first.target != second.target || !may_be_alike(first.bigrams, second.bigrams))) continue;
      if (first.name_words.is(WordClass::VagueName)) continue;
      // Alike but not the same names count only with the same target.
      const bool same_value = first.target == second.target && telling_target(context, i);
      if (!same_name && !(same_value && similarity(first.name, second.name) >= kAlike)) continue;
      report
          .add({cat(quoted(context.name(i)), "（", row_i.l2.printed, "）与", quoted(context.name(j)), "（",
                    row_j.l2.printed, "）衡量同一内容"),
                cat(quoted(context.name(i)), " (", row_i.l2.printed, ") and ", quoted(context.name(j)), " (",
                    row_j.l2.printed, ") measure the same thing")},
               {context.at(j, "l3"), context.at(i, "l3")})
          .fix = {"保留一项，另一项换成不同角度的指标", "Keep one and measure something else with the other"};
      break;
    }
  }
}

}  // namespace

extern const Rule kI408{
    .id = "I408",
    .name = "measured-twice",
    .severity = Severity::Advice,
    .citation = "实务：同一内容在产出和效益中重复的只计一次",
    .title = {"同一内容在两处衡量", "One thing measured under two levels"},
    .doc = {"同一内容换个二级指标再列一遍，等于一件事得两份分，复核时只计一次。改正：保留一项。",
            "One thing listed under two levels earns points twice; reviewers count it once. Remedy: keep one."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 受益人口数量 | 90人 | 90人 | 10 | 10\n效益/社会 受益人口数量 | 90人 | 90人 | 10 | 10",
                       "衡量同一内容"),
                 passes(
                     "产出/数量 受益人口数量 | 90人 | 90人 | 10 | 10\n效益/社会 新增就业人数 | 90人 | 90人 | 10 | 10"),
                 passes("产出/质量 培训合格率 | 100% | 100% | 10 | 10\n产出/时效 培训及时率 | 100% | 100% | 10 | 10")},
};

}  // namespace jiheng::audit
