#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "cli/terminal.h"

namespace jiheng {
namespace {

constexpr int kBarWidth = 24, kNameWidth = 36;

bool wanted(std::size_t total) {
  const char* kind = std::getenv("TERM");
  return total > 1 && isatty(STDERR_FILENO) != 0 && kind != nullptr && std::string_view(kind) != "dumb";
}

}  // namespace

Progress::Progress(std::size_t total, Language language)
    : total_(total),
      language_(language),
      enabled_(wanted(total)),
      next_(std::chrono::steady_clock::now() + std::chrono::milliseconds(500)) {}

void Progress::show(std::size_t done, const std::string& name) {
  const auto now = std::chrono::steady_clock::now();
  if (!enabled_ || now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  const int full = static_cast<int>(done * kBarWidth / total_);
  const std::string bar = repeated("█", full) + repeated("░", kBarWidth - full);
  fmt::print(stderr, "\r\x1b[K{} {} {}/{}  {}", tr(language_, "处理中", "Reading"), bar, done, total_,
             shortened(printable(name), kNameWidth));
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() noexcept {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace jiheng
