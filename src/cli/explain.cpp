// jiheng explain: what a rule checks, why, its source, and examples, from the rule itself.
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "audit/rule.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/phrases.h"

namespace jiheng {
namespace {

void paragraph(std::string& out, std::string_view text, int indent, int width) {
  for (const std::string& line : wrapped(text, width - indent)) {
    if (!line.empty()) out.append(static_cast<std::size_t>(indent), ' ').append(line);
    out += "\n";
  }
}

std::string page_of(const audit::Rule& rule, const Page& page, Language language) {
  std::string out = inked(page, ink_of(rule.severity), fmt::format("{} {}", mark_of(rule.severity), rule.id)) + "  " +
                    inked(page, Ink::Bold, say(rule.title, language)) + "\n" +
                    inked(page, Ink::Dim, repeated("━", page.width)) + "\n";
  const auto fact = [&](std::string_view label, std::string_view text) {
    const int width = language == Language::Chinese ? 6 : 13;
    const std::vector<std::string> lines = wrapped(text, page.width - width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out += inked(page, Ink::Dim, padded(i == 0 ? label : "", width)) + lines[i] + "\n";
    }
  };
  fact(tr(language, "程度", "Severity"), severity_text(rule.severity, language));
  fact(tr(language, "名称", "Name"), rule.name);
  fact(tr(language, "依据", "Source"), rule.citation);
  std::string kinds;
  for (const FormKind kind : rule.kinds)
    kinds += (kinds.empty() ? "" : std::string(tr(language, "、", ", "))) + std::string(kind_text(kind, language));
  fact(tr(language, "适用", "Applies to"), kinds.empty() ? tr(language, "所有表", "all forms") : kinds);
  out += "\n";
  paragraph(out, say(rule.doc, language), 0, page.width);
  for (const audit::Example& example : rule.examples) {
    out += "\n";
    if (example.flagged) {
      out += inked(page, ink_of(rule.severity), std::string(tr(language, "✗ 会指出", "✗ flagged")));
      if (!example.expect.empty())
        out += fmt::format(fmt::runtime(tr(language, "：“……{}……”", ": \"… {} …\"")), example.expect);
    } else {
      out += inked(page, Ink::Green, std::string(tr(language, "✓ 不会指出", "✓ not flagged")));
    }
    out += "\n";
    std::string_view form = example.form;
    while (!form.empty() && (form.front() == '\n' || form.front() == ' ')) form.remove_prefix(1);
    while (!form.empty() && (form.back() == '\n' || form.back() == ' ')) form.remove_suffix(1);
    paragraph(out, form, 4, page.width);
  }
  return out;
}

nlohmann::ordered_json json_of(const audit::Rule& rule, Language language) {
  nlohmann::ordered_json examples = nlohmann::ordered_json::array();
  for (const audit::Example& example : rule.examples) {
    examples.push_back({{"flagged", example.flagged}, {"form", example.form}, {"expect", example.expect}});
  }
  return {{"code", rule.id},
          {"slug", rule.name},
          {"severity", audit::severity_name(rule.severity)},
          {"citation", rule.citation},
          {"title", say(rule.title, language)},
          {"doc", say(rule.doc, language)},
          {"examples", std::move(examples)}};
}

}  // namespace

int run_explain(const Arguments& arguments) {
  Output output(arguments.language);
  const Page page = standard_page();
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  bool all_known = true, first = true;
  for (const std::string& code : arguments.names) {
    const audit::Rule* rule = audit::find_rule(code);
    if (rule == nullptr) {
      std::vector<std::string> codes;
      for (const audit::Rule* known : audit::rules()) codes.emplace_back(known->id);
      fmt::print(stderr,
                 fmt::runtime(tr(arguments.language, "jiheng：没有规则“{}”。{}全部规则见 jiheng rules。\n",
                                 "jiheng: there is no rule \"{}\". {}See jiheng rules.\n")),
                 printable(code), did_you_mean(near_matches(code, codes), arguments.language));
      all_known = false;
    } else if (arguments.json) {
      list.push_back(json_of(*rule, arguments.language));
    } else {
      output.print((first ? "" : "\n") + page_of(*rule, page, arguments.language));
      first = false;
    }
  }
  if (arguments.json) output.print(list.dump(1) + "\n");
  if (!output.finish()) return kUnread;
  return all_known ? kClean : kUsage;
}

}  // namespace jiheng
