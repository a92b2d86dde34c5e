// Any cell text is understood or left as text, and what was understood can be scored without a throw.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "form/number.h"
#include "scoring/scorecard.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jiheng;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // Lines: target, actual, weight, score, budget, executed, rate, level.
  Form form;
  Indicator row;
  FundsRow funds;
  funds.kind = FundsRowKind::Total;
  std::size_t at = 0;
  const auto line = [&] {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string out(text.substr(std::min(at, text.size()), end - std::min(at, text.size())));
    at = end + 1;
    return out;
  };
  row.target = {line(), {}};
  row.actual = {line(), {}};
  row.weight = {line(), {}};
  row.score = {line(), {}};
  funds.adjusted = {line(), {}};
  funds.executed = {line(), {}};
  funds.rate = {line(), {}};
  funds.weight = row.weight;
  row.l2 = {line(), {}};
  row.l3 = row.l2;
  form.indicators.push_back(row);
  form.funds.push_back(funds);
  interpret(form, builtin_lexicon());
  for (const Field<Value>& field : {form.indicators[0].target, form.indicators[0].actual}) {
    if (field.value) (void)describe(*field.value);
  }
  (void)points_in_label(row.l2.printed);
  for (const Policy& policy : builtin_policies()) (void)score(form, policy, builtin_lexicon());
  return 0;
}
