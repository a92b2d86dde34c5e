#include "form/form_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/text.h"
#include "form/lexicon.h"
#include "form/number.h"

namespace jiheng {
namespace {

using Json = nlohmann::ordered_json;

constexpr float kUnsureConfidence = 0.5F;  ///< given to fields that a record lists as "unsure"

// Calls visit(path, field) for every graded field of a form, in the order of the record. `Of` is Form or
// const Form, so that writing and reading walk the same paths.
template <class Of, class Visit>
void each_field(Of& form, Visit&& visit) {
  visit("title", form.title);
  visit("year", form.year);
  visit("project_name", form.project_name);
  visit("project_code", form.project_code);
  visit("department", form.department);
  visit("unit", form.unit);
  visit("amount_unit", form.amount_unit);
  for (auto& row : form.funds) {
    const std::string path = "funds." + record_key(row) + ".";
    visit(path + "initial", row.initial);
    visit(path + "adjusted", row.adjusted);
    visit(path + "executed", row.executed);
    visit(path + "weight", row.weight);
    visit(path + "rate", row.rate);
    visit(path + "score", row.score);
  }
  visit("goal.expected", form.goal_expected);
  visit("goal.actual", form.goal_actual);
  for (std::size_t at = 0; at < form.indicators.size(); ++at) {
    auto& row = form.indicators[at];
    const std::string path = "indicators[" + std::to_string(at) + "].";
    visit(path + "l1", row.l1);
    visit(path + "l2", row.l2);
    visit(path + "l3", row.l3);
    visit(path + "target", row.target);
    visit(path + "actual", row.actual);
    visit(path + "weight", row.weight);
    visit(path + "score", row.score);
    visit(path + "note", row.note);
    visit(path + "unit", row.unit);
  }
  visit("total.weight", form.total_weight);
  visit("total.score", form.total_score);
  visit("grade", form.grade);
}

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
    cells["initial"] = printed(row.initial);
    cells["adjusted"] = printed(row.adjusted);
    cells["executed"] = printed(row.executed);
    cells["weight"] = printed(row.weight);
    cells["rate"] = printed(row.rate);
    cells["score"] = printed(row.score);
  }
  return funds;
}

Json indicators_json(const Form& form) {
  Json rows = Json::array();
  for (const Indicator& row : form.indicators) {
    Json cells = {{"l1", printed(row.l1)},         {"l2", printed(row.l2)},         {"l3", printed(row.l3)},
                  {"target", printed(row.target)}, {"actual", printed(row.actual)}, {"weight", printed(row.weight)},
                  {"score", printed(row.score)},   {"note", printed(row.note)}};
    if (row.unit.exists) cells["unit"] = row.unit.printed;
    if (row.placeholder) cells["placeholder"] = true;
    rows.push_back(std::move(cells));
  }
  return rows;
}

Json locations_json(const Form& form) {
  Json locations = Json::object();
  each_field(form, [&](const std::string& path, const auto& field) {
    if (field.exists && field.where.known()) locations[path] = to_json(field.where);
  });
  for (const FundsRow& row : form.funds) {
    if (row.where.known()) locations["funds." + record_key(row)] = to_json(row.where);
  }
  for (std::size_t at = 0; at < form.indicators.size(); ++at) {
    const Location& where = form.indicators[at].where;
    if (where.known()) locations["indicators[" + std::to_string(at) + "]"] = to_json(where);
  }
  return locations;
}

// ---- reading

Error broken(const std::string& path, const std::string& zh, const std::string& en) {
  Error error;
  error.code = ErrorCode::BadData;
  error.place = path;
  error.detail = path + ": " + en;
  error.clerk = "记录格式有误：" + path + " " + zh + "，请对照 docs/record.md 修改";
  error.english = "bad record: " + path + " " + en;
  return error;
}

// A printed text: string, number (taken as written) or null.
template <class T>
std::optional<Error> read_field(const Json& value, const std::string& path, Field<T>& field) {
  if (value.is_null()) return std::nullopt;
  if (value.is_string()) {
    field = Field<T>(value.get<std::string>(), Location{});
  } else if (value.is_number()) {
    field = Field<T>(value.dump(), Location{});
  } else {
    return broken(path, "应为文本或 null", "must be a string or null");
  }
  return std::nullopt;
}

struct NamedKind {
  std::string_view key;
  FundsRowKind kind;
};
constexpr std::array<NamedKind, 7> kFundsKinds = {{{"total", FundsRowKind::Total},
                                                   {"current_year_grant", FundsRowKind::CurrentYearGrant},
                                                   {"carry_over", FundsRowKind::CarryOver},
                                                   {"other", FundsRowKind::Other},
                                                   {"project_total", FundsRowKind::ProjectTotal},
                                                   {"project_grant", FundsRowKind::ProjectGrant},
                                                   {"project_other", FundsRowKind::ProjectOther}}};

constexpr std::array<FormKind, 5> kKinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration,
                                            FormKind::DepartmentOverall, FormKind::Monitoring, FormKind::Review};

std::string as_text(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

int whole(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_number()) return 0;
  const double number = at->get<double>();
  return number > 0 && number < 1e9 ? static_cast<int>(number) : 0;
}

Location location_from(const Json& json) {
  Location where;
  if (!json.is_object()) return where;
  where.page = whole(json, "page");
  where.table = whole(json, "table");
  where.row = whole(json, "row");
  where.column = whole(json, "column");
  if (const auto cell = json.find("cell"); cell != json.end() && cell->is_string())
    where.cell = cell->get<std::string>();
  if (const auto box = json.find("box"); box != json.end() && box->is_array() && box->size() == 4) {
    std::array<float, 4> sides{};
    for (std::size_t at = 0; at < sides.size(); ++at) {
      if (!(*box)[at].is_number()) return where;
      sides[at] = (*box)[at].get<float>();
    }
    where.box = {sides[0], sides[1], sides[2], sides[3]};
  }
  return where;
}

std::optional<Error> read_funds(const Json& json, Form& form) {
  if (json.is_null()) return std::nullopt;
  if (!json.is_object()) return broken("funds", "应为对象", "must be an object");
  for (const auto& [key, cells] : json.items()) {
    const std::string path = "funds." + key;
    if (cells.is_null()) continue;
    if (!cells.is_object()) return broken(path, "应为对象", "must be an object");
    FundsRow row;
    row.label = key;
    for (const NamedKind& named : kFundsKinds) {
      if (named.key != key) continue;
      row.kind = named.kind;
      row.label.clear();
    }
    for (const auto& [column, value] : cells.items()) {
      const std::string cell_path = path + "." + column;
      std::optional<Error> error;
      if (column == "label") {
        if (row.kind != FundsRowKind::Regional) row.label = as_text(value);  // a regional row's label is its key
      } else if (column == "initial") {
        error = read_field(value, cell_path, row.initial);
      } else if (column == "adjusted") {
        error = read_field(value, cell_path, row.adjusted);
      } else if (column == "executed") {
        error = read_field(value, cell_path, row.executed);
      } else if (column == "weight") {
        error = read_field(value, cell_path, row.weight);
      } else if (column == "rate") {
        error = read_field(value, cell_path, row.rate);
      } else if (column == "score") {
        error = read_field(value, cell_path, row.score);
      } else if (!value.is_null()) {
        form.unclaimed.push_back({cell_path, as_text(value), {}});
      }
      if (error) return error;
    }
    form.funds.push_back(std::move(row));
  }
  return std::nullopt;
}

std::optional<Error> read_indicators(const Json& json, Form& form) {
  if (json.is_null()) return std::nullopt;
  if (!json.is_array()) return broken("indicators", "应为数组", "must be an array");
  for (std::size_t at = 0; at < json.size(); ++at) {
    const std::string path = "indicators[" + std::to_string(at) + "]";
    const Json& cells = json[at];
    if (!cells.is_object()) return broken(path, "应为对象", "must be an object");
    Indicator row;
    for (const auto& [key, value] : cells.items()) {
      const std::string cell_path = path + "." + key;
      std::optional<Error> error;
      if (key == "l1") {
        error = read_field(value, cell_path, row.l1);
      } else if (key == "l2") {
        error = read_field(value, cell_path, row.l2);
      } else if (key == "l3") {
        error = read_field(value, cell_path, row.l3);
      } else if (key == "target") {
        error = read_field(value, cell_path, row.target);
      } else if (key == "actual") {
        error = read_field(value, cell_path, row.actual);
      } else if (key == "weight") {
        error = read_field(value, cell_path, row.weight);
      } else if (key == "score") {
        error = read_field(value, cell_path, row.score);
      } else if (key == "note") {
        error = read_field(value, cell_path, row.note);
      } else if (key == "unit") {
        error = read_field(value, cell_path, row.unit);
      } else if (key == "placeholder") {
        if (!value.is_boolean() && !value.is_null())
          error = broken(cell_path, "应为 true 或 false", "must be a boolean");
        row.placeholder = value.is_boolean() && value.get<bool>();
      } else if (!value.is_null()) {
        form.unclaimed.push_back({cell_path, as_text(value), {}});
      }
      if (error) return error;
    }
    form.indicators.push_back(std::move(row));
  }
  return std::nullopt;
}

// Two printed texts in one object: "goal" and "total". Keys that are not known go to `unclaimed`.
template <class A, class B>
std::optional<Error> read_pair(const Json& json, const std::string& path, const char* first, A& a, const char* second,
                               B& b, Form& form) {
  if (json.is_null()) return std::nullopt;
  if (!json.is_object()) return broken(path, "应为对象或 null", "must be an object or null");
  for (const auto& [key, value] : json.items()) {
    const std::string cell_path = path + "." + key;
    std::optional<Error> error;
    if (key == first) {
      error = read_field(value, cell_path, a);
    } else if (key == second) {
      error = read_field(value, cell_path, b);
    } else if (!value.is_null()) {
      form.unclaimed.push_back({cell_path, as_text(value), {}});
    }
    if (error) return error;
  }
  return std::nullopt;
}

std::optional<Error> read_kind(const Json& value, Form& form) {
  if (value.is_null()) return std::nullopt;
  const std::string name = as_text(value);
  for (const FormKind kind : kKinds) {
    if (kind_name(kind) != name) continue;
    form.kind = kind;
    return std::nullopt;
  }
  return broken("kind", "不是已知的表格种类", "is no known kind of form: " + name);
}

std::string text_member(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() || at->is_null() ? std::string() : as_text(*at);
}

void read_unclaimed(const Json& json, Form& form) {
  if (!json.is_array()) return;
  for (const Json& item : json) {
    if (!item.is_object()) continue;
    Unclaimed cell{text_member(item, "label"), text_member(item, "text"), {}};
    if (const auto where = item.find("location"); where != item.end()) cell.where = location_from(*where);
    form.unclaimed.push_back(std::move(cell));
  }
}

void read_problems(const Json& json, Form& form) {
  if (!json.is_array()) return;
  for (const Json& item : json) {
    if (!item.is_object()) continue;
    Problem problem{text_member(item, "code"), text_member(item, "message"), {}};
    if (const auto where = item.find("location"); where != item.end()) problem.where = location_from(*where);
    form.problems.push_back(std::move(problem));
  }
}

// "unsure" and "locations" name fields by their paths.
void read_places(const Json& json, Form& form) {
  const auto unsure = json.find("unsure");
  const auto locations = json.find("locations");
  const bool has_unsure = unsure != json.end() && unsure->is_array() && !unsure->empty();
  const bool has_places = locations != json.end() && locations->is_object();
  if (!has_unsure && !has_places) return;
  each_field(form, [&](const std::string& path, auto& field) {
    if (has_unsure && std::find(unsure->begin(), unsure->end(), Json(path)) != unsure->end()) {
      field.confidence = kUnsureConfidence;
    }
    if (!has_places) return;
    if (const auto place = locations->find(path); place != locations->end()) field.where = location_from(*place);
  });
  if (!has_places) return;
  for (FundsRow& row : form.funds) {
    if (const auto place = locations->find("funds." + record_key(row)); place != locations->end()) {
      row.where = location_from(*place);
    }
  }
  for (std::size_t at = 0; at < form.indicators.size(); ++at) {
    if (const auto place = locations->find("indicators[" + std::to_string(at) + "]"); place != locations->end()) {
      form.indicators[at].where = location_from(*place);
    }
  }
}

}  // namespace

std::vector<std::string> unsure_paths(const Form& form) {
  std::vector<std::string> paths;
  each_field(form, [&](const std::string& path, const auto& field) {
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
    const auto side = [](float value) { return static_cast<double>(static_cast<long>(value * 100.0F + 0.5F)) / 100.0; };
    json["box"] = {side(where.box.left), side(where.box.top), side(where.box.right), side(where.box.bottom)};
  }
  return json;
}

nlohmann::ordered_json to_json(const Form& form) {
  Json json;
  json["kind"] = kind_name(form.kind);
  json["title"] = printed(form.title);
  // A number; an odd year stays as printed.
  json["year"] = form.year.value ? Json(*form.year.value) : form.year.empty() ? Json(nullptr) : Json(form.year.printed);
  json["project_name"] = printed(form.project_name);
  json["project_code"] = printed(form.project_code);
  json["department"] = printed(form.department);
  json["unit"] = printed(form.unit);
  json["amount_unit"] = form.amount_unit.value ? Json(name_of(*form.amount_unit.value)) : printed(form.amount_unit);
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

Result<Form> form_from_json(const nlohmann::ordered_json& json, const Lexicon& lexicon) {
  if (!json.is_object()) return broken("$", "应为对象", "must be an object");
  Form form;
  for (const auto& [key, value] : json.items()) {
    std::optional<Error> error;
    if (key == "title") {
      error = read_field(value, key, form.title);
    } else if (key == "year") {
      error = read_field(value, key, form.year);
    } else if (key == "project_name") {
      error = read_field(value, key, form.project_name);
    } else if (key == "project_code") {
      error = read_field(value, key, form.project_code);
    } else if (key == "department") {
      error = read_field(value, key, form.department);
    } else if (key == "unit") {
      error = read_field(value, key, form.unit);
    } else if (key == "amount_unit") {
      error = read_field(value, key, form.amount_unit);
    } else if (key == "grade") {
      error = read_field(value, key, form.grade);
    } else if (key == "kind" || key == "doc_kind") {
      error = read_kind(value, form);
    } else if (key == "funds") {
      error = read_funds(value, form);
    } else if (key == "indicators") {
      error = read_indicators(value, form);
    } else if (key == "goal") {
      error = read_pair(value, key, "expected", form.goal_expected, "actual", form.goal_actual, form);
    } else if (key == "total") {
      error = read_pair(value, key, "weight", form.total_weight, "score", form.total_score, form);
    } else if (key == "unclaimed") {
      read_unclaimed(value, form);
    } else if (key == "problems") {
      read_problems(value, form);
    } else if (key != "unsure" && key != "locations" && !value.is_null()) {
      form.unclaimed.push_back({key, as_text(value), {}});
    }
    if (error) return *error;
  }
  read_places(json, form);
  interpret(form, lexicon);
  return form;
}

}  // namespace jiheng
