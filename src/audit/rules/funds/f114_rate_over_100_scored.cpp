// F114: a rate over 100 % that earns more than the weight.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const FundsRow* row = context.funds.total;
  if (row == nullptr || !row->rate.value || !row->score.value || !row->weight.value) return;
  if (row->rate.value->amount <= Decimal(1) || *row->score.value <= *row->weight.value) return;
  report
      .add({cat("执行率 ", row->rate.printed, " 超过 100%，得分 ", *row->score.value, " 也超过分值 ",
                *row->weight.value),
            cat("The rate of ", row->rate.printed, " is over 100 % and scores ", *row->score.value,
                ", more than the weight of ", *row->weight.value)},
           {context.at(*row, "score"), context.at(*row, "rate")})
      .fix = {cat("得分至多 ", *row->weight.value), cat("At most ", *row->weight.value)};
}

extern const Rule kF114{
    .id = "F114",
    .name = "rate-over-100-scored",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：指标得分以分值为限",
    .title = {"执行率超过 100% 且得分超过分值", "A rate over 100 % scored over its weight"},
    .doc = {"执行率超过 100% 时得分以分值为限，不加分。改正：得分改为分值，并核对预算数。",
            "A rate over 100 % earns the weight and no more. Remedy: score the weight and check the budget."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 50 50 60 10 120% 12", "超过分值 10"),
                 passes("amounts 万元\nfunds total 50 50 60 10 120% 10")},
};

}  // namespace jiheng::audit
