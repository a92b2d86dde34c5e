// I404: target and result have different units, or only one of them has one.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

const Unit* unit_named(const Lexicon& lexicon, std::string_view name) {
  for (const Unit& unit : lexicon.units) {
    if (unit.name == name) return &unit;
    for (const std::string& alias : unit.aliases) {
      if (alias == name) return &unit;
    }
  }
  return nullptr;
}

bool comparable(const Lexicon& lexicon, const std::string& a, const std::string& b) {
  const Unit* one = unit_named(lexicon, a);
  const Unit* other = unit_named(lexicon, b);
  return one == other || one == nullptr || other == nullptr ||
         (one->dimension == other->dimension && one->dimension != "count");
}

// People and person-times are I405's; money and parts of it convert.
bool people(const std::string& unit) {
  return unit == "人" || unit == "人次" || unit == "名";
}

void check(const Context& context, Report& report) {
  std::size_t both = 0;
  std::size_t bare = 0;
  std::vector<std::size_t> lacking;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.target.value || !row.actual.value || !row.unit.empty()) continue;
    const Value& target = *row.target.value;
    const Value& actual = *row.actual.value;
    if (target.kind != ValueKind::Number || actual.kind != ValueKind::Number || !actual.rest.empty() ||
        !target.rest.empty())
      continue;
    if (!target.unit.empty() && !actual.unit.empty()) {
      ++both;
      if (target.unit == actual.unit || comparable(context.lexicon, target.unit, actual.unit) ||
          (people(target.unit) && people(actual.unit)))
        continue;
      report
          .add({cat(quoted(context.name(i)), "指标值 ", row.target.printed, " 与完成值 ", row.actual.printed,
                    " 单位不同"),
                cat(quoted(context.name(i)), ": target ", row.target.printed, " and result ", row.actual.printed,
                    " have different units")},
               {context.at(i, "actual"), context.at(i, "target")})
          .fix = {cat("完成值按“", target.unit, "”填写"), cat("Give the result in ", target.unit)};
    } else if (!target.unit.empty() && actual.unit.empty() && !actual.number.is_zero()) {  // 0 needs no unit
      ++bare;
      lacking.push_back(i);
    }
  }
  // Where most results are bare numbers, that is how the form is laid out, not a slip.
  if (bare > both) return;
  for (const std::size_t i : lacking) {
    const Indicator& row = context.row(i);
    report
        .add(Severity::Advice,
             {cat(quoted(context.name(i)), "的完成值 ", row.actual.printed, " 缺单位（指标值 ", row.target.printed,
                  "）"),
              cat("The result ", row.actual.printed, " of ", quoted(context.name(i)), " has no unit (target ",
                  row.target.printed, ")")},
             {context.at(i, "actual")})
        .fix = {cat("补上单位“", row.target.value->unit, "”"), cat("Add the unit ", row.target.value->unit)};
  }
}

}  // namespace

extern const Rule kI404{
    .id = "I404",
    .name = "units-differ",
    .severity = Severity::Warning,
    .citation = "实务：完成值与指标值单位一致才能比较",
    .title = {"指标值与完成值单位不一致", "Target and result differ in their units"},
    .doc = {"指标值“50 个”、完成值“50 "
            "次”，比的不是一回事；别的行都有单位而这一行没有，多为漏填。多数行都不带单位的表视为格式如此，不指出。改正"
            "：统一单位。",
            "A target in 个 and a result in 次 are not compared; a row without unit among rows that have one is a "
            "slip. Forms whose "
            "results are mostly bare numbers are not flagged. Remedy: the same unit."},
    .kinds = {},
    .check = check,
    .examples = {flags(
                     "产出/数量 参加各类培训人次 | >=1200人 | =1200 | 2 | 2\n产出/数量 站点数量 | =2个 | =2个 | 2 | 2",
                     "缺单位"),
                 flags("产出/数量 发放资料 | 500份 | 500次 | 2 | 2", "单位不同"),
                 passes("产出/数量 站点数量 | =2个 | =2个 | 2 | 2\n产出/质量 合格率 | =90% | =90% | 2 | 2"),
                 passes("产出/数量 站点数量 | ≥2个 | 2 | 2 | 2\n产出/数量 活动次数 | ≥5次 | 5 | 2 | 2"),
                 passes("产出/成本 总成本 | ≤20万元 | 200000元 | 2 | 2")},
};

}  // namespace jiheng::audit
