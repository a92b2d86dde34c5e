// N603: the text itself shows that something was done later than planned, while timeliness has full marks.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/timetable.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

bool measures_timeliness(const Context& context, std::size_t i) {
  return context.row(i).level2 == Level2::Timeliness || contains(context.facts[i].name, "及时") ||
         contains(context.facts[i].name, "按时") || contains(context.facts[i].name, "按期");
}

void check(const Context& context, Report& report) {
  if (context.expected.events.empty() || context.actual.events.empty()) return;
  const Timetable& timetable = context.timetable;
  for (std::size_t p = 0; p < timetable.done.size(); ++p) {
    if (timetable.done[p] < 0) continue;
    const Event& planned = context.expected.events[p];
    const Event& done = context.actual.events[static_cast<std::size_t>(timetable.done[p])];
    if (done.month <= planned.last_month) continue;
    // The timeliness row of this kind of work; failing that, general ones.
    const Passage subject(planned.subject, timetable.kinds[p]);
    std::vector<std::size_t> own, all;
    for (const std::size_t i : context.filled) {
      if (!measures_timeliness(context, i)) continue;
      all.push_back(i);
      if ((context.topics[i].groups & timetable.kinds[p]) != 0 ||
          resemblance(context.topics[i], subject).strength >= 2) {
        own.push_back(i);
      }
    }
    const std::vector<std::size_t>& rows = own.empty() ? all : own;
    if (std::any_of(rows.begin(), rows.end(), [&](std::size_t i) { return context.facts[i].deducted; })) continue;
    std::vector<Place> places;
    std::string claims;
    for (const std::size_t i : own) {
      if (!context.facts[i].full) continue;
      places.push_back(context.at(i, "score"));
      claims += cat(claims.empty() ? "，而" : "、", quoted(context.name(i)));
    }
    if (!claims.empty()) claims += "得满分";
    places.push_back(context.at("goal.actual"));
    places.push_back(context.at("goal.expected"));
    Finding& finding = report.add(
        claims.empty() ? Severity::Advice : Severity::Warning,
        {cat(quoted(planned.subject), "计划 ", months_in_words(planned), "，实际 ", months_in_words(done), claims),
         cat(quoted(planned.subject), " was planned for month ", planned.last_month, ", done in month ", done.month)},
        std::move(places));
    finding.working = {cat("预期目标：", quoted(context.expected.clauses[planned.clause].text, 40), "；实际完成情况：",
                           quoted(context.actual.clauses[done.clause].text, 40)),
                       {}};
    finding.fix = {"时效指标按推迟的程度扣分并说明原因；若月份写错则更正",
                   "Deduct timeliness and give the cause, or correct the month"};
  }
}

}  // namespace

extern const Rule kN603{
    .id = "N603",
    .name = "done-later-than-planned",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：时效指标按实际完成时间评分",
    .title = {"实际开展的月份晚于计划", "Done in a later month than planned"},
    .doc = {"预期目标写明的月份与实际完成情况的月份对照，晚于计划即为推迟；及时性指标仍得满分的，评分依据不足。"
            "提前完成不提示。改正：按推迟程度扣分并说明原因。",
            "Months in the plan are held against months in the result. Later is a delay, and full marks for timeliness "
            "then "
            "lack a ground. Earlier is fine. Remedy: deduct and explain."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("expected 消防员培训3月开展。\nactual 5月开展消防员培训，参训40人。\n产出/时效 培训开展及时性 | "
                       "及时 | 及时 | 5 | 5",
                       "计划 3月，实际 5月"),
                 flags("expected 6月底前完成河道清淤工程。\nactual 河道清淤工程9月完成。\n产出/时效 清淤工程完成及时率 "
                       "| 100% | 100% | 5 | 5",
                       "实际 9月"),
                 flags("expected 第一季度发放高龄津贴。\nactual 5月发放高龄津贴。", "计划 1-3月"),
                 passes("expected 消防员培训5月开展。\nactual 4月开展消防员培训。\n产出/时效 培训开展及时性 | 及时 | "
                        "及时 | 5 | 5"),
                 passes("expected 消防员培训3月开展。\nactual 5月开展消防员培训。\n产出/时效 培训开展及时性 | 及时 | "
                        "推迟 | 5 | 3 | 师资调整"),
                 passes(
                     "expected 河道清淤工程6月完成，校舍修缮8月完成。\nactual 8月完成校舍修缮，6月完成河道清淤工程。")},
};

}  // namespace jiheng::audit
