// Narrative facts: what the goal texts (预期目标, 实际完成情况) say in words, as data: numbers with
// what they count, events with their months, admissions of delay or shortfall, numbered items.
//
// Line breaks of a PDF fall inside words ("参加体 检", "4 月开展"), so everything is read from a copy
// without white space; all views point into that copy, which the Narrative owns.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/phrasebook.h"
#include "core/decimal.h"
#include "form/target.h"

namespace jiheng::audit {

/// A part of a sentence, between commas, stops, semicolons or colons.
struct Clause {
  std::string_view text;
  bool starts_sentence = false;  ///< the one before ended with 。；！？ or an item began
  int item = 0;                  ///< numbered item it stands in, 0 if none
  GroupMask groups = 0;          ///< activity nouns it names
};

/// A number in the text and what it counts: "培训人数约2000余人" → 2000 人, approximate, about 培训人数.
struct Quantity {
  Decimal number;                       ///< magnitudes understood: 1.2万人 → 12000; money as printed (5.8 万元)
  Decimal upper;                        ///< end of a range (20-30人); else the same as `number`
  std::string_view printed;             ///< number and unit as they stand
  std::string_view unit;                ///< as printed: "人", "个", "%", "万元"; "" if none
  std::int16_t unit_index = -1;         ///< index into Lexicon::units, -1 if unknown there
  std::string_view before, after;       ///< words around it between the nearest separators (、 included)
  std::size_t clause = 0;               ///< index into Narrative::clauses
  bool approximate = false;             ///< 约, 余, 近, 多
  bool in_words = false;                ///< printed in Chinese numerals
  bool per_one = false;                 ///< 每人75元, 400元/人: belongs to one of many
  bool part = false;                    ///< 其中, 新增, 同比: a part or a change, not the whole
  bool planned = false;                 ///< 计划, 预计 stand before it in the clause
  Comparison bound = Comparison::None;  ///< 不少于, 以上 …
  int item = 0;
};
/// 元 in one `unit` of money (元, 千元, 万元, 亿元; a bare 万 counts when `bare_wan`); nullopt for others.
std::optional<Decimal> yuan_in(std::string_view unit, bool bare_wan = false);
/// The amount in 元, if it is money.
std::optional<Decimal> in_yuan(const Quantity& quantity, bool bare_wan = false);

/// Something with a month: planned ("3月开展入党积极分子培训") or done.
struct Event {
  std::string_view subject;       ///< what: "入党积极分子培训"
  int month = 0, last_month = 0;  ///< 1..12; equal unless a span of months
  std::size_t clause = 0;
  int item = 0;
};

/// A clause that admits a delay, a cancellation, a shortfall.
struct Admission {
  enum class Kind { Delay, Cancelled, Shortfall } kind = Kind::Delay;
  std::string_view word;
  std::size_t clause = 0;
};

/// A numbered item 1、2、3、 of the outermost numbering.
struct Item {
  int number = 0;
  std::string_view text;
};

/// A word behind which a person's name may stand: 患者, 低保户.
struct PersonMark {
  std::string_view word;
  std::size_t clause = 0;
};

/// A place where numbering jumps or repeats: after 2 comes 4.
struct NumberingFault {
  int previous = 0, found = 0;
};

struct YearMention {
  int year = 0;
  bool explained = false;  ///< part of a range, or beside 结转, 规划, 印发 …
  std::size_t clause = 0;
};

/// All facts of one text.
struct Narrative {
  std::unique_ptr<const std::string> compact;  ///< the text without white space, signs folded
  std::string_view text;                       ///< all of `compact`
  std::vector<Clause> clauses;
  std::vector<Quantity> quantities;
  std::vector<Event> events;
  std::vector<Admission> admissions;
  std::vector<Item> items;
  std::vector<NumberingFault> numbering_faults;
  std::vector<YearMention> years;
  std::vector<PersonMark> persons;
  int plan_marks = 0, done_marks = 0, purpose_marks = 0;  ///< how often such words occur
  GroupMask groups = 0;                                   ///< activity nouns named anywhere
  std::string_view template_hint;                         ///< words of the template left in the text, or ""

  [[nodiscard]] bool empty() const { return text.empty(); }
  /// The clause, together with the one before it when it says by itself too little ("参加人数26人").
  [[nodiscard]] std::string_view context(std::size_t clause, const Phrasebook& phrasebook) const;
};

Narrative read_narrative(std::string_view text, const Phrasebook& phrasebook);
/// For a single text; who reads many prepares the Phrasebook once.
Narrative read_narrative(std::string_view text, const Lexicon& lexicon);

}  // namespace jiheng::audit
