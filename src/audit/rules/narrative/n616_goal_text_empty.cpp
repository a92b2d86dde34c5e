// N616: the expected goal or the actual result is empty.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

void check(const Context& context, Report& report) {
  const Form& form = context.form;
  if (!form.goal_expected.exists && !form.goal_actual.exists) {
    report.not_applicable({"本表没有年度总体目标一栏，文字与表格无法对照",
                           "The form has no goal section; text and table cannot be compared"});
    return;
  }
  if (form.goal_expected.exists && context.expected.empty()) {
    Finding& finding = report.add({"预期目标为空", "The expected goal is empty"}, {context.at("goal.expected")});
    finding.fix = {"填写批复的年度绩效目标", "Enter the approved goal of the year"};
  }
  if (form.goal_actual.exists && context.actual.empty()) {
    Finding& finding = report.add({"实际完成情况为空", "The actual result is empty"}, {context.at("goal.actual")});
    finding.fix = {"对照目标写明实际完成情况", "Tell what was achieved against the goal"};
  }
}

}  // namespace

extern const Rule kN616{
    .id = "N616",
    .name = "goal-text-empty",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：自评内容包括总体绩效目标完成情况",
    .title = {"年度目标或完成情况为空", "The goal or the result is empty"},
    .doc = {"总体绩效目标及其完成情况是自评表的必填内容。改正：补填。",
            "Goal and result are required parts of the form. Remedy: fill them in."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall},
    .check = check,
    .examples = {flags("expected 清运生活垃圾1.2万吨。\nactual", "实际完成情况为空"),
                 flags("expected\nactual 清运生活垃圾1.2万吨。", "预期目标为空"), flags("expected\nactual", "为空"),
                 passes("expected 清运生活垃圾1.2万吨。\nactual 清运1.3万吨。"),
                 passes("产出/数量 清运垃圾数量 | 1吨 | 1吨 | 10 | 10")},
};

}  // namespace jiheng::audit
