// Document output: the answers of a batch, one after the other on standard output (as one JSON document
// with --json), or a file each with --output. What check, score and extract have in common.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/batch.h"
#include "cli/output.h"

namespace jiheng {

/// How a file of --output looks: the element alone, or {"documents": [element]} as on standard output.
enum class FileShape { Element, Documents };

class DocumentOutput {
 public:
  DocumentOutput(const Arguments& arguments, bool json, FileShape shape)
      : arguments_(arguments), output_(arguments.language), json_(json), shape_(shape) {}
  void add(const Input& input, const Answer& answer);
  /// The end of the JSON, or `last_line` under a report. True if all could be written.
  bool finish(std::string_view last_line = {});

 private:
  const Arguments& arguments_;
  Output output_;
  bool json_;
  FileShape shape_;
  bool begun_ = false;
};

}  // namespace jiheng
