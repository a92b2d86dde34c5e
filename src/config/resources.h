// Resources: policies/*.toml and vocabulary/*.toml, compiled into the program (one file to copy, runs
// from any folder); a folder given by the user adds files or overrides those of the same name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace jiheng {

struct Resource {
  std::string name;  ///< "policies/national-2020.toml", or the path of a user's file
  std::string text;
};

/// All built-in files below `folder` ("policies", "vocabulary") in order of name; then, if `added` is
/// given, its *.toml files: one with the name of a built-in file replaces it, others come after.
/// NotFound or Io if `added` cannot be read.
Result<std::vector<Resource>> resources(std::string_view folder, const std::optional<std::string>& added);

}  // namespace jiheng
