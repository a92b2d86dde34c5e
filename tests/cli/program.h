// The program itself, run on files of a temporary folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::test {

struct Outcome {
  int status = 0;
  std::string out, err;
};

/// Runs `jiheng` with these arguments; `input` goes to its standard input.
Outcome run_jiheng(const std::vector<std::string>& arguments, std::string_view input = {});

/// A folder of its own, gone at the end of the test.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  /// Writes a file and gives its path.
  std::string file(const std::string& name, std::string_view bytes) const;
  [[nodiscard]] std::string path(const std::string& name = {}) const;

 private:
  std::filesystem::path path_;
};

std::string read_text(const std::string& path);
/// A path in examples/.
std::string example(const std::string& name);

}  // namespace jiheng::test
