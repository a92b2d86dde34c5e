// Lexicon: the words of the field, as parsed from vocabulary/*.toml (see config/lexicon_toml.h).
// Plain data: no I/O here, so that the same code runs in the browser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/decimal.h"
#include "form/target.h"
#include "form/taxonomy.h"
#include "form/word_index.h"

namespace jiheng {

/// A unit of measure 计量单位.
struct Unit {
  std::string name;                  ///< canonical: "人"
  std::vector<std::string> aliases;  ///< "名"
  std::string dimension;             ///< "people", "person-times", "area", "money", "ratio", "time", "count", …
  Decimal factor{1};                 ///< to the dimension's base unit (万元 → 10000 元)
};

/// A qualitative level word 定性等级.
struct LevelWord {
  std::string word;
  LevelGrade grade = LevelGrade::Full;
};

struct Lexicon {
  std::vector<Unit> units;
  std::vector<std::pair<std::string, Comparison>> comparisons;         ///< "不少于" → AtLeast; longest first
  std::vector<std::pair<std::string, Comparison>> suffix_comparisons;  ///< "以上" → AtLeast
  std::vector<LevelWord> levels;                                       ///< longest first
  std::vector<std::string> weakeners;                                  ///< 较 基本 一般 部分: Full → Partial
  std::vector<std::string> negations;                                  ///< 未 不 无 没有: → None
  std::vector<std::pair<std::string, Level1>> level1_names;            ///< labels and their variants, key form
  std::vector<std::pair<std::string, Level2>> level2_names;
  /// Free lists for rules, by name: "paying_words", "time_words", "delay_words", "vague_names" …
  std::vector<std::pair<std::string, std::vector<std::string>>> lists;
  /// The list of that name; an empty list if there is none.
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const;

  /// The unit of that name or alias, or nullptr.
  [[nodiscard]] const Unit* find_unit(std::string_view name) const;
  /// Builds the indices below from the lists above. To be called once all words are in; parsing
  /// knows no word before.
  void prepare();

  /// What a token of a qualitative value is; the id of an entry of `level_index`.
  enum class LevelToken { Full, Partial, None, Weakener, Negation, Filler, Trouble };
  /// What the name of an indicator says about its direction; the id of an entry of `direction_index`.
  enum class NameToken { LowerIsBetter, ControlRate };
  /// The first such word in a name: of the lists "lower_is_better" and "control_rates".
  [[nodiscard]] std::optional<NameToken> direction_in(std::string_view indicator_name) const;

  WordIndex unit_index;       ///< names and aliases → index into `units`
  WordIndex prefix_index;     ///< comparisons → Comparison
  WordIndex suffix_index;     ///< suffix comparisons → Comparison
  WordIndex level_index;      ///< → LevelToken; fillers and troubles are the lists "level_fillers", "level_troubles"
  WordIndex achieved_index;   ///< the list "achieved_words"
  WordIndex direction_index;  ///< → NameToken
  WordIndex level1_index;     ///< → Level1
  WordIndex level2_index;     ///< → Level2
};

/// What 1 `from` is in `to`: 10000 for 万元 → 元, 1 for equal ones; nullopt where the units measure
/// different things (人 and 人次) or are not known. Magnitudes (万人次) and rates (万元/公里) are understood.
std::optional<Decimal> unit_ratio(std::string_view from, std::string_view to, const Lexicon& lexicon);

}  // namespace jiheng
