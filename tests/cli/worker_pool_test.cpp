// The pool's promises: order, limits, and that a worker's death costs one answer only.
#include "cli/worker_pool.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>
#include <vector>

namespace jiheng {
namespace {

std::vector<std::string> answers(std::size_t count, const WorkerLimits& limits, const Work& work) {
  std::vector<std::string> out;
  run_isolated(count, limits, work, [&](std::size_t index, const Result<std::string>& answer) {
    EXPECT_EQ(index, out.size());
    out.push_back(answer ? *answer : "error " + std::string(error_name(answer.error().code)));
  });
  return out;
}

TEST(WorkerPool, AnswersInOrderWhateverTheNumberOfWorkers) {
  const Work slow_first = [](std::size_t index) {
    std::this_thread::sleep_for(std::chrono::milliseconds(index == 0 ? 60 : 1));
    return "answer " + std::to_string(index);
  };
  const auto one = answers(9, {.workers = 1}, slow_first);
  EXPECT_EQ(one, answers(9, {.workers = 3}, slow_first));
  EXPECT_EQ(one.back(), "answer 8");
}

TEST(WorkerPool, NothingToDo) {
  EXPECT_TRUE(answers(0, {}, [](std::size_t) { return std::string(); }).empty());
}

TEST(WorkerPool, AnswersOfAnySize) {
  const auto got = answers(3, {.workers = 2}, [](std::size_t index) { return std::string(index * 3'000'000, 'x'); });
  EXPECT_EQ(got[0].size(), 0U);
  EXPECT_EQ(got[2].size(), 6'000'000U);
}

TEST(WorkerPool, AWorkerThatFailsIsReplaced) {
  const Work work = [](std::size_t index) -> std::string {
    if (index == 1) std::abort();
    if (index == 2) throw std::logic_error("a bug");
    if (index == 3) _exit(7);
    if (index == 4) throw std::bad_alloc();
    return "good";
  };
  EXPECT_EQ(answers(6, {.workers = 2}, work),
            (std::vector<std::string>{"good", "error internal", "error internal", "error internal",
                                      "error memory_limit", "good"}));
}

TEST(WorkerPool, TimeLimit) {
  const Work work = [](std::size_t index) {
    while (index == 0) std::this_thread::sleep_for(std::chrono::seconds(1));
    return std::string("good");
  };
  EXPECT_EQ(answers(3, {.workers = 1, .time = std::chrono::milliseconds(80)}, work),
            (std::vector<std::string>{"error time_limit", "good", "good"}));
}

#ifndef __SANITIZE_ADDRESS__
TEST(WorkerPool, MemoryLimit) {
  const Work work = [](std::size_t index) {
    if (index == 1) return std::string(600U << 20, 'x').substr(0, 3);
    return std::string("good");
  };
  EXPECT_EQ(answers(3, {.workers = 1, .memory = 512U << 20}, work),
            (std::vector<std::string>{"good", "error memory_limit", "good"}));
}
#endif

TEST(WorkerPool, WorkersMayReadFilesAndNothingElse) {
  const Work work = [](std::size_t index) -> std::string {
    switch (index) {
      case 0: return socket(AF_INET, SOCK_STREAM, 0) < 0 ? "refused" : "allowed";
      case 1: return open("/tmp/jiheng-sandbox-test", O_WRONLY | O_CREAT, 0600) < 0 ? "refused" : "allowed";
      case 2: return fork() < 0 ? "refused" : "allowed";
      case 3: return execl("/bin/true", "true", nullptr) < 0 ? "refused" : "allowed";
      case 4: return open("/etc/passwd", O_RDONLY) < 0 ? "refused" : "allowed";
      default: {
        std::string said;
        std::thread([&said] { said = "allowed"; }).join();
        return said;
      }
    }
  };
  EXPECT_EQ(answers(6, {.workers = 1}, work),
            (std::vector<std::string>{"refused", "refused", "refused", "refused", "allowed", "allowed"}));
}

}  // namespace
}  // namespace jiheng
