#include "cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace jiheng {

void Output::print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) complain("stdout", errno);
}

void Output::write(const std::string& path, std::string_view bytes) {
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, failed);
  std::FILE* file = failed ? nullptr : std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    complain(path, failed ? failed.value() : errno);
    return;
  }
  const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (const int cause = errno; std::fclose(file) != 0 || !whole) complain(path, cause);
}

bool Output::finish() {
  if (std::fflush(stdout) != 0) complain("stdout", errno);
  return good_;
}

void Output::complain(const std::string& path, int cause) {
  if (good_) {
    fmt::print(stderr,
               fmt::runtime(tr(language_, "✗ {}：写入失败（{}），请检查路径、权限和磁盘空间。\n",
                               "✗ {}: cannot be written ({}); check path, permissions and disk space.\n")),
               path, std::strerror(cause));
  }
  good_ = false;
}

}  // namespace jiheng
