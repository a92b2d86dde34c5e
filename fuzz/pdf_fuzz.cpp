// Whole PDF reader: whatever the bytes are, a Document or an Error, within bounds.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document/read_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = jiheng::read_pdf({reinterpret_cast<const char*>(data), size}, "fuzz.pdf", {.max_pages = 20});
  if (!document && (document.error().clerk.empty() || document.error().file.empty())) std::abort();
  return 0;
}
