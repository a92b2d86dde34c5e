#include "document/compound_file.h"

#include <string>

#include "core/text.h"

namespace jiheng {
namespace {

constexpr std::size_t kEntrySize = 128;      // of the directory, aligned
constexpr std::size_t kNameLengthAt = 0x40;  // bytes of the name with its final zero

std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) {
    out.push_back(c);
    out.push_back('\0');
  }
  return out;
}

bool has_stream(std::string_view bytes, std::string_view name) {
  const std::string wanted = utf16(name);
  const char length = static_cast<char>(wanted.size() + 2);
  for (std::size_t at = bytes.find(wanted); at != std::string_view::npos; at = bytes.find(wanted, at + 1)) {
    if (at % kEntrySize == 0 && at + kEntrySize <= bytes.size() && bytes[at + kNameLengthAt] == length &&
        bytes[at + kNameLengthAt + 1] == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_compound_file(std::string_view bytes) {
  return starts_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

CompoundKind kind_of_compound_file(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage")) return CompoundKind::Encrypted;
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) return CompoundKind::Workbook;
  if (has_stream(bytes, "WordDocument")) return CompoundKind::Text;
  if (has_stream(bytes, "WPSDocument") || has_stream(bytes, "MatOST")) return CompoundKind::Works;
  return CompoundKind::Other;
}

}  // namespace jiheng
