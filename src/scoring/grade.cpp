// Grades 评价等级: the band a total falls in. Bands are data, so a regional one needs no code.
#include "scoring/scorecard.h"

namespace jiheng {

std::string grade_of(const Points& total, const Policy& policy) {
  for (const auto& [name, lower] : policy.grades) {
    if (total >= lower) return name;
  }
  return "";
}

}  // namespace jiheng
