// I420: a date target that lies outside the form's year.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  if (!context.form.year.value) return;
  const int year = *context.form.year.value;
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    if (!row.target.value || row.target.value->kind != ValueKind::Date) continue;
    const Date& date = row.target.value->date;
    if (date.year == 0 || date.year == year) continue;
    report
        .add({cat(quoted(context.name(i)), "的指标值 ", row.target.printed, " 不在 ", year, " 年度内"),
              cat("The target ", row.target.printed, " of ", quoted(context.name(i)), " is not in ", year)},
             {context.at(i, "target"), context.at("year")})
        .fix = {"跨年项目按本年度应完成的节点设定；抄自上年的改为本年",
                "Set this year's milestone; mend what was copied from another year"};
  }
}

extern const Rule kI420{
    .id = "I420",
    .name = "date-outside-year",
    .severity = Severity::Warning,
    .citation = "实务：年度指标值应是本年度应达到的值",
    .title = {"时间指标不在本年度", "A date outside the year"},
    .doc = {"年度指标值应是本年内的时间节点。年份不同多为沿用旧表。改正：更正年份，跨年项目写本年节点。",
            "An annual target is a date in the year; another year usually comes from an old form. Remedy: mend it."},
    .kinds = {},
    .check = check,
    .examples = {flags("year 2023\n产出/时效 完工时间 | 2022年12月31日前 | 2022年12月20日 | 8 | 8", "不在 2023 年度内"),
                 passes("year 2023\n产出/时效 完工时间 | 2023年12月31日前 | 2023年12月20日 | 8 | 8"),
                 passes("year 2023\n产出/时效 完工时间 | 12月底前 | 12月20日 | 8 | 8")},
};

}  // namespace jiheng::audit
