// I413: too few indicators to judge by, or too many to manage.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static constexpr std::size_t kFew = 3;
  static constexpr std::size_t kMany = 30;
  std::size_t count = 0;
  for (const std::size_t i : context.filled) count += context.facts[i].part ? 0U : 1U;
  if (count == 0 || (count >= kFew && count <= kMany)) return;
  const bool few = count < kFew;
  report
      .add({cat("共 ", count, " 项三级指标，", few ? "过少，反映不了项目全貌" : "过多，重点不突出"),
            cat(count,
                few ? " indicators: too few to judge the project by" : " indicators: too many to see what matters")},
           {context.at(context.filled.front(), "l3")})
      .fix = few ? Message{"补充数量、质量、时效、效益、满意度等核心指标",
                           "Add core indicators of quantity, quality, time, benefit and satisfaction"}
                 : Message{"合并同类，保留核心指标", "Merge similar ones and keep the core"};
}

extern const Rule kI413{
    .id = "I413",
    .name = "number-of-indicators",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：指标设置应突出重点、数量适当",
    .title = {"指标过少或过多", "Too few or too many indicators"},
    .doc = {"不足 3 项难以反映项目全貌；超过 30 项重点不突出，每项分值也被摊薄。改正：补充或精简。",
            "Fewer than 3 do not show the project; more than 30 hide what matters. Remedy: add or merge."},
    .kinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration, FormKind::Monitoring},
    .check = check,
    .examples = {flags("产出/数量 发放覆盖率 | 100% | 100% | 60 | 60\n效益/社会 参保率 | 100% | 100% | 30 | 30",
                       "过少"),
                 passes("产出/数量 发放人数 | 10人 | 10人 | 60 | 60\n效益/社会 参保率 | 100% | 100% | 30 | "
                        "30\n满意度/服务对象 满意度 | 90% | 95% | 10 | 10")},
};

}  // namespace jiheng::audit
