// S311: a weighted row, or the form as a whole, has no score.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const auto lacks = [](const Field<Points>& score) { return score.exists && score.empty(); };
  const FundsRow* execution = context.funds.total;
  const bool execution_lacks = execution != nullptr && execution->weight.value && lacks(execution->score);
  if (!context.scores_printed && context.weights_printed) {
    if (context.form.total_score.value) return;  // scores are told elsewhere
    std::vector<Place> places;
    if (execution_lacks) places.push_back(context.at(*execution, "score"));
    for (const std::size_t i : context.scored) {
      if (lacks(context.row(i).score)) places.push_back(context.at(i, "score"));
    }
    if (places.empty()) return;
    places.push_back(context.at("total.score"));
    report
        .add(Severity::Error, {"得分栏全部空白，没有自评结果", "No row has a score: there is no self-evaluation"},
             std::move(places))
        .fix = {"逐项自评计分后再提交", "Score every row before submitting"};
    return;
  }
  if (execution_lacks) {
    report
        .add({cat("预算执行率分值 ", *execution->weight.value, "，未填得分"),
              cat("Budget execution (weight ", *execution->weight.value, ") has no score")},
             {context.at(*execution, "score")})
        .fix = {"补填得分", "Fill in the score"};
  }
  for (const std::size_t i : context.scored) {
    const Indicator& row = context.row(i);
    if (!row.weight.value || row.weight.value->amount.is_zero() || !lacks(row.score)) continue;
    report
        .add({cat(quoted(context.name(i)), "分值 ", *row.weight.value, "，未填得分"),
              cat(quoted(context.name(i)), " (weight ", *row.weight.value, ") has no score")},
             {context.at(i, "score")})
        .fix = {"补填得分", "Fill in the score"};
  }
  if (context.scores_printed && lacks(context.form.total_score)) {
    report.add({"未填总分", "The total has no score"}, {context.at("total.score")}).fix = {"汇总各行得分",
                                                                                           "Add up the rows"};
  }
}

extern const Rule kS311{
    .id = "S311",
    .name = "score-missing",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：逐项计分并汇总总分",
    .title = {"有分值而无得分", "A weight without a score"},
    .doc = {"有分值的行都应有得分，总分也应填写；整栏空白的表没有完成自评。改正：逐项计分。",
            "Every weighted row needs a score, and the form a total; an empty column is no self-evaluation. Remedy: "
            "score every row."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 甲数 | 1个 | 1个 | 50 | 50\n产出/质量 合格率 | 90% | 95% | 40 | -", "未填得分"),
                 flags("funds total 10 10 10 10 100% -\n产出/数量 覆盖率 | 100% | - | 60 | -\n效益/社会 保障率 | 100% "
                       "| - | 30 | -\ntotal 100 -",
                       "全部空白"),
                 passes("产出/数量 甲数 | 1个 | 1个 | 50 | 50\n产出/质量 合格率 | 90% | 95% | 40 | 40"),
                 passes("产出/数量 甲数 | 1个 | 1个 | 50 | 50\n产出/数量 其中乙数 | 1个 | 1个 | - | -")},
};

}  // namespace jiheng::audit
