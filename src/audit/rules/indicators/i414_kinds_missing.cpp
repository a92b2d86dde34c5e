// I414: no indicator of quantity, of quality, of timeliness, or of satisfaction.
#include <array>

#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  if (context.filled.empty()) return;
  bool quantity = false, quality = false, timeliness = false, satisfaction = false, known = false;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (row.level1 == Level1::Management) continue;
    known = known || row.level2 != Level2::Unknown;
    quantity = quantity || row.level2 == Level2::Quantity;
    quality = quality || row.level2 == Level2::Quality;
    timeliness = timeliness || row.level2 == Level2::Timeliness;
    satisfaction = satisfaction || context.facts[i].satisfaction;
  }
  if (!known) {
    report.not_applicable(
        {"未标明二级指标，无法判断缺哪类指标", "No second levels are given, so missing kinds cannot be told"});
    return;
  }
  std::string zh;
  std::string en;
  const auto missing = [&](bool there, std::string_view chinese, std::string_view english) {
    if (there) return;
    zh.append(zh.empty() ? "" : "、").append(chinese);
    en.append(en.empty() ? "" : ", ").append(english);
  };
  missing(quantity, "数量", "quantity");
  missing(quality, "质量", "quality");
  missing(timeliness, "时效", "timeliness");
  missing(satisfaction, "满意度", "satisfaction");
  if (zh.empty()) return;
  report.add({cat("没有设置", zh, "指标"), cat("No indicator of ", en)}, {context.at(context.filled.front(), "l2")})
      .fix = {cat("补充", zh, "指标；确不适用的说明理由"), cat("Add ", en, ", or tell why it does not apply")};
}

extern const Rule kI414{
    .id = "I414",
    .name = "kind-of-indicator-missing",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：产出指标含数量、质量、时效，并设满意度指标",
    .title = {"缺少某类指标", "A kind of indicator is missing"},
    .doc =
        {"产出应从数量、质量、时效几方面衡量，并有服务对象满意度。缺一类就看不出那一方面的情况。确不适用的说明即可。",
         "Output is measured by quantity, quality and time, and people's satisfaction is asked. What is missing cannot "
         "be judged. "
         "Say so where a kind does not apply."},
    .kinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration},
    .check = check,
    .examples = {flags("产出/数量 种植面积 | 29.5亩 | 29.5亩 | 50 | 50\n产出/质量 成活率 | 95% | 95% | 40 | "
                       "40\n满意度/服务对象 满意度 | 90% | 95% | 10 | 10",
                       "没有设置时效指标"),
                 passes(
                     "产出/数量 种植面积 | 29.5亩 | 29.5亩 | 50 | 50\n产出/质量 成活率 | 95% | 95% | 20 | "
                     "20\n产出/时效 完成及时率 | 100% | 100% | 10 | 10\n满意度/服务对象 满意度 | 90% | 95% | 10 | 10")},
};

}  // namespace jiheng::audit
