// The files that cmake/embed.cmake compiles into the program.
#pragma once

#include <string_view>
#include <vector>

namespace jiheng {

struct EmbeddedFile {
  std::string_view name;  ///< path below the repository, "vocabulary/wording.toml"
  std::string_view text;
};

/// All of them, in order of name.
const std::vector<EmbeddedFile>& embedded_files();

}  // namespace jiheng
