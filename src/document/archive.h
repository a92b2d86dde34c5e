// Archive: the zip container of office files, read under limits, so that a bomb costs nothing.
// The one file that knows libzip.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "document/read_document.h"

namespace jiheng {

class Archive {
 public:
  /// Opens the zip in `bytes`, which must outlive the Archive. Refuses bombs by what the directory declares.
  static Result<Archive> open(std::string_view bytes, const Limits& limits);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  /// Names as stored, with '/' between folders.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// Is there such an entry? Letter case is ignored, as office programs do.
  [[nodiscard]] bool contains(std::string_view name) const;

  /// The whole entry, unpacked. Damaged if missing or broken; TooLarge past the limits.
  Result<std::string> read(std::string_view name);

  /// Gives the unpacked entry piece by piece: bytes put into the buffer, 0 at the end, -1 when broken
  /// or past the limits. At most one entry is open at a time. The Archive must outlive the reader.
  using Reader = std::function<long(char* buffer, std::size_t size)>;
  Result<Reader> stream(std::string_view name);

 private:
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  [[nodiscard]] long index_of(std::string_view name) const;
  std::unique_ptr<State> state_;
  std::vector<std::string> names_;
};

}  // namespace jiheng
