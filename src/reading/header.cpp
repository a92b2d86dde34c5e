#include "reading/header.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "form/number.h"
#include "reading/funds.h"
#include "reading/money_unit.h"

namespace jiheng {
namespace {

constexpr float kReporterConfidence = 0.7F;  // a reporting body may be the department or the unit
constexpr float kCodeConfidence = 0.6F;      // a body named without a label

bool any_in(const std::vector<std::string>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(), [text](const std::string& word) { return contains(text, word); });
}

FormKind kind_of_title(std::string_view title, const Wording& wording) {
  const std::string key = key_of(title);
  if (any_in(wording.review_words, key) && !contains(key, "自评")) return FormKind::Review;
  if (any_in(wording.monitoring_words, key)) return FormKind::Monitoring;
  if (any_in(wording.declaration_words, key) && !contains(key, "自评")) return FormKind::TargetDeclaration;
  if (any_in(wording.overall_words, key)) return FormKind::DepartmentOverall;
  return FormKind::SelfEvaluation;
}

// Sets a field once: the first printed place wins, an empty one is replaced.
template <class T>
void set(Field<T>& field, std::string text, const Location& where, float confidence = 1.0F) {
  if (field.exists && !field.empty()) return;
  field = Field<T>(std::move(text), where, confidence);
}

// The year of "(2023年度)", "2023 年度", "2023年"; not of a date or a document number.
std::optional<std::string> printed_year(std::string_view text) {
  const std::string key = key_of(text);
  for (std::size_t at = key.find("20"); at != std::string::npos; at = key.find("20", at + 1)) {
    if (at + 4 > key.size()) break;
    const std::string_view digits = std::string_view(key).substr(at, 4);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) continue;
    if (at > 0 && key[at - 1] >= '0' && key[at - 1] <= '9') continue;
    const std::string_view rest = std::string_view(key).substr(at + 4);
    if (starts_with(rest, "年")) {
      // "2023年6月28日" is a date, unless the text is a title.
      std::string_view after = rest.substr(std::string_view("年").size());
      if (!after.empty() && after.front() >= '0' && after.front() <= '9') continue;
      return std::string(digits);
    }
    if (rest.empty() || rest.front() == ')') return std::string(digits);
  }
  return std::nullopt;
}

void set_label(Label label, std::string text, const Location& where, Draft& draft) {
  Form& form = draft.form;
  switch (label) {
    case Label::ProjectName: set(form.project_name, std::move(text), where); break;
    case Label::SuperiorProject: set(draft.superior_project, std::move(text), where); break;
    case Label::ProjectCode: set(form.project_code, std::move(text), where); break;
    case Label::Department: set(form.department, std::move(text), where); break;
    case Label::SuperiorDepartment: set(draft.superior, std::move(text), where); break;
    case Label::Unit: set(form.unit, std::move(text), where); break;
    case Label::Reporter: set(draft.reporter, std::move(text), where, kReporterConfidence); break;
    case Label::AmountUnitLabel: set(form.amount_unit, std::move(text), where); break;
    case Label::Year: set(form.year, printed_year(text + "年").value_or(""), where); break;
    case Label::Grade: set(form.grade, std::move(text), where); break;
    case Label::OverallScore: set(form.total_score, without_points_unit(std::move(text)), where); break;
    case Label::OtherHeader: break;
    default: break;
  }
}

// Labels of the form's margin that carry a value after a colon; the place of the colon or npos.
std::size_t colon_in(std::string_view text, std::size_t from) {
  const std::size_t ascii = text.find(':', from);
  const std::size_t wide = text.find("：", from);
  return std::min(ascii, wide);
}
std::size_t colon_length(std::string_view text, std::size_t at) {
  return text[at] == ':' ? 1 : std::string_view("：").size();
}

// "甲单位金额单位：万元", "年初预算数：350万元全年预算数：338万元" glued without space: cuts in front of the label that
// ends at a later colon. Names of amounts are common words, and are labels only behind an amount.
void split_glued_pairs(std::vector<std::string>& pieces, const Wording& wording) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string piece = pieces[i];
    const std::size_t first = colon_in(piece, 0);
    if (first == std::string::npos) continue;
    const std::size_t second = colon_in(piece, first + colon_length(piece, first));
    if (second == std::string::npos) continue;
    // The longest text in front of the second colon that is a label.
    const std::u32string between = to_utf32(std::string_view(piece).substr(0, second));
    const auto listed = [&wording](const std::string& label) {
      return wording.find_listed(Part::Header, label).has_value();
    };
    for (std::size_t size = std::min<std::size_t>(8, between.size()); size >= 2; --size) {
      const std::string label = to_utf8(std::u32string_view(between).substr(between.size() - size));
      if (second < label.size() || second - label.size() <= first) continue;
      const std::size_t from = first + colon_length(piece, first);
      const std::string_view value = trimmed(std::string_view(piece).substr(from, second - label.size() - from));
      if (!listed(label) && !(is_amount(value) && wording.find_listed(Part::FundsColumns, label))) continue;
      pieces[i] = piece.substr(0, second - label.size());
      pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, piece.substr(second - label.size()));
      break;
    }
  }
}

// "全年预算数：120", "年初设定目标：…": amounts and goals that stand in one cell with their label.
bool set_part_pair(const std::string& label_text, const std::string& value, const Location& where,
                   const Wording& wording, Draft& draft) {
  if (const auto goal = wording.find(Part::Goals, label_text)) {
    if (*goal == Label::GoalExpected) set(draft.form.goal_expected, value, where);
    if (*goal == Label::GoalActual) set(draft.form.goal_actual, value, where);
    return true;
  }
  const auto column = wording.find(Part::FundsColumns, label_text);
  if (!column || !is_amount(value)) return false;
  const auto set_cell = [&](FundsRow& row) {
    return visit_funds_cell(row, *column, [&](auto& field) { set(field, value, where); });
  };
  if (FundsRow* total = total_of(draft.form)) return set_cell(*total);
  FundsRow total;
  total.kind = FundsRowKind::Total;
  total.where = where;
  if (!set_cell(total)) return false;
  draft.form.funds.push_back(std::move(total));
  return true;
}

// "312001某县某局": a body by its code in the budget, without a label.
bool names_body_by_code(std::string_view piece) {
  std::size_t at = 0;
  while (at < piece.size() && piece[at] >= '0' && piece[at] <= '9') ++at;
  if (at < 6 || at > 12 || at >= piece.size() || length(piece) > 40) return false;
  return is_han(next_code_point(piece, at)) && !starts_with(piece.substr(at), "年");
}

// A line near the title: the year, "label：value" pairs, the unit of money. True if anything was known.
bool read_line(const std::string& text, const Location& where, const Wording& wording, Draft& draft) {
  bool known = false;
  if (!draft.form.year.exists && length(key_of(text)) <= 16) {
    if (const auto year = printed_year(text)) {
      draft.form.year = Field<int>(*year, where);
      known = true;
    }
  }
  if (read_inline_pairs(text, where, wording, draft)) return true;
  const std::string unit = amount_unit_only(text);
  if (!unit.empty()) set(draft.form.amount_unit, unit, where);
  return known || !unit.empty();
}

}  // namespace

std::string without_points_unit(std::string text) {
  static constexpr std::string_view kUnit = "分";
  if (ends_with(text, kUnit) && parse_number(std::string_view(text).substr(0, text.size() - kUnit.size()))) {
    text.erase(text.size() - kUnit.size());
  }
  return text;
}

bool read_inline_pairs(const std::string& text, const Location& where, const Wording& wording, Draft& draft) {
  // Pieces between wide gaps: "部门：甲中学　　　　金额单位：元".
  std::vector<std::string> pieces;
  std::string piece;
  int gap = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      gap += display_width(c);
      continue;
    }
    if (gap >= 2 && !piece.empty()) {
      pieces.push_back(piece);
      piece.clear();
    }
    gap = 0;
    piece.append(text, from, at - from);
  }
  if (!piece.empty()) pieces.push_back(piece);

  split_glued_pairs(pieces, wording);

  bool known = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t colon = colon_in(pieces[i], 0);
    if (colon == std::string::npos && names_body_by_code(pieces[i])) {
      set(draft.unit, pieces[i], where, kCodeConfidence);
      known = true;
    }
    if (colon == std::string::npos || colon == 0) continue;
    const std::string label_text = pieces[i].substr(0, colon);
    std::string value = pieces[i].substr(colon + colon_length(pieces[i], colon));
    // "单位：  万元" – the value may stand after the gap.
    if (value.empty() && i + 1 < pieces.size() && colon_in(pieces[i + 1], 0) == std::string::npos) value = pieces[++i];
    const std::string key = key_of(label_text);
    for (const std::string_view bracket : {")", "）"}) {
      if (ends_with(value, bracket) && !contains(value, "(") && !contains(value, "（"))
        value.erase(value.size() - bracket.size());
    }
    if (ends_with(key, "单位") && amount_unit_in(value) != AmountUnit::Unknown && length(value) <= 4) {
      set(draft.form.amount_unit, value, where);
      known = true;
      continue;
    }
    const auto label = wording.find(Part::Header, label_text);
    if (!label) {
      known = set_part_pair(label_text, value, where, wording, draft) || known;
      continue;
    }
    known = true;
    if (value.empty()) continue;
    // A bare 单位 or 部门 above a table names who reports, not who carries out the project.
    const bool reporter = *label == Label::Reporter || key == "单位" || key == "部门";
    if (reporter) {
      set(draft.reporter, value, where, kReporterConfidence);
    } else if (*label == Label::Unit) {
      set(draft.unit, value, where);
    } else if (*label == Label::Department) {
      set(draft.department, value, where);
    } else {
      set_label(*label, value, where, draft);
    }
  }
  return known;
}

void read_lines_in_row(TableView& table, int row, const Wording& wording, Draft& draft) {
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell) || table.claimed(*cell) || cell->text.size() > 200) continue;
    if (read_line(cell->text, table.where(*cell), wording, draft)) table.claim(*cell);
  }
}

void read_free_line(const FreeLine& line, const Wording& wording, Draft& draft) {
  read_line(line.text, line.where, wording, draft);
}

void read_lines(const Region& region, const Wording& wording, Draft& draft) {
  Form& form = draft.form;
  std::size_t title_at = region.before.size();
  for (std::size_t i = region.before.size(); i-- > 0;) {
    if (wording.is_title(region.before[i].text)) {
      title_at = i;
      break;
    }
  }
  if (title_at < region.before.size()) {
    const FreeLine& line = region.before[title_at];
    form.title = TextField(joined_lines(line.text), line.where);
    form.kind = kind_of_title(line.text, wording);
    if (const auto year = printed_year(line.text)) form.year = Field<int>(*year, line.where);
  }
  // Lines above the last title belong to what came before, but for those directly above it.
  const std::size_t first = title_at < region.before.size() ? title_at + 1 : 0;
  for (std::size_t i = first; i < region.before.size(); ++i) {
    read_line(region.before[i].text, region.before[i].where, wording, draft);
  }
  for (const FreeLine& line : region.after) {
    const std::string text(trimmed(line.text));
    const auto starts = [&text](const std::string& word) { return starts_with(text, word); };
    if (!std::any_of(wording.remark_starts.begin(), wording.remark_starts.end(), starts)) continue;
    form.unclaimed.push_back({"", text, line.where});
  }
}

bool read_header_row(TableView& table, int row, const Wording& wording, Draft& draft) {
  bool any = false;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || table.claimed(*cell) || TableView::blank(*cell)) continue;
    const Label label = table.label(*cell, Part::Header);
    if (label == Label::None) {
      if (colon_in(cell->text, 0) != std::string::npos && cell->text.size() < 300 &&
          read_inline_pairs(cell->text, table.where(*cell), wording, draft)) {
        any = true;
        table.claim(*cell);
      }
      continue;
    }
    any = true;
    table.claim(*cell);
    const Cell* value = table.right_of(*cell, row);
    const bool taken = value == nullptr || value->row > row || table.claimed(*value) ||
                       table.label(*value, Part::Header) != Label::None;
    if (label == Label::OtherHeader) {
      if (!taken && !TableView::blank(*value)) {
        draft.form.unclaimed.push_back({TableView::text_of(*cell), TableView::text_of(*value), table.where(*value)});
        table.claim(*value);
      }
      continue;
    }
    if (label == Label::ShortProjectName) {  // 项目 names much else
      if (taken || table.is_label(*value) || parse_number(value->text)) continue;
      table.claim(*value);
      set(draft.form.project_name, TableView::text_of(*value), table.where(*value));
      continue;
    }
    if (!taken) table.claim(*value);
    set_label(label, taken ? std::string() : TableView::text_of(*value), table.where(taken ? *cell : *value), draft);
  }
  return any;
}

// The unit that the amounts carry themselves.
static void set_unit_of_amounts(Form& form) {
  for (const FundsRow& row : form.funds) {
    for (const auto* amount : {&row.initial, &row.adjusted, &row.executed}) {
      const std::string_view number = without_money_unit(amount->printed);
      if (number.size() == amount->printed.size() || !parse_number(number)) continue;
      form.amount_unit = Field<AmountUnit>(amount->printed.substr(number.size()), amount->where);
      return;
    }
  }
}

// "自评总分：97.35" below the last table.
static void find_score_below(const Region& region, const Wording& wording, Form& form) {
  for (const FreeLine& line : region.after) {
    Draft below;
    read_inline_pairs(line.text, line.where, wording, below);
    if (below.form.project_name.exists) return;  // another form begins
    if (parse_points(below.form.total_score.printed)) {
      form.total_score = below.form.total_score;
      return;
    }
  }
}

void complete_header(const Region& region, const Wording& wording, Draft& draft) {
  Form& form = draft.form;
  if (form.total_score.empty()) find_score_below(region, wording, form);
  // 单位名称 and 部门 above the table name the reporting body: the department where no other is named.
  if (form.unit.empty() && !draft.unit.empty()) form.unit = draft.unit;
  if (form.department.empty() && !draft.department.empty()) form.department = draft.department;
  if (form.project_name.empty() && !draft.superior_project.empty()) form.project_name = draft.superior_project;
  if (form.department.empty() && !draft.superior.empty()) form.department = draft.superior;
  if (!draft.reporter.empty()) {
    if (!form.department.exists) {
      form.department = draft.reporter;
    } else if (!form.unit.exists) {
      form.unit = draft.reporter;
    }
  }
  // "51000021R000000019951-工资性支出": platforms print the code in front of the name.
  if (form.project_name.exists && !form.project_code.exists) {
    const std::string& name = form.project_name.printed;
    std::size_t digits = 0;
    while (digits < name.size() &&
           ((name[digits] >= '0' && name[digits] <= '9') || (name[digits] >= 'A' && name[digits] <= 'Z'))) {
      ++digits;
    }
    if (digits >= 10 && digits < name.size() && name[digits] == '-') {
      form.project_code = TextField(name.substr(0, digits), form.project_name.where);
    }
  }
  if (form.amount_unit.exists && !form.amount_unit.empty()) return;
  set_unit_of_amounts(form);
  if (form.amount_unit.exists) return;
  for (const Slice& slice : region.slices) {
    bool below_indicators = false;
    for (int row = slice.begin; row < slice.end; ++row) {
      // Indicators have units of their own; funds below them name theirs in the header.
      below_indicators = below_indicators || is_indicator_header(*slice.table, row);
      if (below_indicators && !is_funds_header(*slice.table, row)) continue;
      for (const Cell* cell : slice.table->cells_of(row)) {
        // A label with the unit in brackets; longer texts speak of amounts themselves.
        if (cell->row != row || length(cell->text) > 24) continue;
        const std::string unit = amount_unit_only(cell->text);
        if (unit.empty()) continue;
        form.amount_unit = Field<AmountUnit>(unit, slice.table->where(*cell));
        return;
      }
    }
  }
}

}  // namespace jiheng
