#include "config/wording_toml.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "config/resources.h"
#include "config/toml_text.h"
#include "core/text.h"

namespace jiheng {
namespace {

struct Name {
  std::string_view table, key;
  Part part;
  Label label;
};

constexpr std::array<Name, 52> kNames = {{
    {"header", "project_name", Part::Header, Label::ProjectName},
    {"header", "short_project_name", Part::Header, Label::ShortProjectName},
    {"header", "superior_project", Part::Header, Label::SuperiorProject},
    {"header", "project_code", Part::Header, Label::ProjectCode},
    {"header", "department", Part::Header, Label::Department},
    {"header", "superior_department", Part::Header, Label::SuperiorDepartment},
    {"header", "unit", Part::Header, Label::Unit},
    {"header", "reporter", Part::Header, Label::Reporter},
    {"header", "amount_unit", Part::Header, Label::AmountUnitLabel},
    {"header", "year", Part::Header, Label::Year},
    {"header", "grade", Part::Header, Label::Grade},
    {"header", "overall_score", Part::Header, Label::OverallScore},
    {"header", "other", Part::Header, Label::OtherHeader},
    {"funds_columns", "initial", Part::FundsColumns, Label::FundsInitial},
    {"funds_columns", "adjusted", Part::FundsColumns, Label::FundsAdjusted},
    {"funds_columns", "executed", Part::FundsColumns, Label::FundsExecuted},
    {"funds_columns", "weight", Part::FundsColumns, Label::FundsWeight},
    {"funds_columns", "rate", Part::FundsColumns, Label::FundsRate},
    {"funds_columns", "score", Part::FundsColumns, Label::FundsScore},
    {"funds_columns", "other", Part::FundsColumns, Label::FundsOtherColumn},
    {"funds_rows", "total", Part::FundsRows, Label::FundsTotal},
    {"funds_rows", "current_year_grant", Part::FundsRows, Label::FundsGrant},
    {"funds_rows", "carry_over", Part::FundsRows, Label::FundsCarryOver},
    {"funds_rows", "other", Part::FundsRows, Label::FundsOther},
    {"funds_rows", "project_total", Part::FundsRows, Label::FundsProjectTotal},
    {"funds_rows", "project_grant", Part::FundsRows, Label::FundsProjectGrant},
    {"funds_rows", "project_other", Part::FundsRows, Label::FundsProjectOther},
    {"funds_rows", "regional", Part::FundsRows, Label::FundsRegional},
    {"goals", "expected", Part::Goals, Label::GoalExpected},
    {"goals", "actual", Part::Goals, Label::GoalActual},
    {"goals", "other", Part::Goals, Label::GoalOther},
    {"indicator_columns", "l1", Part::IndicatorColumns, Label::IndicatorL1},
    {"indicator_columns", "l2", Part::IndicatorColumns, Label::IndicatorL2},
    {"indicator_columns", "l3", Part::IndicatorColumns, Label::IndicatorL3},
    {"indicator_columns", "target", Part::IndicatorColumns, Label::IndicatorTarget},
    {"indicator_columns", "standard", Part::IndicatorColumns, Label::IndicatorStandard},
    {"indicator_columns", "property", Part::IndicatorColumns, Label::IndicatorProperty},
    {"indicator_columns", "unit", Part::IndicatorColumns, Label::IndicatorUnit},
    {"indicator_columns", "actual", Part::IndicatorColumns, Label::IndicatorActual},
    {"indicator_columns", "weight", Part::IndicatorColumns, Label::IndicatorWeight},
    {"indicator_columns", "score", Part::IndicatorColumns, Label::IndicatorScore},
    {"indicator_columns", "note", Part::IndicatorColumns, Label::IndicatorNote},
    {"indicator_columns", "other", Part::IndicatorColumns, Label::IndicatorOther},
    {"rows", "total", Part::Rows, Label::TotalRow},
    {"rows", "subtotal", Part::Rows, Label::SubtotalRow},
    {"rows", "remark", Part::Rows, Label::RemarkRow},
    {"sections", "funds", Part::Sections, Label::FundsSection},
    {"sections", "goals", Part::Sections, Label::GoalSection},
    {"sections", "indicators", Part::Sections, Label::IndicatorSection},
    {"sections", "tasks", Part::Sections, Label::TaskSection},
    {"sections", "long_term", Part::Sections, Label::LongTermSection},
    {"sections", "other", Part::Sections, Label::OtherSection},
}};

std::vector<std::string>* title_list(Wording& wording, std::string_view key) {
  if (key == "words") return &wording.title_words;
  if (key == "subjects") return &wording.title_subjects;
  if (key == "not") return &wording.not_title_words;
  if (key == "declaration") return &wording.declaration_words;
  if (key == "overall") return &wording.overall_words;
  if (key == "monitoring") return &wording.monitoring_words;
  if (key == "review") return &wording.review_words;
  if (key == "remark_starts") return &wording.remark_starts;
  return nullptr;
}

Error bad(std::string_view file, const toml::source_region& where, const std::string& zh, const std::string& en) {
  return toml_error(file, where.begin, "词表有误：" + zh, en);
}

// Calls `take` with each string of an array node; the Error of the first that is no string.
template <class Take>
std::optional<Error> each_word(const toml::node& node, std::string_view file, const std::string& name, Take take) {
  const toml::array* words = node.as_array();
  if (words == nullptr)
    return bad(file, node.source(), name + " 应为字符串数组", name + " must be an array of strings");
  for (const toml::node& item : *words) {
    const auto word = item.value<std::string_view>();
    if (!word) return bad(file, item.source(), name + " 中有非字符串", name + " holds something that is no string");
    take(*word);
  }
  return std::nullopt;
}

const Name* find_name(std::string_view table, std::string_view key) {
  for (const Name& candidate : kNames) {
    if (candidate.table == table && candidate.key == key) return &candidate;
  }
  return nullptr;
}

// [[patterns]]: part, label, any, none, longest.
std::optional<Error> add_pattern(const toml::node& node, std::string_view file, Wording& wording) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return bad(file, node.source(), "patterns 应为表", "patterns must be tables");
  const auto part = (*table)["part"].value<std::string_view>();
  const auto label = (*table)["label"].value<std::string_view>();
  const Name* name = part && label ? find_name(*part, *label) : nullptr;
  if (name == nullptr) return bad(file, node.source(), "part 或 label 不认识", "unknown part or label");
  LabelPattern pattern{name->part, name->label, {}, {}, 16};
  for (const auto& [key, value] : *table) {
    std::optional<Error> error;
    if (key.str() == "any") {
      error = each_word(value, file, "any", [&](std::string_view word) { pattern.any.emplace_back(word); });
    } else if (key.str() == "none") {
      error = each_word(value, file, "none", [&](std::string_view word) { pattern.none.emplace_back(word); });
    } else if (key.str() == "longest") {
      const auto longest = value.value<std::int64_t>();
      if (!longest || *longest < 1)
        return bad(file, value.source(), "longest 应为正整数", "longest must be a positive number");
      pattern.longest = static_cast<std::size_t>(*longest);
    } else if (key.str() != "part" && key.str() != "label") {
      return bad(file, value.source(), "不认识的键", "unknown key " + std::string(key.str()));
    }
    if (error) return error;
  }
  wording.patterns.push_back(std::move(pattern));
  return std::nullopt;
}

}  // namespace

Result<void> merge_wording(std::string_view toml_text, std::string_view file, Wording& wording) {
  const toml::table root = TRY(parse_toml(toml_text, file));
  for (const auto& [table_key, table_node] : root) {
    const std::string_view table_name = table_key.str();
    if (const toml::array* patterns = table_name == "patterns" ? table_node.as_array() : nullptr) {
      for (const toml::node& node : *patterns) {
        if (const auto error = add_pattern(node, file, wording)) return *error;
      }
      continue;
    }
    const toml::table* table = table_node.as_table();
    if (table == nullptr) return bad(file, table_node.source(), "不认识的键", "unknown key " + std::string(table_name));
    for (const auto& [key, node] : *table) {
      const std::string name = std::string(table_name) + "." + std::string(key.str());
      std::optional<Error> error;
      if (table_name == "titles") {
        std::vector<std::string>* list = title_list(wording, key.str());
        if (list == nullptr) return bad(file, node.source(), "不认识的键 " + name, "unknown key " + name);
        error = each_word(node, file, name, [list](std::string_view word) { list->emplace_back(word); });
      } else {
        const Name* found = find_name(table_name, key.str());
        if (found == nullptr) return bad(file, node.source(), "不认识的键 " + name, "unknown key " + name);
        error =
            each_word(node, file, name, [&](std::string_view word) { wording.add(found->part, word, found->label); });
      }
      if (error) return *error;
    }
  }
  return {};
}

Result<Wording> load_wording(const std::optional<std::string>& folder) {
  const std::vector<Resource> files = TRY(resources("vocabulary", folder));
  Wording wording;
  for (const Resource& file : files) {
    const std::size_t slash = file.name.find_last_of("/\\");
    const std::string_view base = std::string_view(file.name).substr(slash == std::string::npos ? 0 : slash + 1);
    if (!starts_with(base, "wording")) continue;
    if (Result<void> merged = merge_wording(file.text, file.name, wording); !merged) return std::move(merged).error();
  }
  return wording;
}

}  // namespace jiheng
