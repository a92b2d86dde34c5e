// Progress bar for long work: on standard error, and only where that is a terminal.
#pragma once

#include <chrono>
#include <string>

#include "cli/language.h"

namespace jiheng {

class Progress {
 public:
  Progress(std::size_t total, Language language);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  /// So many are done; drawn at most ten times a second, and not in the first half second.
  void show(std::size_t done, const std::string& name);
  /// Takes the bar off the screen, so that other output can be written.
  void clear() noexcept;

 private:
  std::size_t total_;
  Language language_;
  bool enabled_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace jiheng
