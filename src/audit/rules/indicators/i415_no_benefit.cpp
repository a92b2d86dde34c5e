// I415: outputs only: no indicator tells what the money changed.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static constexpr std::size_t kLeast = 3;
  std::size_t outputs = 0;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (row.level1 == Level1::Benefit && row.level2 != Level2::ServiceSatisfaction) return;
    if (parent_of(row.level2) == Level1::Benefit) return;
    outputs += row.level1 == Level1::Output ? 1U : 0U;
  }
  if (outputs < kLeast) return;
  report
      .add({"没有效益指标，看不出项目带来了什么改变", "No benefit indicator: nothing tells what the project changed"},
           {context.at(context.filled.front(), "l1")})
      .fix = {"补充经济、社会、生态或可持续影响指标", "Add economic, social, ecological or lasting effects"};
}

extern const Rule kI415{
    .id = "I415",
    .name = "no-benefit-indicator",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：绩效指标包括产出、效益、满意度指标",
    .title = {"没有效益指标", "No benefit indicator"},
    .doc = {"只有产出没有效益，等于只说做了什么、没说有什么用。改正：按项目性质补充效益指标。",
            "Outputs without benefits tell what was done, not what it was good for. Remedy: add benefit indicators."},
    .kinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration},
    .check = check,
    .examples = {flags(
                     "产出/数量 渔船数 | 6艘 | 6艘 | 20 | 20\n产出/质量 发放准确率 | 100% | 100% | 10 | 10\n产出/时效 "
                     "发放及时率 | 100% | 100% | 10 | 10\n满意度/服务对象 渔民满意度 | 90% | 95% | 40 | 40",
                     "没有效益指标"),
                 passes(
                     "产出/数量 渔船数 | 6艘 | 6艘 | 20 | 20\n产出/质量 发放准确率 | 100% | 100% | 10 | 10\n产出/时效 "
                     "发放及时率 | 100% | 100% | 10 | 10\n效益/社会 渔民收入稳定 | 稳定 | 稳定 | 40 | 40")},
};

}  // namespace jiheng::audit
