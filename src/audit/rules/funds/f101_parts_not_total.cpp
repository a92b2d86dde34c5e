// F101: the rows below 年度资金总额 do not add up to it. An empty cell is unknown, not 0.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/rules/funds/columns.h"

namespace jiheng::audit {
namespace {

struct Parts {
  std::vector<const FundsRow*> rows;  // with an amount in the column
  bool unknown = false;               // some row's cell is empty or not understood
};

struct Sums {
  FundsRowKind total, grant, carry_over, other;
  bool regional;
};
constexpr Sums kYear{FundsRowKind::Total, FundsRowKind::CurrentYearGrant, FundsRowKind::CarryOver, FundsRowKind::Other,
                     true};
constexpr Sums kProject{FundsRowKind::ProjectTotal, FundsRowKind::ProjectGrant, FundsRowKind::ProjectGrant,
                        FundsRowKind::ProjectOther, false};

Parts parts_of(const Form& form, const Sums& sums, const MoneyColumn& column) {
  Parts parts;
  for (const FundsRow& row : form.funds) {
    const bool regional = row.kind == FundsRowKind::Regional && sums.regional;
    if (row.kind != sums.grant && row.kind != sums.carry_over && row.kind != sums.other && !regional) continue;
    const Field<Money>& cell = row.*column.field;
    if (cell.value) {
      parts.rows.push_back(&row);
    } else if (cell.exists) {
      parts.unknown = true;
    }
  }
  return parts;
}

// Regional rows may stand beside the standard ones or be parts of them, so any choice of rows that
// adds up is accepted.
bool some_choice_adds_up(const Parts& parts, const MoneyColumn& column, const Money& total) {
  const std::size_t count = std::min<std::size_t>(parts.rows.size(), 10);
  for (unsigned choice = 1; choice < (1U << count); ++choice) {
    Money sum;
    for (std::size_t i = 0; i < count; ++i) {
      if ((choice >> i & 1U) != 0) sum += *(parts.rows[i]->*column.field).value;
    }
    if (sum == total) return true;
  }
  return false;
}

bool has_regional(const Parts& parts) {
  for (const FundsRow* row : parts.rows) {
    if (row->kind == FundsRowKind::Regional) return true;
  }
  return false;
}

void check_column(const Context& context, Report& report, const Sums& sums, const MoneyColumn& column) {
  const FundsRow* total = context.form.funds_row(sums.total);
  if (total == nullptr || !(total->*column.field).value) return;
  const Money& printed = *(total->*column.field).value;
  const Parts parts = parts_of(context.form, sums, column);
  if (parts.rows.empty()) return;
  Money sum;
  for (const FundsRow* row : parts.rows) sum += *(row->*column.field).value;
  if (sum == printed) return;
  if (has_regional(parts) && some_choice_adds_up(parts, column, printed)) return;
  std::vector<Place> places = {context.at(*total, column.key)};
  for (const FundsRow* row : parts.rows) places.push_back(context.at(*row, column.key));
  if (parts.unknown && sum < printed) {
    report.not_applicable({cat(column.zh, "有空格，无法判断分项是否等于总额"),
                           cat("Empty cells in ", column.en, ": the sum of the parts cannot be judged")},
                          std::move(places));
    return;
  }
  const Money difference = sum > printed ? sum - printed : printed - sum;
  Finding& finding =
      report.add({cat(column.zh, "：分项合计 ", sum, " 元，总额 ", printed, " 元，相差 ", difference, " 元"),
                  cat("The parts of the ", column.en, " add up to ", sum, " yuan, the total says ", printed, ": ",
                      difference, " apart")},
                 std::move(places));
  for (const FundsRow* row : parts.rows) {
    if (!finding.working.zh.empty()) finding.working.zh.append(" + ");
    finding.working.zh.append(shown(*(row->*column.field).value));
  }
  finding.working.zh.append(" = ").append(shown(sum));
  finding.working.en = finding.working.zh;
  finding.fix = printed.amount.is_zero() ? Message{"总额行应填各分项之和，执行率和得分随之重算",
                                                   "Fill in the sum of the parts and work out the rate and score again"}
                                         : Message{"核对分项与总额，改正抄错的一格",
                                                   "Check the parts against the total and mend the wrong cell"};
}

void check(const Context& context, Report& report) {
  for (const MoneyColumn& column : kMoneyColumns) {
    check_column(context, report, kYear, column);
    check_column(context, report, kProject, column);
  }
}

}  // namespace

extern const Rule kF101{
    .id = "F101",
    .name = "parts-not-total",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：自评表项目资金各栏，分项之和等于年度资金总额",
    .title = {"资金分项之和不等于总额", "The parts of the funds do not add up to the total"},
    .doc =
        {"年度资金总额应等于当年财政拨款、上年结转资金、其他资金之和，年初预算、全年预算、执行数三栏分别成立。空格视为"
         "未知而不是 0：分项有空格且合计小于总额时不下结论。改正：核对原始凭证，更正总额或分项。",
         "The year's total must equal the current grant, the money carried over and other money, in each column. An "
         "empty cell is unknown, not 0, so nothing is said when parts are empty and the rest adds up to less. Remedy: "
         "check the vouchers and mend the total or the part."},
    .kinds = {},
    .check = check,
    .examples =
        {flags("amounts 万元\nfunds total 100 90 90\nfunds grant 60 60 60\nfunds other 30 30 30", "相差 100,000.00 元"),
         flags("amounts 万元\nfunds total 0 0 0 10 0 0\nfunds grant 90 89.9 89.9\nfunds other - - -", "总额 0.00 元"),
         passes("amounts 万元\nfunds total 100 90 90\nfunds grant 60 60 60\nfunds other 40 30 30"),
         passes(
             "amounts 万元\nfunds total 100 90 90\nfunds grant 100 90 90\nfunds carry_over 0 0 -\nfunds other 0 0 -"),
         passes("amounts 万元\nfunds total 100 90 90\nfunds grant 60 60 60\nfunds other - - -"),
         passes("amounts 万元\nfunds total 100 90 90\nfunds grant 100 90 90\nfunds 中央补助 70 70 70")},
};

}  // namespace jiheng::audit
