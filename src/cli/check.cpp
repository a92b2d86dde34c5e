// jiheng check: read, score, audit; a report for people, or JSON.
#include "cli/commands.h"
#include "cli/document_output.h"
#include "cli/json_output.h"

namespace jiheng {
namespace {

bool fails(const Tally& tally, FailOn level) {
  const auto any = [&tally](audit::Severity severity) {
    return tally.findings[static_cast<std::size_t>(severity)] > 0;
  };
  switch (level) {
    case FailOn::Advice:
      return any(audit::Severity::Advice) || any(audit::Severity::Warning) || any(audit::Severity::Error);
    case FailOn::Warning: return any(audit::Severity::Warning) || any(audit::Severity::Error);
    case FailOn::Error: return any(audit::Severity::Error);
    case FailOn::Never: return false;
  }
  return false;
}

}  // namespace

int run_check(const Arguments& arguments) {
  const std::optional<KnowledgeSource> knowledge = knowledge_for(arguments);
  if (!knowledge) return kUsage;
  ReportStyle style{standard_page(), arguments.language, arguments.all};
  if (!arguments.output.empty()) style.page = Page{};
  const Render render = [&](const Examination& examination) {
    return arguments.json ? document_json(examination, Depth::Audit, arguments.language)
                          : check_report(examination, style);
  };

  DocumentOutput output(arguments, arguments.json, FileShape::Documents);
  const Deliver deliver = [&](const Input& input, const Answer& answer) { output.add(input, answer); };
  const BatchTotals totals = run_batch(arguments, *knowledge, Depth::Audit, render, deliver);
  const ReportStyle summary_style{standard_page(), arguments.language, false};
  const bool written = output.finish(summary_line(totals.documents, totals.failed, totals.tally, summary_style));
  if (!written || totals.failed > 0) return kUnread;
  return fails(totals.tally, arguments.fail_on) ? kFindings : kClean;
}

}  // namespace jiheng
