// Timetable: the events of the plan held against those of the result.
#pragma once

#include <string>
#include <vector>

#include "audit/narrative.h"

namespace jiheng::audit {

struct Timetable {
  std::vector<GroupMask> kinds;  ///< per planned event: the activity nouns of its subject
  std::vector<int> done;         ///< per planned event: index of the matching done event, -1 if none
  std::vector<bool> mentioned;   ///< per planned event: the result speaks of it, with a month or without
};
Timetable compare_timetables(const Narrative& plan, const Narrative& result, const Phrasebook& phrasebook);

/// "3月", "3-5月"
std::string months_in_words(const Event& event);

}  // namespace jiheng::audit
