// Choosing: by region words first (the longest that occurs), then by the narrower span of years, then by
// kinds, so that a city's own policy wins over its province's and this over the nation's.
#include "scoring/policy.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <tuple>

#include "core/result.h"
#include "core/text.h"

namespace jiheng {
namespace {

bool fits(const Policy& policy, const Form& form) {
  if (!policy.kinds.empty() && std::find(policy.kinds.begin(), policy.kinds.end(), form.kind) == policy.kinds.end()) {
    return false;
  }
  return !form.year.value || (policy.first_year <= *form.year.value && *form.year.value <= policy.last_year);
}

// The last two bytes of each character of the texts that may name a region: nearly all region words are told
// apart from them by their first character.
class Characters {
 public:
  explicit Characters(const Form& form) {
    for (const TextField* field : {&form.unit, &form.department, &form.title}) {
      const std::string_view text = field->printed;
      for (std::size_t at = 2; at < text.size(); ++at) bits_.set(slot(text[at - 1], text[at]));
    }
  }
  [[nodiscard]] bool may_name(std::string_view word) const { return word.size() < 3 || bits_[slot(word[1], word[2])]; }

 private:
  static std::size_t slot(char a, char b) {
    return static_cast<std::size_t>((static_cast<unsigned char>(a) & 0x3F) << 6 |
                                    (static_cast<unsigned char>(b) & 0x3F));
  }
  std::bitset<4096> bits_;
};

// Bytes of the longest region word the form names; 0 if none.
std::size_t region_match(const Policy& policy, const Form& form, const Characters& characters) {
  std::size_t longest = 0;
  for (const std::string& region : policy.regions) {
    if (region.size() <= longest || !characters.may_name(region)) continue;
    if (contains(form.unit.printed, region) || contains(form.department.printed, region) ||
        contains(form.title.printed, region)) {
      longest = region.size();
    }
  }
  return longest;
}

}  // namespace

const Policy& choose_policy(const Form& form, const std::vector<Policy>& policies, std::string_view id) {
  ENSURE(!policies.empty(), "there is a national policy");
  const Policy* national = nullptr;  // of whatever year and kind: the last resort
  const Policy* best = nullptr;
  using Rank = std::tuple<std::size_t, int, bool>;
  Rank best_rank;
  const Characters characters(form);
  for (const Policy& policy : policies) {
    if (!id.empty() && policy.id == id) return policy;
    const bool everywhere = policy.regions.empty();
    if (everywhere && national == nullptr) national = &policy;
    if (!fits(policy, form)) continue;
    const std::size_t match = region_match(policy, form, characters);
    if (!everywhere && match == 0) continue;
    const Rank rank{match, form.year.value ? policy.first_year - policy.last_year : 0, !policy.kinds.empty()};
    if (best == nullptr || rank > best_rank) {
      best = &policy;
      best_rank = rank;
    }
  }
  if (best != nullptr) return *best;
  return national != nullptr ? *national : policies.front();
}

const WeightPlan* plan_for(const Form& form, const Policy& policy) {
  constexpr std::size_t kLevels = 6;
  std::array<bool, kLevels> has{};
  for (const Indicator& row : form.indicators) {
    if (!row.placeholder) has.at(static_cast<std::size_t>(row.level1)) = true;
  }
  for (const WeightPlan& plan : policy.plans) {
    std::array<bool, kLevels> planned{};
    for (const auto& [level, points] : plan.levels) planned.at(static_cast<std::size_t>(level)) = true;
    planned[0] = has[0];  // indicators of unknown level speak for no plan
    if (planned == has) return &plan;
  }
  return policy.plans.empty() ? nullptr : &policy.plans.front();
}

}  // namespace jiheng
