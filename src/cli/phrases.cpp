#include "cli/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text.h"

namespace jiheng {

namespace {

/// The parts of a place that differ from `before`, which the reader has just read; all of them if the
/// page, sheet or table changes.
std::string place_after(const Location& where, const Location& before, Language language) {
  const bool chinese = language == Language::Chinese;
  const bool same_page = where.page == before.page, same_table = same_page && where.table == before.table;
  std::vector<std::string> parts;
  const auto add = [&](bool told, int number, const char* zh, const char* en) {
    if (!told && number > 0) parts.push_back(fmt::format(fmt::runtime(chinese ? zh : en), number));
  };
  if (!where.cell.empty()) {
    add(same_page, where.page, "工作表 {}", "sheet {}");
    parts.push_back(where.cell);
  } else {
    add(same_page, where.page, "第 {} 页", "page {}");
    add(same_table, where.table, "表 {}", "table {}");
    add(false, where.row, "第 {} 行", where.table > 0 ? "row {}" : "line {}");
    if (where.table > 0) add(false, where.column, "第 {} 列", "column {}");
  }
  return fmt::format("{}", fmt::join(parts, chinese ? " " : ", "));
}

/// "惠民巡演场次 · 得分" → ("惠民巡演场次", "得分").
std::pair<std::string_view, std::string_view> label_parts(std::string_view label) {
  constexpr std::string_view kDot = " · ";
  const std::size_t dot = label.rfind(kDot);
  if (dot == std::string_view::npos) return {{}, label};
  return {label.substr(0, dot), label.substr(dot + kDot.size())};
}

}  // namespace

std::string place_text(const Location& where, Language language) {
  return place_after(where, Location{}, language);
}

std::string places_text(const std::vector<audit::ShownPlace>& places, std::size_t most, Language language) {
  const bool chinese = language == Language::Chinese;
  // Many rows, one column: the column is said once, in front.
  const std::string_view column = places.empty() ? std::string_view() : label_parts(places.front().label).second;
  const bool one_column =
      places.size() > 2 && std::all_of(places.begin(), places.end(), [column](const audit::ShownPlace& place) {
        const auto [row, field] = label_parts(place.label);
        return !row.empty() && field == column;
      });
  std::string out;
  if (one_column) out.append(column).append(chinese ? "：" : ": ");
  std::string_view subject;
  Location before;
  std::size_t shown = 0;
  for (const audit::ShownPlace& place : places) {
    const std::string where = place_after(place.where, before, language);
    if (place.label.empty() && where.empty()) continue;
    if (shown == most) {
      out += fmt::format(fmt::runtime(chinese ? " 等 {} 处" : " and others, {} in all"), places.size());
      break;
    }
    const auto [row, field] = label_parts(place.label);
    const bool same_row = shown > 0 && !row.empty() && row == subject;
    const bool short_pause = same_row || one_column;
    if (shown++ > 0) out += chinese ? (short_pause ? "、" : "；") : (short_pause ? ", " : "; ");
    const std::string_view label = one_column ? row : same_row ? field : std::string_view(place.label);
    out += label.empty() ? where : std::string(label);
    if (!label.empty() && !where.empty()) out += chinese ? "（" + where + "）" : " (" + where + ")";
    subject = row;
    before = place.where;
  }
  return out;
}

std::string_view say(const audit::Message& message, Language language) {
  return tr(language, message.zh, message.en);
}

std::string_view mark_of(audit::Severity severity) {
  switch (severity) {
    case audit::Severity::Error: return "■";
    case audit::Severity::Warning: return "▲";
    case audit::Severity::Advice: return "○";
  }
  return "";
}

Ink ink_of(audit::Severity severity) {
  switch (severity) {
    case audit::Severity::Error: return Ink::Red;
    case audit::Severity::Warning: return Ink::Yellow;
    case audit::Severity::Advice: return Ink::Cyan;
  }
  return Ink::Plain;
}

std::string_view severity_text(audit::Severity severity, Language language) {
  return tr(language, audit::severity_chinese(severity), audit::severity_name(severity));
}

std::string_view format_text(Format format, Language language) {
  switch (format) {
    case Format::Pdf: return "PDF";
    case Format::Xlsx: return tr(language, "XLSX 表格", "XLSX");
    case Format::Docx: return tr(language, "DOCX 文档", "DOCX");
    case Format::Html: return tr(language, "HTML 网页", "HTML");
    case Format::PlainText: return tr(language, "纯文本", "plain text");
    case Format::Json: return tr(language, "JSON 记录", "JSON record");
    case Format::Xls: return tr(language, "XLS 表格", "XLS");
    case Format::Doc: return tr(language, "DOC 文档", "DOC");
    case Format::Wps: return tr(language, "WPS 文档", "WPS");
    case Format::Image: return tr(language, "图片", "picture");
    case Format::Unknown: break;
  }
  return tr(language, "未知格式", "unknown format");
}

std::string_view kind_text(FormKind kind, Language language) {
  switch (kind) {
    case FormKind::SelfEvaluation: return tr(language, "项目支出绩效自评表", "self-evaluation");
    case FormKind::TargetDeclaration: return tr(language, "绩效目标申报表", "target declaration");
    case FormKind::DepartmentOverall: return tr(language, "部门整体支出绩效自评表", "department overall");
    case FormKind::Monitoring: return tr(language, "绩效运行监控表", "monitoring");
    case FormKind::Review: return tr(language, "绩效自评复核表", "review");
  }
  return "";
}

std::string error_line(const Error& error, Language language) {
  const bool chinese = language == Language::Chinese;
  const std::string_view sentence = tr(language, error.clerk, error.english);
  const std::string_view colon = chinese ? "：" : ": ";
  std::string out;
  // A sentence may already begin with its file (policy files: "file:line:column").
  if (!error.file.empty() && !starts_with(sentence, error.file)) out.append(error.file).append(colon);
  if (!error.place.empty() && !contains(sentence, error.place) && !starts_with(sentence, error.file + ":")) {
    out.append(error.place).append(colon);
  }
  out.append(sentence.empty() ? std::string_view(error.detail) : sentence);
  std::string line = printable(out);
  for (char& c : line) c = c == '\n' ? ' ' : c;
  return line;
}

}  // namespace jiheng
