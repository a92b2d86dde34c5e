// jiheng score: the points that each line should have, with the working.
#include "cli/commands.h"
#include "cli/document_output.h"
#include "cli/json_output.h"

namespace jiheng {

int run_score(const Arguments& arguments) {
  const std::optional<KnowledgeSource> knowledge = knowledge_for(arguments);
  if (!knowledge) return kUsage;
  const ReportStyle style{arguments.output.empty() ? standard_page() : Page{}, arguments.language, false};
  const Render render = [&](const Examination& examination) {
    return arguments.json ? document_json(examination, Depth::Score, arguments.language)
                          : score_report(examination, style);
  };

  DocumentOutput output(arguments, arguments.json, FileShape::Documents);
  const Deliver deliver = [&](const Input& input, const Answer& answer) { output.add(input, answer); };
  const BatchTotals totals = run_batch(arguments, *knowledge, Depth::Score, render, deliver);
  return output.finish() && totals.failed == 0 ? kClean : kUnread;
}

}  // namespace jiheng
