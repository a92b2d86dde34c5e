// D801: the form lacks columns that the template in force has.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

bool has_column(const Form& form, std::string_view column) {
  const auto any_row = [&](auto member) {
    return std::any_of(form.indicators.begin(), form.indicators.end(),
                       [&](const Indicator& row) { return (row.*member).exists; });
  };
  const auto any_funds = [&](auto member) {
    return std::any_of(form.funds.begin(), form.funds.end(), [&](const FundsRow& row) { return (row.*member).exists; });
  };
  if (column == "target") return any_row(&Indicator::target);
  if (column == "actual") return any_row(&Indicator::actual);
  if (column == "weight") return any_row(&Indicator::weight);
  if (column == "score") return any_row(&Indicator::score);
  if (column == "note") return any_row(&Indicator::note);
  if (column == "initial") return any_funds(&FundsRow::initial);
  if (column == "adjusted") return any_funds(&FundsRow::adjusted);
  if (column == "executed") return any_funds(&FundsRow::executed);
  if (column == "rate") return any_funds(&FundsRow::rate);
  return true;  // not a column of the two tables
}

std::string_view in_chinese(std::string_view column) {
  if (column == "target") return "年度指标值";
  if (column == "actual") return "实际完成值";
  if (column == "weight") return "分值";
  if (column == "score") return "得分";
  if (column == "note") return "偏差原因分析及改进措施";
  if (column == "initial") return "年初预算数";
  if (column == "adjusted") return "全年预算数";
  if (column == "executed") return "全年执行数";
  return "执行率";
}

void check(const Context& context, Report& report) {
  if (context.form.indicators.empty()) return;
  std::vector<std::string> required = context.policy.required_columns;
  if (required.empty()) required = {"target", "actual", "weight", "score", "note"};
  std::string missing;
  for (const std::string& column : required) {
    if (!has_column(context.form, column)) missing += cat(missing.empty() ? "" : "、", in_chinese(column));
  }
  if (missing.empty()) return;
  Finding& finding =
      report.add({cat("本表缺少规定的栏目：", missing), cat("Columns of the template are missing: ", missing)},
                 {context.at("title")});
  finding.fix = {"按财政部门当年印发的自评表格式填报", "Use the template issued by finance for the year"};
}

}  // namespace

extern const Rule kD801{
    .id = "D801",
    .name = "required-columns-missing",
    .severity = Severity::Advice,
    .citation = "财预〔2020〕10号：项目支出绩效自评表格式",
    .title = {"没有采用规定的表式", "The form is not the required template"},
    .doc = {"自评表应有指标值、完成值、分值、得分和偏差原因等栏。缺栏则评分依据无从查对。改正：换用规定表式。",
            "Targets, results, weights, scores and causes each need a column. Remedy: use the required template."},
    .kinds = {FormKind::SelfEvaluation},
    .check = check,
    .examples = {flags("产出/数量 修建水窖数量 | 20口 | 20口 | _ | 10 | -", "分值"),
                 flags("产出/数量 修建水窖数量 | 20口 | 20口 | 10 | 10 | _", "偏差原因"),
                 passes("funds total 10 10 10 10 100% 10\n产出/数量 修建水窖数量 | 20口 | 20口 | 10 | 10 | -")},
};

}  // namespace jiheng::audit
