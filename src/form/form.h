// Form: exactly what one printed performance form says. Nothing is corrected here; every value
// keeps its text and its place. What it *should* say is scoring's and audit's business.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/quantity.h"
#include "form/field.h"
#include "form/target.h"
#include "form/taxonomy.h"

namespace jiheng {

enum class FormKind {
  SelfEvaluation,     ///< 项目支出绩效自评表: the product's centre
  TargetDeclaration,  ///< 绩效目标申报表 (批复表, 目标表): no actuals yet
  DepartmentOverall,  ///< 部门整体支出绩效自评表
  Monitoring,         ///< 绩效运行监控表
  Review,             ///< 复核表
};
/// "project_self_evaluation", "target_declaration", "department_overall", "monitoring", "review".
std::string_view kind_name(FormKind kind);

/// The unit in which the form prints money 金额单位.
enum class AmountUnit { Unknown, Yuan, ThousandYuan, WanYuan, MillionYuan, YiYuan };
/// 元 per unit: 1, 1,000, 10,000, 1,000,000, 100,000,000; 1 for Unknown.
Decimal yuan_per(AmountUnit unit);
/// "元", "千元", "万元", "百万元", "亿元", "".
std::string_view name_of(AmountUnit unit);

/// Rows of the funds table 项目资金 that have a name of their own in the record.
enum class FundsRowKind {
  Total,             ///< 年度资金总额
  CurrentYearGrant,  ///< 其中：当年财政拨款
  CarryOver,         ///< 上年结转资金
  Other,             ///< 其他资金
  ProjectTotal,      ///< 项目资金总额 over all years
  ProjectGrant,      ///< … of it grants
  ProjectOther,      ///< … of it other money
  Regional,          ///< 中央补助, 单位资金 …: kept under the printed label
};

/// "年度资金总额", "当年财政拨款", …; "" for Regional, which goes by its label.
std::string_view name_of(FundsRowKind kind);

/// One row of the funds table.
struct FundsRow {
  FundsRowKind kind = FundsRowKind::Regional;
  std::string label;  ///< as printed, without leading 其中：
  Location where;
  Field<Money> initial;   ///< 年初预算数
  Field<Money> adjusted;  ///< 全年预算数 (A)
  Field<Money> executed;  ///< 全年执行数 (B)
  Field<Points> weight;   ///< 分值
  Field<Rate> rate;       ///< 执行率 (B/A); value as a fraction
  Field<Points> score;    ///< 得分
  bool operator==(const FundsRow&) const = default;
};
/// The key of a row in the record: "total", "current_year_grant", …, or the printed label.
std::string record_key(const FundsRow& row);
/// Its path in the record: "funds.total".
std::string record_path(const FundsRow& row);
/// The path of an indicator in the record: "indicators[3]".
std::string indicator_path(std::size_t indicator);

/// One row of the indicator table 绩效指标.
struct Indicator {
  TextField l1, l2, l3;  ///< 一级, 二级, 三级指标, as printed; l1/l2 of merged cells repeated
  Level1 level1 = Level1::Unknown;
  Level2 level2 = Level2::Unknown;
  Field<Target> target;      ///< 年度指标值; split columns joined: property + value + unit
  Field<Actual> actual;      ///< 实际完成值
  Field<Points> weight;      ///< 分值
  Field<Points> score;       ///< 得分
  TextField note;            ///< 偏差原因分析及改进措施
  TextField unit;            ///< 度量单位, if it had a column of its own
  bool placeholder = false;  ///< an unfilled line of the template ("……", "指标2：")
  Location where;
  bool operator==(const Indicator&) const = default;
};

/// A cell that no field claimed. Nothing printed is lost.
struct Unclaimed {
  std::string label;  ///< the label it seems to belong to, or ""
  std::string text;
  Location where;
  bool operator==(const Unclaimed&) const = default;
};

/// Something the reader noticed on the way and went on: data, not an error.
struct Problem {
  std::string code;     ///< "split_cell_joined", "ambiguous_row", "substituted_characters" …
  std::string message;  ///< Chinese
  Location where;
  bool operator==(const Problem&) const = default;
};

struct Form {
  FormKind kind = FormKind::SelfEvaluation;
  TextField title;
  Field<int> year;
  TextField project_name;  ///< 项目名称
  TextField project_code;  ///< 项目编码
  TextField department;    ///< 主管部门
  TextField unit;          ///< 实施单位
  Field<AmountUnit> amount_unit;
  std::vector<FundsRow> funds;
  TextField goal_expected;  ///< 预期目标
  TextField goal_actual;    ///< 实际完成情况
  std::vector<Indicator> indicators;
  Field<Points> total_weight, total_score;  ///< 总分
  TextField grade;                          ///< 自评等级, if printed
  std::vector<Unclaimed> unclaimed;
  std::vector<Problem> problems;
  bool operator==(const Form&) const = default;

  /// The row of that kind, or nullptr.
  [[nodiscard]] const FundsRow* funds_row(FundsRowKind row_kind) const;
};

/// Fills the `value` of every field, level1/level2 and placeholder from the printed texts.
/// Called by every reader last; idempotent. Never changes a printed text.
void interpret(Form& form, const Lexicon& lexicon);

/// Points of a header or label such as "产出指标(50分)", "（20分）", "成本指标(0-20)分" (none: a range).
std::optional<Points> points_in_label(std::string_view label);

}  // namespace jiheng
