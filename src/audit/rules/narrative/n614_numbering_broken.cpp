// N614: numbered items of a text jump or repeat (1、2、4): something is missing or was copied in.
#include "audit/matching.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

void check_side(const Context& context, Report& report, Side side) {
  for (const NumberingFault& fault : narrative_of(context, side).numbering_faults) {
    const std::string_view name = side == Side::Expected ? "预期目标" : "实际完成情况";
    const bool repeated = fault.found <= fault.previous;
    Finding& finding =
        report.add({repeated ? cat(name, "的编号重复：第 ", fault.previous, " 项之后又是第 ", fault.found, " 项")
                             : cat(name, "的编号不连续：第 ", fault.previous, " 项之后是第 ", fault.found, " 项"),
                    cat("Numbering: after ", fault.previous, " comes ", fault.found)},
                   {context.at(side == Side::Expected ? "goal.expected" : "goal.actual")});
    finding.fix = {"补上漏写的项，或改正编号", "Add the missing item or correct the numbers"};
  }
}

void check(const Context& context, Report& report) {
  check_side(context, report, Side::Expected);
  check_side(context, report, Side::Actual);
}

}  // namespace

extern const Rule kN614{
    .id = "N614",
    .name = "numbering-broken",
    .severity = Severity::Advice,
    .citation = "实务：文字完整性",
    .title = {"文字的编号不连续", "Numbered items are missing"},
    .doc = {"编号跳号多为漏写或删去了一项任务，重号多为拼接。改正：补上或重新编号。",
            "A jump usually means a task left out, a repetition a text pasted together. Remedy: complete or renumber."},
    .kinds = {},
    .check = check,
    .examples = {flags("expected 1、新建公厕3座。2、修缮垃圾房。4、配备保洁员。", "第 2 项之后是第 4 项"),
                 flags("expected （1）采购疫苗；（2）冷链运输；（2）接种培训。", "又是第 2 项"),
                 flags("actual 一、完成清淤。二、完成护岸。四、完成绿化。", "第 4 项"),
                 passes("expected 1、新建公厕3座。2、修缮垃圾房1.5座次。3、配备保洁员。"),
                 passes("expected 一、基础设施：1.修路；2.架灯。二、公共服务：1.义诊；2.讲座。"),
                 passes("actual 1、3月开展普查。2、5、6月开展复查。3、12月完成汇总。")},
};

}  // namespace jiheng::audit
