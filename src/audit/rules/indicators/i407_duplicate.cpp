// I407: the same indicator twice in the same place.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {

static void check(const Context& context, Report& report) {
  for (std::size_t b = 1; b < context.filled.size(); ++b) {
    const std::size_t j = context.filled[b];
    for (std::size_t a = 0; a < b; ++a) {
      const std::size_t i = context.filled[a];
      // The hashed pairs tell nearly all names apart without reading them.
      if (context.facts[i].bigrams != context.facts[j].bigrams || context.facts[i].name != context.facts[j].name)
        continue;
      if (context.row(i).level1 != context.row(j).level1 || context.row(i).level2 != context.row(j).level2)
        continue;  // I408
      if (context.row(i).l2.printed != context.row(j).l2.printed) continue;
      report
          .add({cat(quoted(context.name(j)), "在", quoted(context.row(j).l2.printed), "下列了两次（第 ", i + 1, "、",
                    j + 1, " 行）"),
                cat(quoted(context.name(j)), " stands twice under ", quoted(context.row(j).l2.printed), " (rows ",
                    i + 1, " and ", j + 1, ")")},
               {context.at(j, "l3"), context.at(i, "l3")})
          .fix = {"合并为一项，分值相加", "Merge them and add the weights"};
      break;
    }
  }
}

extern const Rule kI407{
    .id = "I407",
    .name = "duplicate-indicator",
    .severity = Severity::Warning,
    .citation = "实务：同一内容不重复计分",
    .title = {"指标重复", "The same indicator twice"},
    .doc = {"同一个指标列了两次，同一件事计了两次分。改正：合并。",
            "One indicator listed twice counts twice. Remedy: merge."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 培训次数 | 5次 | 5次 | 10 | 10\n产出/数量 指标2：培训次数 | 6次 | 6次 | 10 | 10",
                       "列了两次"),
                 passes("产出/数量 培训次数 | 5次 | 5次 | 10 | 10\n产出/数量 培训人数 | 60人 | 60人 | 10 | 10")},
};

}  // namespace jiheng::audit
