// S315: a cause is given for lost points, but no remedy.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  if (context.general_cause) return;
  for (const std::size_t i : context.scored) {
    const IndicatorFacts& facts = context.facts[i];
    if (!facts.deducted || facts.note.empty() || facts.note_words.has(WordClass::RemedyWord)) continue;
    report
        .add({cat(quoted(context.name(i)), "写了原因", quoted(context.row(i).note.printed), "，没有改进措施"),
              cat(quoted(context.name(i)), " tells the cause ", quoted(context.row(i).note.printed), " but no remedy")},
             {context.at(i, "note")})
        .fix = {"补写可检查的改进措施和时间", "Add a remedy that can be checked, with a date"};
  }
}

extern const Rule kS315{
    .id = "S315",
    .name = "remedy-missing",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：未完成目标的应分析原因、提出改进措施",
    .title = {"有原因而无改进措施", "A cause without a remedy"},
    .doc = {"该栏名为“偏差原因分析及改进措施”，只写原因等于只答了一半。改正：补写措施、责任人和时间。",
            "The column asks for cause and remedy; a cause alone is half an answer. Remedy: add the measure, who and "
            "when."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 10次 | 8次 | 10 | 8 | 报名人数不足", "没有改进措施"),
                 passes("产出/数量 培训次数 | 10次 | 8次 | 10 | 8 | 报名人数不足，下一步扩大宣传"),
                 passes("产出/时效 工程按期完成率 | 100% | 80% | 10 | 8 | 雨季停工，余下两段明年4月底前完工"),
                 passes("产出/数量 培训次数 | 10次 | 10次 | 10 | 10 | 按期完成")},
};

}  // namespace jiheng::audit
