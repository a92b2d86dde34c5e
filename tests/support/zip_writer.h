// Zip files for tests, made in memory.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng::test {

/// A zip of (name, content) entries, deflated.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries);

/// &, <, > and " escaped for XML.
std::string xml_escaped(std::string_view text);

}  // namespace jiheng::test
