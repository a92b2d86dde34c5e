// Refusals: the Errors that readers of files give, each with a sentence that says what is wrong and
// what the clerk can do about it. The file's name is filled in by read_document.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace jiheng {

/// Broken beyond reading: cut off, overwritten, not what it claims to be.
Error damaged(std::string place, std::string detail);
/// A limit was passed. `what` and `what_english` say which: "表格超过 512 列", "a table has more than 512 columns".
Error too_large(std::string place, const std::string& what, const std::string& what_english);
/// Needs a password.
Error encrypted(std::string detail);
/// Opened, but nothing is in it.
Error nothing_inside(std::string detail);
/// Pictures only, no text.
Error image_only(std::string detail);
/// A known format that cannot be read here; `kind` names it: "RTF 文档". The remedy is to save it as another.
Error unsupported(const std::string& kind, const std::string& kind_english);
/// The content is of no format that is read.
Error unknown_format(std::string detail);

}  // namespace jiheng
