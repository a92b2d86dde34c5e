// D803: the form has no year, or its title says another one.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"
#include "form/number.h"

namespace jiheng::audit {
namespace {

void check(const Context& context, Report& report) {
  const Form& form = context.form;
  if (!form.year.value) {
    const bool odd = !form.year.empty();
    Finding& finding = report.add(
        {odd ? cat("年度", quoted(form.year.printed), "不是有效的年份") : std::string("没有标明年度"),
         odd ? cat("The year ", quoted(form.year.printed), " is not a year") : std::string("The form states no year")},
        {context.at("year")});
    finding.fix = {"在标题下注明年度", "State the year below the title"};
    return;
  }
  const std::optional<int> of_title = year_in(form.title.printed);
  if (!of_title || *of_title == *form.year.value) return;
  Finding& finding = report.add({cat("标题写 ", *of_title, " 年，年度栏为 ", *form.year.value, " 年"),
                                 cat("The title says ", *of_title, ", the form ", *form.year.value)},
                                {context.at("year"), context.at("title")});
  finding.fix = {"核对年度，改正其中一处", "Correct one of the two"};
}

}  // namespace

extern const Rule kD803{
    .id = "D803",
    .name = "year-missing-or-odd",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评以预算年度为周期",
    .title = {"年度缺失或不一致", "The year is missing or inconsistent"},
    .doc = {"自评以年度为周期，没有年度的表无法与预算、决算对应。",
            "A form without a year cannot be held against budget and accounts."},
    .kinds = {},
    .check = check,
    .examples = {flags("name 灌区维修养护", "没有标明年度"),
                 flags("title 2021年度项目支出绩效自评表\nyear 2022", "标题写 2021 年"),
                 passes("title 2022年度项目支出绩效自评表\nyear 2022"), passes("title 项目支出绩效自评表\nyear 2022")},
};

}  // namespace jiheng::audit
