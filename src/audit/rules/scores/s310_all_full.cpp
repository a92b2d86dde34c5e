// S310: every score is full. Not impossible, but a reviewer looks twice.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static constexpr std::size_t kLeast = 5;
  std::size_t full = 0;
  for (const std::size_t i : context.scored) {
    const Indicator& row = context.row(i);
    if (!row.weight.value && !row.score.value) continue;
    if (!context.facts[i].full) return;
    ++full;
  }
  if (full < kLeast) return;
  const FundsRow* total = context.funds.total;
  if (total != nullptr && total->weight.value && total->score.value && *total->score.value < *total->weight.value)
    return;
  report
      .add({cat("全部 ", full, " 项指标得满分",
                context.form.total_score.value ? cat("，总分 ", *context.form.total_score.value) : std::string(),
                "，看不出差距和改进方向"),
            cat("All ", full, " indicators have full marks; the form shows no difference and nothing to improve")},
           {context.at("total.score")})
      .fix = {"核对有无未达标或依据不足的指标，附佐证材料", "Check for targets not quite reached or without evidence"};
}

extern const Rule kS310{
    .id = "S310",
    .name = "all-scores-full",
    .severity = Severity::Advice,
    .citation = "实务：抽查复核的重点情形",
    .title = {"所有指标均得满分", "Every score is full"},
    .doc = {"五项以上指标全部满分，往往是目标偏低或自评走过场，是抽查复核的重点。不等于有错。改正：核对依据。",
            "Five and more indicators all with full marks often mean low targets or a hasty self-evaluation, and draw "
            "a spot check. "
            "It is no error in itself."},
    .kinds = {FormKind::SelfEvaluation},
    .check = check,
    .examples = {flags("产出/数量 甲数 | 1个 | 1个 | 20 | 20\n产出/质量 合格率 | 90% | 95% | 20 | 20\n产出/时效 及时率 "
                       "| 90% | 95% | 20 | 20\n效益/社会 知晓率 | 90% | 95% | 20 | 20\n满意度/服务对象 满意度 | 90% | "
                       "95% | 10 | 10\ntotal 100 100",
                       "全部 5 项"),
                 passes("产出/数量 甲数 | 1个 | 1个 | 20 | 20\n产出/质量 合格率 | 90% | 95% | 20 | 20\n产出/时效 "
                        "及时率 | 90% | 95% | 20 | 20\n效益/社会 知晓率 | 90% | 95% | 20 | 20\n满意度/服务对象 满意度 "
                        "| 90% | 89% | 10 | 9.89 | 样本偏小")},
};

}  // namespace jiheng::audit
