// N613: the text names another body of the same kind as the form's unit: perhaps copied from its form.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

// Up to `count` Han characters that stand right before `at`.
std::string_view han_before(std::string_view text, std::size_t at, int count) {
  std::size_t begin = at;
  while (begin >= 3 && count-- > 0) {
    std::size_t next = begin - 3;
    if (!is_han(next_code_point(text, next)) || next != begin) break;
    begin -= 3;
  }
  return text.substr(begin, at - begin);
}

bool generic(const Context& context, std::string_view name) {
  const std::vector<std::string>& words = context.lexicon.list("narrative_body_generic");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return ends_with(name, word); });
}

void check(const Context& context, Report& report) {
  const std::string unit = key_of(context.form.unit.printed);
  if (unit.empty() || (context.expected.empty() && context.actual.empty())) return;
  const auto own = [&] {
    return unit + "|" + key_of(context.form.department.printed) + "|" + key_of(context.form.project_name.printed) +
           "|" + key_of(context.form.title.printed);
  };
  for (const std::string& suffix : context.lexicon.list("narrative_body_suffixes")) {
    // Only a school that writes of another school, a street of another street.
    if (!contains(unit, suffix)) continue;
    for (const Side side : {Side::Expected, Side::Actual}) {
      const std::string_view text = narrative_of(context, side).text;
      for (std::size_t at = text.find(suffix); at != std::string_view::npos;
           at = text.find(suffix, at + suffix.size())) {
        const std::string_view name = han_before(text, at, 2);
        if (name.size() < 6 || contains(own(), name) || generic(context, name)) continue;
        // A unit that goes by its own name too may rightly speak of others.
        const std::string_view own_name = han_before(unit, unit.find(suffix), 2);
        if (own_name.size() < 6 || contains(text, own_name)) continue;
        const std::string found = cat(std::string_view(han_before(text, at, 4)), std::string_view(suffix));
        Finding& finding =
            report.add({cat(side == Side::Expected ? "预期目标" : "实际完成情况", "提到", quoted(found),
                            "，本表的单位是", quoted(context.form.unit.printed), "，疑为套用其他单位的文字"),
                        cat("The text names ", quoted(found), ", the form is of ", quoted(context.form.unit.printed))},
                       {context.at(side == Side::Expected ? "goal.expected" : "goal.actual"), context.at("unit")});
        finding.fix = {"核对文字是否属于本单位、本项目", "Check that the text is of this unit and project"};
        return;
      }
    }
    return;  // the most particular suffix of the unit's name decides
  }
}

}  // namespace

extern const Rule kN613{
    .id = "N613",
    .name = "another-body-named",
    .severity = Severity::Advice,
    .citation = "实务：套用其他单位的文字",
    .title = {"文字中出现别的单位", "The text names another body"},
    .doc = {"学校的表写到别的学校、街道的表写到别的街道，而没有提到自己，多为套用他人文字。只比较同类单位。改正：核对并"
            "改为本单位情况。",
            "A school's form that names another school, and never itself, was probably copied. Only bodies of one kind "
            "are "
            "compared. Remedy: check and write of this unit."},
    .kinds = {},
    .check = check,
    .examples = {flags("unit 青石县云岭小学\nactual 更换桃源小学破损课桌80套，改善办学条件。", "桃源小学"),
                 flags("unit 清河市柳林街道办事处\nexpected 提升东湖街道办事处便民服务水平。", "东湖街道"),
                 flags("unit 白沙镇卫生院\nactual 马桥卫生院开展义诊12次。", "马桥卫生院"),
                 passes("unit 青石县云岭小学\nactual 更换云岭小学破损课桌80套，赴桃源小学交流2次。"),
                 passes("unit 青石县教育局\nactual 为桃源小学更换课桌80套。"),
                 passes("unit 清河市柳林街道办事处\nexpected 整治主要街道两侧乱停车。")},
};

}  // namespace jiheng::audit
