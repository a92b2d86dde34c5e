#include "audit/place.h"

#include <array>

#include "audit/phrase.h"
#include "core/result.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

template <class Owner>
struct NamedField {
  std::string_view name, chinese;
  const Location& (*where)(const Owner&);
};

template <auto kMember, class Owner>
const Location& where_of(const Owner& owner) {
  return (owner.*kMember).where;
}

constexpr std::array<NamedField<Indicator>, 8> kIndicatorFields = {{
    {"l1", "一级指标", where_of<&Indicator::l1>},
    {"l2", "二级指标", where_of<&Indicator::l2>},
    {"l3", "三级指标", where_of<&Indicator::l3>},
    {"target", "年度指标值", where_of<&Indicator::target>},
    {"actual", "实际完成值", where_of<&Indicator::actual>},
    {"weight", "分值", where_of<&Indicator::weight>},
    {"score", "得分", where_of<&Indicator::score>},
    {"note", "偏差原因分析及改进措施", where_of<&Indicator::note>},
}};
constexpr std::array<NamedField<FundsRow>, 6> kFundsFields = {{
    {"initial", "年初预算数", where_of<&FundsRow::initial>},
    {"adjusted", "全年预算数", where_of<&FundsRow::adjusted>},
    {"executed", "全年执行数", where_of<&FundsRow::executed>},
    {"weight", "分值", where_of<&FundsRow::weight>},
    {"rate", "执行率", where_of<&FundsRow::rate>},
    {"score", "得分", where_of<&FundsRow::score>},
}};
constexpr std::array<NamedField<Form>, 12> kHeaderFields = {{
    {"title", "标题", where_of<&Form::title>},
    {"year", "年度", where_of<&Form::year>},
    {"project_name", "项目名称", where_of<&Form::project_name>},
    {"project_code", "项目编码", where_of<&Form::project_code>},
    {"department", "主管部门", where_of<&Form::department>},
    {"unit", "实施单位", where_of<&Form::unit>},
    {"amount_unit", "金额单位", where_of<&Form::amount_unit>},
    {"goal.expected", "预期目标", where_of<&Form::goal_expected>},
    {"goal.actual", "实际完成情况", where_of<&Form::goal_actual>},
    {"total.weight", "总分 · 分值", where_of<&Form::total_weight>},
    {"total.score", "总分 · 得分", where_of<&Form::total_score>},
    {"grade", "自评等级", where_of<&Form::grade>},
}};

constexpr std::uint8_t kText = 0;  ///< the text of an unclaimed cell

template <class Fields>
std::uint8_t index_of(const Fields& fields, std::string_view name) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == name) return static_cast<std::uint8_t>(i);
  }
  ENSURE(name.empty(), "rules name fields of the tables above");
  return Place::kWhole;
}

// A cell of a row: "row.cell", "row's name · cell's name".
template <class Row, class Fields>
void point_at_cell(ShownPlace& place, const Row& row, const Fields& fields, std::uint8_t cell) {
  if (cell == Place::kWhole) return;
  const auto& field = fields.at(cell);
  if (field.where(row).known()) place.where = field.where(row);
  place.path.append(".").append(field.name);
  place.label.append(" · ").append(field.chinese);
}

std::string_view chinese_of_row(const FundsRow& row) {
  return row.kind == FundsRowKind::Regional ? std::string_view(row.label) : name_of(row.kind);
}

}  // namespace

Place place_in_indicator(std::size_t indicator, std::string_view field) {
  return {Place::Part::Indicator, index_of(kIndicatorFields, field), static_cast<std::uint32_t>(indicator)};
}

Place place_in_funds(const Form& form, const FundsRow& row, std::string_view column) {
  return {Place::Part::Funds, index_of(kFundsFields, column), static_cast<std::uint32_t>(&row - form.funds.data())};
}

Place place_in_header(std::string_view path) {
  return {Place::Part::Header, index_of(kHeaderFields, path), 0};
}

Place place_in_unclaimed(std::size_t cell) {
  return {Place::Part::Unclaimed, Place::kWhole, static_cast<std::uint32_t>(cell)};
}

Place text_in_unclaimed(std::size_t cell) {
  return {Place::Part::Unclaimed, kText, static_cast<std::uint32_t>(cell)};
}

ShownPlace shown_place(const Form& form, const Place& place) {
  ShownPlace out;
  switch (place.part) {
    case Place::Part::Header: {
      const auto& field = kHeaderFields.at(place.field);
      return {std::string(field.name), std::string(field.chinese), field.where(form)};
    }
    case Place::Part::Indicator: {
      const Indicator& row = form.indicators.at(place.row);
      out = {indicator_path(place.row), shown_name(form, place.row), row.where};
      point_at_cell(out, row, kIndicatorFields, place.field);
      return out;
    }
    case Place::Part::Funds: {
      const FundsRow& row = form.funds.at(place.row);
      out = {record_path(row), std::string(chinese_of_row(row)), row.where};
      point_at_cell(out, row, kFundsFields, place.field);
      return out;
    }
    case Place::Part::Unclaimed: {
      const Unclaimed& cell = form.unclaimed.at(place.row);
      const bool named = !cell.label.empty() || place.field != kText;
      return {cat("unclaimed[", place.row, "]"), named ? cell.label : "未归类的单元格", cell.where};
    }
  }
  return out;
}

bool same_path(const Form& form, const Place& a, const Place& b) {
  if (a == b) return true;
  return a.part == Place::Part::Funds && b.part == Place::Part::Funds && a.field == b.field &&
         record_key(form.funds.at(a.row)) == record_key(form.funds.at(b.row));
}

std::string shown_name(const Form& form, std::size_t indicator) {
  std::string name = joined_lines(form.indicators.at(indicator).l3.printed);
  return name.empty() ? cat("第 ", indicator + 1, " 行指标") : name;
}

}  // namespace jiheng::audit
