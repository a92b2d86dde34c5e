// D807: the signature or date line is empty, or its date cannot be right for the year.
#include <algorithm>
#include <optional>

#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"
#include "form/number.h"

namespace jiheng::audit {
namespace {

bool label_is(const Context& context, std::string_view label, std::string_view list) {
  const std::vector<std::string>& words = context.lexicon.list(list);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return contains(label, word); });
}

// Nothing, or the line that was to be signed on.
bool blank(std::string_view text) {
  return text.find_first_not_of(" _-\t\n") == std::string_view::npos;
}

void check(const Context& context, Report& report) {
  const Form& form = context.form;
  std::string missing;
  std::vector<Place> places;
  for (std::size_t i = 0; i < form.unclaimed.size(); ++i) {
    const Unclaimed& cell = form.unclaimed[i];
    const std::string label = key_of(cell.label);
    if (label.empty()) continue;
    const bool date = label_is(context, label, "narrative_date_labels");
    if (!date && !label_is(context, label, "narrative_signature_labels")) continue;
    const Place place = place_in_unclaimed(i);
    if (blank(cell.text)) {
      missing += cat(missing.empty() ? "" : "、", quoted(cell.label, 12));
      places.push_back(place);
      continue;
    }
    const std::optional<int> year = date ? year_in(cell.text) : std::nullopt;
    if (!year || !form.year.value || form.kind == FormKind::TargetDeclaration || form.kind == FormKind::Monitoring)
      continue;
    if (*year > *form.year.value && *year <= *form.year.value + 1) continue;
    // Within the year itself only its last days can be after the facts.
    if (*year == *form.year.value &&
        (contains(cell.text, "12月") || contains(cell.text, "-12") || contains(cell.text, ".12")))
      continue;
    Finding& finding = report.add(
        {cat(quoted(cell.label, 12), "为 ", quoted(cell.text, 20), "，与 ", *form.year.value, " 年度自评的时间不符"),
         cat("The date ", quoted(cell.text, 20), " does not fit a self-evaluation of ", *form.year.value)},
        {place});
    finding.fix = {"核对填报日期或年度", "Check the date or the year"};
  }
  if (places.empty()) return;
  Finding& finding = report.add(Severity::Advice, {cat(missing, "为空"), cat("Empty: ", missing)}, std::move(places));
  finding.fix = {"签字并注明日期", "Sign and date"};
}

}  // namespace

extern const Rule kD807{
    .id = "D807",
    .name = "unsigned-or-misdated",
    .severity = Severity::Warning,
    .citation = "实务：自评在次年年初完成并签字确认",
    .title = {"没有签字或日期不合", "Unsigned, or the date does not fit"},
    .doc = {"自评在年度结束后进行，填报日期应在次年；签字栏应填写。",
            "A self-evaluation is made after the year and signed."},
    .kinds = {},
    .check = check,
    .examples = {flags("year 2023\ncell 填表人 : ____", "为空"),
                 flags("year 2023\ncell 填报日期 : 2023年3月5日", "时间不符"),
                 flags("year 2021\ncell 填报日期 : 2024年2月1日", "时间不符"),
                 passes("year 2023\ncell 填报日期 : 2024年2月1日"), passes("year 2023\ncell 填报日期 : 2023年12月31日"),
                 passes("year 2023\ncell 备注 : ____")},
};

}  // namespace jiheng::audit
