// Sandbox: what a process that reads strangers' files may still do: read files, compute, answer on
// a pipe it already holds. No network, no new programs, no writing, no looking into other processes.
#pragma once

#include <cstddef>

namespace jiheng {

/// Limits the address space of this process; no effect under a sanitizer, which needs all of it.
void limit_memory(std::size_t bytes);

/// Drops the rights above for this process and its threads, for good. False where the kernel has no
/// seccomp: the caller goes on, since the limits on time and memory hold all the same.
bool enter_sandbox();

}  // namespace jiheng
