#include "config/resources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "config/embedded.h"
#include "core/text.h"

namespace jiheng {

Result<std::vector<Resource>> resources(std::string_view folder, const std::optional<std::string>& added) {
  std::vector<Resource> out;
  const std::string prefix = std::string(folder) + "/";
  for (const EmbeddedFile& file : embedded_files()) {
    if (starts_with(file.name, prefix)) out.push_back({std::string(file.name), std::string(file.text)});
  }
  if (!added) return out;

  namespace fs = std::filesystem;
  std::error_code failed;
  std::vector<fs::path> paths;
  for (fs::directory_iterator it(*added, failed), end; !failed && it != end; it.increment(failed)) {
    if (it->path().extension() == ".toml") paths.push_back(it->path());
  }
  if (failed) {
    return Error{ErrorCode::NotFound,
                 *added,
                 "",
                 failed.message(),
                 "打不开文件夹 " + *added + "，请检查路径",
                 "cannot open the folder " + *added};
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream.good() && !stream.eof()) {
      return Error{ErrorCode::Io,
                   path.string(),
                   "",
                   "read failed",
                   "读不出文件 " + path.string(),
                   "cannot read " + path.string()};
    }
    const std::string name = prefix + path.filename().string();
    const auto same = std::find_if(out.begin(), out.end(), [&](const Resource& r) { return r.name == name; });
    if (same == out.end()) {
      out.push_back({path.string(), std::move(text)});
    } else {
      *same = {path.string(), std::move(text)};
    }
  }
  return out;
}

}  // namespace jiheng
