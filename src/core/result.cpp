#include "core/result.h"

#include <array>

namespace jiheng {

std::string_view error_name(ErrorCode code) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "not_found",  "empty",        "unknown_format", "unsupported", "damaged",  "encrypted", "too_large",
      "time_limit", "memory_limit", "image_only",     "no_form",     "bad_data", "io",        "internal"};
  return kNames.at(static_cast<std::size_t>(code));
}

namespace detail {
void ensure_failed(const char* condition, const char* why, const char* file, int line) {
  throw std::logic_error(std::string(file) + ":" + std::to_string(line) + ": " + condition + ": " + why);
}
}  // namespace detail

}  // namespace jiheng
