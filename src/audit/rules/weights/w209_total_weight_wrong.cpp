// W209: the printed total of the weights is not their sum, although the sum is 100.
#include "audit/phrase.h"
#include "audit/rules/weights/sums.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const auto& printed = context.form.total_weight.value;
  if (!printed || !context.weights_printed || weight_lacking(context)) return;
  const Points sum = weight_sum(context);
  if (*printed == sum || *printed == context.indicator_weight_sum) return;
  if (sum != Points(100) && *printed == Points(100)) return;  // W201 tells that one
  report
      .add({cat("总分栏分值印作 ", *printed, "，各行分值合计 ", sum),
            cat("The total weight is printed as ", *printed, "; the rows add up to ", sum)},
           {context.at("total.weight")})
      .fix = {cat("改为 ", sum), cat("Print ", sum)};
}

extern const Rule kW209{
    .id = "W209",
    .name = "total-weight-not-sum",
    .severity = Severity::Error,
    .citation = "实务：总分栏的分值等于各行分值之和",
    .title = {"总分栏分值与各行合计不符", "The printed total of weights is not the sum of the rows"},
    .doc = {"总分栏的分值应等于预算执行率与各指标分值之和。改正：更正总分栏。",
            "The total weight is the sum of execution and indicators. Remedy: mend the total."},
    .kinds = {},
    .check = check,
    .examples = {flags("funds total _ 20 20 10 100% 10\n产出/数量 培训次数 | 5次 | 5次 | 60 | 60\n满意度/服务对象 "
                       "满意度 | 90% | 95% | 30 | 30\ntotal 110 100",
                       "印作 110"),
                 passes("funds total _ 20 20 10 100% 10\n产出/数量 培训次数 | 5次 | 5次 | 60 | 60\n满意度/服务对象 "
                        "满意度 | 90% | 95% | 30 | 30\ntotal 100 100"),
                 passes("funds total _ 20 20 10 100% 10\n产出/数量 培训次数 | 5次 | 5次 | 60 | 60\n满意度/服务对象 "
                        "满意度 | 90% | 95% | 30 | 30\ntotal 90 100")},
};

}  // namespace jiheng::audit
