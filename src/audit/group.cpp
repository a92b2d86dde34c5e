// Grouping: many rows with the same fault are one finding with many places, so that a report of a long
// form stays readable. Up to three are told one by one.
#include <algorithm>

#include "audit/auditor.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kNamedRows = 6;

// The row's name from a label such as "培训人次 · 得分".
std::string_view name_in(std::string_view label) {
  return label.substr(0, label.find(" · "));
}

std::string row_names(const std::vector<Finding>& findings) {
  std::string out;
  std::size_t named = 0;
  for (const Finding& finding : findings) {
    if (finding.places.empty()) continue;
    if (named == kNamedRows) return out.append("等");
    if (named++ > 0) out.append("、");
    out.append(name_in(finding.places.front().label));
  }
  return out;
}

Finding grouped(const Rule& rule, std::vector<Finding> members) {
  Finding out;
  out.rule = rule.id;
  out.severity = members.front().severity;
  const std::string names = row_names(members);
  out.message.zh = cat(rule.title.zh, "，共 ", members.size(), " 处：", names);
  out.message.en = cat(rule.title.en, " (", members.size(), " places): ", names);
  for (Finding& member : members) {
    for (Place& place : member.places) {
      const bool known = std::any_of(out.places.begin(), out.places.end(),
                                     [&](const Place& other) { return other.path == place.path; });
      if (!known) out.places.push_back(std::move(place));
    }
    const auto line = [](std::string& to, const std::string& message, const std::string& working) {
      if (!to.empty()) to.push_back('\n');
      to.append(message);
      if (!working.empty()) to.append("（").append(working).append("）");
    };
    line(out.working.zh, member.message.zh, member.working.zh);
    if (!member.message.en.empty()) line(out.working.en, member.message.en, member.working.en);
  }
  out.fix = std::move(members.front().fix);
  return out;
}

}  // namespace

void group_findings(const Rule& rule, std::vector<Finding>& findings, std::size_t first) {
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice}) {
    const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(first);
    const auto same = [severity](const Finding& f) {
      return f.applicable && f.severity == severity && !f.places.empty();
    };
    if (static_cast<std::size_t>(std::count_if(begin, findings.end(), same)) < kGroupFrom) continue;
    // The group stands where the first of its members stood; the others close up.
    const auto group = std::find_if(begin, findings.end(), same);
    std::vector<Finding> members;
    members.reserve(static_cast<std::size_t>(findings.end() - group));
    auto kept = group + 1;
    for (auto it = group; it != findings.end(); ++it) {
      if (same(*it)) {
        members.push_back(std::move(*it));
        continue;
      }
      if (kept != it) *kept = std::move(*it);
      ++kept;
    }
    findings.erase(kept, findings.end());
    *group = grouped(rule, std::move(members));
  }
}

}  // namespace jiheng::audit
