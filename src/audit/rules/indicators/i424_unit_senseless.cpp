// I424: a unit that the indicator cannot have: a rate in people, a satisfaction in degrees.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!(facts.rate || facts.satisfaction) || !row.target.value || row.target.value->kind != ValueKind::Number)
      continue;
    const Value& target = *row.target.value;
    if (target.percent || target.unit.empty() || contains(target.unit, "/") || contains(target.unit, "分") ||
        contains(target.unit, "%"))
      continue;
    if (!target.rest.empty() || target.unit == "‰" || target.unit == "倍" || target.unit == "例") continue;
    report
        .add({cat(quoted(context.name(i)), "是", facts.satisfaction ? "满意度" : "比率", "，指标值 ",
                  row.target.printed, " 的单位“", target.unit, "”不成立"),
              cat(quoted(context.name(i)), " is a ", facts.satisfaction ? "satisfaction" : "rate", "; the unit ",
                  target.unit, " of its target ", row.target.printed, " makes no sense")},
             {context.at(i, "target")})
        .fix = {"改为百分数，或把名称改为所数的对象（如“签约人数”）", "Use a percentage, or name what is counted"};
  }
}

extern const Rule kI424{
    .id = "I424",
    .name = "unit-senseless",
    .severity = Severity::Warning,
    .citation = "实务：计量单位应与指标内容相符",
    .title = {"计量单位与指标不符", "A unit the indicator cannot have"},
    .doc = {"比率、满意度的单位是百分号；写成“人”“度”，名称与数值说的不是一回事。改正：换成百分数，或改名称。",
            "Rates and satisfaction are percentages; in people or degrees the name and the number speak of different "
            "things."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 家庭医生签约率 | 24694人 | 22584人 | 2 | 1.7", "单位“人”"),
                 flags("满意度/服务对象 特殊人员满意度 | 90.00(度) | - | 2 | -", "不成立"),
                 passes("产出/数量 家庭医生签约率 | 75% | 70% | 2 | 1.87"),
                 passes("产出/数量 家庭医生签约人数 | 24694人 | 22584人 | 2 | 1.83"),
                 passes("满意度/服务对象 居民满意度 | 90分 | 92分 | 2 | 2")},
};

}  // namespace jiheng::audit
