// N607: the result text (实际完成情况) copies the goal (预期目标).
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr double kCopied = 0.9;  // share of the result's character pairs that stand in the goal

// Without the two characters that only turn a plan into the past: 改善了, 已更换.
std::vector<char16_t> without_tense(std::string_view text) {
  std::vector<char16_t> out = meaning_characters(text);
  out.erase(std::remove_if(out.begin(), out.end(), [](char16_t c) { return c == u'了' || c == u'已'; }), out.end());
  return out;
}

// A figure that the goal does not have makes it a report of its own.
bool has_figures_of_its_own(const Context& context) {
  return std::any_of(context.actual.quantities.begin(), context.actual.quantities.end(), [&](const Quantity& told) {
    return std::none_of(
        context.expected.quantities.begin(), context.expected.quantities.end(),
        [&](const Quantity& planned) { return planned.number == told.number && planned.unit == told.unit; });
  });
}

void check(const Context& context, Report& report) {
  if (context.actual.empty() || context.expected.empty()) return;
  if (context.expected.text == context.actual.text) {
    const std::size_t size = length(context.actual.text);
    if (size < 6) return;
    Finding& finding = report.add({cat("实际完成情况与预期目标一字不差（", size, " 字）"),
                                   cat("The result repeats the goal word for word (", size, " characters)")},
                                  {context.at("goal.actual"), context.at("goal.expected")});
    finding.fix = {"写明实际做了什么、做了多少、效果如何", "Tell what was done, how much, and to what effect"};
    return;
  }
  if (2 * context.actual.text.size() < context.expected.text.size() || has_figures_of_its_own(context)) return;
  const std::vector<char16_t> goal = without_tense(context.expected.text);
  const std::vector<char16_t> result = without_tense(context.actual.text);
  if (result.size() < 12) return;
  const double share = containment(result, goal);
  if (share < kCopied) return;
  Finding& finding =
      report.add({cat("实际完成情况与预期目标几乎相同（",
                      percent(Decimal::scaled(static_cast<std::int64_t>(share * 1000), 3)), " 的文字出自目标）"),
                  "The result is almost the same text as the goal"},
                 {context.at("goal.actual"), context.at("goal.expected")});
  finding.fix = {"写明实际做了什么、做了多少、效果如何", "Tell what was done, how much, and to what effect"};
}

}  // namespace

extern const Rule kN607{
    .id = "N607",
    .name = "result-copies-goal",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评应说明绩效目标的实际完成情况",
    .title = {"实际完成情况照抄预期目标", "The result copies the goal"},
    .doc = {"完成情况应写事实。与目标相同或只加了“已”“了”的，看不出完成了什么。文字中有目标所没有的数的不提示。改正：写"
            "明事实和数。",
            "The result should state facts. One that repeats the goal, or only turns it into the past, says nothing. "
            "Texts with "
            "figures of their own are passed. Remedy: write facts and figures."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples =
        {flags("goal 确保农村饮水安全，保障群众身体健康 => 确保农村饮水安全，保障群众身体健康", "一字不差"),
         flags("goal 改善校舍条件，对破损门窗进行更换，为师生提供安全的环境。 => "
               "改善了校舍条件，对破损门窗进行更换，为师生提供了安全的环境。",
               "几乎相同"),
         passes("goal 更换破损门窗，改善校舍条件。 => 更换破损门窗86樘，改善校舍条件。"),
         passes("goal 更换破损门窗，改善校舍条件。 => 暑期完成三所学校的门窗更换，冬季室温明显提高，家长反映良好。")},
};

}  // namespace jiheng::audit
