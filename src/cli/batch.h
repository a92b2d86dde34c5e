// Batch: the way of every document through the command line: found, read in a worker process, its
// answer delivered here in the order named.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/inputs.h"
#include "cli/report.h"
#include "engine/engine.h"

namespace jiheng {

/// What came of one document.
struct Answer {
  std::optional<Error> error;
  std::string body;  ///< what Render made of it
  Tally tally;
};

struct BatchTotals {
  int documents = 0, failed = 0;
  Tally tally;
};

/// Makes the output of one document; runs in the worker, so that several are made at a time.
using Render = std::function<std::string(const Examination&)>;
/// Takes the answers in order. Errors have been told to the user already.
using Deliver = std::function<void(const Input&, const Answer&)>;

/// Gives the engine's knowledge, loaded when first asked for. That is in the workers: a process is forked the
/// quicker the less it holds, and loading what is built in takes less than sharing it between processes does.
/// It lives as long as its process: freeing it word by word at the end would only cost time.
using KnowledgeSource = std::function<const Knowledge&()>;

BatchTotals run_batch(const Arguments& arguments, const KnowledgeSource& knowledge, Depth depth, const Render& render,
                      const Deliver& deliver);

}  // namespace jiheng
