// TOML text → table, and errors that point at a line. For the .cpp files of config only: toml++ is heavy.
#pragma once

#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <utility>

#include "core/result.h"

namespace jiheng {

/// BadData at a place of a TOML file. `zh` says what is wrong and what to do.
inline Error toml_error(std::string_view file, const toml::source_position& where, std::string zh, std::string en) {
  Error error;
  error.code = ErrorCode::BadData;
  error.file = std::string(file);
  error.place = "line " + std::to_string(where.line) + ", column " + std::to_string(where.column);
  const std::string at = error.file + ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
  error.detail = at + ": " + en;
  error.clerk = at + " " + std::move(zh);
  error.english = at + " " + std::move(en);
  return error;
}

inline Result<toml::table> parse_toml(std::string_view text, std::string_view file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& e) {
    return toml_error(file, e.source().begin, "TOML 语法错误，请检查此处的引号、括号和等号：" + std::string(e.description()),
                      "TOML syntax: " + std::string(e.description()));
  }
}

}  // namespace jiheng
