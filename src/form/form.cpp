#include "form/form.h"

#include <array>
#include <type_traits>
#include <utility>

#include "core/text.h"
#include "form/lexicon.h"
#include "form/number.h"

namespace jiheng {

std::string_view kind_name(FormKind kind) {
  switch (kind) {
    case FormKind::SelfEvaluation: return "project_self_evaluation";
    case FormKind::TargetDeclaration: return "target_declaration";
    case FormKind::DepartmentOverall: return "department_overall";
    case FormKind::Monitoring: return "monitoring";
    case FormKind::Review: return "review";
  }
  return "";
}

std::string_view name_of(FundsRowKind kind) {
  switch (kind) {
    case FundsRowKind::Total: return "年度资金总额";
    case FundsRowKind::CurrentYearGrant: return "当年财政拨款";
    case FundsRowKind::CarryOver: return "上年结转资金";
    case FundsRowKind::Other: return "其他资金";
    case FundsRowKind::ProjectTotal: return "项目资金总额";
    case FundsRowKind::ProjectGrant: return "项目总额 · 财政拨款";
    case FundsRowKind::ProjectOther: return "项目总额 · 其他资金";
    case FundsRowKind::Regional: return "";
  }
  return "";
}

Decimal yuan_per(AmountUnit unit) {
  switch (unit) {
    case AmountUnit::Unknown:
    case AmountUnit::Yuan: return 1;
    case AmountUnit::ThousandYuan: return 1'000;
    case AmountUnit::WanYuan: return 10'000;
    case AmountUnit::MillionYuan: return 1'000'000;
    case AmountUnit::YiYuan: return 100'000'000;
  }
  return 1;
}

std::string_view name_of(AmountUnit unit) {
  switch (unit) {
    case AmountUnit::Unknown: return "";
    case AmountUnit::Yuan: return "元";
    case AmountUnit::ThousandYuan: return "千元";
    case AmountUnit::WanYuan: return "万元";
    case AmountUnit::MillionYuan: return "百万元";
    case AmountUnit::YiYuan: return "亿元";
  }
  return "";
}

std::string record_key(const FundsRow& row) {
  switch (row.kind) {
    case FundsRowKind::Total: return "total";
    case FundsRowKind::CurrentYearGrant: return "current_year_grant";
    case FundsRowKind::CarryOver: return "carry_over";
    case FundsRowKind::Other: return "other";
    case FundsRowKind::ProjectTotal: return "project_total";
    case FundsRowKind::ProjectGrant: return "project_grant";
    case FundsRowKind::ProjectOther: return "project_other";
    case FundsRowKind::Regional: return without_spaces(row.label);
  }
  return "";
}

std::string record_path(const FundsRow& row) {
  return "funds." + record_key(row);
}

std::string indicator_path(std::size_t indicator) {
  return "indicators[" + std::to_string(indicator) + "]";
}

const FundsRow* Form::funds_row(FundsRowKind row_kind) const {
  for (const FundsRow& row : funds) {
    if (row.kind == row_kind) return &row;
  }
  return nullptr;
}

namespace {

void interpret_text(TextField& field) {
  if (field.printed.empty()) {
    field.value.reset();
  } else {
    field.value = field.printed;
  }
}

void interpret_funds(FundsRow& row, AmountUnit unit) {
  for (Field<Money>* money : {&row.initial, &row.adjusted, &row.executed}) {
    money->value = parse_money(money->printed, unit);
  }
  row.weight.value = parse_points(row.weight.printed);
  row.score.value = parse_points(row.score.printed);
  row.rate.value = parse_rate(row.rate.printed);
}

// Nothing but dots, or the numbered "指标2：" of the empty template.
bool unfilled_name(std::string_view printed) {
  const std::string key = key_of(printed);
  std::string_view text = key;
  if (starts_with(text, "指标")) text.remove_prefix(std::string_view("指标").size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool filler = (c >= '0' && c <= '9') || c == ':' || c == '.' || c == ',' || c == '/' || c == '-' ||
                        c == U'…' || c == U'、' || c == U'。' || c == U'⋯';
    if (!filler) return false;
  }
  return true;
}

bool blank(std::string_view printed) {
  for (std::size_t at = 0; at < printed.size();) {
    const char32_t c = next_code_point(printed, at);
    const bool dash = c == '-' || c == '/' || c == U'－' || (c >= 0x2010 && c <= 0x2015) || c == U'─' || c == U'−' ||
                      c == U'…' || c == U'／';
    if (!dash && !is_space(c)) return false;
  }
  return true;
}

bool is_placeholder(const Indicator& row) {
  return blank(row.target.printed) && blank(row.actual.printed) && blank(row.weight.printed) &&
         blank(row.score.printed) && blank(row.note.printed) && unfilled_name(row.l3.printed);
}

// Where the unit has a column of its own, and the value came without one.
void complete_unit(std::optional<Value>& value, const TextField& unit, const Lexicon& lexicon) {
  if (!value || !value->quantitative() || !value->unit.empty() || unit.printed.empty()) return;
  const std::optional<Value> one = parse_value("1" + unit.printed, lexicon);
  if (!one || one->kind != ValueKind::Number || !one->rest.empty()) return;
  value->unit = one->unit;
  value->percent = one->percent;
}

}  // namespace

void interpret(Form& form, const Lexicon& lexicon) {
  for (TextField* text : {&form.title, &form.project_name, &form.project_code, &form.department, &form.unit,
                          &form.goal_expected, &form.goal_actual, &form.grade}) {
    interpret_text(*text);
  }
  form.year.value = year_in(form.year.printed);
  form.amount_unit.value.reset();
  if (const AmountUnit unit = amount_unit_in(form.amount_unit.printed); unit != AmountUnit::Unknown) {
    form.amount_unit.value = unit;
  }
  const AmountUnit unit = form.amount_unit.value.value_or(AmountUnit::Unknown);
  for (FundsRow& row : form.funds) interpret_funds(row, unit);

  std::string_view last_l1;
  std::string_view last_l2;
  Level1 level1 = Level1::Unknown;
  Level2 level2 = Level2::Unknown;
  for (Indicator& row : form.indicators) {
    for (TextField* text : {&row.l1, &row.l2, &row.l3, &row.note, &row.unit}) interpret_text(*text);
    // Merged labels repeat row after row: each is looked up once.
    if (row.l1.printed != last_l1) {
      last_l1 = row.l1.printed;
      level1 = level1_of(last_l1, lexicon);
    }
    if (row.l2.printed != last_l2) {
      last_l2 = row.l2.printed;
      level2 = level2_of(last_l2, lexicon);
    }
    row.level1 = level1;
    row.level2 = level2;
    row.target.value = parse_value(row.target.printed, lexicon);
    // Very often the result repeats the target.
    row.actual.value =
        row.actual.printed == row.target.printed ? row.target.value : parse_value(row.actual.printed, lexicon);
    complete_unit(row.target.value, row.unit, lexicon);
    row.weight.value = parse_points(row.weight.printed);
    row.score.value = parse_points(row.score.printed);
    row.placeholder = row.placeholder || is_placeholder(row);
  }
  form.total_weight.value = parse_points(form.total_weight.printed);
  form.total_score.value = parse_points(form.total_score.printed);
}

std::optional<Points> points_in_label(std::string_view label) {
  const std::string key = key_of(label);
  static constexpr std::string_view kPoint = "分";
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t begin = at;
    const std::optional<Decimal> number = number_at(key, at);
    if (!number) {
      at = begin + 1;
      continue;
    }
    std::string_view rest = std::string_view(key).substr(at);
    const bool range = (begin > 0 && (key[begin - 1] == '-' || key[begin - 1] == '~')) || starts_with(rest, "-") ||
                       starts_with(rest, "~") || starts_with(rest, "至");
    if (range) return std::nullopt;
    const bool open = begin > 0 && key[begin - 1] == '(';
    if (starts_with(rest, kPoint) || (open && starts_with(rest, ")"))) return Points(*number);
  }
  return std::nullopt;
}

}  // namespace jiheng
