#include "audit/timetable.h"

#include <algorithm>

#include "audit/phrase.h"
#include "audit/resemblance.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr double kSameEvent = 0.6;  // shared pairs of two subjects; 培训 alone gives about a quarter

// Dice over neighbouring pairs of two short texts.
double shared_pairs(const std::vector<char16_t>& a, const std::vector<char16_t>& b) {
  if (a.size() < 2 || b.size() < 2) return 0;
  int shared = 0;
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t j = 1; j < b.size(); ++j) {
      if (a[i - 1] == b[j - 1] && a[i] == b[j]) {
        ++shared;
        break;
      }
    }
  }
  return std::min(1.0, 2.0 * shared / static_cast<double>(a.size() + b.size() - 2));
}

struct Pair {
  double likeness = 0;
  std::size_t planned = 0, done = 0;
};

// The clauses of a text, made ready when the first event asks for them.
class Clauses {
 public:
  explicit Clauses(const Narrative& of) : narrative_(of) {}
  const std::vector<Passage>& passages() {
    if (passages_.empty()) {
      passages_.reserve(narrative_.clauses.size());
      for (const Clause& clause : narrative_.clauses) passages_.emplace_back(clause.text, clause.groups);
    }
    return passages_;
  }

 private:
  const Narrative& narrative_;
  std::vector<Passage> passages_;
};

bool mentions(const Narrative& result, Clauses& clauses, const Event& planned, GroupMask kind,
              const Phrasebook& phrasebook) {
  if (contains(result.text, planned.subject)) return true;
  const Topic topic = topic_of(planned.subject, phrasebook);
  if (topic.nothing()) return true;  // nothing to look for: in doubt, told
  if (topic.general()) return (result.groups & kind) != 0;
  for (const Passage& clause : clauses.passages()) {
    const Resemblance likeness = resemblance(topic, clause);
    if (likeness.coverage >= 0.75 && (kind == 0 || likeness.activity || topic.pairs >= 4)) return true;
  }
  return false;
}

}  // namespace

Timetable compare_timetables(const Narrative& plan_text, const Narrative& result_text, const Phrasebook& phrasebook) {
  const std::vector<Event>& plan = plan_text.events;
  const std::vector<Event>& result = result_text.events;
  Timetable out;
  out.kinds.resize(plan.size());
  out.done.assign(plan.size(), -1);
  out.mentioned.assign(plan.size(), false);
  if (plan.empty()) return out;
  std::vector<std::vector<char16_t>> subjects;
  subjects.reserve(result.size());
  for (const Event& event : result) subjects.push_back(meaning_characters(event.subject));
  std::vector<Pair> pairs;
  for (std::size_t p = 0; p < plan.size(); ++p) {
    const std::vector<char16_t> subject = meaning_characters(plan[p].subject);
    out.kinds[p] = phrasebook.groups(plan[p].subject);
    for (std::size_t d = 0; d < result.size(); ++d) {
      const double likeness = shared_pairs(subject, subjects[d]);
      if (likeness >= kSameEvent) pairs.push_back({likeness, p, d});
    }
  }
  // The most alike first; each event of the result answers one of the plan.
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
  std::vector<bool> taken(result.size(), false);
  for (const Pair& pair : pairs) {
    if (out.done[pair.planned] >= 0 || taken[pair.done]) continue;
    out.done[pair.planned] = static_cast<int>(pair.done);
    taken[pair.done] = true;
  }
  Clauses clauses(result_text);
  for (std::size_t p = 0; p < plan.size(); ++p) {
    out.mentioned[p] = out.done[p] >= 0 || mentions(result_text, clauses, plan[p], out.kinds[p], phrasebook);
  }
  return out;
}

std::string months_in_words(const Event& event) {
  return event.month == event.last_month ? cat(event.month, "月") : cat(event.month, "-", event.last_month, "月");
}

}  // namespace jiheng::audit
