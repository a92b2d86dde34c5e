// Finding 审核发现: one thing that is wrong or doubtful in a form, with its place and its working.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/place.h"

namespace jiheng::audit {

enum class Severity {
  Advice,   ///< 建议: quality of design
  Warning,  ///< 疑点: a reviewer would ask
  Error,    ///< 错误: arithmetic or a rule is broken
};
std::string_view severity_name(Severity severity);     // "advice", "warning", "error"
std::string_view severity_chinese(Severity severity);  // "建议", "疑点", "错误"

/// Text in both languages; English may be empty where it is the same.
struct Message {
  std::string zh, en;
  bool operator==(const Message&) const = default;
};

struct Finding {
  std::string rule;  ///< "S302"
  Severity severity = Severity::Warning;
  Message message;            ///< with the numbers in it
  Message working;            ///< how it was worked out, may be empty
  Message fix;                ///< suggested, may be empty
  std::vector<Place> places;  ///< first is the one to mend
  bool applicable = true;     ///< false: "cannot be judged: …" (shown on request)
  bool operator==(const Finding&) const = default;
};

/// All its places in words.
std::vector<ShownPlace> shown_places(const Form& form, const Finding& finding);

}  // namespace jiheng::audit
