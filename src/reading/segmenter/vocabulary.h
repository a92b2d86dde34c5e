// Vocabulary: the words of header and taxonomy as the segmenter asks for them: whole labels, and
// pieces of labels, since text prints one label over several lines (社会效益指|标).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "form/lexicon.h"
#include "form/taxonomy.h"
#include "reading/wording.h"

namespace jiheng::segmenter {

class Vocabulary {
 public:
  Vocabulary(const Wording& wording, const Lexicon& lexicon);

  /// The label that the text is, word for word.
  [[nodiscard]] std::optional<Label> label(Part part, std::string_view text) const {
    return wording_.find_listed(part, text);
  }
  /// … or by the wider patterns of the vocabulary, for texts that are known to be labels.
  [[nodiscard]] std::optional<Label> label_like(Part part, std::string_view text) const {
    return wording_.find(part, text);
  }
  /// The label of which the text is the beginning, if all labels that begin so are the same (实际完成|值).
  [[nodiscard]] std::optional<Label> label_begun(Part part, std::string_view text) const;
  /// Is the text a piece of a label of that part (or the whole)?
  [[nodiscard]] bool is_piece(Part part, std::string_view text) const;

  /// The level that a label names, by the lexicon; "产出指标(50分)" included, sentences not.
  [[nodiscard]] Level1 level1(std::string_view text) const;
  [[nodiscard]] Level2 level2(std::string_view text) const;
  /// Is the text exactly a level's name, with or without 指标 and points?
  [[nodiscard]] bool is_level_name(std::string_view text) const;
  /// Is the text a piece of some level's name (指标, 社会效益指, (50, 分))?
  [[nodiscard]] bool is_level_piece(std::string_view text) const;
  /// Splits a text that is two or more level names printed without a space; {text} otherwise.
  [[nodiscard]] std::vector<std::string> level_names_in(std::string_view text) const;

  /// How well a third-level name (with its target) suits a second level: above 0 for, below against.
  [[nodiscard]] double affinity(Level2 level, std::string_view name, std::string_view target) const;
  /// Is the text a level word 定性 (及时, 提升, 显著) or short answer rather than a name?
  [[nodiscard]] bool is_level_word(std::string_view text) const;
  /// Is the key a unit (人, 公里), by itself?
  [[nodiscard]] bool is_unit(std::string_view key) const;

  /// 不少于, 小于等|于: a comparison in words, or a piece of one.
  [[nodiscard]] bool is_comparison_piece(std::string_view text) const;

  /// Has the text the end of a body's name (…局, …中心, …学校)? Names of projects mostly have not.
  [[nodiscard]] bool names_a_body(std::string_view text) const;
  /// … of a source of money's (旗县资金, 市级财政)?
  [[nodiscard]] bool names_a_source(std::string_view text) const;

  [[nodiscard]] const Wording& wording() const { return wording_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  const Wording& wording_;
  const Lexicon& lexicon_;
  [[nodiscard]] static std::string level_key(std::string_view text);

  std::array<std::string, kParts> joined_;          ///< all keys of a part, for pieces
  std::string level_names_;                         ///< all names of levels, for pieces
  std::unordered_map<std::string, Level1> level1_;  ///< by name without 指标
  std::unordered_map<std::string, Level2> level2_;
};

/// Nothing but a number: "10", "10.00", "815,826.17", "10分".
bool is_number(std::string_view text);
/// A number with a percent sign.
bool is_percent(std::string_view text);
/// "—", "-", "/": an empty cell that is printed.
bool is_dash(std::string_view text);
/// A comparison sign standing alone: ≥ ＝ ≧ ═ >=.
bool is_comparison(std::string_view text);
/// Does the text end like a whole name (…率, …性, …数量), or rather in the middle of one?
bool ends_like_name(std::string_view text);
/// Has the look of a target or a result: a sign, a number with unit, a percentage, a date.
bool looks_like_value(std::string_view text);

}  // namespace jiheng::segmenter
