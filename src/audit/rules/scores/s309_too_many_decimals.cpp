// S309: a score with more than two decimals.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const auto fine = [](const Field<Points>& field) {
    return !field.value || field.value->amount.significant_scale() <= 2;
  };
  const auto say = [&report](const std::string& printed, Place place) {
    report
        .add({cat("得分 ", printed, " 超过两位小数"), cat("The score ", printed, " has more than two decimals")},
             {std::move(place)})
        .fix = {"四舍五入到两位小数", "Round to two decimals"};
  };
  const FundsRow* total = context.funds.total;
  if (total != nullptr && !fine(total->score)) say(total->score.printed, context.at(*total, "score"));
  for (const std::size_t i : context.scored) {
    if (!fine(context.row(i).score)) say(context.row(i).score.printed, context.at(i, "score"));
  }
  if (!fine(context.form.total_score)) say(context.form.total_score.printed, context.at("total.score"));
}

extern const Rule kS309{
    .id = "S309",
    .name = "score-too-fine",
    .severity = Severity::Advice,
    .citation = "实务：得分保留两位小数",
    .title = {"得分超过两位小数", "A score has more than two decimals"},
    .doc = {"得分一般保留两位小数。更多的小数是公式直接带出的，印出来的合计往往对不上。改正：四舍五入到两位。",
            "Scores keep two decimals; more come straight from a formula and the printed sums then disagree. Remedy: "
            "round."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 7次 | 5次 | 10 | 7.142857", "7.142857"),
                 passes("产出/数量 培训次数 | 7次 | 5次 | 10 | 7.14")},
};

}  // namespace jiheng::audit
