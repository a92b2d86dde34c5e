// Context: what the rules know: the form, its scorecard and policy, and facts derived once from them,
// so that no two rules parse the same text.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/keys.h"
#include "audit/narrative.h"
#include "audit/resemblance.h"
#include "audit/rule.h"
#include "audit/surface.h"
#include "audit/timetable.h"
#include "audit/words.h"

namespace jiheng::audit {

/// Hashed pairs of neighbouring characters: a quick bound for how alike two names are.
using Bigrams = std::bitset<256>;

/// Facts of one row of the indicator table. Keys are texts in key form (core/text.h).
struct IndicatorFacts {
  std::string_view name;   ///< key of the third level without its numbering ("指标1:", "(1)", "★")
  std::string shown_name;  ///< for people, where it is not the third level as printed: lines joined, 第 3 行指标
  std::string_view target, actual;  ///< keys of the printed cells
  std::string_view note;            ///< key of the note; empty for "无", "—" and the like
  WordHits name_words, note_words;
  WordHits target_words;            ///< only of targets that are no value (ValueKind::Text)
  Bigrams bigrams;                  ///< of the name
  const ScoreLine* line = nullptr;  ///< its line of the scorecard, if it has one
  bool rate = false;                ///< the name ends in 率, 比例 …: it promises a percentage
  bool satisfaction = false;        ///< measures satisfaction, by its level or its name
  bool part = false;                ///< a part of the row above: "其中…", without points of its own
  bool deducted = false;            ///< score and weight are printed and the score is lower
  bool full = false;                ///< score and weight are printed and equal, above 0
};

/// Money of the whole project as far as the funds table tells: the total row, or, where that is empty
/// or zero, the sum of the rows below it.
struct FundsFacts {
  const FundsRow* total = nullptr;
  std::optional<Money> initial, adjusted, executed;
  bool from_parts = false;  ///< the total row says nothing, the rows below it do
};

struct Context {
  Context(const Form& of, const Scorecard& scored_as, const Policy& under, const Lexicon& lexicon_, const Words& words_,
          const Phrasebook& phrasebook_)
      : form(of), scorecard(scored_as), policy(under), lexicon(lexicon_), words(words_), phrasebook(phrasebook_) {}

  const Form& form;
  const Scorecard& scorecard;
  const Policy& policy;
  const Lexicon& lexicon;
  const Words& words;
  const Phrasebook& phrasebook;

  Keys keys;                        ///< what the keys below look at, where they do not look at the form
  std::vector<std::size_t> scored;  ///< indices of indicators that are no placeholders and have a weight or a score
  std::vector<std::size_t> filled;  ///< indices of indicators that are no placeholders and have a name
  std::vector<const ScoreLine*> line_of;  ///< per indicator, nullptr if the scorecard has no line
  std::vector<IndicatorFacts> facts;      ///< per indicator
  const ScoreLine* execution = nullptr;   ///< the scorecard's line of budget execution
  FundsFacts funds;
  Points indicator_weight_sum, indicator_score_sum;
  bool weights_printed = false;  ///< some indicator has a printed weight
  bool scores_printed = false;   ///< some indicator has a printed score
  bool general_cause = false;    ///< a cause or remedy is told for the form as a whole, outside the rows
  WordHits actual_words;         ///< words in the actual goal text
  WordHits told;                 ///< words in any free text: actual goal, notes, unclaimed cells
  Narrative expected, actual;    ///< facts in the two goal texts
  Surface surface;               ///< long numbers and stray characters in all printed texts
  Timetable timetable;           ///< events of the goal against those of the result
  std::vector<Topic> topics;     ///< per indicator: what its name is about

  [[nodiscard]] const Indicator& row(std::size_t indicator) const { return form.indicators[indicator]; }
  /// Its name for people: 第三级 as printed without line breaks, or its place in the table.
  [[nodiscard]] std::string_view name(std::size_t indicator) const;

  /// Place of a field of an indicator.
  [[nodiscard]] Place at(std::size_t indicator, std::string_view field) const {
    return place_in_indicator(indicator, field);
  }
  /// Place of a cell of a funds row.
  [[nodiscard]] Place at(const FundsRow& row, std::string_view column) const {
    return place_in_funds(form, row, column);
  }
  /// Place of a field of the form: "goal.expected", "total.score", "unit".
  [[nodiscard]] Place at(std::string_view path) const { return place_in_header(path); }
};

/// Everything given must outlive the context.
Context make_context(const Form& form, const Scorecard& scorecard, const Policy& policy, const Lexicon& lexicon,
                     const Words& words, const Phrasebook& phrasebook);

/// How alike two names are, 0..1: shared pairs of characters over all pairs (Dice), exact.
double similarity(std::string_view key_a, std::string_view key_b);
/// Characters of the longest piece that both keys contain.
std::size_t common_run(std::string_view key_a, std::string_view key_b);
/// A key without its numbering: "指标1:培训人数" → "培训人数".
std::string_view without_numbering(std::string_view key);

}  // namespace jiheng::audit
