#include "cli/json_output.h"

#include <nlohmann/json.hpp>

#include "form/form_json.h"

namespace jiheng {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

/// Points as a JSON number: at most a few decimals, which a double prints back exactly.
Json number(const std::optional<Points>& points) {
  return points ? Json(points->amount.to_double()) : Json(nullptr);
}
Json number(const Points& points) {
  return points.amount.to_double();
}

Json scorecard_json(const Form& form, const Scorecard& card, Language language) {
  Json lines = Json::array();
  for (const ScoreLine& line : card.lines) {
    lines.push_back({{"indicator", line.indicator >= 0 ? Json(line.indicator) : Json(nullptr)},
                     {"name", name_of(line, form)},
                     {"weight", number(line.weight)},
                     {"printed", number(line.printed)},
                     {"expected", line.exact() ? number(line.low) : Json(nullptr)},
                     {"low", number(line.low)},
                     {"high", number(line.high)},
                     {"status", status_name(line.status)},
                     {"working", tr(language, line.working, line.working_en)}});
  }
  return {{"policy", card.policy},
          {"citation", card.citation},
          {"total", number(card.total)},
          {"total_low", number(card.total_low)},
          {"total_high", number(card.total_high)},
          {"printed_total", number(card.printed_total)},
          {"printed_sum", number(card.printed_sum)},
          {"grade", card.grade},
          {"complete", card.complete},
          {"lines", std::move(lines)}};
}

Json finding_json(const Form& form, const audit::Finding& finding, Language language) {
  const auto say = [language](const audit::Message& message) { return tr(language, message.zh, message.en); };
  const audit::Rule* rule = audit::find_rule(finding.rule);
  Json locations = Json::array();
  for (const audit::ShownPlace& place : shown_places(form, finding)) {
    Json location = {{"path", place.path}, {"label", place.label}};
    if (place.where.known()) {
      const Json where = to_json(place.where);
      location.insert(where.begin(), where.end());
    }
    locations.push_back(std::move(location));
  }
  Json json = {{"rule", finding.rule},
               {"severity", audit::severity_name(finding.severity)},
               {"message", say(finding.message)},
               {"working", say(finding.working)},
               {"citation", rule != nullptr ? rule->citation : std::string_view()},
               {"fix", say(finding.fix)},
               {"locations", std::move(locations)}};
  if (!finding.applicable) json["applicable"] = false;
  return json;
}

}  // namespace

std::string document_json(const Examination& examination, Depth depth, Language language) {
  Json forms = Json::array();
  for (const ExaminedForm& examined : examination.forms) {
    Json form = to_json(examined.form);
    if (depth != Depth::Record) {
      form["policy"] = examined.policy->id;
      form["scorecard"] = scorecard_json(examined.form, examined.scorecard, language);
    }
    if (depth == Depth::Audit) {
      Json findings = Json::array();
      for (const audit::Finding& finding : examined.findings)
        findings.push_back(finding_json(examined.form, finding, language));
      form["findings"] = std::move(findings);
    }
    forms.push_back(std::move(form));
  }
  Json json = {{"file", examination.file}, {"format", format_name(examination.format)}};
  if (!examination.notes.empty()) json["notes"] = examination.notes;
  json["forms"] = std::move(forms);
  return text_of(json);
}

std::string document_json(const Error& error, Language language) {
  const Json json = {{"file", error.file},
                     {"error",
                      {{"code", error_name(error.code)},
                       {"message", tr(language, error.clerk, error.english)},
                       {"place", error.place},
                       {"detail", error.detail}}},
                     {"forms", Json::array()}};
  return text_of(json);
}

}  // namespace jiheng
