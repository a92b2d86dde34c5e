// Narrative facts: what the goal texts (预期目标, 实际完成情况) say in words, as data: numbers with
// what they count, events with their months, admissions of delay or shortfall, numbered items.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.h"
#include "form/lexicon.h"

namespace jiheng::audit {

/// A number in the text and what it counts: "培训人数约2000余人" → 2000 人, approximate, about 培训人数.
struct Quantity {
  Decimal number;
  std::string_view unit;      ///< "人", "个", "%", "万元"
  std::string_view before;    ///< words before it within its clause
  std::string_view after;     ///< words after it within its clause
  std::string_view clause;    ///< the whole clause
  bool approximate = false;   ///< 约, 余, 近, 多
  int item = 0;               ///< numbered item it stands in, 0 if none
};

/// Something with a month: planned ("3月开展入党积极分子培训") or done.
struct Event {
  std::string_view subject;   ///< what: "入党积极分子培训"
  int month = 0, last_month = 0;  ///< 1..12; equal unless a span of months
  std::string_view clause;
  int item = 0;
};

/// A clause that admits a delay, a cancellation, a shortfall.
struct Admission {
  enum class Kind { Delay, Cancelled, Shortfall } kind;
  std::string_view word;
  std::string_view clause;
};

/// A numbered item 1、2、3、.
struct Item {
  int number = 0;
  std::string_view text;
};

/// All facts of one text. The views point into the text given to `read_narrative`.
struct Narrative {
  std::string_view text;
  std::vector<std::string_view> clauses;
  std::vector<Quantity> quantities;
  std::vector<Event> events;
  std::vector<Admission> admissions;
  std::vector<Item> items;
  std::vector<int> years;
};

/// `text` must outlive the result.
Narrative read_narrative(std::string_view text, const Lexicon& lexicon);

}  // namespace jiheng::audit
