// The engine: bytes of any document in, its forms with scorecards and findings out. Every door of the
// house (command line now, service and browser later) calls this one function. Pure: no I/O, no clock,
// no global state; the same bytes always give the same answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/finding.h"
#include "core/result.h"
#include "document/document.h"
#include "document/read_document.h"
#include "engine/knowledge.h"
#include "form/form.h"
#include "scoring/scorecard.h"

namespace jiheng {

/// How far to go. Later steps cost little; they are left out where nobody looks at them.
enum class Depth { Record, Score, Audit };

struct ExaminedForm {
  Form form;
  const Policy* policy = nullptr;        ///< of the Knowledge; from Depth::Score on
  Scorecard scorecard;                   ///< from Depth::Score on
  std::vector<audit::Finding> findings;  ///< Depth::Audit; also the ones "cannot be judged"
};

struct Examination {
  std::string file;  ///< name as the user gave it
  Format format = Format::Unknown;
  int pages = 0;                    ///< 0 where the format has none
  std::vector<std::string> notes;   ///< what was repaired or left out
  std::vector<ExaminedForm> forms;  ///< at least one
};

struct Request {
  Depth depth = Depth::Audit;
  std::string policy;  ///< id; "": by region and year
  Limits limits;
};

/// Reads, scores and audits one document. A document without any form is an Error (NoForm, or ImageOnly
/// where pages are pictures) that says what was looked for and what was seen instead.
Result<Examination> examine(std::string_view bytes, std::string_view name, const Knowledge& knowledge,
                            const Request& request);

}  // namespace jiheng
