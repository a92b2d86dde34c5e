// I405: people 人 and person-times 人次 mixed up.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const auto is_people = [](std::string_view unit) { return unit == "人" || unit == "名" || unit == "万人"; };
  const auto is_times = [](std::string_view unit) { return unit == "人次" || unit == "万人次"; };
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    const std::string_view target = row.target.value && row.target.value->quantitative()
                                        ? std::string_view(row.target.value->unit)
                                        : std::string_view();
    const std::string_view actual = row.actual.value && row.actual.value->quantitative()
                                        ? std::string_view(row.actual.value->unit)
                                        : std::string_view();
    const bool times_name = facts.name_words.has(WordClass::PersonTimesName);
    const bool people_name = !times_name && facts.name_words.has(WordClass::PeopleName);
    const std::string_view unit = !target.empty() ? target : actual;
    std::string_view field = !target.empty() ? "target" : "actual";
    std::string zh;
    std::string en;
    if (times_name && is_people(unit)) {
      zh = cat(quoted(context.name(i)), "统计的是人次，单位却是“", unit, "”");
      en = cat(quoted(context.name(i)), " counts person-times, its unit is ", unit);
    } else if (people_name && is_times(unit)) {
      zh = cat(quoted(context.name(i)), "统计的是人数，单位却是“", unit, "”");
      en = cat(quoted(context.name(i)), " counts people, its unit is ", unit);
    } else if ((is_people(target) && is_times(actual)) || (is_times(target) && is_people(actual))) {
      zh = cat(quoted(context.name(i)), "指标值以“", target, "”计，完成值以“", actual, "”计");
      en = cat(quoted(context.name(i)), ": target in ", target, ", result in ", actual);
      field = "actual";
    } else {
      continue;
    }
    report.add({std::move(zh), std::move(en)}, {context.at(i, field)}).fix = {
        "按统计口径统一为“人”或“人次”", "Decide for people (人) or person-times (人次)"};
  }
}

extern const Rule kI405{
    .id = "I405",
    .name = "people-and-person-times-mixed",
    .severity = Severity::Warning,
    .citation = "实务：人与人次口径不同，一人参加两次计 1 人、2 人次",
    .title = {"人与人次混用", "People and person-times mixed up"},
    .doc = {"同一个人参加两次，是 1 人、2 人次。名称与单位、指标值与完成值口径不同，完成多少就说不清。改正：统一口径。",
            "One person who comes twice is 1 人 and 2 人次. Where name and unit, or target and result, differ, nobody "
            "knows what was "
            "reached. Remedy: decide for one."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 参加培训人次 | ≥1200人 | 1200人 | 2 | 2", "统计的是人次"),
                 flags("产出/数量 受资助人数 | 300人次 | 300人次 | 2 | 2", "统计的是人数"),
                 flags("产出/数量 培训规模 | 300人 | 300人次 | 2 | 2", "完成值以“人次”计"),
                 passes("产出/数量 参加培训人次 | ≥1200人次 | 1200人次 | 2 | 2"),
                 passes("产出/数量 培训人数 | 300人 | 300人 | 2 | 2")},
};

}  // namespace jiheng::audit
