// The record as JSON: the schema of the public record (docs/record.md), in and out.
//
// {"title", "year", "project_name", …, "funds": {"total": {"initial", …}}, "goal": {…},
//  "indicators": [{"l1", …}], "total": {"weight","score"}, "unsure": [paths], "locations": {path: …}}
// All values are the printed texts (year a number); fields that the form has no place for are null.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/result.h"
#include "form/form.h"

namespace jiheng {

/// Paths of the fields below kSureConfidence: "year", "funds.total.rate", "indicators[3].target".
std::vector<std::string> unsure_paths(const Form& form);

nlohmann::ordered_json to_json(const Form& form);
nlohmann::ordered_json to_json(const Location& where);
/// Reads one form object in that schema. Unknown keys are kept as `unclaimed`. The values are filled
/// by `interpret`. BadData with the path of what breaks the schema.
Result<Form> form_from_json(const nlohmann::ordered_json& json, const Lexicon& lexicon);

}  // namespace jiheng
