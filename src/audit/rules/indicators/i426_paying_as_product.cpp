// I426: paying out money counted as a product of the project.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    const bool output = row.level1 == Level1::Output || parent_of(row.level2) == Level1::Output;
    if (!output || row.level2 == Level2::Cost || row.level1 == Level1::Management) continue;
    if (!facts.name_words.has(WordClass::PayingName)) continue;
    report
        .add({cat(quoted(context.name(i)), "衡量的是付款，不是项目产出，且与预算执行率重复"),
              cat(quoted(context.name(i)), " measures paying, no product, and repeats the execution rate")},
             {context.at(i, "l3")})
        .fix = {"换成资金办成的事：数量、质量、完成时间", "Measure what the money made: how many, how good, when"};
  }
}

extern const Rule kI426{
    .id = "I426",
    .name = "paying-as-product",
    .severity = Severity::Warning,
    .citation = "财预〔2021〕101号：产出指标反映项目产出；实务：资金支付不作为产出指标计分",
    .title = {"把付款当作产出", "Paying counted as a product"},
    .doc = {"资金拨付、支付是过程，预算执行率已经衡量过一次；作为产出再计分，项目办成了什么反而看不出。补贴发放到人的不"
            "指出。改正：改为衡量成果。",
            "Paying is a step that the execution rate already measures; counted as output it hides what was made. "
            "Benefits handed out "
            "to people are not flagged. Remedy: measure the product."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/时效 预算拨付及时性 | 及时 | 及时 | 10 | 10", "衡量的是付款"),
                 passes("产出/时效 补贴到账及时性 | 及时 | 及时 | 10 | 10"),
                 passes("项目管理/投入管理 资金支付进度 | 100% | 100% | 10 | 10")},
};

}  // namespace jiheng::audit
