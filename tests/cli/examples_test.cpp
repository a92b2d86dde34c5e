// examples/: each file's findings are the ones written beside it, in <stem>.findings: a line a finding,
// "form rule severity path". What is not in the list must not come out, and what is must.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace jiheng::test {
namespace {

std::string findings_of(const std::string& path) {
  const auto json = nlohmann::json::parse(run_jiheng({"check", "--json", path}).out);
  std::string lines;
  const auto& forms = json.at("documents").at(0).at("forms");
  for (std::size_t i = 0; i < forms.size(); ++i) {
    for (const auto& finding : forms[i].at("findings")) {
      if (!finding.value("applicable", true)) continue;
      const auto& places = finding.at("locations");
      lines += std::to_string(i + 1) + " " + finding.at("rule").get<std::string>() + " " +
               finding.at("severity").get<std::string>() + " " +
               (places.empty() ? "-" : places[0].at("path").get<std::string>()) + "\n";
    }
  }
  return lines;
}

TEST(Examples, FindingsAreTheOnesBesideThem) {
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(example(""))) {
    if (entry.path().extension() == ".findings") continue;
    std::filesystem::path expected = entry.path();
    expected.replace_extension(".findings");
    if (!std::filesystem::exists(expected)) continue;
    SCOPED_TRACE(entry.path().filename().string());
    EXPECT_EQ(findings_of(entry.path().string()), read_text(expected.string()));
    ++seen;
  }
  EXPECT_GE(seen, 4);
}

}  // namespace
}  // namespace jiheng::test
