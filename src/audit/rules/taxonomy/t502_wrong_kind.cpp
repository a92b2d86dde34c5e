// T502: the name tells another kind of benefit, quality or quantity than the level it stands under.
// What names tell which kind is data: lists economic_names … sustainable_names, quantity_names …
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

struct Verdict {
  Level2 expected = Level2::Unknown;
  std::string_view word;
};

Verdict benefit(const Context& context, const IndicatorFacts& facts, Level2 printed) {
  const WordHits& name = facts.name_words;
  if (facts.satisfaction)
    return {Level2::ServiceSatisfaction, context.words.found(WordClass::SatisfactionName, facts.name)};
  const bool economic = name.has(WordClass::EconomicName);
  const bool social = name.has(WordClass::SocialName);
  const bool ecological = name.has(WordClass::EcologicalName);
  switch (printed) {
    case Level2::Economic:
      if (economic) return {};
      if (social) return {Level2::Social, context.words.found(WordClass::SocialName, facts.name)};
      if (ecological) return {Level2::Ecological, context.words.found(WordClass::EcologicalName, facts.name)};
      return {};
    case Level2::Ecological:
      if (ecological) return {};
      if (name.has(WordClass::CostName))
        return {Level2::Economic, context.words.found(WordClass::CostName, facts.name)};
      if (social) return {Level2::Social, context.words.found(WordClass::SocialName, facts.name)};
      return {};
    default: return {};
  }
}

Verdict output(const Context& context, const IndicatorFacts& facts, Level2 printed) {
  const WordHits& name = facts.name_words;
  const bool timely = name.ends_with(WordClass::TimelinessName);
  if (printed == Level2::Quality && timely && !name.has(WordClass::QualityName)) {
    return {Level2::Timeliness, context.words.found(WordClass::TimelinessName, facts.name)};
  }
  if ((printed == Level2::Quality || printed == Level2::Timeliness) && name.ends_with(WordClass::QuantityName)) {
    return {Level2::Quantity, context.words.found(WordClass::QuantityName, facts.name)};
  }
  if (printed == Level2::Timeliness && !timely && name.has(WordClass::QualityName)) {
    return {Level2::Quality, context.words.found(WordClass::QualityName, facts.name)};
  }
  return {};
}

void check(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) {
    const Indicator& row = context.row(i);
    const IndicatorFacts& facts = context.facts[i];
    Verdict verdict;
    switch (parent_of(row.level2)) {
      case Level1::Benefit: verdict = benefit(context, facts, row.level2); break;
      case Level1::Output: verdict = output(context, facts, row.level2); break;
      default: break;
    }
    if (verdict.expected == Level2::Unknown) continue;
    report
        .add({cat(quoted(context.name(i)), "列在", quoted(row.l2.printed), "下，“", verdict.word, "”应属“",
                  name_of(verdict.expected), "”"),
              cat(quoted(context.name(i)), " stands under ", quoted(row.l2.printed), "; ", verdict.word, " is ",
                  name_of(verdict.expected))},
             {context.at(i, "l2"), context.at(i, "l3")})
        .fix = {cat("移到“", name_of(verdict.expected), "”，或换成真正的", name_of(row.level2)),
                cat("Move it to ", name_of(verdict.expected), ", or find a true ", name_of(row.level2))};
  }
}

}  // namespace

extern const Rule kT502{
    .id = "T502",
    .name = "wrong-kind-for-name",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号、财预〔2013〕53号：各类二级指标的内涵；实务：三级指标与二级指标不符的不计分",
    .title = {"三级指标与所在二级指标不符", "An indicator under the wrong kind"},
    .doc = {"覆盖面不是经济效益，居住环境改善不是生态效益，及时性不是质量。名称里的词指向另一类、又没有词支持现在这一类"
            "时指出。改正：移到相符的二级指标，或换指标。",
            "Coverage is no economic benefit, better living conditions no ecological one, timeliness no quality. "
            "Flagged where words "
            "of the name point to another kind and none to the present. Remedy: move it or measure something else."},
    .kinds = {},
    .check = check,
    .examples = {flags("效益/经济 农技服务覆盖面 | =100% | =100% | 15 | 15", "“覆盖面”应属“社会效益指标”"),
                 flags("效益/生态 村民居住环境提升 | 提升 | 提升 | 15 | 15", "居住环境"),
                 flags("产出/质量 报告提交及时性 | 及时 | 及时 | 15 | 15", "时效指标"),
                 flags("产出/质量 全年活动人次 | 5万人次 | 5万人次 | 15 | 15", "数量指标"),
                 passes("效益/生态 污水处理覆盖率 | =100% | =100% | 15 | 15"),
                 passes("效益/经济 农户收入覆盖面 | =100% | =100% | 15 | 15"),
                 passes("效益/社会 村民居住环境提升 | 提升 | 提升 | 15 | 15"),
                 passes("产出/时效 报告提交及时性 | 及时 | 及时 | 15 | 15")},
};

}  // namespace jiheng::audit
