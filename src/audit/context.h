// Context: what the rules know: the form, its scorecard and policy, and facts derived once from them,
// so that no two rules parse the same text.
#pragma once

#include <string>
#include <vector>

#include "audit/narrative.h"
#include "audit/rule.h"

namespace jiheng::audit {

struct Context {
  const Form& form;
  const Scorecard& scorecard;
  const Policy& policy;
  const Lexicon& lexicon;

  std::vector<std::size_t> scored;       ///< indices of indicators that are no placeholders and have a weight or a score
  std::vector<std::size_t> filled;       ///< indices of indicators that are no placeholders
  std::vector<const ScoreLine*> line_of; ///< per indicator, nullptr if the scorecard has no line
  Points indicator_weight_sum, indicator_score_sum;
  Narrative expected, actual;            ///< facts in the two goal texts

  /// Place of a field of an indicator: path, label and location in one.
  [[nodiscard]] Place at(std::size_t indicator, std::string_view field) const;
  /// Place of a cell of a funds row.
  [[nodiscard]] Place at(const FundsRow& row, std::string_view column) const;
  /// Place of a field of the form: "goal.expected", "total.score", "unit".
  [[nodiscard]] Place at(std::string_view path) const;
};

Context make_context(const Form& form, const Scorecard& scorecard, const Policy& policy, const Lexicon& lexicon);

}  // namespace jiheng::audit
