// I411: everybody was satisfied, and no survey is mentioned.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  if (context.told.has(WordClass::SampleWord)) return;
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!facts.satisfaction || !row.actual.value || row.actual.value->kind != ValueKind::Number ||
        !row.actual.value->percent)
      continue;
    if (row.actual.value->number != Decimal(100) || facts.name_words.has(WordClass::SampleWord)) continue;
    report
        .add({cat(quoted(context.name(i)), "完成值 100%，未说明调查方式和样本量，无一人不满意不合常理"),
              cat(quoted(context.name(i)), " is 100 %, with no word on how many people were asked")},
             {context.at(i, "actual")})
        .fix = {"写明调查方式、发放和回收份数、满意份数", "State the method, the number asked and the answers"};
  }
}

extern const Rule kI411{
    .id = "I411",
    .name = "satisfaction-unsurveyed",
    .severity = Severity::Warning,
    .citation = "财预〔2021〕101号：满意度通过问卷调查等方式取得；实务：无调查不得分",
    .title = {"满意度 100% 而无调查说明", "100 % satisfied and no survey told"},
    .doc = {"百分之百满意在真实调查中少见；没有样本量，数字就没有依据，复核时可能不给分。表中任何一处提到问卷、抽样、回"
            "访等即不指出。改正：写明调查方式和样本量。",
            "100 % is rare in a real survey, and without a sample the number has no ground; reviewers may give no "
            "points. Any mention "
            "of a survey on the form counts. Remedy: tell method and sample."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("满意度/服务对象 社区满意度 | =100% | =100% | 10 | 10", "未说明调查方式"),
                 passes("满意度/服务对象 社区满意度 | ≥90% | 96% | 10 | 10"),
                 passes("满意度/服务对象 社区满意度 | ≥90% | 100% | 10 | 10 | 发放问卷120份，全部满意")},
};

}  // namespace jiheng::audit
