#include "document/archive.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "document/refusal.h"
#include "document/zip_library.h"

namespace jiheng {
namespace {

constexpr zip_uint64_t kAlwaysAllowed = 10U << 20;  ///< entries below 10 MiB may have any ratio
constexpr zip_int64_t kMaxEntries = 65'536;

struct ZipClose {
  void operator()(zip_t* zip) const { zip_library().discard(zip); }
};

char folded_letter(char c) {
  return c == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return folded_letter(x) == folded_letter(y); });
}

Error bomb(std::string place) {
  return too_large(std::move(place), "文件解压后的内容过大", "the unpacked content is too large");
}

}  // namespace

struct Archive::State {
  std::unique_ptr<zip_t, ZipClose> zip;
  Limits limits;
  std::size_t unpacked = 0;  ///< bytes given out so far
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
  if (!zip_library().library.loaded()) {
    return Error{ErrorCode::Unsupported,
                 "",
                 "zip",
                 "libzip.so.4 cannot be loaded",
                 "读取 xlsx、docx 需要 libzip，本机未安装：请执行 apt-get install libzip4 后再试",
                 "reading xlsx and docx needs libzip, which is not installed: apt-get install libzip4"};
  }
  zip_error_t error;
  zip_library().error_init(&error);
  zip_source_t* source = zip_library().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : zip_library().open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    std::string detail = zip_library().error_strerror(&error);
    if (source != nullptr) zip_library().source_free(source);
    zip_library().error_fini(&error);
    return damaged("zip", std::move(detail));
  }
  zip_library().error_fini(&error);
  auto state = std::make_unique<State>();
  state->zip.reset(zip);
  state->limits = limits;
  Archive archive(std::move(state));

  const zip_int64_t count = zip_library().get_num_entries(zip, 0);
  if (count > kMaxEntries) return too_large("zip", "压缩包内文件过多", "too many entries in the zip");
  zip_uint64_t total = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_library().stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0)
      return damaged("zip", zip_library().strerror(zip));
    archive.names_.emplace_back(stat.name);
    std::replace(archive.names_.back().begin(), archive.names_.back().end(), '\\', '/');
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      return encrypted("zip entry " + archive.names_.back() + " is encrypted");
    }
    const zip_uint64_t packed = std::max<zip_uint64_t>(stat.comp_size, 1);
    const auto ratio = static_cast<zip_uint64_t>(limits.max_ratio);
    total += std::min<zip_uint64_t>(stat.size, limits.max_unpacked + 1);
    if (total > limits.max_unpacked || (stat.size > kAlwaysAllowed && stat.size / packed > ratio)) {
      return bomb(archive.names_.back());
    }
  }
  return archive;
}

long Archive::index_of(std::string_view name) const {
  if (!name.empty() && name.front() == '/') name.remove_prefix(1);
  const auto found =
      std::find_if(names_.begin(), names_.end(), [&](const std::string& n) { return same_name(n, name); });
  return found == names_.end() ? -1 : static_cast<long>(found - names_.begin());
}

bool Archive::contains(std::string_view name) const {
  return index_of(name) >= 0;
}

Result<Archive::Reader> Archive::stream(std::string_view name) {
  const long index = index_of(name);
  if (index < 0) return damaged(std::string(name), "missing from the zip");
  std::shared_ptr<zip_file_t> file(zip_library().fopen_index(state_->zip.get(), static_cast<zip_uint64_t>(index), 0),
                                   [](zip_file_t* opened) {
                                     if (opened != nullptr) zip_library().fclose(opened);
                                   });
  if (file == nullptr) return damaged(std::string(name), zip_library().strerror(state_->zip.get()));
  State* state = state_.get();
  return Reader([file = std::move(file), state](char* buffer, std::size_t size) -> long {
    const zip_int64_t got = zip_library().fread(file.get(), buffer, size);
    if (got < 0) return -1;
    state->unpacked += static_cast<std::size_t>(got);
    // The directory may lie about sizes; what comes out is counted as well.
    return state->unpacked > state->limits.max_unpacked ? -1 : static_cast<long>(got);
  });
}

Result<std::string> Archive::read(std::string_view name) {
  const Reader reader = TRY(stream(name));
  std::string out;
  std::array<char, 65'536> piece;
  while (true) {
    const long got = reader(piece.data(), piece.size());
    if (got < 0) {
      if (state_->unpacked > state_->limits.max_unpacked) return bomb(std::string(name));
      return damaged(std::string(name), "cannot be unpacked");
    }
    if (got == 0) return out;
    out.append(piece.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace jiheng
