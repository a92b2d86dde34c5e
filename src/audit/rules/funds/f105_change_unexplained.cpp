// F105: the budget was changed during the year and nothing on the form tells why.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const FundsRow* total = context.funds.total;
  if (total == nullptr || !total->initial.value || !total->adjusted.value) return;
  const Money& initial = *total->initial.value;
  const Money& adjusted = *total->adjusted.value;
  if (initial == adjusted) return;
  if (context.told.has(WordClass::AdjustmentWord)) return;
  const bool cut = adjusted < initial;
  const Money change = cut ? initial - adjusted : adjusted - initial;
  const auto share = divide(adjusted.amount, initial.amount, 6);
  std::string zh =
      cat("年初预算 ", initial, " 元，全年预算 ", adjusted, " 元，", cut ? "调减 " : "调增 ", change, " 元");
  std::string en =
      cat("Initial budget ", initial, " yuan, adjusted ", adjusted, ": ", cut ? "cut by " : "raised by ", change);
  if (share) {
    zh.append(cat("，为年初预算的 ", percent(*share)));
    en.append(cat(", ", percent(*share), " of the initial budget"));
  }
  zh.append("，全表未说明原因");
  en.append("; the form does not say why");
  Finding& finding =
      report.add({std::move(zh), std::move(en)}, {context.at(*total, "adjusted"), context.at(*total, "initial")});
  if (share) {
    finding.working.zh = cat(adjusted, " ÷ ", initial, " = ", percent(*share));
    finding.working.en = finding.working.zh;
    const auto against_initial =
        total->executed.value ? divide(total->executed.value->amount, initial.amount, 6) : std::nullopt;
    if (against_initial && total->executed.value != total->adjusted.value) {
      finding.working.zh.append(cat("；执行数为年初预算的 ", percent(*against_initial)));
      finding.working.en.append(cat("; executed is ", percent(*against_initial), " of the initial budget"));
    }
  }
  finding.fix = {"在偏差原因或完成情况中说明预算调整的原因和批准文号",
                 "State why the budget was changed and by which approval"};
}

extern const Rule kF105{
    .id = "F105",
    .name = "change-unexplained",
    .severity = Severity::Warning,
    .citation = "预算法实施条例、财预〔2019〕136号：预算调整应当有依据，偏离年初目标应说明",
    .title = {"预算调整未说明原因", "The budget was changed without a word why"},
    .doc = {"全年预算与年初预算不同，执行率按调整后的预算算往往是 "
            "100%，看不出年初安排落实了多少。复核人会问调整的原因。表中任何文字提到"
            "调整、追加、压减、收回等即视为已说明。改正：写明原因、金额和批准文号。",
            "With an adjusted budget the rate is often 100 % and hides how much of the initial plan was kept. A "
            "reviewer asks "
            "why. Any text on the form about adjusting, adding, cutting or recalling counts as told. Remedy: state "
            "reason, "
            "amount and approval."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Monitoring, FormKind::Review},
    .check = check,
    .examples = {flags("amounts 万元\nfunds total 100 88 88 10 100% 10", "为年初预算的 88.00%"),
                 passes("amounts 万元\nfunds total 100 100 88 10 88% 8.8"),
                 passes(
                     "amounts 万元\nfunds total 100 88 88 10 100% 10\nactual 因财政压减一般性支出，预算调减 12 万元。"),
                 passes("amounts 万元\nfunds total _ 88 88 10 100% 10")},
};

}  // namespace jiheng::audit
