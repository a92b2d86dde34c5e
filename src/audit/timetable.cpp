#include "audit/timetable.h"

#include <algorithm>

#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr double kSameEvent = 0.6;  // shared pairs of two subjects; 培训 alone gives about a quarter

struct Pair {
  double likeness = 0;
  std::size_t planned = 0, done = 0;
};

bool mentions(const Context& context, const Event& planned, GroupMask kind) {
  if (contains(context.actual.text, planned.subject)) return true;
  const Topic topic = topic_of(planned.subject, context.phrasebook);
  if (topic.nothing()) return true;  // nothing to look for: in doubt, told
  if (topic.general()) return (context.actual.groups & kind) != 0;
  for (std::size_t c = 0; c < context.actual.clauses.size(); ++c) {
    const Clause& clause = context.actual.clauses[c];
    const Resemblance likeness = resemblance(topic, clause.text, clause.groups);
    if (likeness.coverage >= 0.75 && (kind == 0 || likeness.activity || topic.pairs >= 4)) return true;
  }
  return false;
}

}  // namespace

Timetable compare_timetables(const Context& context) {
  const std::vector<Event>& plan = context.expected.events;
  const std::vector<Event>& result = context.actual.events;
  Timetable out;
  out.kinds.resize(plan.size());
  out.done.assign(plan.size(), -1);
  out.mentioned.assign(plan.size(), false);
  if (plan.empty()) return out;
  std::vector<Pair> pairs;
  for (std::size_t p = 0; p < plan.size(); ++p) {
    out.kinds[p] = context.phrasebook.groups(plan[p].subject);
    for (std::size_t d = 0; d < result.size(); ++d) {
      const double likeness = similarity(plan[p].subject, result[d].subject);
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
  for (std::size_t p = 0; p < plan.size(); ++p) out.mentioned[p] = out.done[p] >= 0 || mentions(context, plan[p], out.kinds[p]);
  return out;
}

std::string months_in_words(const Event& event) {
  return event.month == event.last_month ? cat(event.month, "月") : cat(event.month, "-", event.last_month, "月");
}

}  // namespace jiheng::audit
