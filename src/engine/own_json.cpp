#include "engine/own_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "form/form_json.h"

namespace jiheng {
namespace {

using Json = nlohmann::ordered_json;

Error bad(std::string place, std::string detail) {
  Error error;
  error.code = ErrorCode::BadData;
  error.place = std::move(place);
  error.detail = std::move(detail);
  error.clerk = "JSON 不是绩效表的记录：应为 jiheng extract 的输出格式 {\"forms\": […]}。请核对文件。";
  error.english = "this JSON is no record of forms: it should be as jiheng extract writes it, {\"forms\": […]}.";
  return error;
}

/// Line and column of a byte, as an editor counts them.
std::string place_of(std::string_view text, std::size_t byte) {
  std::size_t line = 1, column = 1;
  for (const char c : text.substr(0, byte > 0 ? byte - 1 : 0)) {
    column = c == '\n' ? 1 : column + 1;
    line += c == '\n' ? 1U : 0U;
  }
  return fmt::format("line {}, column {}", line, column);
}

Result<Json> parse(std::string_view bytes, const Limits& limits) {
  bool deep = false;
  const auto watch_depth = [&deep, &limits](int depth, Json::parse_event_t, Json&) {
    deep = deep || depth > limits.max_depth;
    return !deep;
  };
  try {
    Json json = Json::parse(bytes.begin(), bytes.end(), watch_depth);
    if (!deep) return json;
  } catch (const Json::parse_error& broken) {
    if (!deep) {
      Error error = bad(place_of(bytes, broken.byte), broken.what());
      error.code = ErrorCode::Damaged;
      error.clerk = "JSON 语法有误，文件可能被截断或改坏。请重新导出后再试。";
      error.english = "this is broken JSON; it may be cut off or damaged. Export it anew and try again.";
      return error;
    }
  } catch (const Json::out_of_range& number) {  // 1e999
    if (!deep) {
      Error error = bad("", number.what());
      error.code = ErrorCode::Damaged;
      error.clerk = "JSON 中有超出范围的数字，不像绩效表的记录。金额和分数请写成文字（加引号）后再试。";
      error.english = "the JSON holds a number out of range, which no record does. Write amounts and points as text.";
      return error;
    }
  }
  Error error = bad("", "nesting");
  error.code = ErrorCode::TooLarge;
  error.clerk = fmt::format("JSON 嵌套超过 {} 层，不像绩效表的记录，未读取。请核对文件。", limits.max_depth);
  error.english =
      fmt::format("the JSON is nested deeper than {} levels, which no record is; not read.", limits.max_depth);
  return error;
}

}  // namespace

Result<std::vector<Form>> forms_from_own_json(std::string_view bytes, const Lexicon& lexicon, const Limits& limits) {
  const Json json = TRY(parse(bytes, limits));
  std::vector<std::pair<std::string, const Json*>> found;
  const auto add_list = [&found](const std::string& path, const Json& list) {
    for (std::size_t i = 0; i < list.size(); ++i) found.emplace_back(fmt::format("{}[{}]", path, i), &list[i]);
  };
  if (json.is_array()) {
    add_list("", json);
  } else if (json.is_object() && json.contains("documents") && json["documents"].is_array()) {
    for (std::size_t i = 0; i < json["documents"].size(); ++i) {
      const Json& document = json["documents"][i];
      if (document.is_object() && document.contains("forms") && document["forms"].is_array()) {
        add_list(fmt::format("documents[{}].forms", i), document["forms"]);
      }
    }
  } else if (json.is_object() && json.contains("forms") && json["forms"].is_array()) {
    add_list("forms", json["forms"]);
  } else if (json.is_object() && json.contains("indicators")) {
    found.emplace_back("", &json);
  } else {
    return bad("", "neither forms nor documents nor indicators");
  }
  std::vector<Form> forms;
  for (const auto& [path, object] : found) {
    Result<Form> form = form_from_json(*object, lexicon);
    if (!form) {
      Error error = form.error();
      error.place = error.place.empty() ? path : path + "." + error.place;
      return error;
    }
    forms.push_back(std::move(*form));
  }
  return forms;
}

}  // namespace jiheng
