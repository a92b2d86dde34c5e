// Old binary formats (.xls, .doc, .wps), brought to today's by LibreOffice where it is installed.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "document/document.h"

namespace jiheng {

/// xlsx for Xls, docx for Doc and Wps. Unsupported, with what to do, where LibreOffice is missing;
/// Damaged or TimeLimit where it fails. Runs a child process: call it outside of any sandbox.
Result<std::string> convert_legacy(std::string_view bytes, Format format);

}  // namespace jiheng
