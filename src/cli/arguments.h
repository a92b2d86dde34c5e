// Arguments: the command line as a plain value, so that the commands know nothing of the library that
// parses it (and only one source file pays for compiling that library).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/language.h"

namespace jiheng {

enum class Command { Check, Extract, Score, Explain, Rules, PolicyList, PolicyShow, PolicyCheck, Formats };
enum class FailOn { Error, Warning, Advice, Never };
enum class RecordFormat { Json, Csv, Xlsx };

struct Arguments {
  Command command = Command::Check;
  Language language = Language::Chinese;
  std::vector<std::string> names;  ///< files, folders, globs, "-"; of explain: codes; of policies: id or files
  bool json = false;
  bool all = false;  ///< also what cannot be judged, unsure fields and unclaimed cells
  FailOn fail_on = FailOn::Error;
  RecordFormat format = RecordFormat::Json;
  std::string policy;  ///< id; "": by region and year
  int jobs = 1;
  int timeout = 60;                                 ///< seconds for one document
  int memory = 2048;                                ///< MiB for one document
  std::string output;                               ///< folder (or, for csv and xlsx, one file); "": standard output
  std::optional<std::string> vocabulary, policies;  ///< folders that add to or override what is built in
  std::string markdown;                             ///< rules: folder to write the manual to
};

/// The program ends here: help or version asked for (status 0), or a mistake in the arguments (status 2).
struct EndNow {
  int status = 0;
  std::string text;
};

std::variant<Arguments, EndNow> parse_arguments(int count, const char* const* words);

}  // namespace jiheng
