// S314: a note tells that something was postponed or not done, while the timeliness of the same thing
// has full marks.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

bool timely_and_full(const Context& context, std::size_t i) {
  const IndicatorFacts& facts = context.facts[i];
  if (!facts.full || facts.note_words.has(WordClass::DelayWord)) return false;
  return context.row(i).level2 == Level2::Timeliness || facts.name_words.has(WordClass::TimelinessName);
}

void check(const Context& context, Report& report) {
  for (const std::size_t delayed : context.filled) {
    const IndicatorFacts& facts = context.facts[delayed];
    if (!facts.note_words.has(WordClass::DelayWord)) continue;
    if (timely_and_full(context, delayed)) continue;
    if (facts.deducted && context.row(delayed).level2 == Level2::Timeliness) continue;  // the delay did cost points
    // The timeliness rows about the same thing: those that share the longest piece of the name, three
    // characters at least; a form with a single timeliness row means it for everything.
    std::vector<std::size_t> related;
    std::size_t best = 0;
    std::size_t candidates = 0;
    for (const std::size_t i : context.filled) {
      if (i == delayed || !timely_and_full(context, i)) continue;
      ++candidates;
      const std::size_t shared = common_run(facts.name, context.facts[i].name);
      if (shared > best) related.clear();
      best = std::max(best, shared);
      if (shared == best) related.push_back(i);
    }
    if (related.empty() || (best < 3 && candidates > 1)) continue;
    for (const std::size_t i : related) {
      report
          .add({cat(quoted(context.name(delayed)), "的原因栏写", quoted(context.row(delayed).note.printed), "，",
                    quoted(context.name(i)), "却得满分（", *context.row(i).score.value, " 分）"),
                cat("The note of ", quoted(context.name(delayed)), " says ", quoted(context.row(delayed).note.printed),
                    ", yet ", quoted(context.name(i)), " has full marks of ", *context.row(i).score.value)},
               {context.at(i, "score"), context.at(delayed, "note")})
          .fix = {"时效指标按推迟的部分扣分，或说明为何仍算及时",
                  "Take points off timeliness for what was late, or tell why it still counts as timely"};
    }
  }
}

}  // namespace

extern const Rule kS314{
    .id = "S314",
    .name = "delay-with-full-timeliness",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：按实际完成情况计分，各栏应相互印证",
    .title = {"原因写推迟或未完成，时效却得满分", "A delay in the note, full marks for timeliness"},
    .doc = {"偏差原因承认推迟到下年或没有办，同一事项的及时性却是满分，自相矛盾。按名称相同部分最长的时效指标比对。改正"
            "：时效指标相应扣分。",
            "The note admits a delay while the timeliness of the same thing is full. The timeliness row is the one "
            "whose name shares "
            "most with the noted one. Remedy: take points off it."},
    .kinds = {FormKind::SelfEvaluation, FormKind::Review},
    .check = check,
    .examples = {flags("产出/数量 惠民巡演场次 | 10次 | 8次 | 1 | 0 | 部分场次推迟到次年举行\n产出/时效 "
                       "惠民巡演完成及时性 | 及时 | 及时 | 2 | 2\n产出/时效 补贴到账及时率 | 及时 | 及时 | 2 | 2",
                       "惠民巡演完成及时性"),
                 passes("产出/时效 场地完工时间 | 10月31日 | 11月20日 | 3 | 2.5 | 延期20天\n产出/时效 校舍完工时间 | "
                        "8月31日 | 8月29日 | 3 | 3"),
                 passes("产出/数量 惠民巡演场次 | 10次 | 8次 | 1 | 0 | 报名人数不足\n产出/时效 惠民巡演完成及时性 | "
                        "及时 | 及时 | 2 | 2"),
                 passes("产出/数量 惠民巡演场次 | 10次 | 8次 | 1 | 0 | 部分场次推迟\n产出/时效 补贴到账及时率 | 及时 | "
                        "及时 | 2 | 2\n产出/时效 考核完成及时性 | 及时 | 及时 | 2 | 2"),
                 passes("产出/数量 惠民巡演场次 | 10次 | 8次 | 1 | 0 | 部分场次推迟\n产出/时效 惠民巡演完成及时性 | "
                        "及时 | 基本及时 | 2 | 1.6")},
};

}  // namespace jiheng::audit
