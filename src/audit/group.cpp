// Grouping: many rows with the same fault are one finding with many places, so that a report of a long
// form stays readable. Up to three are told one by one.
#include <algorithm>

#include "audit/auditor.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kNamedRows = 6;

using Members = std::vector<Finding*>;

// The row's name from a label such as "培训人次 · 得分".
std::string_view name_in(std::string_view label) {
  return label.substr(0, label.find(" · "));
}

std::string row_names(const Form& form, const Members& members) {
  std::string out;
  std::size_t named = 0;
  for (const Finding* finding : members) {
    if (named == kNamedRows) return out.append("等");
    if (named++ > 0) out.append("、");
    out.append(name_in(shown_place(form, finding->places.front()).label));
  }
  return out;
}

std::vector<Place> all_places(const Form& form, const Members& members) {
  std::vector<Place> out;
  out.reserve(members.size() * members.front()->places.size());
  for (const Finding* finding : members) {
    for (const Place& place : finding->places) {
      const bool may_share_path = place.part == Place::Part::Funds;
      const bool known = std::any_of(out.begin(), out.end(), [&](const Place& other) {
        return other == place || (may_share_path && same_path(form, other, place));
      });
      if (!known) out.push_back(place);
    }
  }
  return out;
}

// Each row's own message, a line each.
std::string all_messages(const Members& members, std::string Message::*language) {
  std::size_t room = 0;
  for (const Finding* finding : members)
    room +=
        (finding->message.*language).size() + (finding->working.*language).size() + std::string_view("（）\n").size();
  std::string out;
  out.reserve(room);
  for (const Finding* finding : members) {
    const std::string &message = finding->message.*language, &working = finding->working.*language;
    if (message.empty()) continue;
    if (!out.empty()) out.push_back('\n');
    out.append(message);
    if (!working.empty()) out.append("（").append(working).append("）");
  }
  return out;
}

Finding grouped(const Rule& rule, const Form& form, const Members& members) {
  Finding out;
  out.rule = rule.id;
  out.severity = members.front()->severity;
  const std::string names = row_names(form, members);
  out.message.zh = cat(rule.title.zh, "，共 ", members.size(), " 处：", names);
  out.message.en = cat(rule.title.en, " (", members.size(), " places): ", names);
  out.places = all_places(form, members);
  out.working = {all_messages(members, &Message::zh), all_messages(members, &Message::en)};
  out.fix = std::move(members.front()->fix);
  return out;
}

}  // namespace

void group_findings(const Rule& rule, const Form& form, std::vector<Finding>& findings, std::size_t first) {
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice}) {
    const auto same = [severity](const Finding& f) {
      return f.applicable && f.severity == severity && !f.places.empty();
    };
    Members members;
    members.reserve(findings.size() - first);
    for (std::size_t i = first; i < findings.size(); ++i) {
      if (same(findings[i])) members.push_back(&findings[i]);
    }
    if (members.size() < kGroupFrom) continue;
    // The group stands where the first of its members stood; the others close up.
    *members.front() = grouped(rule, form, members);
    const auto behind = findings.begin() + (members.front() - findings.data()) + 1;
    findings.erase(std::remove_if(behind, findings.end(), same), findings.end());
  }
}

}  // namespace jiheng::audit
