// Lines of text as browsers join them out of the pieces between the tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace jiheng {

class LineBuilder {
 public:
  /// Finished lines go to the end of `blocks`.
  explicit LineBuilder(std::vector<Block>& blocks) : blocks_(blocks) {}

  /// Runs of white space become one space, or none where Chinese text was only broken in the source.
  void add(std::string_view text);
  void add_preformatted(std::string_view text);
  /// The end of a line; empty ones are dropped.
  void flush();

 private:
  std::vector<Block>& blocks_;
  std::string line_;
  bool gap_ = false, broken_ = false;
  char32_t last_ = 0;
};

}  // namespace jiheng
