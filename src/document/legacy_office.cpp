#include "document/legacy_office.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>
#include <vector>

namespace jiheng {
namespace {

namespace fs = std::filesystem;

Error fault(ErrorCode code, std::string detail, std::string zh, std::string en) {
  Error error;
  error.code = code;
  error.detail = std::move(detail);
  error.clerk = std::move(zh);
  error.english = std::move(en);
  return error;
}

std::optional<fs::path> office_program() {
  const char* path = std::getenv("PATH");
  std::string_view folders = path != nullptr ? path : "/usr/local/bin:/usr/bin";
  while (!folders.empty()) {
    const std::size_t end = folders.find(':');
    for (const char* name : {"soffice", "libreoffice"}) {
      const fs::path program = fs::path(folders.substr(0, end)) / name;
      if (access(program.c_str(), X_OK) == 0) return program;
    }
    if (end == std::string_view::npos) break;
    folders.remove_prefix(end + 1);
  }
  return std::nullopt;
}

/// A folder that is gone with this value.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_((fs::temp_directory_path() / "jiheng-XXXXXX").string()) {
    good_ = mkdtemp(path_.data()) != nullptr;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (good_) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] fs::path path() const { return path_; }

 private:
  std::string path_;
  bool good_ = false;
};

/// Runs a program in a process group of its own, without terminal and network proxies; nullopt when it
/// had to be stopped.
std::optional<int> run(const std::vector<std::string>& words, std::chrono::seconds limit) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  pid_t process = -1;
  const int status = posix_spawn(&process, arguments[0], &files, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (status != 0) return 127;
  const auto deadline = std::chrono::steady_clock::now() + limit;
  int result = 0;
  while (waitpid(process, &result, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > deadline) {
      kill(-process, SIGKILL);
      waitpid(process, &result, 0);
      return std::nullopt;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return WIFEXITED(result) ? WEXITSTATUS(result) : 126;
}

}  // namespace

bool may_be_legacy(std::string_view first_bytes) {
  return first_bytes.substr(0, kLegacyMarkLength) == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
}

Result<std::string> convert_legacy(std::string_view bytes, Format format, std::chrono::seconds limit) {
  const bool sheet = format == Format::Xls;
  const std::string kind = sheet ? "XLS 表格" : "DOC/WPS 文档";
  const std::string target = sheet ? "xlsx" : "docx";
  const std::optional<fs::path> program = office_program();
  if (!program) {
    return fault(ErrorCode::Unsupported, "soffice not found",
                 "这是旧版 " + kind + "，要有 LibreOffice 才能读，本机没有安装。请用 WPS 或 Office 另存为 ." + target +
                     " 后再试，或安装 LibreOffice（apt install libreoffice-calc libreoffice-writer）。",
                 "this is a legacy office file, which needs LibreOffice, and that is not installed here. Save it as ." +
                     target + ", or install LibreOffice (apt install libreoffice-calc libreoffice-writer).");
  }
  const TemporaryFolder folder;
  if (!folder.good()) {
    return fault(ErrorCode::Io, "mkdtemp", "不能建立临时文件夹，请检查磁盘空间和权限。",
                 "no temporary folder can be made; check disk space and permissions.");
  }
  // Kingsoft's .wps is Word's binary format; under its own name it would be taken for a file of MS Works.
  const fs::path source = folder.path() / (sheet ? "input.xls" : "input.doc");
  std::ofstream(source, std::ios::binary) << bytes;
  const std::optional<int> status =
      run({program->string(), "-env:UserInstallation=file://" + (folder.path() / "profile").string(), "--headless",
           "--norestore", "--nolockcheck", "--convert-to", target, "--outdir", (folder.path() / "out").string(), source.string()},
          limit);
  if (!status) {
    return fault(ErrorCode::TimeLimit, "soffice: deadline passed",
                 "LibreOffice 转换超时，已停止。请另存为 ." + target + " 后再试，或用 --timeout 放宽时限。",
                 "LibreOffice took too long and was stopped. Save the file as ." + target + ", or allow more with --timeout.");
  }
  std::ifstream converted(folder.path() / "out" / ("input." + target), std::ios::binary);
  std::string result(std::istreambuf_iterator<char>(converted), {});
  if (*status != 0 || result.empty()) {
    return fault(ErrorCode::Damaged, "soffice: status " + std::to_string(*status),
                 "LibreOffice 打不开这个" + kind + "，文件可能损坏。请用 WPS 或 Office 打开后另存为 ." + target + " 再试。",
                 "LibreOffice cannot open this legacy file; it may be damaged. Open it in an office program and save it as ." + target + ".");
  }
  return result;
}

}  // namespace jiheng
