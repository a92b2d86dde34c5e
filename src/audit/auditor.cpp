#include "audit/auditor.h"

#include <algorithm>
#include <exception>

#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

bool applies(const Rule& rule, FormKind kind) {
  return rule.kinds.empty() || std::find(rule.kinds.begin(), rule.kinds.end(), kind) != rule.kinds.end();
}

// A rule that throws is a bug of ours: said openly, never in the way of the other rules.
void report_broken(const Rule& rule, const char* what, std::vector<Finding>& findings) {
  Report report(rule.id, Severity::Advice, findings);
  report.not_applicable({cat("规则 ", rule.id, " 运行出错，本表未按该规则审核：", std::string_view(what)),
                         cat("Rule ", rule.id, " failed; this form was not checked by it: ", std::string_view(what))});
}

}  // namespace

Auditor::Auditor(const Lexicon& lexicon) : lexicon_(&lexicon), words_(lexicon), phrasebook_(lexicon) {}

std::vector<Finding> Auditor::audit(const Form& form, const Scorecard& scorecard, const Policy& policy) const {
  return audit(form, scorecard, policy, rules());
}

std::vector<Finding> Auditor::audit(const Form& form, const Scorecard& scorecard, const Policy& policy,
                                    const std::vector<const Rule*>& chosen) const {
  const Context context = make_context(form, scorecard, policy, *lexicon_, words_, phrasebook_);
  constexpr std::size_t kUsual = 16;  // more than most forms have
  std::vector<Finding> findings;
  findings.reserve(kUsual);
  for (const Rule* rule : chosen) {
    if (!applies(*rule, form.kind)) continue;
    const std::size_t first = findings.size();
    try {
      Report report(rule->id, rule->severity, findings);
      rule->check(context, report);
      if (findings.size() - first >= kGroupFrom) group_findings(*rule, form, findings, first);
    } catch (const std::exception& bug) {
      findings.resize(first);
      report_broken(*rule, bug.what(), findings);
    }
  }
  return findings;
}

std::vector<Finding> audit(const Form& form, const Scorecard& scorecard, const Policy& policy, const Lexicon& lexicon) {
  return Auditor(lexicon).audit(form, scorecard, policy);
}

}  // namespace jiheng::audit
