// Inputs: what the user named, files, folders, globs and "-", as a list of files in a stable order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace jiheng {

struct Input {
  std::string name;                  ///< for people and JSON: the path as given, "-" for standard input
  std::string path;                  ///< to open; "" where `bytes` are at hand
  std::string stem;                  ///< names the output file; different for each input
  std::optional<std::string> bytes;  ///< standard input, or what a legacy file was converted to
  std::optional<Error> failure;      ///< it cannot be read; said in its turn among the others
};

struct Inputs {
  std::vector<Input> files;
  std::vector<std::string> passed_over;  ///< files of folders that are no documents by name and content
};

/// In the order named; a folder's files (those of its subfolders too) sorted by path. Of a folder, hidden
/// files and office lock files (~$…) are left out; files that are no documents are listed as passed over.
/// A file named twice is read once.
Inputs find_inputs(const std::vector<std::string>& arguments);

/// The whole of a file. NotFound or Io.
Result<std::string> read_bytes(const std::string& path, const std::string& name);

}  // namespace jiheng
