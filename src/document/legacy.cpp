#include "document/legacy.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>
#include <vector>

#include "document/refusal.h"

namespace jiheng {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kTimeLimit = std::chrono::seconds(60);

/// A folder of its own, gone when it goes out of scope.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code ignored;
    std::string pattern = (fs::temp_directory_path(ignored) / "jiheng-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::optional<fs::path> find_libreoffice() {
  const char* search = std::getenv("PATH");
  std::string_view rest = search == nullptr ? "/usr/bin:/usr/local/bin" : search;
  while (!rest.empty()) {
    const std::size_t colon = rest.find(':');
    for (const char* program : {"soffice", "libreoffice"}) {
      const fs::path candidate = fs::path(rest.substr(0, colon)) / program;
      if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
  }
  return std::nullopt;
}

enum class Outcome { Done, Failed, TimedOut };

// Runs a program in its own process group, silently, and ends the whole group past the time limit.
Outcome run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return Outcome::Failed;
  if (child == 0) {
    ::setpgid(0, 0);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::setpgid(child, child);
  const auto deadline = Clock::now() + kTimeLimit;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (Clock::now() > deadline) {
      ::kill(-child, SIGKILL);
      ::waitpid(child, &status, 0);
      return Outcome::TimedOut;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Outcome::Done : Outcome::Failed;
}

Error missing_libreoffice() {
  return {
      .code = ErrorCode::Unsupported,
      .file = {},
      .place = {},
      .detail = "LibreOffice (soffice) is not installed",
      .clerk =
          "这是旧版格式（xls、doc、wps）。请用 WPS 或 Excel、Word 另存为 xlsx 或 docx 后再试；或请管理员安装 "
          "LibreOffice。",
      .english = "This is an old binary format. Save it as xlsx or docx and try again, or have LibreOffice installed."};
}

}  // namespace

Result<std::string> convert_legacy(std::string_view bytes, Format format) {
  const std::optional<fs::path> program = find_libreoffice();
  if (!program) return missing_libreoffice();
  const PrivateFolder folder;
  if (folder.path().empty()) {
    return Error{.code = ErrorCode::Io,
                 .file = {},
                 .place = {},
                 .detail = "no temporary folder",
                 .clerk = "无法建立临时文件夹，请检查磁盘空间与权限。",
                 .english = "Cannot make a temporary folder."};
  }
  const std::string target = format == Format::Xls ? "xlsx" : "docx";
  const fs::path input = folder.path() / (format == Format::Xls   ? "in.xls"
                                          : format == Format::Wps ? "in.wps"
                                                                  : "in.doc");
  std::ofstream(input, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const Outcome outcome =
      run({program->string(), "-env:UserInstallation=file://" + (folder.path() / "profile").string(), "--headless",
           "--norestore", "--nolockcheck", "--convert-to", target, "--outdir", folder.path().string(), input.string()});
  if (outcome == Outcome::TimedOut) {
    return Error{.code = ErrorCode::TimeLimit,
                 .file = {},
                 .place = {},
                 .detail = "LibreOffice ran past the time limit",
                 .clerk = "转换旧版文件超时。请用 WPS 或 Office 另存为 xlsx 或 docx 后再试。",
                 .english = "Converting the old format took too long. Save it as xlsx or docx and try again."};
  }
  std::ifstream converted(folder.path() / ("in." + target), std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(converted), std::istreambuf_iterator<char>()};
  if (out.empty()) return damaged({}, "LibreOffice could not convert the file; it may be broken or have a password");
  return out;
}

}  // namespace jiheng
