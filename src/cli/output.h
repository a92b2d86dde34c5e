// Output: to standard output or into files of --output, with what can go wrong there said once.
#pragma once

#include <string>
#include <string_view>

#include "cli/language.h"

namespace jiheng {

class Output {
 public:
  explicit Output(Language language) : language_(language) {}

  /// To standard output.
  void print(std::string_view text);
  /// Into a file; folders on the way are made.
  void write(const std::string& path, std::string_view bytes);
  /// Nothing failed so far; call at the end, when standard output is flushed.
  bool finish();

 private:
  void complain(const std::string& path, int cause);
  Language language_;
  bool good_ = true;
};

}  // namespace jiheng
