#include "cli/worker_pool.h"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <map>
#include <new>
#include <optional>
#include <vector>

#include "cli/sandbox.h"

namespace jiheng {
namespace {

using Clock = std::chrono::steady_clock;

/// Before each answer on the socket. Both ends are the same program, so the bytes need no agreed order.
struct Header {
  std::uint64_t length = 0;
  ErrorCode failure = ErrorCode::Internal;  ///< meant only where `failed`
  bool failed = false;                      ///< the bytes are then the technical cause
};

bool write_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(socket, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool read_all(int socket, void* data, std::size_t size) {
  char* at = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t got = read(socket, at, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

/// The life of a child: take an index, work, answer, until the parent closes the socket.
[[noreturn]] void serve(int socket, const WorkerLimits& limits, const Work& work) {
  signal(SIGPIPE, SIG_IGN);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit_memory(limits.memory);
  if (limits.sandboxed) enter_sandbox();
  std::uint64_t index = 0;
  while (read_all(socket, &index, sizeof index)) {
    std::string answer;
    Header header;
    try {
      answer = work(static_cast<std::size_t>(index));
    } catch (const std::bad_alloc&) {
      answer = "std::bad_alloc";
      header.failed = true;
      header.failure = ErrorCode::MemoryLimit;
    } catch (const std::exception& bug) {
      answer = bug.what();
      header.failed = true;
    }
    header.length = answer.size();
    answer.insert(0, reinterpret_cast<const char*>(&header), sizeof header);  // in one piece: the parent wakes once
    if (!write_all(socket, answer)) break;
  }
  _exit(0);  // Nothing to put in order: destructors of a process that ends are time lost.
}

std::string megabytes(std::size_t bytes) {
  return fmt::format("{} MiB", bytes >> 20);
}

Error failure(ErrorCode code, const WorkerLimits& limits, std::string detail) {
  Error error;
  error.code = code;
  error.detail = std::move(detail);
  const auto seconds = static_cast<double>(limits.time.count()) / 1000;
  switch (code) {
    case ErrorCode::TimeLimit:
      error.clerk =
          fmt::format("读取超过 {:g} 秒，已停止。文件可能损坏或过大；可拆分后再试，或用 --timeout 放宽时限。", seconds);
      error.english = fmt::format(
          "reading took more than {:g} s and was stopped. The file may be damaged or too large: split it, or allow "
          "more with --timeout.",
          seconds);
      break;
    case ErrorCode::MemoryLimit:
      error.clerk =
          fmt::format("读取所需内存超过 {}，已停止。文件可能损坏或过大；请拆分后再试。", megabytes(limits.memory));
      error.english = fmt::format(
          "reading wanted more than {} of memory and was stopped. The file may be damaged or too large: split it.",
          megabytes(limits.memory));
      break;
    default:
      error.clerk =
          "读取时程序出错，此文件未能处理（其他文件不受影响）。请另存一份再试，并把文件与本行信息反馈给我们。";
      error.english =
          "the program failed on this file (others are not affected). Save it anew and try again, and report it with "
          "this line.";
  }
  return error;
}

struct Worker {
  pid_t process = -1;
  int socket = -1;
  std::optional<std::size_t> index;  ///< what it works on
  Clock::time_point deadline;
  std::string received;
};

class Pool {
 public:
  Pool(std::size_t count, const WorkerLimits& limits, const Work& work, const Done& done)
      : count_(count), limits_(limits), work_(work), done_(done) {}
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    for (Worker& worker : workers_) stop(worker, SIGKILL);
  }

  void run() {
    const auto wanted = std::min(count_, static_cast<std::size_t>(std::max(1, limits_.workers)));
    workers_.resize(wanted);
    for (Worker& worker : workers_) start(worker);
    while (delivered_ < count_) {
      for (Worker& worker : workers_) give(worker);
      wait_for_answers();
      deliver();
    }
    for (Worker& worker : workers_) stop(worker, 0);
  }

 private:
  void start(Worker& worker) {
    std::array<int, 2> ends{};
    ENSURE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0, "a pair of sockets can be had");
    const pid_t process = fork();
    ENSURE(process >= 0, "a process can be forked");
    if (process == 0) {
      for (const Worker& other : workers_) {
        if (other.socket >= 0) close(other.socket);
      }
      close(ends[0]);
      serve(ends[1], limits_, work_);
    }
    close(ends[1]);
    worker = Worker{};
    worker.process = process;
    worker.socket = ends[0];
  }

  /// The child's end: what it used at most, and how it ended.
  static int stop(Worker& worker, int signal_number, rusage* used = nullptr) {
    if (worker.process < 0) return 0;
    close(worker.socket);
    if (signal_number != 0) ::kill(worker.process, signal_number);
    int status = 0;
    rusage ignored{};
    while (wait4(worker.process, &status, 0, used != nullptr ? used : &ignored) < 0 && errno == EINTR) {
    }
    worker.process = -1;
    worker.socket = -1;
    return status;
  }

  void give(Worker& worker) {
    if (worker.index || next_ >= count_) return;
    if (worker.process < 0) start(worker);
    const std::uint64_t index = next_;
    worker.index = next_++;
    worker.received.clear();
    worker.deadline = Clock::now() + limits_.time;
    // A child that is gone shows itself as an end of file in wait_for_answers.
    (void)send(worker.socket, &index, sizeof index, MSG_NOSIGNAL);
  }

  void wait_for_answers() {
    std::vector<pollfd> sockets;
    auto nearest = Clock::time_point::max();
    for (const Worker& worker : workers_) {
      sockets.push_back({worker.index ? worker.socket : -1, POLLIN, 0});
      if (worker.index) nearest = std::min(nearest, worker.deadline);
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(nearest - Clock::now()).count();
    poll(sockets.data(), sockets.size(), static_cast<int>(std::clamp<long long>(left, 0, 1'000'000)));
    for (std::size_t i = 0; i < workers_.size(); ++i) {
      Worker& worker = workers_[i];
      if (!worker.index) continue;
      if ((sockets[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
        receive(worker);
      } else if (Clock::now() >= worker.deadline) {
        stop(worker, SIGKILL);
        finish(worker, failure(ErrorCode::TimeLimit, limits_, "deadline passed"));
      }
    }
  }

  void receive(Worker& worker) {
    std::array<char, 65536> buffer;
    const ssize_t got = read(worker.socket, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) {
      bury(worker);
      return;
    }
    worker.received.append(buffer.data(), static_cast<std::size_t>(got));
    Header header;
    if (worker.received.size() < sizeof header) return;
    std::memcpy(&header, worker.received.data(), sizeof header);
    if (worker.received.size() < sizeof header + header.length) return;
    std::string answer = worker.received.substr(sizeof header);
    if (header.failed) {
      finish(worker, failure(header.failure, limits_, std::move(answer)));
      stop(worker, SIGKILL);  // Its memory is in doubt.
    } else {
      finish(worker, std::move(answer));
    }
  }

  /// A child died at its work: find out of what.
  void bury(Worker& worker) {
    rusage used{};
    const int status = stop(worker, 0, &used);
    // Libraries that meet a refused allocation abort or exit in their own ways; that they had come near the
    // limit is what these ways have in common. Half, because the limit counts address space.
    const auto resident = static_cast<std::size_t>(used.ru_maxrss) * 1024;
    const bool memory = limits_.memory != 0 && resident > limits_.memory / 2;
    const std::string how = WIFSIGNALED(status)
                                ? fmt::format("signal {} ({})", WTERMSIG(status), strsignal(WTERMSIG(status)))
                                : fmt::format("exit status {}", WEXITSTATUS(status));
    finish(worker, failure(memory ? ErrorCode::MemoryLimit : ErrorCode::Internal, limits_, how));
  }

  void finish(Worker& worker, Result<std::string> answer) {
    answers_.emplace(*worker.index, std::move(answer));
    worker.index.reset();
    worker.received.clear();
  }

  void deliver() {
    while (!answers_.empty() && answers_.begin()->first == delivered_) {
      auto first = answers_.extract(answers_.begin());
      done_(delivered_++, std::move(first.mapped()));
    }
  }

  std::size_t count_;
  const WorkerLimits& limits_;
  const Work& work_;
  const Done& done_;
  std::size_t next_ = 0, delivered_ = 0;
  std::vector<Worker> workers_;
  std::map<std::size_t, Result<std::string>> answers_;  ///< those that wait for an earlier one
};

}  // namespace

void run_isolated(std::size_t count, const WorkerLimits& limits, const Work& work, const Done& done) {
  Pool(count, limits, work, done).run();
}

}  // namespace jiheng
