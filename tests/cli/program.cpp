#include "cli/program.h"

#include <stdlib.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace jiheng::test {
namespace {

std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

}  // namespace

Outcome run_jiheng(const std::vector<std::string>& arguments, std::string_view input) {
  const Folder folder;
  const std::string in = folder.file("in", input);
  std::string command = "NO_COLOR= JIHENG_LANG= " + quoted(JIHENG_PROGRAM);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " < " + quoted(in) + " > " + quoted(folder.path("out")) + " 2> " + quoted(folder.path("err"));
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(folder.path("out")), read_text(folder.path("err"))};
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "jiheng-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::file(const std::string& name, std::string_view bytes) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path.string();
}

std::string Folder::path(const std::string& name) const {
  return name.empty() ? path_.string() : (path_ / name).string();
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string example(const std::string& name) {
  return std::string(JIHENG_SOURCE_DIR) + "/examples/" + name;
}

}  // namespace jiheng::test
