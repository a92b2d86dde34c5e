#include "audit/finding.h"

namespace jiheng::audit {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::Advice: return "advice";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "";
}

std::string_view severity_chinese(Severity severity) {
  switch (severity) {
    case Severity::Advice: return "建议";
    case Severity::Warning: return "疑点";
    case Severity::Error: return "错误";
  }
  return "";
}

std::vector<ShownPlace> shown_places(const Form& form, const Finding& finding) {
  std::vector<ShownPlace> out;
  out.reserve(finding.places.size());
  for (const Place& place : finding.places) out.push_back(shown_place(form, place));
  return out;
}

}  // namespace jiheng::audit
