// N609: a goal of one sentence without a number, or one that only repeats the project's name.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kShortGoal = 60;  // characters

void check(const Context& context, Report& report) {
  const Narrative& expected = context.expected;
  if (expected.empty() || !expected.quantities.empty() || !expected.events.empty()) return;
  const std::vector<char16_t> goal = meaning_characters(expected.text);
  const std::vector<char16_t> name = meaning_characters(context.form.project_name.printed);
  if (goal.size() >= 2 && !name.empty() && goal.size() <= name.size() + 4 && containment(goal, name) > 0.95) {
    Finding& finding = report.add(Severity::Warning,
                                  {cat("年度目标只重复了项目名称（", quoted(expected.text, 30), "），没有目标"),
                                   cat("The goal only repeats the project's name (", quoted(expected.text, 30), ")")},
                                  {context.at("goal.expected"), context.at("project_name")});
    finding.fix = {"写明本年要完成什么、完成多少、达到什么效果",
                   "State what is to be done this year, how much, and to what effect"};
    return;
  }
  const auto sentences = std::count_if(expected.clauses.begin(), expected.clauses.end(),
                                       [](const Clause& clause) { return clause.starts_sentence; });
  const std::size_t size = length(expected.text);
  if (size >= kShortGoal || sentences > 2 || expected.items.size() > 1) return;
  Finding& finding =
      report.add({cat("年度目标过于笼统：只有 ", size, " 字，没有数量和时间（", quoted(expected.text, 30), "）"),
                  cat("The goal is too vague: ", size, " characters, no figure and no date")},
                 {context.at("goal.expected")});
  finding.fix = {"写明本年要完成什么、完成多少、何时完成、达到什么效果",
                 "State what, how much, by when, and to what effect"};
}

}  // namespace

extern const Rule kN609{
    .id = "N609",
    .name = "goal-too-vague",
    .severity = Severity::Advice,
    .citation = "财预〔2015〕88号：绩效目标应指向明确、细化量化",
    .title = {"年度目标过于笼统", "The goal is too vague"},
    .doc = {"只有一句口号、没有数量和时间的目标无法考核；只重复项目名称的等于没有目标。改正：写明做什么、做多少、何时、"
            "达到什么效果。",
            "A slogan without figure or date cannot be examined; a repeated project name is no goal. Remedy: say what, "
            "how much, "
            "by when, to what effect."},
    .kinds = {},
    .check = check,
    .examples = {flags("expected 提升基层医疗服务能力，保障群众健康。", "过于笼统"),
                 flags("name 农村公路养护经费\nexpected 农村公路养护", "只重复了项目名称"),
                 flags("expected 保障学校正常运转。", "过于笼统"),
                 passes("expected 养护农村公路36公里，保障群众出行。"),
                 passes("expected 6月底前完成校舍加固，秋季开学投入使用。")},
};

}  // namespace jiheng::audit
