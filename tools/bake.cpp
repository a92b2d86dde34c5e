// bake OUTPUT.cpp: parses the built-in TOML files and writes their snapshots as C++ (config/baked.h).
// Runs in each build; a mistake in a TOML file stops the build here, with its line.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "config/snapshot.h"
#include "config/wording_toml.h"

namespace {

void write(std::ostream& out, const char* function, const std::string& bytes) {
  out << "std::string_view " << function << "() {\n  static constexpr unsigned char kBytes[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 24 == 0) out << "\n      ";
    out << static_cast<int>(static_cast<unsigned char>(bytes[i])) << ',';
  }
  out << "\n  };\n  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};\n}\n\n";
}

int fail(const jiheng::Error& error) {
  std::cerr << error.file << ": " << error.place << ": " << error.english << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: bake OUTPUT.cpp\n";
    return 2;
  }
  const auto lexicon = jiheng::load_lexicon(std::nullopt);
  if (!lexicon) return fail(lexicon.error());
  const auto wording = jiheng::load_wording(std::nullopt);
  if (!wording) return fail(wording.error());
  const auto policies = jiheng::load_policies(std::nullopt);
  if (!policies) return fail(policies.error());
  std::ofstream out(argv[1]);
  out << "// Made by tools/bake.cpp; do not edit.\n#include \"config/baked.h\"\n\nnamespace jiheng {\n\n";
  write(out, "baked_lexicon", jiheng::encode(*lexicon));
  write(out, "baked_wording", jiheng::encode(*wording));
  write(out, "baked_policies", jiheng::encode(*policies));
  out << "}  // namespace jiheng\n";
  return out.flush() ? 0 : 1;
}
