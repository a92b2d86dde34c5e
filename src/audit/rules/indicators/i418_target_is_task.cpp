// I418: the target is a sentence about what to do, not a value.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  static constexpr std::size_t kSentence = 8;
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (facts.satisfaction || facts.rate || !row.target.value || row.target.value->kind != ValueKind::Text)
      continue;  // I401, I402
    if (has_digit(facts.target)) continue;
    if (facts.target == facts.name) continue;  // I423
    const std::size_t characters = length(facts.target);
    if (characters < kSentence || !(facts.target_words.has(WordClass::TaskWord) || characters >= 15)) continue;
    report
        .add({cat(quoted(context.name(i)), "的指标值是一句工作要求", quoted(row.target.printed), "，不是可衡量的值"),
              cat("The target of ", quoted(context.name(i)), " is a task, ", quoted(row.target.printed),
                  ", not a value")},
             {context.at(i, "target")})
        .fix = {"把要求移到绩效目标，指标值写数值或分档等次",
                "Move the task to the goals; put a number or a grade here"};
  }
}

extern const Rule kI418{
    .id = "I418",
    .name = "target-is-a-task",
    .severity = Severity::Advice,
    .citation = "财预〔2021〕101号：指标值应明确、可衡量",
    .title = {"指标值是工作要求而不是数值", "A target that is a task, not a value"},
    .doc = {"“严格执行相关制度”“做好某项工作”说的是要做什么，不是做到什么程度，无法对照计分。改正：写数值，或写分档的等"
            "次。",
            "“Carry out the rules strictly” tells what to do, not how far; nothing can be scored by it. Remedy: a "
            "number or a grade."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/质量 审批流程规范性 | 严格按照有关制度执行 | 达成 | 8 | 8", "严格按照"),
                 passes("产出/质量 审批流程规范性 | 规范 | 规范 | 8 | 8"),
                 passes("产出/数量 法律咨询 | 不少于40人次的法律咨询 | 60人次 | 8 | 8")},
};

}  // namespace jiheng::audit
