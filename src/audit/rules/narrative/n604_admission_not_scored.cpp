// N604: the result text admits a delay, a cancellation or a shortfall, and no indicator lost points for it.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

std::string_view in_words(Admission::Kind kind) {
  switch (kind) {
    case Admission::Kind::Delay: return "推迟";
    case Admission::Kind::Cancelled: return "取消或没有开展";
    case Admission::Kind::Shortfall: return "没有完成";
  }
  return "没有完成";
}

bool anything_deducted(const Context& context) {
  if (std::any_of(context.scored.begin(), context.scored.end(),
                  [&](std::size_t i) { return context.facts[i].deducted; }))
    return true;
  const ScoreLine* execution = context.execution;
  return execution != nullptr && execution->printed && execution->weight && *execution->printed < *execution->weight;
}

void check(const Context& context, Report& report) {
  if (!context.scores_printed || context.actual.admissions.empty()) return;
  const bool deducted = anything_deducted(context);
  std::size_t last_clause = context.actual.clauses.size();
  for (const Admission& admission : context.actual.admissions) {
    if (admission.clause == last_clause) continue;  // 因故推迟，尚未完成: one story
    last_clause = admission.clause;
    const std::vector<std::size_t> rows = indicators_in(context, context.actual, admission.clause, 1);
    std::vector<Place> places;
    std::string names;
    bool told = false;
    for (const std::size_t i : rows) {
      if (context.facts[i].deducted) told = true;
      if (!context.facts[i].full || places.size() == 3) continue;
      places.push_back(context.at(i, "score"));
      names += cat(names.empty() ? "" : "、", quoted(context.name(i)));
    }
    // Without a row that speaks of it, any deduction may be the answer.
    if (told || (places.empty() && deducted)) continue;
    const std::string claim = places.empty() ? std::string("各项指标均未扣分") : cat(names, "仍得满分");
    places.push_back(context.at("goal.actual"));
    Finding& finding = report.add({cat("实际完成情况承认", in_words(admission.kind), "（",
                                       quoted(context.actual.clauses[admission.clause].text, 40), "），", claim),
                                   cat("The result admits: ", quoted(context.actual.clauses[admission.clause].text, 40),
                                       "; no points were deducted for it")},
                                  std::move(places));
    finding.fix = {"在相应指标如实填写完成值并按比例扣分，写明原因和改进措施",
                   "Enter the real result in the indicator concerned, deduct in proportion, give cause and remedy"};
  }
}

}  // namespace

extern const Rule kN604{
    .id = "N604",
    .name = "admission-not-scored",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：未完成的指标应扣分并分析原因",
    .title = {"文字承认推迟、取消或未完成，评分没有反映", "The text admits a failure that is not scored"},
    .doc =
        {"实际完成情况写明推迟、取消、尚未完成等，而有关指标仍得满分。“未发生延误”“杜绝逾期”等否定说法和"
         "“逾期贷款”“未达标企业”等工作对象不提示。改正：有关指标按实扣分，说明原因和措施。",
         "The result tells of a delay, a cancellation or a shortfall while the indicators concerned have full marks. "
         "Negations and matters that the project deals with are passed. Remedy: deduct, give cause and remedy."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("actual 受汛期影响，堤防加固工程推迟至次年完工。\n产出/数量 堤防加固工程长度 | 5公里 | 5公里 | "
                       "10 | 10\n产出/时效 完工及时率 | 100% | 100% | 10 | 10",
                       "堤防加固工程推迟"),
                 flags("actual 原定的两场惠民演出取消。\n产出/数量 惠民演出场次 | 10场 | 10场 | 10 | 10", "取消"),
                 flags("actual 设备采购尚未完成验收。\n产出/质量 采购设备验收合格率 | 100% | 100% | 10 | 10", "尚未"),
                 passes("actual 全年工程未发生延误，各项任务按期完成。\n产出/时效 完工及时率 | 100% | 100% | 10 | 10"),
                 passes(
                     "actual 清收逾期贷款200万元，整改未达标企业12家。\n产出/数量 整改企业数 | 12家 | 12家 | 10 | 10"),
                 passes("actual 原定的两场惠民演出取消。\n产出/数量 惠民演出场次 | 10场 | 8场 | 10 | 8 | 天气原因")},
};

}  // namespace jiheng::audit
