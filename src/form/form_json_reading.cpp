// The record read back from JSON.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "form/form_fields.h"
#include "form/form_json.h"
#include "form/lexicon.h"

namespace jiheng {
namespace {

using Json = nlohmann::ordered_json;

constexpr float kUnsureConfidence = 0.5F;  ///< given to fields that a record lists as "unsure"

Error broken(const std::string& path, const std::string& zh, const std::string& en) {
  Error error;
  error.code = ErrorCode::BadData;
  error.place = path;
  error.detail = path + ": " + en;
  error.clerk = "记录格式有误：" + path + " " + zh + "，请对照 docs/record.md 修改";
  error.english = "bad record: " + path + " " + en;
  return error;
}

std::string below(const std::string& path, const std::string& member) {
  return path + "." + member;
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

/// Takes a member of an object into the field of its name. False where there is none of that name.
template <class Each>
bool read_named(const std::string& name, const Json& value, const std::string& path, std::optional<Error>& error,
                Each&& each) {
  bool known = false;
  each([&](std::string_view own, auto& field) {
    if (own != name) return;
    error = read_field(value, path, field);
    known = true;
  });
  return known;
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
      const std::string cell_path = below(path, column);
      std::optional<Error> error;
      const auto cells_of_row = [&row](auto visit) { detail::each_funds_cell(row, visit); };
      if (read_named(column, value, cell_path, error, cells_of_row)) {
        if (error) return error;
      } else if (column == "label") {
        if (row.kind != FundsRowKind::Regional) row.label = as_text(value);  // a regional row's label is its key
      } else if (!value.is_null()) {
        form.unclaimed.push_back({cell_path, as_text(value), {}});
      }
    }
    form.funds.push_back(std::move(row));
  }
  return std::nullopt;
}

std::optional<Error> read_indicators(const Json& json, Form& form) {
  if (json.is_null()) return std::nullopt;
  if (!json.is_array()) return broken("indicators", "应为数组", "must be an array");
  for (std::size_t at = 0; at < json.size(); ++at) {
    const std::string path = indicator_path(at);
    const Json& cells = json[at];
    if (!cells.is_object()) return broken(path, "应为对象", "must be an object");
    Indicator row;
    for (const auto& [key, value] : cells.items()) {
      const std::string cell_path = below(path, key);
      std::optional<Error> error;
      const auto cells_of_row = [&row](auto visit) { detail::each_indicator_cell(row, visit); };
      if (read_named(key, value, cell_path, error, cells_of_row)) {
        if (error) return error;
      } else if (key == "placeholder") {
        if (!value.is_boolean() && !value.is_null())
          return broken(cell_path, "应为 true 或 false", "must be a boolean");
        row.placeholder = value.is_boolean() && value.get<bool>();
      } else if (!value.is_null()) {
        form.unclaimed.push_back({cell_path, as_text(value), {}});
      }
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
    const std::string cell_path = below(path, key);
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
  detail::each_field(form, [&](const std::string& path, auto& field) {
    if (has_unsure && std::find(unsure->begin(), unsure->end(), Json(path)) != unsure->end()) {
      field.confidence = kUnsureConfidence;
    }
    if (!has_places) return;
    if (const auto place = locations->find(path); place != locations->end()) field.where = location_from(*place);
  });
  if (!has_places) return;
  for (FundsRow& row : form.funds) {
    if (const auto place = locations->find(record_path(row)); place != locations->end()) {
      row.where = location_from(*place);
    }
  }
  for (std::size_t at = 0; at < form.indicators.size(); ++at) {
    if (const auto place = locations->find(indicator_path(at)); place != locations->end()) {
      form.indicators[at].where = location_from(*place);
    }
  }
}

}  // namespace

Result<Form> form_from_json(const nlohmann::ordered_json& json, const Lexicon& lexicon) {
  if (!json.is_object()) return broken("$", "应为对象", "must be an object");
  Form form;
  for (const auto& [key, value] : json.items()) {
    std::optional<Error> error;
    const auto header = [&form](auto visit) { detail::each_header_field(form, visit); };
    if (read_named(key, value, key, error, header)) {
      // an error, if any, is told below
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
