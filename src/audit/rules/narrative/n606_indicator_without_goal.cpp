// N606: a quantity indicator that neither the goal, nor the result text, nor the project's name speaks of.
#include <optional>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kTellingGoal = 60;  // characters; a shorter goal leaves things out by nature

void check(const Context& context, Report& report) {
  if (length(context.expected.text) < kTellingGoal) return;
  std::optional<PairSet> pairs;  // made for the first row that needs it
  const GroupMask groups =
      context.expected.groups | context.actual.groups | context.phrasebook.groups(context.form.project_name.printed);
  std::vector<Place> places;
  std::string names;
  for (const std::size_t i : context.filled) {
    const Topic& topic = context.topics[i];
    if (context.row(i).level2 != Level2::Quantity || topic.pairs < 3 || (topic.groups & groups) != 0) continue;
    if (!pairs) {
      pairs.emplace(context.expected.text);
      pairs->add(context.actual.text);
      pairs->add(context.form.project_name.printed);
    }
    if (coverage(topic, *pairs) > 0) continue;
    if (places.size() < 3) names += cat(names.empty() ? "" : "、", quoted(context.name(i)));
    places.push_back(context.at(i, "l3"));
  }
  if (places.empty()) return;
  if (places.size() > 3) names += cat("等 ", places.size(), " 项");
  places.push_back(context.at("goal.expected"));
  Finding& finding = report.add({cat("指标", names, "在年度目标中没有提到"), cat("The goal says nothing of ", names)},
                                std::move(places));
  finding.fix = {"在目标中写明这项任务，或核对该指标是否属于本项目",
                 "Name the task in the goal, or check that the indicator belongs to this project"};
}

}  // namespace

extern const Rule kN606{
    .id = "N606",
    .name = "indicator-without-goal",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：指标应由绩效目标分解细化而来",
    .title = {"指标在目标中没有依据", "An indicator has no goal"},
    .doc = {"数量指标应来自年度目标。目标写得较详细，而某项数量指标的关键词在目标、完成情况和项目名称中都没有出现，"
            "可能是从别的项目抄来的。改正：补写目标或删改指标。",
            "Quantity indicators derive from the goal. Where a detailed goal, the result and the project's name never "
            "speak of "
            "an indicator, it may be copied from another project. Remedy: complete the goal or change the indicator."},
    .kinds = {},
    .check = check,
    .examples =
        {flags(
             "expected 完成城区三座公园的园路翻修，更换破损座椅和照明灯具，补种行道树木，改善市民休闲环境，"
             "全年保持公园设施完好、环境整洁，为市民提供良好的休闲去处和锻炼场所。\n"
             "产出/数量 翻修园路面积 | 900平方米 | 900平方米 | 20 | 20\n产出/数量 骨髓配型份数 | 30份 | 30份 | 20 | 20",
             "骨髓配型份数"),
         passes("expected 完成城区三座公园的园路翻修，更换破损座椅和照明灯具，补种行道树木，改善市民休闲环境，"
                "全年保持公园设施完好、环境整洁，为市民提供良好的休闲去处和锻炼场所。\n"
                "产出/数量 翻修园路面积 | 900平方米 | 900平方米 | 20 | 20\n产出/数量 更换座椅数量 | 30张 | 30张 | 20 | "
                "20"),
         passes("expected 改善公园环境。\n产出/数量 骨髓配型份数 | 30份 | 30份 | 20 | 20")},
};

}  // namespace jiheng::audit
