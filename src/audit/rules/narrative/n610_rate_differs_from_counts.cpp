// N610: a reported rate is not what the counts in the text give.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

// Rates that follow from "so many of so many": 应检尽检率, 覆盖率 – not 合格率, whose counts are others.
bool is_count_rate(const Context& context, std::size_t i) {
  const std::string_view name = context.facts[i].name;
  const std::vector<std::string>& endings = context.lexicon.list("narrative_count_rates");
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return ends_with(name, ending); });
}

bool countable(const Quantity& quantity) {
  return !quantity.unit.empty() && quantity.unit != "%" && !quantity.per_one && !quantity.part &&
         !quantity.approximate && quantity.bound == Comparison::None && !in_yuan(quantity, true) &&
         quantity.number.is_whole() && quantity.number > Decimal(1);
}

struct Counts {
  const Quantity* whole = nullptr;
  const Quantity* done = nullptr;
  bool whole_is_planned = false;
};

int likeness_of(const Context& context, const Narrative& narrative, const Quantity& quantity, std::size_t i) {
  const Clause& clause = narrative.clauses[quantity.clause];
  return resemblance(context.topics[i], narrative.context(quantity.clause, context.phrasebook), clause.groups).strength;
}

// 应体检28人，实际体检28人 in the result itself.
Counts counts_in_result(const Context& context, std::size_t i) {
  const std::vector<Quantity>& all = context.actual.quantities;
  for (std::size_t q = 1; q < all.size(); ++q) {
    const Quantity &whole = all[q - 1], &done = all[q];
    if (whole.unit != done.unit || done.clause > whole.clause + 2 || !countable(whole) || !countable(done)) continue;
    const bool due = context.phrasebook.any(whole.before, mask_of(Sense::Due) | mask_of(Sense::Plan));
    if (!due || !context.phrasebook.any(done.before, mask_of(Sense::Done))) continue;
    if (likeness_of(context, context.actual, whole, i) >= 2 || likeness_of(context, context.actual, done, i) >= 2)
      return {&whole, &done, false};
  }
  return {};
}

// 计划安排28个 in the goal, 实际安排了28个 in the result.
Counts counts_of_both(const Context& context, std::size_t i) {
  Counts best;
  for (const Quantity& done : context.actual.quantities) {
    if (!countable(done) || done.planned || likeness_of(context, context.actual, done, i) < 2) continue;
    for (const Quantity& whole : context.expected.quantities) {
      if (!countable(whole) || whole.unit != done.unit || likeness_of(context, context.expected, whole, i) < 2)
        continue;
      if (best.done != nullptr) return {};  // several pairs fit: not clear which the rate is about
      best = {&whole, &done, true};
    }
  }
  return best;
}

void check(const Context& context, Report& report) {
  if (context.actual.quantities.empty()) return;
  const auto can_count = [](const Narrative& narrative) {
    return std::any_of(narrative.quantities.begin(), narrative.quantities.end(), countable);
  };
  if (!can_count(context.actual)) return;
  for (const std::size_t i : context.filled) {
    const Value* rate = number_of(context, i, Side::Actual);
    if (rate == nullptr || !rate->percent || context.topics[i].general() || !is_count_rate(context, i)) continue;
    Counts counts = counts_in_result(context, i);
    if (counts.done == nullptr) counts = counts_of_both(context, i);
    if (counts.done == nullptr) continue;
    const auto share = multiply_divide(counts.done->number, Decimal(100), counts.whole->number, 4);
    if (!share || (*share - rate->number).abs() < Decimal(1) || *share > Decimal(150)) continue;
    // More than planned: a full rate is right.
    if (*share > Decimal(100) && rate->number == Decimal(100)) continue;
    std::string_view whole = counts.whole_is_planned ? "计划 " : "应完成 ";
    Finding& finding = report.add({cat(quoted(context.name(i)), "完成值为 ", rate->number, "%，而文字写", whole,
                                       std::string_view(counts.whole->printed), "、实际 ",
                                       std::string_view(counts.done->printed), "，应为 ", share->rounded(2), "%"),
                                   cat(quoted(context.name(i)), " is reported as ", rate->number,
                                       "%, but the text gives ", std::string_view(counts.done->printed), " of ",
                                       std::string_view(counts.whole->printed), ", ", share->rounded(2), "%")},
                                  {context.at(i, "actual"), context.at("goal.actual")});
    finding.working = {cat(counts.done->number, " ÷ ", counts.whole->number, " = ", share->rounded(2), "%"), {}};
    finding.fix = {"按实际人数（次数）重算完成值", "Work the rate out from the counts"};
  }
}

}  // namespace

extern const Rule kN610{
    .id = "N610",
    .name = "rate-differs-from-counts",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评应数据真实，结果与事实相符",
    .title = {"比率与文字中的人数、次数不符", "A rate differs from the counts in the text"},
    .doc = {"完成率、覆盖率、应检尽检率等由“应完成多少、完成多少”算出。文字写明了两个数而完成值是另一个比率时提示；"
            "合格率、通过率的分母不同，不在此列。改正：按实际数重算。",
            "Completion and coverage rates follow from two counts. Flagged when the text gives both and the table "
            "another rate; "
            "pass rates have other counts and are left out. Remedy: work it out again."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples =
        {flags("goal 计划安排32个保育员参加体检。 => 实际安排了32个保育员参加体检。\n产出/质量 保育员应检尽检率 "
               "| ≥90% | 90% | 2 | 2",
               "应为 100%"),
         flags("actual 应接种水痘疫苗儿童400人，实际接种水痘疫苗儿童340人。\n产出/质量 水痘疫苗接种率 | ≥95% | 98% | 5 "
               "| 5",
               "85%"),
         flags("goal 走访困难老人家庭200户。 => 走访困难老人家庭150户。\n产出/质量 困难老人家庭走访率 | 100% | 100% | "
               "5 | 5",
               "75%"),
         passes("goal 走访困难老人家庭200户。 => 走访困难老人家庭190户。\n产出/质量 困难老人家庭走访率 | 100% | 95% | "
                "5 | 4.75"),
         passes(
             "goal 新建村级停车场12处。 => 新建村级停车场12处。\n产出/质量 村级停车场验收合格率 | 100% | 98% | 5 | 5"),
         passes("goal 走访困难老人家庭200户。 => 走访困难老人家庭206户。\n产出/质量 困难老人家庭走访率 | 100% | 100% | "
                "5 | 5")},
};

}  // namespace jiheng::audit
