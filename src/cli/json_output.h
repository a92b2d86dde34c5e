// What the commands print with --json, and the files that `extract` writes. Keys keep their order, so the
// output is the same from run to run.
#pragma once

#include <string>

#include "cli/language.h"
#include "core/result.h"
#include "engine/engine.h"

namespace jiheng {

/// One element of {"documents": […]} : {"file", "forms": [record + what `depth` adds]}. Findings that
/// cannot be judged carry "applicable": false.
std::string document_json(const Examination& examination, Depth depth, Language language);
/// One element of {"documents": […]} for a file that could not be read: {"file", "error", "forms": []}.
std::string document_json(const Error& error, Language language);

}  // namespace jiheng
