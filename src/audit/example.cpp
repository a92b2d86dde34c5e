#include "audit/example.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "core/text.h"
#include "scoring/scorecard.h"

namespace jiheng::audit {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 4> kFirstLevels = {
    {{"产出", "产出指标"}, {"效益", "效益指标"}, {"满意度", "满意度指标"}, {"成本", "成本指标"}}};

constexpr std::array<Pair, 9> kSecondLevels = {{{"数量", "数量指标"},
                                                {"质量", "质量指标"},
                                                {"时效", "时效指标"},
                                                {"成本", "成本指标"},
                                                {"社会", "社会效益指标"},
                                                {"经济", "经济效益指标"},
                                                {"生态", "生态效益指标"},
                                                {"可持续", "可持续影响指标"},
                                                {"服务对象", "服务对象满意度指标"}}};

constexpr std::array<Pair, 3> kCostLevels = {
    {{"经济", "经济成本指标"}, {"社会", "社会成本指标"}, {"生态", "生态环境成本指标"}}};

template <std::size_t N>
std::string_view written_out(std::string_view shorthand, const std::array<Pair, N>& names) {
  for (const auto& [shorter, full] : names) {
    if (shorter == shorthand) return full;
  }
  return shorthand;
}

[[noreturn]] void refuse(std::string_view line, std::string_view why) {
  throw std::logic_error("example: " + std::string(why) + ": " + std::string(line));
}

// The first word of `text`, which is moved past it and the spaces behind it.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0;;) {
    const std::size_t to = text.find(separator, from);
    parts.push_back(trimmed(text.substr(from, to == std::string_view::npos ? to : to - from)));
    if (to == std::string_view::npos) return parts;
    from = to + separator.size();
  }
}

// Puts a cell of the notation into a field.
template <class T>
void put(Field<T>& field, std::string_view cell) {
  if (cell == "_") return;
  field = Field<T>(cell == "-" ? std::string() : std::string(cell), Location{});
}

std::string with_breaks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "\\n") {
      out.push_back('\n');
      ++at;
    } else {
      out.push_back(text[at]);
    }
  }
  return out;
}

FormKind kind_of(std::string_view word, std::string_view line) {
  if (word == "self") return FormKind::SelfEvaluation;
  if (word == "declaration") return FormKind::TargetDeclaration;
  if (word == "department") return FormKind::DepartmentOverall;
  if (word == "monitoring") return FormKind::Monitoring;
  if (word == "review") return FormKind::Review;
  refuse(line, "unknown kind");
}

void read_funds(Form& form, std::string_view rest, std::string_view line) {
  constexpr std::array<std::pair<std::string_view, FundsRowKind>, 7> kRows = {{
      {"total", FundsRowKind::Total},
      {"grant", FundsRowKind::CurrentYearGrant},
      {"carry_over", FundsRowKind::CarryOver},
      {"other", FundsRowKind::Other},
      {"project_total", FundsRowKind::ProjectTotal},
      {"project_grant", FundsRowKind::ProjectGrant},
      {"project_other", FundsRowKind::ProjectOther},
  }};
  const std::string_view label = take_word(rest);
  if (label.empty()) refuse(line, "funds without a row");
  FundsRow row;
  row.label = label;
  for (const auto& [word, kind] : kRows) {
    if (word == label) row.kind = kind;
  }
  put(row.initial, rest.empty() ? "_" : take_word(rest));
  put(row.adjusted, rest.empty() ? "_" : take_word(rest));
  put(row.executed, rest.empty() ? "_" : take_word(rest));
  put(row.weight, rest.empty() ? "_" : take_word(rest));
  put(row.rate, rest.empty() ? "_" : take_word(rest));
  put(row.score, rest.empty() ? "_" : take_word(rest));
  if (!rest.empty()) refuse(line, "too many cells in a funds row");
  form.funds.push_back(std::move(row));
}

void read_indicator(Form& form, std::string_view levels, std::string_view rest, std::string_view line) {
  const std::size_t slash = levels.find('/');
  const std::string_view first = written_out(levels.substr(0, slash), kFirstLevels);
  std::string_view second = levels.substr(slash + 1);
  second = first == "成本指标" ? written_out(second, kCostLevels) : second;
  second = written_out(second, kSecondLevels);
  std::vector<std::string_view> cells = split(rest, "|");
  if (cells.size() > 7) refuse(line, "too many cells in an indicator");
  if (cells.size() < 6) cells.resize(6, "-");
  Indicator row;
  put(row.l1, first);
  put(row.l2, second);
  put(row.l3, cells[0].empty() ? "-" : cells[0]);
  put(row.target, cells[1]);
  put(row.actual, cells[2]);
  put(row.weight, cells[3]);
  put(row.score, cells[4]);
  put(row.note, cells[5]);
  if (cells.size() > 6) put(row.unit, cells[6]);
  form.indicators.push_back(std::move(row));
}

void read_total(Form& form, std::string_view rest, std::string_view line) {
  put(form.total_weight, take_word(rest));
  if (!rest.empty()) put(form.total_score, take_word(rest));
  if (!rest.empty()) put(form.grade, take_word(rest));
  if (!rest.empty()) refuse(line, "too many cells in the total");
}

// One header statement; false when the first word is none.
bool read_statement(Form& form, std::string_view statement, std::string_view line) {
  std::string_view rest = statement;
  const std::string_view word = take_word(rest);
  if (word == "kind")
    form.kind = kind_of(rest, line);
  else if (word == "title")
    put(form.title, rest);
  else if (word == "name")
    put(form.project_name, rest);
  else if (word == "code")
    put(form.project_code, rest);
  else if (word == "department")
    put(form.department, rest);
  else if (word == "unit")
    put(form.unit, rest);
  else if (word == "year")
    put(form.year, rest);
  else if (word == "amounts")
    put(form.amount_unit, rest);
  else
    return false;
  return true;
}

void read_line(Form& form, std::string_view line) {
  std::string_view rest = line;
  const std::string_view word = take_word(rest);
  if (word == "funds") return read_funds(form, rest, line);
  if (word == "total") return read_total(form, rest, line);
  if (word == "expected") return put(form.goal_expected, rest.empty() ? "-" : with_breaks(rest));
  if (word == "actual") return put(form.goal_actual, rest.empty() ? "-" : with_breaks(rest));
  if (word == "goal") {
    const std::vector<std::string_view> texts = split(rest, "=>");
    if (texts.size() != 2) refuse(line, "goal needs one =>");
    put(form.goal_expected, with_breaks(texts[0]));
    return put(form.goal_actual, with_breaks(texts[1]));
  }
  if (word == "cell") {
    const std::size_t colon = rest.find(" : ");
    if (colon == std::string_view::npos) refuse(line, "cell needs label : text");
    form.unclaimed.push_back(
        {std::string(trimmed(rest.substr(0, colon))), std::string(trimmed(rest.substr(colon + 3))), {}});
    return;
  }
  if (contains(word, "/")) return read_indicator(form, word, rest, line);
  for (const std::string_view statement : split(line, "|")) {
    if (!read_statement(form, statement, line)) refuse(line, "not in the notation");
  }
}

}  // namespace

Form parse_example(std::string_view notation, const Lexicon& lexicon) {
  Form form;
  for (const std::string_view line : split(notation, "\n")) {
    if (!line.empty()) read_line(form, line);
  }
  interpret(form, lexicon);
  return form;
}

std::vector<Finding> run_example(const Rule& rule, const Example& example, const Policy& policy, const Lexicon& lexicon,
                                 const Auditor& auditor) {
  const Form form = parse_example(example.form, lexicon);
  const Scorecard scorecard = score(form, policy, lexicon);
  return auditor.audit(form, scorecard, policy, {&rule});
}

}  // namespace jiheng::audit
