// S307: the printed grade is not the grade of the printed total.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  const auto& total = context.form.total_score.value;
  if (context.form.grade.empty() || !total) return;
  const std::string expected = grade_of(*total, context.policy);
  if (expected.empty()) return;
  const std::string printed = key_of(context.form.grade.printed);
  // Only a printed grade that names one of the policy's grades can be compared ("优秀" is 优).
  std::string_view named;
  for (const auto& [name, bound] : context.policy.grades) {
    if (contains(printed, name)) named = named.empty() ? std::string_view(name) : std::string_view("?");
  }
  if (named.empty() || named == "?" || named == expected) return;
  report
      .add({cat("总分 ", *total, " 对应等级为“", expected, "”，表中为", quoted(context.form.grade.printed)),
            cat("A total of ", *total, " is graded “", expected, "”; the form says ",
                quoted(context.form.grade.printed))},
           {context.at("grade"), context.at("total.score")})
      .fix = {cat("等级改为“", expected, "”"), cat("Grade “", expected, "”")};
}

extern const Rule kS307{
    .id = "S307",
    .name = "grade-not-of-total",
    .severity = Severity::Error,
    .citation = "财预〔2020〕10号：90 分及以上为优、80 分及以上为良、60 分及以上为中、60 分以下为差",
    .title = {"自评等级与总分不符", "The grade does not fit the total"},
    .doc = {"等级由总分所在区间决定：90 以上优，80 以上良，60 以上中，60 "
            "以下差（政策另有规定的按其规定）。改正：按总分更正等级，或核对总分。",
            "The grade is the band of the total: 90 excellent, 80 good, 60 fair, below poor, unless the policy "
            "differs. Remedy: mend "
            "the grade or check the total."},
    .kinds = {FormKind::SelfEvaluation, FormKind::DepartmentOverall, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 100 | 88\ntotal 100 88 优", "对应等级为“良”"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 100 | 90\ntotal 100 90 优秀")},
};

}  // namespace jiheng::audit
