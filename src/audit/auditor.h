// Auditor: runs the rules over forms. Prepare it once per lexicon, then use it from any number of threads;
// `audit()` of rule.h is the same for a single form.
#pragma once

#include <vector>

#include "audit/phrasebook.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace jiheng::audit {

class Auditor {
 public:
  /// `lexicon` must outlive the auditor.
  explicit Auditor(const Lexicon& lexicon);

  /// All rules that apply to the form.
  [[nodiscard]] std::vector<Finding> audit(const Form& form, const Scorecard& scorecard, const Policy& policy) const;
  /// Only these rules, in the order given.
  [[nodiscard]] std::vector<Finding> audit(const Form& form, const Scorecard& scorecard, const Policy& policy,
                                           const std::vector<const Rule*>& chosen) const;
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] const Phrasebook& phrasebook() const { return phrasebook_; }

 private:
  const Lexicon* lexicon_;
  Words words_;
  Phrasebook phrasebook_;
};

/// From this number of rows on, findings of one rule in one form are told as one finding.
inline constexpr std::size_t kGroupFrom = 4;
/// Puts the findings of `rule` from index `first` on together when there are that many of the same
/// severity: the title with the rows named, all places, each row's own message as the working.
void group_findings(const Rule& rule, const Form& form, std::vector<Finding>& findings, std::size_t first);

}  // namespace jiheng::audit
