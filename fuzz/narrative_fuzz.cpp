// Any text as a goal: no crash, and every fact lies within the text that the narrative owns.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "audit/narrative.h"
#include "audit/timetable.h"
#include "config/lexicon_toml.h"

namespace {

using namespace jiheng;
using namespace jiheng::audit;

void inside(std::string_view whole, std::string_view part) {
  if (part.empty()) return;
  if (part.data() < whole.data() || part.data() + part.size() > whole.data() + whole.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Phrasebook book(builtin_lexicon());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Narrative first = read_narrative(text.substr(0, size / 2), book);
  const Narrative second = read_narrative(text.substr(size / 2), book);
  for (const Narrative* narrative : {&first, &second}) {
    for (const Quantity& quantity : narrative->quantities) {
      for (const std::string_view part : {quantity.printed, quantity.unit, quantity.before, quantity.after})
        inside(narrative->text, part);
      inside(narrative->text,
             narrative->context(narrative->clauses.at(quantity.clause).text.empty() ? 0 : quantity.clause, book));
      if (const auto yuan = in_yuan(quantity, true)) (void)yuan->to_string();
    }
    for (const Event& event : narrative->events) {
      inside(narrative->text, event.subject);
      (void)narrative->clauses.at(event.clause);
      if (event.month < 1 || event.last_month > 12) std::abort();
    }
    for (const Admission& admission : narrative->admissions)
      inside(narrative->clauses.at(admission.clause).text, admission.word);
    for (const Item& item : narrative->items) inside(narrative->text, item.text);
    for (const YearMention& year : narrative->years) (void)narrative->clauses.at(year.clause);
    for (const PersonMark& mark : narrative->persons) inside(narrative->clauses.at(mark.clause).text, mark.word);
  }
  (void)compare_timetables(first, second, book);
  return 0;
}
