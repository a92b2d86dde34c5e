// Rule 审核规则: a value in a table. Everything said of a rule anywhere (terminal, manual, web, JSON)
// comes from here.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/finding.h"
#include "form/form.h"
#include "form/lexicon.h"
#include "scoring/policy.h"
#include "scoring/scorecard.h"

namespace jiheng::audit {

struct Context;  // facts derived once for all rules, see audit/context.h

/// The places of a finding: a list, or one by one in braces. (A braced std::vector would copy each of them.)
class Places {
 public:
  Places() = default;
  Places(std::vector<Place> list) : list_(std::move(list)) {}  // NOLINT: a list is the places
  template <std::same_as<Place>... More>
  Places(Place first, More... more) {  // NOLINT: so is one place
    list_.reserve(1 + sizeof...(more));
    list_.push_back(first);
    (list_.push_back(std::move(more)), ...);
  }
  std::vector<Place> take() && { return std::move(list_); }

 private:
  std::vector<Place> list_;
};

/// Where a rule puts its findings. Knows the rule's code and severity.
class Report {
 public:
  Report(std::string_view rule, Severity severity, std::vector<Finding>& out)
      : rule_(rule), severity_(severity), out_(&out) {}
  /// Adds a finding at the rule's severity and returns it for `working`, `fix` and more places.
  Finding& add(Message message, Places places);
  /// The same with another severity than the rule's default, where the case is weaker or stronger.
  Finding& add(Severity severity, Message message, Places places);
  /// "Cannot be judged": a result too, shown on request.
  Finding& not_applicable(Message reason, Places places = {});

 private:
  std::string_view rule_;
  Severity severity_;
  std::vector<Finding>* out_;
};

/// An example form in a small line notation (audit/example.h), used by the rule's test, its manual
/// page and `jiheng explain`.
struct Example {
  bool flagged;             ///< true: the rule must find something; false: a near miss, it must not
  std::string_view form;    ///< notation
  std::string_view expect;  ///< part of the message that must appear; "" for a near miss
};
constexpr Example flags(std::string_view form, std::string_view expect) {
  return {true, form, expect};
}
constexpr Example passes(std::string_view form) {
  return {false, form, {}};
}

struct Rule {
  std::string_view id;    ///< "S302": never reused or renumbered
  std::string_view name;  ///< slug, the fault, not the cure: "unmet-target-misscored"
  Severity severity;
  std::string_view citation;    ///< document number and subject, or 实务 for practice
  Message title;                ///< one line
  Message doc;                  ///< what, why, remedy
  std::vector<FormKind> kinds;  ///< kinds of form it applies to; empty: all
  void (*check)(const Context&, Report&);
  std::vector<Example> examples;
};

/// All rules, by code.
const std::vector<const Rule*>& rules();
/// The rule of that code (case-insensitive), or nullptr.
const Rule* find_rule(std::string_view id);

/// Runs all rules that apply. Findings are ordered by rule code, then place. A rule that throws
/// reports itself broken; the rest run.
std::vector<Finding> audit(const Form& form, const Scorecard& scorecard, const Policy& policy, const Lexicon& lexicon);

}  // namespace jiheng::audit
