// Result<T>: how everything that touches the outside world reports what went wrong.
//
// An Error is for people: it names the file, the place in it and what to do. A faulty *form* is
// never an Error (it is data, see form/form.h); a bug is an exception (ENSURE).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace jiheng {

/// What kind of failure. The name (see `error_name`) is part of the JSON output: never renamed.
enum class ErrorCode {
  NotFound,       ///< the file or folder does not exist or cannot be opened
  Empty,          ///< zero bytes, or a document without any content
  UnknownFormat,  ///< the content is of no format that is read
  Unsupported,    ///< a known format that cannot be read here (e.g. .doc without LibreOffice)
  Damaged,        ///< truncated or malformed beyond repair
  Encrypted,      ///< needs a password
  TooLarge,       ///< a limit on size, ratio, depth or count was passed (bombs)
  TimeLimit,      ///< one document took longer than it may
  MemoryLimit,    ///< one document wanted more memory than it may
  ImageOnly,      ///< pages are pictures without text
  NoForm,         ///< the document opened, but there is no form in it
  BadData,        ///< a policy, vocabulary or JSON file breaks its schema
  Io,             ///< reading or writing failed
  Internal,       ///< a bug, caught at the edge
};

/// Stable machine name, e.g. "image_only".
std::string_view error_name(ErrorCode code);

/// One failure, in five parts.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string file;     ///< as the user named it; filled in by whoever knows it
  std::string place;    ///< where inside the file: "第 3 页", "sheet1.xml", "line 4, column 7"; may be empty
  std::string detail;   ///< technical cause, for logs and engineers
  std::string clerk;    ///< the Chinese sentence a clerk reads: what happened and what to do
  std::string english;  ///< the same in English
  bool operator==(const Error&) const = default;
};

/// A value or an Error; must be looked at.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
  Result(Error error) : tl::expected<T, Error>(tl::unexpect, std::move(error)) {}  // NOLINT
};

namespace detail {
[[noreturn]] void ensure_failed(const char* condition, const char* why, const char* file, int line);
}  // namespace detail

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> : public tl::expected<void, Error> {
 public:
  using tl::expected<void, Error>::expected;
  Result(Error error) : tl::expected<void, Error>(tl::unexpect, std::move(error)) {}  // NOLINT
};

}  // namespace jiheng

/// Unwraps a Result or returns its Error from the enclosing function. Do not nest.
#define TRY(...)                                             \
  ({                                                         \
    auto&& try_result_ = (__VA_ARGS__);                      \
    if (!try_result_) return std::move(try_result_).error(); \
    std::move(*try_result_);                                 \
  })

/// States what must hold; a failure is a bug in this program and throws std::logic_error.
#define ENSURE(condition, why) \
  ((condition) ? void(0) : ::jiheng::detail::ensure_failed(#condition, why, __FILE__, __LINE__))
