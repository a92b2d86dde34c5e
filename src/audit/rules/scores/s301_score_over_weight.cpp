// S301: a row scores more than its weight.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const auto say = [&report](const std::string& name, const Points& score, const Points& weight,
                             std::vector<Place> places) {
    report
        .add({cat(name, "得分 ", score, "，超过分值 ", weight),
              cat(name, " scores ", score, ", more than its weight of ", weight)},
             std::move(places))
        .fix = {cat("得分至多 ", weight), cat("At most ", weight)};
  };
  const FundsRow* total = context.funds.total;
  if (total != nullptr && total->score.value && total->weight.value && *total->score.value > *total->weight.value &&
      !(total->rate.value && total->rate.value->amount > Decimal(1))) {  // F114
    say("预算执行率", *total->score.value, *total->weight.value,
        {context.at(*total, "score"), context.at(*total, "weight")});
  }
  for (const std::size_t i : context.scored) {
    const Indicator& row = context.row(i);
    if (!row.score.value || !row.weight.value || *row.score.value <= *row.weight.value) continue;
    say(quoted(context.name(i)), *row.score.value, *row.weight.value,
        {context.at(i, "score"), context.at(i, "weight")});
  }
  const auto& score = context.form.total_score.value;
  const auto& weight = context.form.total_weight.value;
  if (score && *score > weight.value_or(Points(100)) && *score > Points(100)) {
    say("总分", *score, weight.value_or(Points(100)), {context.at("total.score"), context.at("total.weight")});
  }
}

extern const Rule kS301{
    .id = "S301",
    .name = "score-over-weight",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：指标得分以分值为限",
    .title = {"得分超过分值", "A score above its weight"},
    .doc = {"任何一行的得分都不能超过分值，总分不能超过 100。改正：核对得分与分值两格是否错位。",
            "No row scores more than its weight and no form more than 100. Remedy: check whether the two cells were "
            "swapped."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 8 | 10", "超过分值 8"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 10 | 10")},
};

}  // namespace jiheng::audit
