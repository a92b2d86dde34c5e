// Legacy office files (.xls, .doc, .wps): turned into .xlsx and .docx by LibreOffice where it is installed.
// Starts a program, so it runs outside the sandbox in which everything else is read.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/result.h"
#include "document/document.h"

namespace jiheng {

/// Could these bytes be a legacy office file? (So can an encrypted new one: see `sniff`.)
bool may_be_legacy(std::string_view first_bytes);
inline constexpr std::size_t kLegacyMarkLength = 8;

/// XLSX or DOCX bytes. `format` is Xls, Doc or Wps. Unsupported, with what to do, where LibreOffice is not
/// installed; Damaged where it cannot read the file; TimeLimit.
Result<std::string> convert_legacy(std::string_view bytes, Format format, std::chrono::seconds limit);

}  // namespace jiheng
