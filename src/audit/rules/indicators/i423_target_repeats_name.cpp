// I423: the target only repeats the name.
#include "audit/context.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const IndicatorFacts& facts = context.facts[i];
    const Indicator& row = context.row(i);
    if (!row.target.value || facts.target.empty()) continue;
    const ValueKind kind = row.target.value->kind;
    // A level at the end of the name is a value (支付及时: 及时); the whole name never is.
    const bool whole_name = kind == ValueKind::Level && facts.target == facts.name && length(facts.name) >= 4;
    if (kind != ValueKind::Text && !whole_name) continue;
    if (has_digit(facts.target) || length(facts.target) < 2) continue;
    const bool tail = ends_with(facts.name, facts.target);
    // 完善率 for 完善村道照明设施: the name with 率 put behind its first word.
    const bool made_rate = ends_with(facts.target, "率") && length(facts.target) <= 4 &&
                           contains(facts.name, facts.target.substr(0, facts.target.size() - 3));
    if (!tail && facts.target != facts.name && !made_rate) continue;
    if (facts.satisfaction) continue;  // I402
    report
        .add(
            {cat(quoted(context.name(i)), "的指标值", quoted(row.target.printed), "只是重复名称，没有说要达到多少"),
             cat("The target ", quoted(row.target.printed), " of ", quoted(context.name(i)), " only repeats the name")},
            {context.at(i, "target")})
        .fix = {"写明要达到的数值", "Say how much is to be reached"};
  }
}

extern const Rule kI423{
    .id = "I423",
    .name = "target-repeats-name",
    .severity = Severity::Warning,
    .citation = "财预〔2021〕101号：指标值应明确、可衡量",
    .title = {"指标值重复指标名称", "The target repeats the name"},
    .doc = {"“完工及时率”的指标值写“及时率”，等于没写。改正：写数值。",
            "A target of 及时率 for 完工及时率 says nothing. Remedy: a number."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/质量 完工及时率 | 及时率 | - | 10 | -", "只是重复名称"),
                 flags("效益/社会 普法活动影响力持续增强 | 普法活动影响力持续增强 | - | 10 | -", "只是重复名称"),
                 passes("产出/质量 完工及时率 | 100% | 100% | 10 | 10"),
                 passes("产出/时效 支付及时 | 及时 | 及时 | 10 | 10")},
};

}  // namespace jiheng::audit
