// The project's own JSON: any bytes give forms or an error that says where; forms write themselves back and
// are read again the same.
#include <nlohmann/json.hpp>

#include "config/lexicon_toml.h"
#include "engine/own_json.h"
#include "form/form_json.h"
#include "fuzz_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jiheng;
  const auto forms = forms_from_own_json(fuzz::text_of(data, size), builtin_lexicon(), fuzz::limits());
  if (!forms) return 0;
  for (const Form& form : *forms) {
    const nlohmann::ordered_json written = to_json(form);
    const auto again = form_from_json(written, builtin_lexicon());
    fuzz::demand(again.has_value() && to_json(*again) == written);
  }
  return 0;
}
