// Phrases that several commands need: places, severities, formats, kinds of form and errors, in words.
#pragma once

#include <string>
#include <vector>

#include "audit/finding.h"
#include "cli/language.h"
#include "cli/terminal.h"
#include "core/result.h"
#include "document/document.h"
#include "form/form.h"

namespace jiheng {

/// "第 2 页 表 1 第 25 行 第 7 列", "第 63 行", "工作表 1 B7"; "" if nothing is known.
std::string place_text(const Location& where, Language language);
/// "惠民巡演场次 · 得分（第 2 页 第 25 行）、实际完成值（第 25 行）；…", at most `most` of them; what is
/// the same as in the place before is not said again.
std::string places_text(const std::vector<audit::ShownPlace>& places, std::size_t most, Language language);

/// The message in the user's language.
std::string_view say(const audit::Message& message, Language language);

/// ■ error, ▲ warning, ○ advice: told apart by shape as well as by colour.
std::string_view mark_of(audit::Severity severity);
Ink ink_of(audit::Severity severity);
std::string_view severity_text(audit::Severity severity, Language language);

std::string_view format_text(Format format, Language language);
std::string_view kind_text(FormKind kind, Language language);

/// One line: file, place, what happened and what to do.
std::string error_line(const Error& error, Language language);

}  // namespace jiheng
