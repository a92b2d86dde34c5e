// N608: the result text tells what the money is for, not what was done with it.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

void check(const Context& context, Report& report) {
  const Narrative& actual = context.actual;
  if (actual.purpose_marks == 0 || actual.purpose_marks <= actual.done_marks) return;
  if (!actual.quantities.empty() || !actual.events.empty() || length(actual.text) < 15) return;
  Finding& finding = report.add({cat("实际完成情况写的是经费用途，没有写完成了什么：", quoted(actual.text, 30)),
                                 "The result tells what the money is for, not what was done"},
                                {context.at("goal.actual")});
  finding.working = {
      cat("说明用途的词 ", actual.purpose_marks, " 处，说明结果的词 ", actual.done_marks, " 处，没有数和时间"),
      cat(actual.purpose_marks, " words of purpose, ", actual.done_marks, " of results, no figure and no date")};
  finding.fix = {"改写为已完成的事实：做了哪些事、多少、何时、效果如何",
                 "State facts: what, how many, when, to what effect"};
}

}  // namespace

extern const Rule kN608{
    .id = "N608",
    .name = "purpose-not-result",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评应说明绩效目标的实际完成情况",
    .title = {"完成情况写的是用途，不是结果", "The result describes a purpose"},
    .doc = {"“主要用于……”“主要包括……”是经费用途，不是完成情况。没有数、没有时间、没有完成的事实时提示。改正：写明事实和"
            "数。",
            "\"Mainly used for …\" is a purpose. Flagged when there is no figure, no date and hardly a word of result. "
            "Remedy: "
            "write facts and figures."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("actual 图书馆经费主要用于图书采购和馆舍运行，主要包括水电、保洁、设备维护等支出。", "经费用途"),
                 flags("actual 本项目资金用于村级公路日常养护，旨在改善群众出行条件。", "经费用途"),
                 flags("actual 经费主要用于救护车油料、耗材和人员值班等方面的开支。", "经费用途"),
                 passes("actual 经费主要用于图书采购，全年购入新书3200册，到馆12万人次。"),
                 passes("actual 已完成馆舍维护，采购的图书全部上架，主要用于少儿阅览室。")},
};

}  // namespace jiheng::audit
