// P904: a private person is named together with a benefit or an illness.
#include <algorithm>

#include "audit/context.h"
#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

bool holds_any(const Context& context, std::string_view list, std::string_view text) {
  const std::vector<std::string>& words = context.lexicon.list(list);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return contains(text, word); });
}

std::string_view character_at(std::string_view text, std::size_t at) {
  std::size_t next = at;
  if (at < text.size()) next_code_point(text, next);
  return text.substr(at, next - at);
}

// A name right behind a mark: 患者王某某 is masked, 患者王小明因 is not. The character behind a name
// is no Han of a longer word: a particle, a sign, or one of 因 的 等 同 户 家 患.
std::string_view name_at(const Context& context, std::string_view text, std::size_t at) {
  const std::string_view surname = character_at(text, at);
  const std::vector<std::string>& surnames = context.lexicon.list("narrative_surnames");
  if (surname.size() != 3 || surnames.empty() || !contains(surnames.front(), surname)) return {};
  std::size_t end = at + surname.size();
  for (int given = 0; given < 2; ++given) {
    const std::string_view next = character_at(text, end);
    if (next == "某" || next == "*" || next == "×" || next == "X") return {};
    std::size_t after = end;
    if (next.empty() || !is_han(next_code_point(next, after = 0))) return {};
    end += next.size();
    const std::string_view follower = character_at(text, end);
    static constexpr std::string_view kFollowers[] = {"",  "因", "等", "患", "，", ",",  "。", "(",  ")",  "、", "；",
                                                      ";", "的", "家", "同", "发", "送", "申", "办", "支", "提"};
    if (std::find(std::begin(kFollowers), std::end(kFollowers), follower) != std::end(kFollowers))
      return text.substr(at, end - at);
  }
  return {};
}

void check(const Context& context, Report& report) {
  for (const Side side : {Side::Expected, Side::Actual}) {
    const Narrative& narrative = narrative_of(context, side);
    for (const PersonMark& mark : narrative.persons) {
      const std::string_view clause = narrative.clauses[mark.clause].text;
      const auto behind = static_cast<std::size_t>(mark.word.data() + mark.word.size() - clause.data());
      const std::string_view name = name_at(context, clause, behind);
      if (name.empty() || !holds_any(context, "narrative_sensitive_matters", clause)) continue;
      Finding& finding =
          report.add({cat("文字点名个人（", std::string_view(character_at(name, 0)), "某）并写到其救助或病情"),
                      "A private person is named together with a benefit or an illness"},
                     {context.at(side == Side::Expected ? "goal.expected" : "goal.actual")});
      finding.fix = {"隐去姓名，写人数和类别", "Leave out the name; give numbers and kinds"};
      break;
    }
  }
}

}  // namespace

extern const Rule kP904{
    .id = "P904",
    .name = "named-person-with-benefit",
    .severity = Severity::Warning,
    .citation = "个人信息保护法：敏感个人信息",
    .title = {"点名个人并写到救助或病情", "A person named with a benefit or an illness"},
    .doc = {"救助、病情属敏感个人信息，公开时应隐去姓名。按“患者、低保户”等后接姓名识别；“某”字遮盖的不提示。",
            "Benefits and illnesses are sensitive. Recognised by a name behind 患者, 低保户 and the like; masked names "
            "are passed."},
    .kinds = {},
    .check = check,
    .examples = {flags("actual 救助患者王小明，因白血病支付手术费3万元。救助白血病患者李建国等人。", "某"),
                 flags("actual 为低保户张桂芳发放临时救助2000元。", "张某"),
                 flags("actual 慰问残疾人陈志远、送去补助1000元。", "陈某"),
                 passes("actual 救助白血病患者王某某等12人。"), passes("actual 为低保户发放临时救助200户次。"),
                 passes("actual 残疾人康复中心建成，补助学生高中阶段学费。")},
};

}  // namespace jiheng::audit
