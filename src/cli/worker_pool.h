// Worker pool: strangers' files are read in child processes, so that a file that crashes, hangs or
// eats memory costs one clear line and not the run.
//
// The children are forked once, take the indices of work over a socket and answer with bytes; what they
// need to know they load at their first work. The order of the answers never depends on the number of workers.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "core/result.h"

namespace jiheng {

struct WorkerLimits {
  int workers = 1;
  std::chrono::milliseconds time{60'000};     ///< for one piece of work
  std::size_t memory = std::size_t{2} << 30;  ///< address space of one worker
  bool sandboxed = true;                      ///< see cli/sandbox.h
};

/// Done in a child process. Exceptions become Internal, std::bad_alloc becomes MemoryLimit.
using Work = std::function<std::string(std::size_t index)>;
/// Called in this process, in the order 0, 1, 2 …
using Done = std::function<void(std::size_t index, Result<std::string> answer)>;

/// Does work(0) … work(count − 1), each within the limits. A worker that dies is replaced; its piece of
/// work answers TimeLimit, MemoryLimit or Internal.
void run_isolated(std::size_t count, const WorkerLimits& limits, const Work& work, const Done& done);

}  // namespace jiheng
