// I416: lines and marks of the template that nobody filled in or took out.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  std::vector<Place> rows;
  for (std::size_t i = 0; i < context.form.indicators.size(); ++i) {
    const Indicator& row = context.form.indicators[i];
    const bool blank_name = row.placeholder || context.facts[i].name.empty();
    if (!blank_name) continue;
    if (row.weight.value && !row.weight.value->amount.is_zero()) {
      report
          .add({cat("第 ", i + 1, " 行没有指标名称，却有分值 ", *row.weight.value),
                cat("Row ", i + 1, " has no name but a weight of ", *row.weight.value)},
               {context.at(i, "l3")})
          .fix = {"补填指标名称或删去该行", "Name the indicator or take the row out"};
    } else {
      rows.push_back(context.at(i, "l3"));
    }
  }
  if (!rows.empty()) {
    const std::size_t count = rows.size();
    report
        .add(Severity::Advice,
             {cat("模板空行未填也未删，共 ", count, " 行"),
              cat(count, " rows of the template were neither filled in nor taken out")},
             std::move(rows))
        .fix = {"不适用的行删去或注明“不适用”", "Take out what does not apply, or say so"};
  }
  for (const std::size_t i : context.filled) {
    if (!context.facts[i].name_words.has(WordClass::TemplateMark)) continue;
    report
        .add(Severity::Advice,
             {cat("指标名称", quoted(context.name(i)), "保留了模板占位符"),
              cat("The name ", quoted(context.name(i)), " still holds marks of the template")},
             {context.at(i, "l3")})
        .fix = {"去掉占位符，数值写入指标值栏", "Take out the marks; the value belongs to the target"};
  }
}

extern const Rule kI416{
    .id = "I416",
    .name = "template-left",
    .severity = Severity::Warning,
    .citation = "实务：公开的表应填写完整，不留模板痕迹",
    .title = {"留有模板空行或占位符", "Lines or marks of the template are left"},
    .doc = {"“……”“指标2：”一类的空行、名称里的“**"
            "”都是模板留下的，说明表没有填完；空名称的行带着分值更会白送分。改正：填写或删除。",
            "Blank lines like …… or 指标2：and marks like ** come from the template and show a form left unfinished; a "
            "nameless row with "
            "a weight gives points away. Remedy: fill in or take out."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 50 | 50\n效益/社会 …… | - | - | - | -", "共 1 行"),
                 flags("产出/数量 晾晒场(≥**平方米) | 30.5 | 30.5 | 1 | 1", "占位符"),
                 flags("产出/数量 - | - | - | 10 | 10", "没有指标名称"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 50 | 50\n效益/社会 知晓率 | 90% | 95% | 30 | 30")},
};

}  // namespace jiheng::audit
