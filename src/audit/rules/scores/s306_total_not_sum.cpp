// S306: the printed total is not the sum of the printed scores. Rows without a score leave room up to
// their weight; a total outside that room is wrong all the same.
#include <vector>

#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/tolerance.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const auto& total = context.form.total_score.value;
  if (!total || !context.scores_printed) return;
  Points sum = context.indicator_score_sum;
  Points room;
  bool unknown = false;
  bool whole_room = true;  // the room is known: every unscored row has a weight
  std::vector<const Points*> scores;
  scores.reserve(context.scored.size() + 1);
  const auto count = [&](const std::optional<Points>& score, const std::optional<Points>& weight) {
    if (score) {
      scores.push_back(&*score);
    } else {
      unknown = true;
      if (weight)
        room += *weight;
      else
        whole_room = false;
    }
  };
  const FundsRow* execution = context.funds.total;
  if (execution != nullptr && (execution->score.value || execution->weight.value)) {
    count(execution->score.value, execution->weight.value);
    if (execution->score.value) sum += *execution->score.value;
  }
  for (const std::size_t i : context.scored) count(context.row(i).score.value, context.row(i).weight.value);
  if (*total == sum) return;
  // The indicators alone make the 100 and the total: that execution comes on top is W201's finding.
  if (*total == context.indicator_score_sum && context.indicator_weight_sum == Points(100)) return;
  const bool inside = unknown && *total > sum && (!whole_room || *total <= sum + room);
  if (inside) {
    report.not_applicable({cat("有指标未填得分，无法判断总分 ", *total, " 是否等于各行得分之和"),
                           cat("Some rows have no score, so the total of ", *total, " cannot be judged")},
                          {context.at("total.score")});
    return;
  }
  std::string zh = cat("各行得分之和为 ", sum, "，总分印作 ", *total);
  std::string en = cat("The scores add up to ", sum, ", the total is printed as ", *total);
  if (unknown && *total > sum) {
    zh.append(cat("；未填得分的行全给满分也只有 ", sum + room));
    en.append(cat("; with full marks for the rows left empty it would be ", sum + room));
  }
  Finding& finding = report.add({std::move(zh), std::move(en)}, {context.at("total.score")});
  for (const Points* score : scores)
    finding.working.zh.append(finding.working.zh.empty() ? "" : " + ").append(shown(*score));
  finding.working.zh.append(" = ").append(shown(sum));
  finding.working.en = finding.working.zh;
  finding.fix = {unknown ? std::string("补填漏填的得分，重算总分") : cat("总分改为 ", sum),
                 unknown ? std::string("Fill in the scores left out and add up again") : cat("Print ", sum)};
}

extern const Rule kS306{
    .id = "S306",
    .name = "total-not-sum-of-rows",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：总分由预算执行率得分和各项指标得分汇总",
    .title = {"总分不等于各行得分之和", "The total is not the sum of the scores"},
    .doc = {"总分应等于预算执行得分与各行得分之和。有行未填得分时，只有总分超出可能范围才指出。改正：重算总分，或更正抄"
            "错的行。",
            "The total is the sum of the execution score and the rows. Where scores are missing it is flagged only "
            "when no filling "
            "in could make it right. Remedy: add up again or mend the row."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("funds total _ 65 65 10 100% 10\n产出/数量 参保人数 | 100人 | 100人 | 60 | 58\n满意度/服务对象 "
                       "满意度 | 95% | 95% | 30 | 25\ntotal 100 94",
                       "之和为 93"),
                 flags("funds total _ 30 30 10 100% -\n产出/数量 设备数量 | 5台 | 5台 | 60 | 60\n满意度/服务对象 "
                       "满意度 | 95% | 95% | 20 | 18\ntotal 100 98",
                       "也只有 88"),
                 passes("funds total _ 65 65 10 100% 10\n产出/数量 参保人数 | 100人 | 100人 | 60 | 58\n满意度/服务对象 "
                        "满意度 | 95% | 95% | 30 | 25\ntotal 100 93"),
                 passes("funds total _ 20 20 10 100% 10\n产出/数量 设备数量 | 5台 | 5台 | 60 | 60\n满意度/服务对象 "
                        "满意度 | 95% | 95% | 40 | 40\ntotal 100 100"),
                 passes("funds total _ 30 30 10 100% -\n产出/数量 设备数量 | 5台 | 5台 | 60 | 60\n满意度/服务对象 "
                        "满意度 | 95% | 95% | 30 | 28\ntotal 100 98")},
};

}  // namespace jiheng::audit
