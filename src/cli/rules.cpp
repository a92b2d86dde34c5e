// jiheng rules: all rules, as a list, as JSON, or as the pages of docs/rules.
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "audit/manual.h"
#include "audit/rule.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/phrases.h"

namespace jiheng {
namespace {

struct Family {
  char letter;
  std::string_view chinese, english;
};
constexpr std::array kFamilies = {
    Family{'F', "资金", "Funds"},
    Family{'W', "分值", "Weights"},
    Family{'S', "得分", "Scores"},
    Family{'I', "指标设计", "Indicators"},
    Family{'T', "指标归类", "Taxonomy"},
    Family{'N', "文字与表格对照", "Narrative against table"},
    Family{'C', "各表之间", "Across forms"},
    Family{'D', "文档", "Document"},
    Family{'P', "公开", "Publication"},
};

std::string list_of_rules(const Page& page, Language language) {
  std::string out;
  for (const Family& family : kFamilies) {
    bool begun = false;
    for (const audit::Rule* rule : audit::rules()) {
      if (rule->id.empty() || rule->id.front() != family.letter) continue;
      if (!begun) {
        out +=
            (out.empty() ? "" : "\n") +
            inked(page, Ink::Bold, fmt::format("{} {}", family.letter, tr(language, family.chinese, family.english))) +
            "\n";
      }
      begun = true;
      const std::vector<std::string> lines = wrapped(say(rule->title, language), page.width - 10);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string head = i == 0 ? fmt::format("  {} {}", mark_of(rule->severity), rule->id) : "";
        out += inked(page, ink_of(rule->severity), padded(head, 10)) + lines[i] + "\n";
      }
    }
  }
  out +=
      fmt::format(fmt::runtime(tr(language, "\n共 {} 条：■ 错误  ▲ 疑点  ○ 建议。详情：jiheng explain S302\n",
                                  "\n{} rules: ■ error  ▲ warning  ○ advice. More: jiheng explain S302 --lang en\n")),
                  audit::rules().size());
  return out;
}

}  // namespace

int run_rules(const Arguments& arguments) {
  Output output(arguments.language);
  if (!arguments.markdown.empty()) {
    const auto language = arguments.language == Language::Chinese ? audit::Language::Chinese : audit::Language::English;
    output.write(arguments.markdown + "/README.md", audit::manual_index(language));
    for (const audit::Rule* rule : audit::rules()) {
      output.write(fmt::format("{}/{}.md", arguments.markdown, rule->id), audit::manual_page(*rule, language));
    }
  } else if (arguments.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const audit::Rule* rule : audit::rules()) {
      list.push_back({{"code", rule->id},
                      {"slug", rule->name},
                      {"severity", audit::severity_name(rule->severity)},
                      {"citation", rule->citation},
                      {"title", say(rule->title, arguments.language)}});
    }
    output.print(list.dump(1) + "\n");
  } else {
    output.print(list_of_rules(standard_page(), arguments.language));
  }
  return output.finish() ? kClean : kUnread;
}

}  // namespace jiheng
