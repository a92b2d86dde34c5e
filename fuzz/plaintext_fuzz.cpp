// Plain text in whatever encoding, and the guess of what a file is.
#include "fuzz_limits.h"

using namespace jiheng;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  (void)sniff(bytes);
  fuzz::check(read_plaintext(bytes, "x.txt", fuzz::limits()));
  return 0;
}
