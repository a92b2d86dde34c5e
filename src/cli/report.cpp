#include "cli/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/phrases.h"
#include "core/text.h"
#include "form/form_json.h"

namespace jiheng {
namespace {

using audit::Finding;
using audit::Severity;

constexpr std::array kBySeverity = {Severity::Error, Severity::Warning, Severity::Advice};
constexpr std::size_t kPlacesShown = 4;  ///< of one finding
constexpr int kFindingIndent = 10;       ///< "  ■ S302  "

/// Puts lines together; knows page and language.
class Writer {
 public:
  explicit Writer(const ReportStyle& style) : style_(style) {}

  std::string_view tr(std::string_view chinese, std::string_view english) const {
    return jiheng::tr(style_.language, chinese, english);
  }
  std::string ink(Ink ink, std::string_view text) const { return inked(style_.page, ink, text); }
  int width() const { return style_.page.width; }
  Language language() const { return style_.language; }
  bool all() const { return style_.all; }
  /// "算法  ", "Working  ".
  int label_width() const { return style_.language == Language::Chinese ? 6 : 9; }

  void line(std::string_view text = "") { out_.append(text).append("\n"); }
  /// Left and right on one line; the right goes on a line of its own where both do not fit.
  void line_with_end(const std::string& left, Ink left_ink, const std::string& right) {
    const int room = width() - display_width(right) - 2;
    if (display_width(left) <= room) {
      line(ink(left_ink, padded(left, room + 2)) + ink(Ink::Dim, right));
    } else {
      for (const std::string& piece : wrapped(left, width())) line(ink(left_ink, piece));
      line(ink(Ink::Dim, padded_left(right, width())));
    }
  }
  /// A label and its text, wrapped, the following lines under the text.
  void labelled(int indent, std::string_view label, std::string_view text, Ink text_ink = Ink::Plain) {
    if (text.empty()) return;
    const int label_width = this->label_width();
    const std::string shown = printable(text);
    const std::vector<std::string> lines = wrapped(shown, width() - indent - label_width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string front(static_cast<std::size_t>(indent + (i == 0 ? 0 : label_width)), ' ');
      line(front + (i == 0 ? ink(Ink::Dim, padded(label, label_width)) : "") + ink(text_ink, lines[i]));
    }
  }
  std::string take() { return std::move(out_); }

 private:
  const ReportStyle& style_;
  std::string out_;
};

std::string points(const std::optional<Points>& value) {
  return value ? value->amount.to_string() : "—";
}

std::string counts_text(const std::array<int, 3>& findings, const Writer& writer) {
  std::string out;
  for (const Severity severity : kBySeverity) {
    const int count = findings[static_cast<std::size_t>(severity)];
    if (!out.empty()) out += "  ";
    const std::string text =
        fmt::format("{} {} {}", mark_of(severity), count, severity_text(severity, writer.language()));
    out += writer.ink(count > 0 ? ink_of(severity) : Ink::Dim, text);
  }
  return out;
}

std::array<int, 3> count_findings(const ExaminedForm& examined) {
  std::array<int, 3> counts{};
  for (const Finding& finding : examined.findings) {
    if (finding.applicable) ++counts[static_cast<std::size_t>(finding.severity)];
  }
  return counts;
}

void document_header(const Examination& examination, Writer& writer) {
  std::string about(format_text(examination.format, writer.language()));
  if (examination.pages > 0) {
    const bool sheets = examination.format == Format::Xlsx || examination.format == Format::Xls;
    about += fmt::format(
        fmt::runtime(sheets ? writer.tr(" · {} 个工作表", " · sheets: {}") : writer.tr(" · {} 页", " · pages: {}")),
        examination.pages);
  }
  about += fmt::format(fmt::runtime(writer.tr(" · {} 份表", " · forms: {}")), examination.forms.size());
  writer.line_with_end(printable(examination.file), Ink::Bold, about);
  writer.line(writer.ink(Ink::Dim, repeated("━", writer.width())));
  for (const std::string& note : examination.notes) writer.labelled(0, writer.tr("说明", "Note"), note);
}

/// Printed against expected points.
std::string total_text(const Scorecard& card, const Writer& writer) {
  const std::string given =
      card.printed_total ? card.printed_total->amount.to_string() : std::string(writer.tr("未填", "none"));
  std::string expected = card.total.amount.to_string();
  if (!card.complete && card.lines.empty()) return std::string(writer.tr("本表不计分", "this form has no points"));
  const bool same = card.printed_total && *card.printed_total == card.total;
  std::string out =
      fmt::format("{} {} → {} {}", writer.tr("自评", "printed"), given, writer.tr("按规则", "by the rules"), expected);
  if (!(card.total_low == card.total_high)) {
    out +=
        fmt::format(fmt::runtime(writer.tr("（定性指标有裁量，{}～{}）", " (qualitative lines leave room: {} to {})")),
                    card.total_low.amount.to_string(), card.total_high.amount.to_string());
  }
  if (!card.grade.empty()) out += fmt::format("{}{}", writer.tr("  等级 ", "  grade "), card.grade);
  if (!card.complete) out += writer.tr("  部分行无法判断", "  some lines cannot be judged");
  return writer.ink(same ? Ink::Plain : Ink::Bold, out);
}

void form_header(const ExaminedForm& examined, std::size_t number, Writer& writer) {
  const Form& form = examined.form;
  std::string about(kind_text(form.kind, writer.language()));
  if (form.year.value) about += fmt::format(fmt::runtime(writer.tr(" · {} 年度", " · {}")), *form.year.value);
  const std::string name = form.project_name.empty() ? std::string(writer.tr("（未填项目名称）", "(no project name)"))
                                                     : printable(joined_lines(form.project_name.printed));
  writer.line();
  writer.line_with_end(fmt::format("{}. {}", number, name), Ink::Bold, about);
  writer.labelled(3, writer.tr("单位", "Unit"),
                  form.unit.printed.empty() ? form.department.printed : form.unit.printed);
  if (!form.unit.printed.empty() && form.department.printed != form.unit.printed) {
    writer.labelled(3, writer.tr("主管", "Dept"), form.department.printed);
  }
  if (examined.policy != nullptr) {
    writer.labelled(3, writer.tr("政策", "Policy"),
                    fmt::format("{}（{}）", examined.policy->title, examined.policy->id));
    const std::string label(writer.tr("得分", "Points"));
    writer.line("   " + writer.ink(Ink::Dim, padded(label, writer.label_width())) +
                total_text(examined.scorecard, writer));
  }
}

void finding_lines(const Form& form, const Finding& finding, Writer& writer) {
  const std::string mark = finding.applicable ? std::string(mark_of(finding.severity)) : "·";
  const std::string head = fmt::format("  {} {}", mark, finding.rule);
  const std::vector<std::string> lines =
      wrapped(printable(say(finding.message, writer.language())), writer.width() - kFindingIndent);
  const Ink ink = finding.applicable ? ink_of(finding.severity) : Ink::Dim;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    writer.line((i == 0 ? writer.ink(ink, padded(head, kFindingIndent)) : std::string(kFindingIndent, ' ')) +
                writer.ink(finding.applicable ? Ink::Bold : Ink::Dim, lines[i]));
  }
  writer.labelled(kFindingIndent, writer.tr("位置", "Where"),
                  places_text(shown_places(form, finding), kPlacesShown, writer.language()));
  writer.labelled(kFindingIndent, writer.tr("算法", "Working"), say(finding.working, writer.language()));
  writer.labelled(kFindingIndent, writer.tr("改法", "Fix"), say(finding.fix, writer.language()));
  if (const audit::Rule* rule = audit::find_rule(finding.rule); rule != nullptr && finding.applicable) {
    writer.labelled(kFindingIndent, writer.tr("依据", "Source"), rule->citation, Ink::Dim);
  }
}

void findings_by_severity(const ExaminedForm& examined, Writer& writer) {
  const std::array<int, 3> counts = count_findings(examined);
  if (std::all_of(counts.begin(), counts.end(), [](int count) { return count == 0; })) {
    writer.line("   " + writer.ink(Ink::Green, writer.tr("✓ 未发现问题", "✓ no findings")));
  } else {
    const std::string label(writer.tr("发现", "Found"));
    writer.line("   " + writer.ink(Ink::Dim, padded(label, writer.label_width())) + counts_text(counts, writer));
  }
  for (const Severity severity : kBySeverity) {
    if (counts[static_cast<std::size_t>(severity)] == 0) continue;
    for (const Finding& finding : examined.findings) {
      if (!finding.applicable || finding.severity != severity) continue;
      writer.line();
      finding_lines(examined.form, finding, writer);
    }
  }
}

/// What the reader was not certain of, and what it could not place. In full with --all.
void reading_notes(const ExaminedForm& examined, Writer& writer) {
  const Form& form = examined.form;
  const std::vector<std::string> unsure = unsure_paths(form);
  const auto not_judged = std::count_if(examined.findings.begin(), examined.findings.end(),
                                        [](const Finding& finding) { return !finding.applicable; });
  if (unsure.empty() && form.unclaimed.empty() && not_judged == 0) return;
  writer.line();
  if (!writer.all()) {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view zh, std::string_view en) {
      if (count > 0) parts.push_back(fmt::format(fmt::runtime(writer.tr(zh, en)), count));
    };
    add(unsure.size(), "{} 个栏目读取存疑，请核对原件", "{} fields read with doubt: compare them with the paper");
    add(form.unclaimed.size(), "{} 个单元格未归入任何栏目", "{} cells belong to no field");
    add(static_cast<std::size_t>(not_judged), "{} 项无法判断", "{} checks cannot be judged");
    writer.labelled(
        3, writer.tr("另有", "Also"),
        fmt::format("{}{}", fmt::join(parts, writer.tr("；", "; ")), writer.tr("（用 --all 查看）", " (see --all)")),
        Ink::Dim);
    return;
  }
  for (const Finding& finding : examined.findings) {
    if (!finding.applicable) finding_lines(examined.form, finding, writer);
  }
  if (!unsure.empty()) {
    writer.labelled(3, writer.tr("存疑", "Unsure"), fmt::format("{}", fmt::join(unsure, writer.tr("、", ", "))));
  }
  for (const Unclaimed& cell : form.unclaimed) {
    const std::string where = place_text(cell.where, writer.language());
    writer.labelled(
        3, writer.tr("未归", "Extra"),
        fmt::format("{}{}{}{}", cell.label, cell.label.empty() ? "" : writer.tr("：", ": "), joined_lines(cell.text),
                    where.empty() ? "" : fmt::format(fmt::runtime(writer.tr("（{}）", " ({})")), where)));
  }
  for (const Problem& problem : form.problems) writer.labelled(3, writer.tr("读取", "Reading"), problem.message);
}

/// "0.80", "1.60～2", "—".
std::string expected_points(const ScoreLine& line) {
  if (!line.low || !line.high) return "—";
  return line.exact() ? points(line.low) : points(line.low) + "～" + points(line.high);
}

/// Does the printed score lie where it should?
bool as_expected(const ScoreLine& line) {
  if (!line.printed || !line.low || !line.high) return !line.printed && !line.low;
  return *line.low <= *line.printed && *line.printed <= *line.high;
}

void score_table(const Form& form, const Scorecard& card, Writer& writer) {
  constexpr int kPoints = 8, kExpected = 12;
  const int name_width = std::clamp((writer.width() - 3 - 2 * kPoints - kExpected) * 45 / 100, 14, 36);
  const int working_width = writer.width() - 3 - name_width - 2 * kPoints - kExpected - 3;
  const auto row = [&](std::string_view name, std::string_view weight, std::string_view printed,
                       std::string_view expected, std::string_view mark, std::string_view working, Ink ink) {
    const std::vector<std::string> lines = wrapped(working, std::max(working_width, 16));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string front = i == 0
                                    ? padded(shortened(name, name_width), name_width) + padded_left(weight, kPoints) +
                                          padded_left(printed, kPoints) + padded_left(expected, kExpected)
                                    : std::string(static_cast<std::size_t>(name_width + 2 * kPoints + kExpected), ' ');
      writer.line("   " + writer.ink(ink, front + " " + padded(i == 0 ? mark : "", 2)) + lines[i]);
    }
  };
  writer.line();
  row(writer.tr("指标", "Line"), writer.tr("分值", "Weight"), writer.tr("自评", "Printed"),
      writer.tr("应得", "Expected"), "", writer.tr("算法", "Working"), Ink::Dim);
  for (const ScoreLine& line : card.lines) {
    const bool good = as_expected(line);
    row(printable(name_of(line, form)), points(line.weight), points(line.printed), expected_points(line),
        good ? "" : "≠", printable(tr(writer.language(), line.working, line.working_en)), good ? Ink::Plain : Ink::Red);
  }
  const std::string expected = card.total_low == card.total_high
                                   ? card.total.amount.to_string()
                                   : card.total_low.amount.to_string() + "～" + card.total_high.amount.to_string();
  row(writer.tr("合计", "Total"), "", points(card.printed_total), expected, "", "", Ink::Bold);
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  forms += other.forms;
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
  return *this;
}

Tally tally_of(const Examination& examination) {
  Tally tally;
  tally.forms = static_cast<int>(examination.forms.size());
  for (const ExaminedForm& examined : examination.forms) {
    const std::array<int, 3> counts = count_findings(examined);
    for (std::size_t i = 0; i < counts.size(); ++i) tally.findings[i] += counts[i];
  }
  return tally;
}

std::string check_report(const Examination& examination, const ReportStyle& style) {
  Writer writer(style);
  document_header(examination, writer);
  for (std::size_t i = 0; i < examination.forms.size(); ++i) {
    form_header(examination.forms[i], i + 1, writer);
    findings_by_severity(examination.forms[i], writer);
    reading_notes(examination.forms[i], writer);
  }
  writer.line();
  return writer.take();
}

std::string score_report(const Examination& examination, const ReportStyle& style) {
  Writer writer(style);
  document_header(examination, writer);
  for (std::size_t i = 0; i < examination.forms.size(); ++i) {
    form_header(examination.forms[i], i + 1, writer);
    writer.labelled(3, writer.tr("依据", "Source"), examination.forms[i].scorecard.citation, Ink::Dim);
    score_table(examination.forms[i].form, examination.forms[i].scorecard, writer);
  }
  writer.line();
  return writer.take();
}

std::string summary_line(int documents, int failed, const Tally& tally, const ReportStyle& style) {
  const Writer writer(style);
  std::string out =
      fmt::format(fmt::runtime(writer.tr("共 {} 个文件、{} 份表：", "Files {}, forms {}: ")), documents, tally.forms);
  out += counts_text(tally.findings, writer);
  if (failed > 0) {
    out += "  " +
           writer.ink(Ink::Red, fmt::format(fmt::runtime(writer.tr("✗ {} 个文件未能读取", "✗ not read: {}")), failed));
  }
  return out + "\n";
}

}  // namespace jiheng
