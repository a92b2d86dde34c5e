#include "audit/rule.h"

namespace jiheng::audit {

Finding& Report::add(Message message, Places places) {
  return add(severity_, std::move(message), std::move(places));
}

Finding& Report::add(Severity severity, Message message, Places places) {
  Finding& finding = out_->emplace_back();
  finding.rule = rule_;
  finding.severity = severity;
  finding.message = std::move(message);
  finding.places = std::move(places).take();
  return finding;
}

Finding& Report::not_applicable(Message reason, Places places) {
  Finding& finding = add(severity_, std::move(reason), std::move(places));
  finding.applicable = false;
  return finding;
}

}  // namespace jiheng::audit
