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

BatchTotals run_batch(const Arguments& arguments, const Knowledge& knowledge, Depth depth, const Render& render,
                      const Deliver& deliver);

}  // namespace jiheng
