// I406: a name that does not say what is measured.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    if (!facts.name_words.is(WordClass::VagueName)) continue;
    report
        .add({cat("三级指标", quoted(context.name(i)), "没有说明衡量什么"),
              cat("The indicator ", quoted(context.name(i)), " does not say what is measured")},
             {context.at(i, "l3")})
        .fix = {"写明对象和内容，例如“培训合格率”而不是“质量”", "Name the object, such as 培训合格率 instead of 质量"};
  }
}

extern const Rule kI406{
    .id = "I406",
    .name = "vague-name",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：三级指标应明确、具体",
    .title = {"三级指标名称空泛", "An indicator with a vague name"},
    .doc = {"“其他”“完成情况”“效果显著”这样的名称换到哪个项目都能用，说明没有针对本项目设计。改正：写明对象和内容。",
            "Names like 其他, 完成情况, 效果显著 would fit any project. Remedy: say of what and what."},
    .kinds = {},
    .check = check,
    .examples = {flags("效益/社会 效果显著 | 改善办学条件 | 改善 | 15 | 13", "效果显著"),
                 flags("产出/数量 指标1：完成情况 | 100% | 100% | 10 | 10", "完成情况"),
                 passes("产出/质量 工程质量合格率 | 100% | 100% | 10 | 10")},
};

}  // namespace jiheng::audit
