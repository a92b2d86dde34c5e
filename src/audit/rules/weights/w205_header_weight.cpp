// W205: the points in a level's label ("产出指标(50分)") are not the sum of its rows.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

void check_level(const Context& context, Report& report, TextField Indicator::*level, std::string_view field) {
  const auto& rows = context.form.indicators;
  for (std::size_t from = 0; from < rows.size();) {
    const std::string& label = (rows[from].*level).printed;
    std::size_t to = from + 1;
    while (to < rows.size() && (rows[to].*level).printed == label && rows[to].l1.printed == rows[from].l1.printed) ++to;
    const auto stated = has_digit(label) ? points_in_label(label) : std::nullopt;
    if (stated) {
      Points sum;
      bool complete = true;
      bool any = false;
      for (std::size_t i = from; i < to; ++i) {
        const Indicator& row = rows[i];
        if (row.weight.value) {
          sum += *row.weight.value;
          any = true;
        } else if (!row.placeholder && row.score.value) {
          complete = false;
        }
      }
      if (any && complete && sum != *stated) {
        report
            .add({cat(quoted(label), "标明 ", *stated, " 分，所属各行合计 ", sum, " 分"),
                  cat(quoted(label), " says ", *stated, " points; its rows add up to ", sum)},
                 {context.at(from, field)})
            .fix = {"调整各行分值，或更正标题中的分值", "Adjust the rows or the label"};
      }
    }
    from = to;
  }
}

void check(const Context& context, Report& report) {
  check_level(context, report, &Indicator::l1, "l1");
  check_level(context, report, &Indicator::l2, "l2");
}

}  // namespace

extern const Rule kW205{
    .id = "W205",
    .name = "header-weight-not-sum",
    .severity = Severity::Error,
    .citation = "实务：上级指标标明的分值等于下级指标分值之和",
    .title = {"标题所标分值与各行合计不符", "The points in a heading are not the sum of its rows"},
    .doc = {"一级、二级指标名称里标明了分值的，应等于其下各行分值之和。改正：调整各行，或更正标题。",
            "Points stated in the name of a level must be the sum of its rows. Remedy: adjust the rows or the name."},
    .kinds = {},
    .check = check,
    .examples =
        {flags("产出指标(50分)/数量 培训次数 | 5次 | 5次 | 20 | 20\n产出指标(50分)/质量 合格率 | 90% | 95% | 20 | 20",
               "合计 40 分"),
         passes("产出指标(50分)/数量 培训次数 | 5次 | 5次 | 20 | 20\n产出指标(50分)/质量 合格率 | 90% | 95% | 30 | 30"),
         passes("产出指标(50分)/数量 培训次数 | 5次 | 5次 | _ | 20\n产出指标(50分)/质量 合格率 | 90% | 95% | _ | 30")},
};

}  // namespace jiheng::audit
