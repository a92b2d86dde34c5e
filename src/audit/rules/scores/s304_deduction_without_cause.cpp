// S304: points are taken off and no cause is given.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  if (context.general_cause) return;
  const auto cell = [](const std::string& printed) { return printed.empty() ? std::string("空白") : printed; };
  for (const std::size_t i : context.scored) {
    const IndicatorFacts& facts = context.facts[i];
    if (!facts.deducted || !facts.note.empty()) continue;
    const Indicator& row = context.row(i);
    const bool reached = facts.line != nullptr &&
                         (facts.line->status == LineStatus::Reached || facts.line->status == LineStatus::OverFulfilled);
    const Points off = *row.weight.value - *row.score.value;
    report
        .add({reached ? cat(quoted(context.name(i)), "完成值 ", cell(row.actual.printed), " 已达到指标值，却扣 ", off,
                            " 分，未说明原因")
                      : cat(quoted(context.name(i)), "扣 ", off, " 分，未说明原因"),
              reached ? cat(quoted(context.name(i)), " reached its target (", row.actual.printed, "), yet ", off,
                            " points are taken off without a cause")
                      : cat(quoted(context.name(i)), ": ", off, " points are taken off without a cause")},
             {context.at(i, "note"), context.at(i, "score")})
        .fix = reached
                   ? Message{"已完成的应得满分；确有不足的，写明不足之处", "Give full marks, or tell what was lacking"}
                   : Message{"补写偏差原因和改进措施", "Add the cause and the remedy"};
  }
}

extern const Rule kS304{
    .id = "S304",
    .name = "deduction-without-cause",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：未完成绩效目标或偏离较大的，分析原因并提出改进措施",
    .title = {"扣分未说明原因", "Points taken off without a cause"},
    .doc = {"得分低于分值的，应在“偏差原因分析及改进措施”栏说明。指标已完成却扣分的尤其需要说明：要么不该扣，要么有没写"
            "出来的不足。改正：补写原因和措施。",
            "A score below the weight needs a cause and a remedy in the note. All the more when the target was "
            "reached: then the "
            "points should not go, or something is not told. Remedy: add the cause."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 4次 | 10 | 8", "扣 2 分"),
                 flags("产出/质量 合格率 | 100% | 100% | 10 | 7", "已达到指标值"),
                 flags("产出/质量 合格率 | 100% | 100% | 10 | 7 | 无", "扣 3 分"),
                 passes("产出/数量 培训次数 | 5次 | 4次 | 10 | 8 | 场地未落实，下年补办"),
                 passes("产出/数量 培训次数 | 5次 | 4次 | 10 | 8\ncell 未完成原因分析 : 一期培训因场地推迟")},
};

}  // namespace jiheng::audit
