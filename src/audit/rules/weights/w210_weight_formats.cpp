// W210: weights of one form are printed with and without decimals ("10.00" and "20").
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  std::optional<std::size_t> plain;
  std::optional<std::size_t> padded;  // decimals that say nothing: 10.00
  for (const std::size_t i : context.scored) {
    const auto& weight = context.row(i).weight.value;
    if (!weight) continue;
    const int scale = weight->amount.scale();
    if (scale == 0 && !plain) plain = i;
    if (scale > weight->amount.significant_scale() && !padded) padded = i;
  }
  if (!plain || !padded) return;
  report
      .add({cat("分值小数位数不一：", quoted(context.row(*padded).weight.printed), "与",
                quoted(context.row(*plain).weight.printed)),
            cat("Weights have different decimals: ", quoted(context.row(*padded).weight.printed), " and ",
                quoted(context.row(*plain).weight.printed))},
           {context.at(*plain, "weight"), context.at(*padded, "weight")})
      .fix = {"统一小数位数", "Use the same number of decimals"};
}

extern const Rule kW210{
    .id = "W210",
    .name = "weight-formats-mixed",
    .severity = Severity::Advice,
    .citation = "实务：同一栏数字写法应一致",
    .title = {"分值小数位数不一致", "Weights are printed with different decimals"},
    .doc = {"同一栏里有的写 10.00、有的写 20，多为从不同表格拼接而来，容易连带抄错。改正：统一写法，并核对数值。",
            "10.00 here and 20 there usually means rows pasted from different tables. Remedy: one style; check the "
            "numbers."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 10.00 | 10.00\n产出/质量 合格率 | 90% | 95% | 20 | 20",
                       "10.00"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 10 | 10\n产出/质量 合格率 | 90% | 95% | 12.5 | 12.5")},
};

}  // namespace jiheng::audit
