#include "config/lexicon_toml.h"

#include <array>

#include "config/toml_text.h"
#include "core/text.h"

namespace jiheng {
namespace {

template <class T>
struct Named {
  std::string_view key;
  T value;
};

constexpr std::array<Named<Comparison>, 5> kComparisons = {{{"equal", Comparison::Equal},
                                                            {"at_least", Comparison::AtLeast},
                                                            {"at_most", Comparison::AtMost},
                                                            {"more_than", Comparison::MoreThan},
                                                            {"less_than", Comparison::LessThan}}};
constexpr std::array<Named<Level1>, 5> kLevel1 = {{{"output", Level1::Output},
                                                   {"benefit", Level1::Benefit},
                                                   {"satisfaction", Level1::Satisfaction},
                                                   {"cost", Level1::Cost},
                                                   {"management", Level1::Management}}};
constexpr std::array<Named<Level2>, 12> kLevel2 = {{{"quantity", Level2::Quantity},
                                                    {"quality", Level2::Quality},
                                                    {"timeliness", Level2::Timeliness},
                                                    {"cost", Level2::Cost},
                                                    {"economic", Level2::Economic},
                                                    {"social", Level2::Social},
                                                    {"ecological", Level2::Ecological},
                                                    {"sustainable", Level2::Sustainable},
                                                    {"satisfaction", Level2::ServiceSatisfaction},
                                                    {"economic_cost", Level2::EconomicCost},
                                                    {"social_cost", Level2::SocialCost},
                                                    {"ecological_cost", Level2::EcologicalCost}}};
constexpr std::array<Named<LevelGrade>, 3> kGrades = {
    {{"full", LevelGrade::Full}, {"partial", LevelGrade::Partial}, {"none", LevelGrade::None}}};

// One TOML file on its way into the lexicon.
class Merge {
 public:
  Merge(std::string_view file, Lexicon& lexicon) : file_(file), lexicon_(lexicon) {}

  std::optional<Error> section(std::string_view name, const toml::node& node) {
    if (name == "units") return units(node);
    const toml::table* table = node.as_table();
    if (table == nullptr) return error(node, name, "应为表（[...]）", "must be a table");
    for (const auto& [key, words] : *table) {
      if (std::optional<Error> failed = entry(name, key.str(), words)) return failed;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Error error(const toml::node& node, std::string_view name, const std::string& zh,
                            const std::string& en) const {
    return toml_error(file_, node.source().begin, "词表 " + std::string(name) + " " + zh, std::string(name) + " " + en);
  }

  template <class Take>
  std::optional<Error> each(const toml::node& node, std::string_view name, Take take) {
    const toml::array* words = node.as_array();
    if (words == nullptr) return error(node, name, "应为字符串数组", "must be an array of strings");
    for (const toml::node& item : *words) {
      const auto word = item.value<std::string_view>();
      if (!word || word->empty()) return error(item, name, "中应全是非空字符串", "must hold non-empty strings only");
      take(*word);
    }
    return std::nullopt;
  }

  // A table whose keys are the names of an enumeration, each with its words.
  template <class T, std::size_t N, class Take>
  std::optional<Error> named(const std::array<Named<T>, N>& names, std::string_view section_name, std::string_view key,
                             const toml::node& words, Take take) {
    for (const Named<T>& candidate : names) {
      if (candidate.key != key) continue;
      return each(words, key, [&](std::string_view word) { take(key_of(word), candidate.value); });
    }
    return error(words, std::string(section_name) + "." + std::string(key), "不是已知的键", "is no known key");
  }

  std::optional<Error> entry(std::string_view name, std::string_view key, const toml::node& words) {
    if (name == "lists") return list(key, words);
    if (name == "comparisons" || name == "suffix_comparisons") {
      auto& out = name == "comparisons" ? lexicon_.comparisons : lexicon_.suffix_comparisons;
      return named(kComparisons, name, key, words,
                   [&out](std::string word, Comparison c) { out.emplace_back(std::move(word), c); });
    }
    if (name == "levels") {
      if (key == "weakeners")
        return each(words, key, [&](std::string_view word) { lexicon_.weakeners.emplace_back(word); });
      if (key == "negations")
        return each(words, key, [&](std::string_view word) { lexicon_.negations.emplace_back(word); });
      return named(kGrades, name, key, words, [&](std::string word, LevelGrade grade) {
        lexicon_.levels.push_back({std::move(word), grade});
      });
    }
    if (name == "level1") {
      return named(kLevel1, name, key, words,
                   [&](std::string word, Level1 level) { lexicon_.level1_names.emplace_back(std::move(word), level); });
    }
    if (name == "level2") {
      return named(kLevel2, name, key, words,
                   [&](std::string word, Level2 level) { lexicon_.level2_names.emplace_back(std::move(word), level); });
    }
    return error(words, name, "不是已知的部分", "is no known section");
  }

  std::optional<Error> list(std::string_view key, const toml::node& words) {
    std::vector<std::string>* out = nullptr;
    for (auto& [list_name, list_words] : lexicon_.lists) {
      if (list_name == key) out = &list_words;
    }
    if (out == nullptr) out = &lexicon_.lists.emplace_back(std::string(key), std::vector<std::string>{}).second;
    return each(words, key, [out](std::string_view word) { out->emplace_back(word); });
  }

  // { name, aliases, dimension, factor }
  std::optional<Error> units(const toml::node& node) {
    const toml::array* rows = node.as_array();
    if (rows == nullptr) return error(node, "units", "应为数组", "must be an array of tables");
    for (const toml::node& row : *rows) {
      const toml::table* table = row.as_table();
      if (table == nullptr) return error(row, "units", "每一项应为 { name, dimension, … }", "must hold tables");
      Unit unit;
      for (const auto& [key, value] : *table) {
        if (key.str() == "name" || key.str() == "dimension") {
          const auto text = value.value<std::string>();
          if (!text || text->empty()) return error(value, key.str(), "应为字符串", "must be a string");
          (key.str() == "name" ? unit.name : unit.dimension) = *text;
        } else if (key.str() == "aliases") {
          std::optional<Error> failed =
              each(value, "aliases", [&unit](std::string_view word) { unit.aliases.emplace_back(word); });
          if (failed) return failed;
        } else if (key.str() == "factor") {
          // Exact: a whole number, or a decimal in quotes.
          std::optional<Decimal> factor;
          if (const auto number = value.value_exact<std::int64_t>()) factor = Decimal(*number);
          if (const auto text = value.value_exact<std::string_view>()) factor = Decimal::parse(*text);
          if (!factor || factor->is_negative() || factor->is_zero()) {
            return error(value, "factor", "应为正整数或引号中的小数（如 \"0.1\"）",
                         "must be a whole number or a quoted decimal");
          }
          unit.factor = *factor;
        } else {
          return error(value, key.str(), "不是单位的键", "is no key of a unit");
        }
      }
      if (unit.name.empty() || unit.dimension.empty()) {
        return error(row, "units", "缺少 name 或 dimension", "lacks name or dimension");
      }
      lexicon_.units.push_back(std::move(unit));
    }
    return std::nullopt;
  }

  std::string_view file_;
  Lexicon& lexicon_;
};

// wording*.toml belongs to reading, with a schema of its own.
bool is_wording(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  return starts_with(slash == std::string_view::npos ? name : name.substr(slash + 1), "wording");
}

}  // namespace

Result<void> merge_lexicon(std::string_view toml_text, std::string_view file, Lexicon& lexicon) {
  const toml::table root = TRY(parse_toml(toml_text, file));
  Merge merge(file, lexicon);
  for (const auto& [name, node] : root) {
    if (std::optional<Error> failed = merge.section(name.str(), node)) return *failed;
  }
  return {};
}

Result<Lexicon> load_lexicon(const std::optional<std::string>& folder) {
  const std::vector<Resource> files = TRY(resources("vocabulary", folder));
  Lexicon lexicon;
  for (const Resource& file : files) {
    if (is_wording(file.name)) continue;
    if (Result<void> merged = merge_lexicon(file.text, file.name, lexicon); !merged) return std::move(merged).error();
  }
  lexicon.prepare();
  return lexicon;
}

}  // namespace jiheng
