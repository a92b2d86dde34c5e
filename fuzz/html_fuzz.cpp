// Web pages, with whatever encoding and nesting.
#include "fuzz_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  jiheng::fuzz::check(jiheng::read_html(jiheng::fuzz::text_of(data, size), "x.html", jiheng::fuzz::limits()));
  return 0;
}
