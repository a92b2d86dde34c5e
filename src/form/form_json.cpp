#include "form/form_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "form/form_fields.h"

namespace jiheng {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json printed(const Field<T>& field) {
  return field.exists ? Json(field.printed) : Json(nullptr);
}

Json funds_json(const Form& form) {
  Json funds = Json::object();
  for (const FundsRow& row : form.funds) {
    Json& cells = funds[record_key(row)];
    if (!cells.is_null()) continue;  // a label printed twice: the first row stands
    cells = Json::object();
    if (!row.label.empty() && row.kind != FundsRowKind::Regional) cells["label"] = row.label;
    detail::each_funds_cell(row, [&](const char* name, const auto& field) { cells[name] = printed(field); });
  }
  return funds;
}

Json indicators_json(const Form& form) {
  Json rows = Json::array();
  for (const Indicator& row : form.indicators) {
    Json cells = Json::object();
    detail::each_indicator_cell(row, [&](const char* name, const auto& field) { cells[name] = printed(field); });
    if (!row.unit.exists) cells.erase("unit");  // few forms have that column
    if (row.placeholder) cells["placeholder"] = true;
    rows.push_back(std::move(cells));
  }
  return rows;
}

Json locations_json(const Form& form) {
  Json locations = Json::object();
  detail::each_field(form, [&](const std::string& path, const auto& field) {
    if (field.exists && field.where.known()) locations[path] = to_json(field.where);
  });
  for (const FundsRow& row : form.funds) {
    if (row.where.known()) locations[record_path(row)] = to_json(row.where);
  }
  for (std::size_t at = 0; at < form.indicators.size(); ++at) {
    const Location& where = form.indicators[at].where;
    if (where.known()) locations[indicator_path(at)] = to_json(where);
  }
  return locations;
}

}  // namespace

std::vector<std::string> unsure_paths(const Form& form) {
  std::vector<std::string> paths;
  detail::each_field(form, [&](const std::string& path, const auto& field) {
    if (field.exists && !field.sure()) paths.push_back(path);
  });
  return paths;
}

nlohmann::ordered_json to_json(const Location& where) {
  Json json = Json::object();
  if (where.page > 0) json["page"] = where.page;
  if (where.table > 0) json["table"] = where.table;
  if (where.row > 0) json["row"] = where.row;
  if (where.column > 0) json["column"] = where.column;
  if (!where.cell.empty()) json["cell"] = where.cell;
  if (!where.box.empty()) {
    // Hundredths of a point are plenty, and keep the text short.
    const auto side = [](float value) { return static_cast<double>(std::lround(value * 100.0F)) / 100.0; };
    json["box"] = {side(where.box.left), side(where.box.top), side(where.box.right), side(where.box.bottom)};
  }
  return json;
}

nlohmann::ordered_json to_json(const Form& form) {
  Json json;
  json["kind"] = kind_name(form.kind);
  detail::each_header_field(form, [&](const char* name, const auto& field) { json[name] = printed(field); });
  if (form.year.value) json["year"] = *form.year.value;  // a number; an odd year stays as printed
  if (form.year.empty()) json["year"] = nullptr;
  if (form.amount_unit.value) json["amount_unit"] = name_of(*form.amount_unit.value);
  json["funds"] = funds_json(form);
  json["goal"] = {{"expected", printed(form.goal_expected)}, {"actual", printed(form.goal_actual)}};
  json["indicators"] = indicators_json(form);
  json["total"] = {{"weight", printed(form.total_weight)}, {"score", printed(form.total_score)}};
  if (form.grade.exists) json["grade"] = form.grade.printed;
  if (!form.unclaimed.empty()) {
    Json& cells = json["unclaimed"] = Json::array();
    for (const Unclaimed& cell : form.unclaimed) {
      Json item = {{"label", cell.label}, {"text", cell.text}};
      if (cell.where.known()) item["location"] = to_json(cell.where);
      cells.push_back(std::move(item));
    }
  }
  if (!form.problems.empty()) {
    Json& problems = json["problems"] = Json::array();
    for (const Problem& problem : form.problems) {
      Json item = {{"code", problem.code}, {"message", problem.message}};
      if (problem.where.known()) item["location"] = to_json(problem.where);
      problems.push_back(std::move(item));
    }
  }
  json["unsure"] = unsure_paths(form);
  if (Json locations = locations_json(form); !locations.empty()) json["locations"] = std::move(locations);
  return json;
}

}  // namespace jiheng
