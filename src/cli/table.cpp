#include "cli/table.h"

#include <algorithm>
#include <array>

#include "cli/bytes.h"
#include "cli/phrases.h"
#include "core/text.h"
#include "form/form_json.h"

namespace jiheng {
namespace {

struct Column {
  std::string_view chinese, english;
};

constexpr std::array kFormColumns = {
    Column{"文件", "file"},
    Column{"序号", "form"},
    Column{"表种", "kind"},
    Column{"标题", "title"},
    Column{"年度", "year"},
    Column{"项目名称", "project_name"},
    Column{"项目编码", "project_code"},
    Column{"主管部门", "department"},
    Column{"实施单位", "unit"},
    Column{"金额单位", "amount_unit"},
};
constexpr std::array kFundsColumns = {
    Column{"年初预算数", "initial"},    Column{"全年预算数", "adjusted"}, Column{"全年执行数", "executed"},
    Column{"资金分值", "funds_weight"}, Column{"执行率", "rate"},         Column{"资金得分", "funds_score"},
};
constexpr std::array kTailColumns = {
    Column{"预期目标", "goal_expected"}, Column{"实际完成情况", "goal_actual"}, Column{"总分分值", "total_weight"},
    Column{"总分", "total_score"},       Column{"自评等级", "grade"},
};
constexpr std::array kIndicatorColumns = {
    Column{"行", "row"},        Column{"一级指标", "l1"},       Column{"二级指标", "l2"},
    Column{"三级指标", "l3"},   Column{"年度指标值", "target"}, Column{"实际完成值", "actual"},
    Column{"分值", "weight"},   Column{"得分", "score"},        Column{"偏差原因及改进措施", "note"},
    Column{"位置", "location"},
};

template <class Columns>
void add_head(std::vector<std::string>& head, const Columns& columns, Language language) {
  for (const Column& column : columns) head.emplace_back(tr(language, column.chinese, column.english));
}

using Row = std::vector<std::string>;

Row form_cells(const std::string& file, std::size_t number, const Form& form, Language language) {
  return {file,
          std::to_string(number),
          std::string(kind_text(form.kind, language)),
          form.title.printed,
          form.year.value ? std::to_string(*form.year.value) : form.year.printed,
          form.project_name.printed,
          form.project_code.printed,
          form.department.printed,
          form.unit.printed,
          form.amount_unit.value ? std::string(name_of(*form.amount_unit.value)) : form.amount_unit.printed};
}

void append_funds(Row& row, const FundsRow* funds) {
  static const FundsRow kNone;
  const FundsRow& from = funds != nullptr ? *funds : kNone;
  for (const std::string* cell : {&from.initial.printed, &from.adjusted.printed, &from.executed.printed,
                                  &from.weight.printed, &from.rate.printed, &from.score.printed}) {
    row.push_back(*cell);
  }
}

void append_tail(Row& row, const Form& form) {
  for (const std::string* cell : {&form.goal_expected.printed, &form.goal_actual.printed, &form.total_weight.printed,
                                  &form.total_score.printed, &form.grade.printed}) {
    row.push_back(*cell);
  }
}

void append_indicator(Row& row, std::size_t number, const Indicator& indicator, Language language) {
  row.push_back(std::to_string(number));
  for (const std::string* cell :
       {&indicator.l1.printed, &indicator.l2.printed, &indicator.l3.printed, &indicator.target.printed,
        &indicator.actual.printed, &indicator.weight.printed, &indicator.score.printed, &indicator.note.printed}) {
    row.push_back(*cell);
  }
  row.push_back(place_text(indicator.where.known() ? indicator.where : indicator.l3.where, language));
}

std::string funds_label(const FundsRow& row) {
  if (!row.label.empty()) return row.label;
  const std::string_view name = name_of(row.kind);
  return name.empty() ? record_key(row) : std::string(name);
}

/// Would a spreadsheet run it? A target such as "=28人" or "-5%" is none of these.
bool is_formula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
  return text.find_first_of("(|!") != std::string_view::npos || text.front() == '@' || text.front() == '\t' ||
         text.front() == '\r';
}

std::string csv_cell(const std::string& text) {
  std::string safe = is_formula(text) ? "'" + text : text;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

std::string csv_line(const Row& row) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(row[i]);
  return line + "\r\n";
}

}  // namespace

Table flat_table(const std::vector<const Examination*>& documents, Language language) {
  Table table{"records", {}, {}};
  add_head(table.head, kFormColumns, language);
  add_head(table.head, kFundsColumns, language);
  add_head(table.head, kTailColumns, language);
  add_head(table.head, kIndicatorColumns, language);
  for (const Examination* document : documents) {
    for (std::size_t at = 0; at < document->forms.size(); ++at) {
      const Form& form = document->forms[at].form;
      Row start = form_cells(document->file, at + 1, form, language);
      append_funds(start, form.funds_row(FundsRowKind::Total));
      append_tail(start, form);
      if (form.indicators.empty()) {
        start.resize(table.head.size());
        table.rows.push_back(std::move(start));
        continue;
      }
      for (std::size_t i = 0; i < form.indicators.size(); ++i) {
        Row row = start;
        append_indicator(row, i + 1, form.indicators[i], language);
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

std::vector<Table> record_tables(const Examination& document, Language language) {
  Table forms{std::string(tr(language, "项目", "forms")), {}, {}};
  Table funds{std::string(tr(language, "资金", "funds")), {}, {}};
  Table indicators{std::string(tr(language, "指标", "indicators")), {}, {}};
  add_head(forms.head, kFormColumns, language);
  add_head(forms.head, kFundsColumns, language);
  add_head(forms.head, kTailColumns, language);
  forms.head.emplace_back(tr(language, "读取存疑", "unsure"));
  const std::vector<std::string> key = {std::string(tr(language, "文件", "file")),
                                        std::string(tr(language, "序号", "form")),
                                        std::string(tr(language, "项目名称", "project_name"))};
  funds.head = indicators.head = key;
  funds.head.emplace_back(tr(language, "资金", "funds"));
  add_head(funds.head, kFundsColumns, language);
  add_head(indicators.head, kIndicatorColumns, language);
  for (std::size_t at = 0; at < document.forms.size(); ++at) {
    const Form& form = document.forms[at].form;
    Row row = form_cells(document.file, at + 1, form, language);
    append_funds(row, form.funds_row(FundsRowKind::Total));
    append_tail(row, form);
    std::string unsure;
    for (const std::string& path : unsure_paths(form)) unsure += (unsure.empty() ? "" : ", ") + path;
    row.push_back(std::move(unsure));
    forms.rows.push_back(std::move(row));
    const Row start = {document.file, std::to_string(at + 1), form.project_name.printed};
    for (const FundsRow& line : form.funds) {
      Row cells = start;
      cells.push_back(funds_label(line));
      append_funds(cells, &line);
      funds.rows.push_back(std::move(cells));
    }
    for (std::size_t i = 0; i < form.indicators.size(); ++i) {
      Row cells = start;
      append_indicator(cells, i + 1, form.indicators[i], language);
      indicators.rows.push_back(std::move(cells));
    }
  }
  return {std::move(forms), std::move(funds), std::move(indicators)};
}

std::string csv_text(const Table& table, bool with_head) {
  std::string out;
  if (with_head) out = "\xEF\xBB\xBF" + csv_line(table.head);
  for (const Row& row : table.rows) out += csv_line(row);
  return out;
}

std::string packed(const std::vector<Table>& tables) {
  ByteWriter out;
  const auto add_row = [&out](const Row& row) {
    out.number(row.size());
    for (const std::string& cell : row) out.text(cell);
  };
  out.number(tables.size());
  for (const Table& table : tables) {
    out.text(table.name);
    add_row(table.head);
    out.number(table.rows.size());
    for (const Row& row : table.rows) add_row(row);
  }
  return out.take();
}

std::vector<Table> unpacked(std::string_view bytes) {
  ByteReader in(bytes);
  const auto take_row = [&in] {
    Row row;
    for (std::uint64_t left = in.number(); left > 0; --left) row.push_back(in.text());
    return row;
  };
  std::vector<Table> tables;
  for (std::uint64_t left = in.number(); left > 0; --left) {
    Table table;
    table.name = in.text();
    table.head = take_row();
    for (std::uint64_t rows = in.number(); rows > 0; --rows) table.rows.push_back(take_row());
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace jiheng
