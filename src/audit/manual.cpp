#include "audit/manual.h"

namespace jiheng::audit {
namespace {

std::string_view in(const Message& message, Language language) {
  return language == Language::English && !message.en.empty() ? message.en : message.zh;
}

std::string_view severity_in(Severity severity, Language language) {
  return language == Language::Chinese ? severity_chinese(severity) : severity_name(severity);
}

std::string kinds_in(const Rule& rule, Language language) {
  if (rule.kinds.empty()) return language == Language::Chinese ? "所有表" : "all forms";
  std::string out;
  for (const FormKind kind : rule.kinds) {
    if (!out.empty()) out.append(language == Language::Chinese ? "、" : ", ");
    switch (kind) {
      case FormKind::SelfEvaluation:
        out.append(language == Language::Chinese ? "项目支出绩效自评表" : "self-evaluation");
        break;
      case FormKind::TargetDeclaration:
        out.append(language == Language::Chinese ? "绩效目标申报表" : "target declaration");
        break;
      case FormKind::DepartmentOverall:
        out.append(language == Language::Chinese ? "部门整体支出绩效自评表" : "department overall");
        break;
      case FormKind::Monitoring: out.append(language == Language::Chinese ? "绩效运行监控表" : "monitoring"); break;
      case FormKind::Review: out.append(language == Language::Chinese ? "复核表" : "review"); break;
    }
  }
  return out;
}

void add_example(std::string& out, const Example& example, Language language) {
  const bool chinese = language == Language::Chinese;
  if (example.flagged) {
    out.append(chinese ? "\n会指出" : "\nFlagged");
    if (!example.expect.empty()) {
      out.append(chinese ? "（“" : " (\"").append(example.expect).append(chinese ? "”）" : "\")");
    }
    out.append(chinese ? "：\n" : ":\n");
  } else {
    out.append(chinese ? "\n不会指出：\n" : "\nNot flagged:\n");
  }
  out.append("\n```\n").append(example.form).append("\n```\n");
}

}  // namespace

std::string manual_page(const Rule& rule, Language language) {
  const bool chinese = language == Language::Chinese;
  std::string out;
  out.append("# ").append(rule.id).append(" ").append(in(rule.title, language)).append("\n\n");
  out.append("`").append(rule.name).append("`\n\n");
  out.append(chinese ? "- 程度：" : "- Severity: ").append(severity_in(rule.severity, language)).append("\n");
  out.append(chinese ? "- 依据：" : "- Source: ").append(rule.citation).append("\n");
  out.append(chinese ? "- 适用：" : "- Applies to: ").append(kinds_in(rule, language)).append("\n\n");
  out.append(in(rule.doc, language)).append("\n\n");
  out.append(chinese ? "## 例\n" : "## Examples\n");
  for (const Example& example : rule.examples) add_example(out, example, language);
  return out;
}

std::string manual_index(Language language) {
  const bool chinese = language == Language::Chinese;
  std::string out = chinese ? "# 审核规则\n\n| 编号 | 程度 | 规则 | 依据 |\n|---|---|---|---|\n"
                            : "# Rules\n\n| Code | Severity | Rule | Source |\n|---|---|---|---|\n";
  for (const Rule* rule : rules()) {
    out.append("| [").append(rule->id).append("](").append(rule->id).append(".md) | ");
    out.append(severity_in(rule->severity, language)).append(" | ");
    out.append(in(rule->title, language)).append(" | ").append(rule->citation).append(" |\n");
  }
  return out;
}

}  // namespace jiheng::audit
