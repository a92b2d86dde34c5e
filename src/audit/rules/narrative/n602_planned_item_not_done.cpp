// N602: the plan names several events, the result tells of only some of them.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "audit/timetable.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

bool counts_events(const Context& context, std::size_t i) {
  const std::string_view name = context.facts[i].name;
  return !context.row(i).actual.value->percent &&
         (ends_with(name, "次数") || ends_with(name, "场次") || ends_with(name, "场数") || ends_with(name, "期数") ||
          ends_with(name, "数量") || ends_with(name, "期次"));
}

// Rows that count events of that kind and claim all their points: 各类培训次数 =5次.
std::vector<std::size_t> full_counts(const Context& context, GroupMask groups) {
  std::vector<std::size_t> out;
  for (const std::size_t i : context.filled) {
    if (context.facts[i].full && (context.topics[i].groups & groups) != 0 &&
        number_of(context, i, Side::Actual) != nullptr && counts_events(context, i) && context.topics[i].general()) {
      out.push_back(i);
    }
  }
  return out;
}

// 全年开展培训5次: the number is told though the list is not.
bool told_as_number(const Context& context, GroupMask groups, std::size_t planned) {
  for (const Quantity& quantity : context.actual.quantities) {
    const GroupMask named = context.actual.clauses[quantity.clause].groups;
    if ((groups == 0 || (named & groups) != 0) && quantity.number >= Decimal(static_cast<std::int64_t>(planned)) &&
        (quantity.unit == "次" || quantity.unit == "场" || quantity.unit == "期" || quantity.unit == "项" ||
         quantity.unit == "场次" || quantity.unit == "个" || quantity.unit == "轮")) {
      return true;
    }
  }
  return false;
}

std::string names_of(const Context& context, const std::vector<std::size_t>& events) {
  std::string out;
  for (const std::size_t event : events) {
    if (!out.empty()) out += "、";
    out += cat(std::string_view(context.expected.events[event].subject), "（",
               months_in_words(context.expected.events[event]), "）");
  }
  return out;
}

void check_events(const Context& context, Report& report) {
  if (context.expected.events.size() < 2) return;
  Timetable timetable = context.timetable;
  // Events of one kind are one list: trainings are held against trainings. Those of no known kind are another.
  for (GroupMask& kind : timetable.kinds) {
    const auto alike = std::count_if(timetable.kinds.begin(), timetable.kinds.end(),
                                     [&](GroupMask other) { return (other & kind) != 0; });
    if (alike < 2) kind = 0;
  }
  std::vector<bool> told(context.expected.events.size(), false);
  for (std::size_t first = 0; first < context.expected.events.size(); ++first) {
    if (told[first]) continue;
    const GroupMask kind = timetable.kinds[first];
    std::vector<std::size_t> list, missing;
    for (std::size_t i = first; i < context.expected.events.size(); ++i) {
      const bool same = kind == 0 ? timetable.kinds[i] == 0 : (timetable.kinds[i] & kind) != 0;
      if (told[i] || !same) continue;
      told[i] = true;
      list.push_back(i);
      if (!timetable.mentioned[i]) missing.push_back(i);
    }
    if (list.size() < 2 || missing.empty() || missing.size() == list.size()) continue;
    if (told_as_number(context, kind, list.size())) continue;
    std::vector<Place> places = {context.at("goal.actual"), context.at("goal.expected")};
    std::string claims;
    for (const std::size_t i : full_counts(context, kind)) {
      places.push_back(context.at(i, "actual"));
      claims +=
          cat("，而", quoted(context.name(i)), "完成值 ", std::string_view(context.row(i).actual.printed), "、得满分");
    }
    Finding& finding =
        report.add({cat("计划按月安排 ", list.size(), " 项，完成情况只写到 ", list.size() - missing.size(),
                        " 项，未提及 ", names_of(context, missing), claims),
                    cat("The plan names ", list.size(), " dated events; the result tells of ",
                        list.size() - missing.size(), ". Missing: ", names_of(context, missing))},
                   std::move(places));
    finding.fix = {"逐项写明完成情况；没有开展的如实填写完成值并说明原因",
                   "Report each planned event; where one was not held, correct the result and give the cause"};
  }
}

// 计划举办讲座3场 … 举办讲座2场: the text itself says that less was done.
void check_counts(const Context& context, Report& report) {
  std::vector<Passage> told;  // the clauses of the figures of the result, read when the first planned one asks
  for (const Quantity& planned : context.expected.quantities) {
    if (planned.unit.empty() || planned.unit == "%" || planned.per_one || planned.part || planned.approximate ||
        planned.bound == Comparison::AtMost || in_yuan(planned, true)) {
      continue;
    }
    const Topic topic = topic_of(planned.after.empty() ? planned.before : planned.after, context.phrasebook);
    if (topic.pairs < 2) continue;
    if (told.empty()) told.reserve(context.actual.quantities.size());
    for (std::size_t d = told.size(); d < context.actual.quantities.size(); ++d) {
      const Clause& clause = context.actual.clauses[context.actual.quantities[d].clause];
      told.emplace_back(clause.text, clause.groups);
    }
    const Quantity* best = nullptr;
    bool settled = false;
    for (std::size_t d = 0; d < told.size(); ++d) {
      const Quantity& done = context.actual.quantities[d];
      if (done.unit != planned.unit || done.per_one || done.part || done.planned) continue;
      if (resemblance(topic, told[d]).strength < 3) continue;
      const Topic other = topic_of(done.after.empty() ? done.before : done.after, context.phrasebook);
      if (other.pairs < 1) continue;
      if (!agrees(done, planned.number) && done.number < planned.number && other.pairs <= topic.pairs + 2)
        best = &done;
      else
        settled = true;
    }
    if (best == nullptr || settled) continue;
    // An indicator that lost points for it has told the story already.
    const std::vector<std::size_t> rows = indicators_in(context, context.actual, best->clause, 2);
    if (std::any_of(rows.begin(), rows.end(), [&](std::size_t i) { return context.facts[i].deducted; })) continue;
    Finding& finding = report.add({cat("计划 ", std::string_view(planned.printed), "（",
                                       quoted(context.expected.clauses[planned.clause].text, 24), "），完成情况只有 ",
                                       std::string_view(best->printed), "，未见扣分或说明"),
                                   cat("Planned ", std::string_view(planned.printed), ", reported ",
                                       std::string_view(best->printed), ", nothing deducted")},
                                  {context.at("goal.actual"), context.at("goal.expected")});
    finding.working = {cat("完成情况原文：", quoted(context.actual.clauses[best->clause].text, 40)), {}};
    finding.fix = {"核对完成数；确未完成的，在相应指标扣分并说明原因",
                   "Check the figure; if less was done, deduct and explain"};
  }
}

void check(const Context& context, Report& report) {
  if (context.expected.empty() || context.actual.empty()) return;
  check_events(context, report);
  check_counts(context, report);
}

}  // namespace

extern const Rule kN602{
    .id = "N602",
    .name = "planned-item-not-done",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评应对照绩效目标说明完成情况",
    .title = {"计划的事项在完成情况中没有着落", "Planned events are missing from the result"},
    .doc =
        {"预期目标列出月份的各项工作，实际完成情况应逐项对应。只写到其中几项，而次数指标仍按全部完成计满分，"
         "说明完成值可能照抄目标。改正：逐项写明，未开展的如实扣分并说明原因。",
         "Each dated event of the plan needs an answer in the result. When only some are told and the count still has "
         "full marks, the result was probably copied from the target. Remedy: report each; deduct what was not held."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("expected 护林员培训3月开展，消防员培训6月开展，村干部培训9月开展。\nactual "
                       "3月开展护林员培训，9月开展村干部培训。\n"
                       "产出/数量 各类培训次数 | 3次 | 3次 | 10 | 10",
                       "消防员培训（6月）"),
                 flags("expected 4月举办春季书市，7月举办少儿合唱节，11月举办戏曲展演周。\nactual "
                       "4月举办春季书市，7月举办少儿合唱节，反响良好。",
                       "戏曲展演周"),
                 flags("expected 计划新建村级养老服务站6个。\nactual 新建村级养老服务站4个。", "4个"),
                 passes("expected 护林员培训3月开展，消防员培训6月开展。\nactual 护林员培训、消防员培训均已开展。"),
                 passes("expected 护林员培训3月开展，消防员培训6月开展，村干部培训9月开展。\nactual "
                        "3月开展护林员培训，全年共举办培训3次。"),
                 passes("expected 计划新建村级养老服务站6个。\nactual 新建村级养老服务站6个，其中示范站2个。")},
};

}  // namespace jiheng::audit
