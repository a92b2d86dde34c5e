// N605: an item of the goal that no indicator measures.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

// An indicator answers an item when the item names its activity or a good part of its particulars.
bool answers(const Topic& topic, const PairSet& pairs, GroupMask groups) {
  if (topic.nothing()) return false;
  if ((topic.groups & groups) != 0) return true;
  return coverage(topic, pairs) >= (topic.pairs <= 4 ? 0.25 : 0.3);
}

// A goal told as a whole: one shared pair of characters is enough to leave it alone.
bool touched(const Context& context, std::string_view text) {
  const PairSet pairs(text);
  return std::any_of(context.filled.begin(), context.filled.end(), [&](std::size_t i) {
    return (context.topics[i].groups & context.expected.groups) != 0 || coverage(context.topics[i], pairs) > 0;
  });
}

bool measured(const Context& context, const Item& item) {
  const PairSet pairs(item.text);
  GroupMask groups = 0;
  for (const Clause& clause : context.expected.clauses) {
    if (clause.item == item.number) groups |= clause.groups;
  }
  return std::any_of(context.filled.begin(), context.filled.end(),
                     [&](std::size_t i) { return answers(context.topics[i], pairs, groups); });
}

void check(const Context& context, Report& report) {
  if (context.filled.size() < 3 || context.expected.empty()) return;
  const std::vector<Item>& items = context.expected.items;
  if (items.size() < 2) {
    // One goal as a whole: only when not a single indicator has anything of it.
    if (length(context.expected.text) < 12 || length(context.expected.text) > 120) return;
    if (touched(context, context.expected.text)) return;
    Finding& finding =
        report.add({"年度总体目标与各项指标没有可对应的内容，目标是否实现无从衡量",
                    "No indicator has anything in common with the goal, so its achievement cannot be measured"},
                   {context.at("goal.expected")});
    finding.working = {cat("目标：", quoted(context.expected.text, 40)), {}};
    finding.fix = {"把目标分解为可衡量的指标，或改写目标使其与指标对应",
                   "Break the goal down into indicators, or restate it to match them"};
    return;
  }
  for (const Item& item : items) {
    if (length(item.text) < 6 || measured(context, item)) continue;
    Finding& finding =
        report.add({cat("目标第 ", item.number, " 项（", quoted(item.text, 30), "）没有对应的指标"),
                    cat("Item ", item.number, " of the goal (", quoted(item.text, 30), ") has no indicator")},
                   {context.at("goal.expected")});
    finding.fix = {"为该项补充可衡量的产出或效益指标", "Add a measurable output or benefit indicator for it"};
  }
}

}  // namespace

extern const Rule kN605{
    .id = "N605",
    .name = "goal-without-indicator",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：指标应由绩效目标分解细化而来",
    .title = {"目标没有对应的指标", "A goal has no indicator"},
    .doc = {"年度目标的每一项都应有指标衡量。按名称中的关键词对照，一项也对不上的列出。改正：补充指标，或删去不属本项目"
            "的目标。",
            "Each item of the goal needs an indicator. Items with which no indicator's key words agree are listed. "
            "Remedy: add "
            "an indicator, or drop a goal that is not of this project."},
    .kinds = {},
    .check = check,
    .examples =
        {flags("expected 1、新建健身步道3公里。2、开展防溺水宣传。\n产出/数量 健身步道长度 | 3公里 | 3公里 | 20 | 20\n"
               "产出/质量 步道验收合格率 | 100% | 100% | 20 | 20\n满意度/服务对象 周边群众满意度 | 90% | 95% | 10 | 10",
               "第 2 项"),
         flags("expected 弘扬传统文化，传承地方戏曲，培养青年演员。\n产出/数量 覆盖乡镇数 | 15个 | 15个 | 30 | 30\n"
               "产出/质量 拨付准确性 | 准确 | 准确 | 10 | 10\n满意度/服务对象 社会公众满意度 | 90% | 95% | 10 | 10",
               "无从衡量"),
         passes(
             "expected 1、新建健身步道3公里。2、开展防溺水宣传。\n产出/数量 健身步道长度 | 3公里 | 3公里 | 20 | 20\n"
             "产出/数量 防溺水宣讲场次 | 8场 | 8场 | 20 | 20\n满意度/服务对象 周边群众满意度 | 90% | 95% | 10 | 10")},
};

}  // namespace jiheng::audit
