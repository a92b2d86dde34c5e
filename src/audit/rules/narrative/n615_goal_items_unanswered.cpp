// N615: the result is far shorter than the goal, or leaves numbered items of it without an answer.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kLongGoal = 100;  // characters

// 已完成。完成年度目标。 – an answer without a single fact.
bool says_nothing(const Context& context) {
  if (context.actual.text.size() > 90) return false;
  std::string bare;
  for (std::size_t at = 0; at < context.actual.text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(context.actual.text, at);
    if (is_han(c) || (c < 0x80 && c > 0x2F)) bare.append(context.actual.text.substr(from, at - from));
  }
  const std::vector<std::string>& answers = context.lexicon.list("narrative_empty_answers");
  return std::find(answers.begin(), answers.end(), bare) != answers.end();
}

std::string unanswered_items(const Context& context) {
  const auto& wanted = context.expected.items;
  const auto& given = context.actual.items;
  if (wanted.size() < 2 || given.empty() || given.size() >= wanted.size()) return {};
  const PairSet told(context.actual.text);
  std::string missing;
  for (const Item& item : wanted) {
    if (std::any_of(given.begin(), given.end(), [&](const Item& answer) { return answer.number == item.number; }))
      continue;
    const Topic topic =
        topic_of(item.text.substr(0, std::min(item.text.size(), item.text.find("。"))), context.phrasebook);
    if ((topic.groups & context.actual.groups) != 0 || coverage(topic, told) >= 0.5) continue;
    missing += cat(missing.empty() ? "第 " : "、第 ", item.number, " 项（", quoted(item.text, 16), "）");
  }
  return missing;
}

void check(const Context& context, Report& report) {
  const Narrative& expected = context.expected;
  const Narrative& actual = context.actual;
  if (expected.empty() || actual.empty()) return;
  const std::size_t goal = length(expected.text), result = length(actual.text);
  const auto say = [&](Message message) {
    report.add(std::move(message), {context.at("goal.actual"), context.at("goal.expected")}).fix = {
        "对照目标逐项写明完成的事实和数量", "Answer the goal item by item, with facts and figures"};
  };
  if (goal >= 12 && says_nothing(context)) {
    say({cat("实际完成情况只写", quoted(actual.text), "，没有说明完成了什么"),
         cat("The result only says ", quoted(actual.text), ", nothing of what was done")});
    return;
  }
  if (const std::string missing = unanswered_items(context); !missing.empty()) {
    say({cat("目标有 ", expected.items.size(), " 项，完成情况只答了 ", actual.items.size(), " 项，缺", missing),
         cat("The goal has ", expected.items.size(), " items, the result answers ", actual.items.size(),
             "; missing: ", missing)});
    return;
  }
  if (goal >= kLongGoal && result * 5 < goal && actual.quantities.size() < 2) {
    say({cat("目标 ", goal, " 字，完成情况只有 ", result, " 字，多数内容没有回应"),
         cat("The goal has ", goal, " characters, the result ", result, ": most of it is not answered")});
  }
}

}  // namespace

extern const Rule kN615{
    .id = "N615",
    .name = "goal-items-unanswered",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评应对照绩效目标说明完成情况",
    .title = {"完成情况过短，目标没有逐项回应", "The result leaves parts of the goal unanswered"},
    .doc = {"完成情况只写“已完成”、比目标短得多，或漏答编号的项目，看不出目标是否实现。改正：逐项写明事实和数量。",
            "A result that says \"done\", is far shorter than the goal, or skips numbered items does not show that the "
            "goal was "
            "reached. Remedy: answer item by item."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("goal 更新老旧音响、灯光设备，添置新剧目所需道具。 => 已完成。", "已完成"),
                 flags("goal 1、改造供水管网8公里。2、新建水质化验室。3、更换智能水表。 => "
                       "1、改造供水管网8公里。3、更换智能水表2100块。",
                       "第 2 项"),
                 flags("goal "
                       "完成中小学校舍安全排查，对存在隐患的教学楼、宿舍楼进行加固，更换老化电路和消防器材，配备校园安"
                       "保人员和监控设备，"
                       "定期组织师生应急疏散演练，建立健全校园安全管理制度，确保全年不发生重大安全责任事故，家长和社会"
                       "满意。 => 校园安全形势平稳。",
                       "多数内容没有回应"),
                 passes("goal 1、改造供水管网8公里。2、新建水质化验室。3、更换智能水表。 => "
                        "改造管网8公里，水质化验室建成投用，更换智能水表2100块。"),
                 passes("goal 发放补贴 => 已完成")},
};

}  // namespace jiheng::audit
