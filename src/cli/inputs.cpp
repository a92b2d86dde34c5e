#include "cli/inputs.h"

#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "document/read_document.h"

namespace jiheng {
namespace {

namespace fs = std::filesystem;

// No file of a form comes near this; more is refused before it is read.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

Error cannot_open(const std::string& name, int cause) {
  Error error;
  error.file = name;
  error.detail = std::strerror(cause);
  if (cause == ENOENT) {
    error.code = ErrorCode::NotFound;
    error.clerk = "找不到这个文件或文件夹，请核对名称和路径。";
    error.english = "there is no such file or folder; check its name and path.";
  } else if (cause == EACCES || cause == EPERM) {
    error.code = ErrorCode::NotFound;
    error.clerk = "没有权限打开，请检查文件权限。";
    error.english = "permission denied; check the file's permissions.";
  } else {
    error.code = ErrorCode::Io;
    error.clerk = "读取文件失败（" + error.detail + "），请检查磁盘或网络后再试。";
    error.english = "reading failed (" + error.detail + "); check the disk or network and try again.";
  }
  return error;
}

Result<std::string> read_all(int file, const std::string& name) {
  std::string bytes;
  struct stat about {};
  if (fstat(file, &about) == 0 && S_ISREG(about.st_mode)) bytes.reserve(static_cast<std::size_t>(about.st_size));
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t got = read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_open(name, errno);
    if (got == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(got) > kMostBytes) {
      Error error;
      error.code = ErrorCode::TooLarge;
      error.file = name;
      error.clerk = "文件超过 1 GiB，不像是绩效自评表，未读取；请拆分后再试。";
      error.english = "the file is larger than 1 GiB, which no form is; split it and try again.";
      return error;
    }
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// In a folder, is this a document? By name; where the name says nothing, by its first bytes.
bool is_document(const fs::path& path) {
  static const std::set<std::string> kDocuments = {".pdf", ".xlsx", ".xlsm", ".xls",  ".et",   ".docx", ".docm",
                                                   ".doc", ".wps",  ".htm",  ".html", ".mht",  ".txt",  ".json",
                                                   ".jpg", ".jpeg", ".png",  ".tif",  ".tiff", ".bmp"};
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (kDocuments.count(extension) > 0) return true;
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  std::string head(65536, '\0');
  const ssize_t got = read(file, head.data(), head.size());
  close(file);
  head.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  switch (sniff(head)) {
    case Format::Pdf:
    case Format::Xlsx:
    case Format::Docx:
    case Format::Html:
    case Format::Xls:
    case Format::Doc:
    case Format::Wps: return true;
    default: return false;
  }
}

class Finder {
 public:
  void add(const std::string& argument) {
    if (argument == "-") {
      add_standard_input();
      return;
    }
    std::error_code ignored;
    if (!fs::exists(argument, ignored) && argument.find_first_of("*?[") != std::string::npos && add_glob(argument))
      return;
    add_path(argument);
  }

  Inputs take() {
    name_outputs();
    return std::move(inputs_);
  }

 private:
  void add_path(const std::string& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (fs::is_directory(status)) {
      add_folder(path);
    } else if (!fs::exists(status)) {
      fail(path, failed ? failed.value() : ENOENT);
    } else {
      add_file(path);
    }
  }

  void add_file(const std::string& path) {
    std::error_code ignored;
    const fs::path real = fs::canonical(path, ignored);
    if (!seen_.insert(real.empty() ? path : real.string()).second) return;
    inputs_.files.push_back({path, path, {}, {}, {}});
  }

  void add_folder(const std::string& folder) {
    std::vector<std::string> documents;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
    if (failed) return fail(folder, failed.value());
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
      const std::string name = entry->path().filename().string();
      const bool hidden = name.starts_with(".") || name.starts_with("~$");
      std::error_code ignored;
      if (entry->is_directory(ignored)) {
        if (hidden) entry.disable_recursion_pending();
      } else if (!hidden && entry->is_regular_file(ignored)) {
        (is_document(entry->path()) ? documents : inputs_.passed_over).push_back(entry->path().string());
      }
    }
    if (documents.empty()) {
      Input input{folder, {}, {}, {}, Error{}};
      input.failure->code = ErrorCode::Empty;
      input.failure->file = folder;
      input.failure->clerk = "文件夹里没有可读的文档（PDF、XLSX、DOCX、HTML、TXT、XLS、DOC、WPS、JSON）。";
      input.failure->english = "no documents in this folder (PDF, XLSX, DOCX, HTML, TXT, XLS, DOC, WPS, JSON).";
      inputs_.files.push_back(std::move(input));
    }
    std::sort(documents.begin(), documents.end());
    for (const std::string& path : documents) add_file(path);
    std::sort(inputs_.passed_over.begin(), inputs_.passed_over.end());
  }

  bool add_glob(const std::string& pattern) {
    glob_t found{};
    const bool any = glob(pattern.c_str(), 0, nullptr, &found) == 0;
    for (std::size_t i = 0; any && i < found.gl_pathc; ++i) add_path(found.gl_pathv[i]);
    globfree(&found);
    return any;
  }

  void add_standard_input() {
    if (!seen_.insert("-").second) return;
    Input input{"-", {}, {}, {}, {}};
    Result<std::string> bytes = read_all(STDIN_FILENO, "-");
    if (bytes) {
      input.bytes = std::move(*bytes);
    } else {
      input.failure = bytes.error();
    }
    inputs_.files.push_back(std::move(input));
  }

  void fail(const std::string& name, int cause) {
    inputs_.files.push_back({name, {}, {}, {}, cannot_open(name, cause)});
  }

  /// "报表.pdf" → "报表"; where two inputs share a stem, all but the first carry more of their names.
  void name_outputs() {
    std::set<std::string> taken;
    for (Input& input : inputs_.files) {
      const fs::path path(input.name);
      const std::string stem = input.name == "-" ? "stdin" : path.stem().string();
      std::string name = stem.empty() ? "output" : stem;
      if (taken.count(name) > 0) name = path.filename().string();
      for (int number = 2; taken.count(name) > 0; ++number)
        name = path.filename().string() + "-" + std::to_string(number);
      taken.insert(name);
      input.stem = name;
    }
  }

  Inputs inputs_;
  std::set<std::string> seen_;
};

}  // namespace

Inputs find_inputs(const std::vector<std::string>& arguments) {
  Finder finder;
  for (const std::string& argument : arguments) finder.add(argument);
  return finder.take();
}

Result<std::string> read_bytes(const std::string& path, const std::string& name) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return cannot_open(name, errno);
  Result<std::string> bytes = read_all(file, name);
  close(file);
  return bytes;
}

}  // namespace jiheng
