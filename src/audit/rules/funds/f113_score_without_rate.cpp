// F113: execution is scored although the rate is not printed.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const FundsRow* row = context.funds.total;
  if (row == nullptr || !row->rate.exists || !row->rate.empty() || !row->score.value) return;
  std::string zh = cat("执行率为空，却得 ", *row->score.value, " 分");
  std::string en = cat("The rate is empty, yet ", *row->score.value, " points are scored");
  if (row->adjusted.value && row->executed.value) {
    if (const auto rate = divide(row->executed.value->amount, row->adjusted.value->amount, 6)) {
      zh.append(cat("；按金额应为 ", percent(*rate)));
      en.append(cat("; the amounts give ", percent(*rate)));
    }
  }
  report.add({std::move(zh), std::move(en)}, {context.at(*row, "rate"), context.at(*row, "score")}).fix = {
      "补填执行率", "Fill in the rate"};
}

extern const Rule kF113{
    .id = "F113",
    .name = "score-without-rate",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：预算执行率指标按执行率计分",
    .title = {"执行率为空却有得分", "A score of execution without a rate"},
    .doc = {"预算执行得分由执行率得出；执行率空白，得分就没有依据。改正：补填执行率。",
            "The score follows from the rate; without it the score has no ground. Remedy: fill in the rate."},
    .kinds = {},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 880 880 880 10 - 10", "应为 100.00%"),
                 passes("amounts 万元\nfunds total 880 880 880 10 100% 10"),
                 passes("amounts 万元\nfunds total 880 880 880 10 _ 10")},
};

}  // namespace jiheng::audit
