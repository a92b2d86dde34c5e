// Places: a field of the form by the name that rules give it: its path in the record, its label for people and
// where it was printed.
#include <array>
#include <string>
#include <utility>

#include "audit/context.h"

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
constexpr std::array<NamedField<Form>, 12> kFormFields = {{
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

template <class Fields>
auto find_field(const Fields& fields, std::string_view name) -> decltype(fields.data()) {
  for (const auto& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

// A cell of a row: "row.cell", "row's name · cell's name". Without a cell it is the row.
template <class Row, class Fields>
Place place_of_cell(Place place, const Row& row, const Fields& fields, std::string_view cell) {
  if (cell.empty()) return place;
  const auto* field = find_field(fields, cell);
  if (field != nullptr && field->where(row).known()) place.where = field->where(row);
  place.path.append(".").append(cell);
  place.label.append(" · ").append(field != nullptr ? field->chinese : cell);
  return place;
}

std::string_view chinese_of_row(const FundsRow& row) {
  return row.kind == FundsRowKind::Regional ? std::string_view(row.label) : name_of(row.kind);
}

}  // namespace

std::string_view Context::name(std::size_t indicator) const {
  const std::string& shown = facts[indicator].shown_name;
  return shown.empty() ? std::string_view(form.indicators[indicator].l3.printed) : std::string_view(shown);
}

Place Context::at(std::size_t indicator, std::string_view field) const {
  constexpr std::size_t kRoom = 40;  // for what stands around a name: one allocation instead of three
  const Indicator& row = form.indicators[indicator];
  const std::string_view row_name = name(indicator);
  Place place;
  place.path.reserve(kRoom);
  place.path.append("indicators[").append(std::to_string(indicator)).append("]");
  place.label.reserve(row_name.size() + kRoom);
  place.label.append(row_name);
  place.where = row.where;
  return place_of_cell(std::move(place), row, kIndicatorFields, field);
}

Place Context::at(const FundsRow& row, std::string_view column) const {
  Place place{"funds." + record_key(row), std::string(chinese_of_row(row)), row.where};
  return place_of_cell(std::move(place), row, kFundsFields, column);
}

Place Context::at(std::string_view path) const {
  const auto* field = find_field(kFormFields, path);
  if (field == nullptr) return {std::string(path), std::string(path), {}};
  return {std::string(path), std::string(field->chinese), field->where(form)};
}

}  // namespace jiheng::audit
