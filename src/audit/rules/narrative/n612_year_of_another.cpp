// N612: the goal texts speak of another year than the form's.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

void check_side(const Context& context, Report& report, Side side, int year) {
  const Narrative& narrative = narrative_of(context, side);
  const auto& years = narrative.years;
  // The form's own year is told as well: the other one is history or outlook.
  if (std::any_of(years.begin(), years.end(), [&](const YearMention& mention) { return mention.year == year; })) return;
  for (const YearMention& mention : years) {
    if (mention.explained) continue;
    if (mention.year > year) continue;  // plans and outlooks look ahead
    if (contains(context.form.project_name.printed, std::to_string(mention.year))) continue;
    Finding& finding = report.add(
        {cat(side == Side::Expected ? "预期目标" : "实际完成情况", "写的是 ", mention.year, " 年，本表为 ", year,
             " 年度（", quoted(narrative.clauses[mention.clause].text, 30), "），疑为沿用以前年度的文字"),
         cat("The text speaks of ", mention.year, ", the form is for ", year, ": perhaps copied from another year")},
        {context.at(side == Side::Expected ? "goal.expected" : "goal.actual"), context.at("year")});
    finding.fix = {"改为本年度的情况；确为以前年度事项的，写明结转",
                   "Write this year's facts, or say that the matter is carried over"};
    return;
  }
}

void check(const Context& context, Report& report) {
  if (!context.form.year.value) return;
  check_side(context, report, Side::Expected, *context.form.year.value);
  check_side(context, report, Side::Actual, *context.form.year.value);
}

}  // namespace

extern const Rule kN612{
    .id = "N612",
    .name = "text-of-another-year",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评以预算年度为周期",
    .title = {"文字写的是别的年度", "The text speaks of another year"},
    .doc = {"目标和完成情况应是本年度的。只出现别的年份而没有本年的，多为照搬上年文字。规划期（2021-"
            "2025年）、结转、文件年份、"
            "“自某年起”不提示；以后的年份不提示。改正：改为本年度情况。",
            "Goal and result are of the form's year. A text that names only another year is usually last year's. Plan "
            "periods, "
            "carry-over, years of documents and of a beginning, and later years are passed. Remedy: write this year's "
            "facts."},
    .kinds = {},
    .check = check,
    .examples = {flags("year 2023\nactual 2021年共救助流浪人员86人次。", "2021 年"),
                 flags("year 2024\nexpected 2022年完成灌区渠道衬砌12公里。", "2022 年"),
                 flags("year 2022\nactual 中心2021年组织文化下乡20场。", "2021 年"),
                 passes("year 2023\nexpected 落实2021-2025年水土保持规划，治理坡耕地300亩。"),
                 passes("year 2021\nactual 改造危桥41座，剩余1座计划2022年5月完工。"),
                 passes("year 2023\nactual 使用2022年度结转资金完成渠道衬砌。"),
                 passes("year 2023\nactual 2023年救助86人次，比2022年减少12人次。"),
                 passes("year 2023\nexpected 自2019年起实施营养改善计划，全年供餐200天。")},
};

}  // namespace jiheng::audit
