// T503: a level with a name of its own instead of the standard one.
#include <array>

#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::array<Level1, 4> kFirst = {Level1::Output, Level1::Benefit, Level1::Satisfaction, Level1::Cost};
constexpr std::array<Level2, 12> kSecond = {Level2::Quantity,     Level2::Quality,     Level2::Timeliness,
                                            Level2::Cost,         Level2::Economic,    Level2::Social,
                                            Level2::Ecological,   Level2::Sustainable, Level2::ServiceSatisfaction,
                                            Level2::EconomicCost, Level2::SocialCost,  Level2::EcologicalCost};

// The standard name that shares most with the printed one; "" if none shares two characters.
template <class Levels>
std::string_view nearest(std::string_view key, const Levels& levels) {
  std::string_view best;
  std::size_t most = 1;
  for (const auto level : levels) {
    std::string_view name = name_of(level);
    const std::string_view stem = ends_with(name, "指标") ? name.substr(0, name.size() - 6) : name;
    const std::size_t shared = common_run(key, stem);
    if (shared > most) {
      most = shared;
      best = name;
    }
  }
  return best;
}

template <class Levels>
void say(Report& report, const std::string& printed, Place place, const Levels& levels, std::string_view rank) {
  const std::string_view standard = nearest(key_of(printed), levels);
  report
      .add({cat(rank, quoted(printed), "不是规定的名称",
                standard.empty() ? std::string() : cat("，是否为“", standard, "”")),
            cat(quoted(printed), " is no standard level", standard.empty() ? std::string() : cat("; ", standard, "?"))},
           {std::move(place)})
      .fix = {standard.empty() ? std::string("换用规定的指标分类名称") : cat("改为“", standard, "”"),
              standard.empty() ? std::string("Use a standard name") : cat("Write ", standard)};
}

void check(const Context& context, Report& report) {
  std::string_view last1;
  std::string_view last2;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (row.level1 == Level1::Management) continue;  // other systems have other second levels
    if (row.level1 == Level1::Unknown && !row.l1.empty() && row.l1.printed != last1)
      say(report, row.l1.printed, context.at(i, "l1"), kFirst, "一级指标");
    if (row.level2 == Level2::Unknown && !row.l2.empty() && row.l2.printed != last2)
      say(report, row.l2.printed, context.at(i, "l2"), kSecond, "二级指标");
    last1 = row.l1.printed;
    last2 = row.l2.printed;
  }
}

}  // namespace

extern const Rule kT503{
    .id = "T503",
    .name = "level-name-not-standard",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：绩效指标的分级分类",
    .title = {"一级、二级指标名称不规范", "A level without a standard name"},
    .doc =
        {"一级、二级指标有统一名称，自造名称使汇总、比较无法进行。改正：换用规定名称。",
         "Levels have standard names; home-made ones cannot be summed up or compared. Remedy: use the standard name."},
    .kinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration, FormKind::Monitoring, FormKind::Review},
    .check = check,
    .examples = {flags("产出/工程数量情况 道路里程 | 5公里 | 5公里 | 10 | 10", "是否为“数量指标”"),
                 passes("产出/数量 道路里程 | 5公里 | 5公里 | 10 | 10"),
                 passes("项目管理/财务管理 制度健全性 | 健全 | 健全 | 10 | 10")},
};

}  // namespace jiheng::audit
