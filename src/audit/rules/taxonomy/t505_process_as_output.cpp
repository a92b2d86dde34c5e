// T505: a step of the work, or what is put in, listed as an output.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    const IndicatorFacts& facts = context.facts[i];
    if (row.level1 != Level1::Output || row.level2 == Level2::Cost) continue;
    if (!facts.name_words.has(WordClass::ProcessName) || facts.name_words.has(WordClass::PayingName)) continue;  // I426
    report
        .add({cat(quoted(context.name(i)), "是工作过程或投入（“",
                  context.words.found(WordClass::ProcessName, facts.name), "”），不是产出"),
              cat(quoted(context.name(i)), " is a step or an input, no output")},
             {context.at(i, "l3")})
        .fix = {"换成这些工作最后交付的成果", "Measure what the work delivers in the end"};
  }
}

extern const Rule kT505{
    .id = "T505",
    .name = "process-as-output",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：产出指标反映项目实施的产品和服务",
    .title = {"把过程或投入当作产出", "A step or an input listed as output"},
    .doc = {"制定方案、招标、财务管理是过程，人员经费是投入；产出是交付的产品和服务。改正：换成成果。",
            "Plans, tenders and bookkeeping are steps, staff and money are inputs; outputs are what is delivered."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/质量 经费审批流程规范性 | 规范 | 规范 | 8 | 8", "不是产出"),
                 passes("产出/质量 工程验收合格率 | 100% | 100% | 8 | 8"),
                 passes("项目管理/财务管理 财务管理制度有效性 | 有效 | 有效 | 8 | 8")},
};

}  // namespace jiheng::audit
