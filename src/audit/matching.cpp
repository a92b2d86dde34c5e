#include "audit/matching.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace jiheng::audit {
namespace {

Phrase unit_phrase(const Phrasebook& book, std::string_view unit) {
  const Phrase phrase = book.at(unit, 0, mask_of(Sense::Counting));
  return phrase.text.size() == unit.size() ? phrase : Phrase();
}

// The unit that a name ends with: 培训人数 counts 人, 抽检批次 counts 批次.
Phrase unit_in_name(const Phrasebook& book, std::string_view name) {
  for (const std::string_view tail : {"总数量", "数量", "总数", "数"}) {
    if (ends_with(name, tail)) {
      name.remove_suffix(tail.size());
      break;
    }
  }
  return book.at_end(name, mask_of(Sense::Counting));
}

bool measures_time(std::string_view unit) {
  static constexpr std::array<std::string_view, 12> kTimes = {"年",   "天",   "日", "小时", "岁", "周",
                                                              "个月", "分钟", "字", "周岁", "月", "学时"};
  return std::find(kTimes.begin(), kTimes.end(), unit) != kTimes.end();
}

// Dimensions whose units count things one by one, so that different words may mean the same.
bool counts_things(std::string_view dimension) {
  return dimension != "area" && dimension != "length" && dimension != "weight" && dimension != "mass" &&
         dimension != "time" && dimension != "money" && dimension != "ratio" && dimension != "volume";
}

bool is_people(std::string_view unit, std::string_view dimension) {
  return dimension == "people" || dimension == "person-times" || unit == "人" || unit == "人次" || unit == "名";
}

// 10 to the number of trailing zeros: 2000余 may be up to 2999, 120余 up to 129.
Decimal slack_of(const Decimal& number) {
  if (!number.is_whole()) return Decimal(0);
  Decimal::Coefficient value = number.rounded(0).coefficient();
  std::int64_t power = 1;
  while (value != 0 && value % 10 == 0 && power < 1'000'000'000) {
    value /= 10;
    power *= 10;
  }
  return Decimal(power);
}

bool worth_matching(const Quantity& quantity) {
  return !quantity.unit.empty() && !quantity.per_one && !quantity.part && !measures_time(quantity.unit) &&
         !in_yuan(quantity, true) && !quantity.number.is_zero();
}

}  // namespace

const Narrative& narrative_of(const Context& context, Side side) {
  return side == Side::Expected ? context.expected : context.actual;
}

const Value* number_of(const Context& context, std::size_t indicator, Side side) {
  const Indicator& row = context.row(indicator);
  const auto& value = side == Side::Expected ? row.target.value : row.actual.value;
  return value && value->kind == ValueKind::Number ? &*value : nullptr;
}

UnitRelation relate_units(const Context& context, std::size_t indicator, const Quantity& quantity) {
  const Indicator& row = context.row(indicator);
  const bool percent =
      (row.actual.value && row.actual.value->percent) || (row.target.value && row.target.value->percent);
  const bool told_percent = quantity.unit == "%" || quantity.unit == "‰";
  if (percent != told_percent) return UnitRelation::Different;
  if (percent) return UnitRelation::Same;
  const Phrasebook& book = context.phrasebook;
  std::string_view printed;
  if (row.actual.value && !row.actual.value->unit.empty())
    printed = row.actual.value->unit;
  else if (row.target.value && !row.target.value->unit.empty())
    printed = row.target.value->unit;
  else
    printed = row.unit.printed;
  const Phrase unit = printed.empty() ? unit_in_name(book, context.facts[indicator].name) : unit_phrase(book, printed);
  const Phrase told{quantity.unit, 0, -1, quantity.unit_index};
  if (!unit)
    return printed == quantity.unit ? UnitRelation::Same
           : printed.empty()        ? UnitRelation::Kindred
                                    : UnitRelation::Different;
  const std::string_view name = book.unit_name(unit), told_name = book.unit_name(told);
  const std::string_view dimension = book.unit_dimension(unit), told_dimension = book.unit_dimension(told);
  if (unit.text == quantity.unit) return UnitRelation::Same;
  // 头 and 本 are both things counted one by one, but nothing is both.
  if (name == told_name && dimension != "count" && dimension != "times") return UnitRelation::Same;
  if (is_people(name, dimension) && is_people(told_name, told_dimension)) return UnitRelation::Kindred;
  if (!counts_things(dimension) || !counts_things(told_dimension)) return UnitRelation::Different;
  if (name == "个" || told_name == "个") return UnitRelation::Kindred;
  if (!dimension.empty() && dimension == told_dimension) return UnitRelation::Kindred;
  return UnitRelation::Different;
}

bool agrees(const Quantity& told, const Decimal& number) {
  if (told.bound == Comparison::AtLeast) return number >= told.number;
  if (told.bound == Comparison::AtMost) return number <= told.upper;
  if (!told.approximate) return number >= told.number && number <= told.upper;
  const Decimal tenth = told.number * Decimal::scaled(1, 1);
  return number >= told.number - tenth && number <= told.upper + std::max(slack_of(told.number), tenth);
}

bool surely_above(const Quantity& told, const Decimal& number) {
  if (told.bound == Comparison::AtMost) return false;
  if (!told.approximate) return told.number > number;
  return told.number * Decimal::scaled(9, 1) > number;
}

Passage passage_around(const Context& context, const Narrative& narrative, std::size_t clause) {
  const std::string_view around = narrative.context(clause, context.phrasebook);
  GroupMask groups = narrative.clauses[clause].groups;
  if (around.size() > narrative.clauses[clause].text.size()) groups |= narrative.clauses[clause - 1].groups;
  return {around, groups};
}

namespace {

// Rows with a number in that column and a name that says something: those that a figure may speak of.
std::vector<std::size_t> rows_with_numbers(const Context& context, Side side) {
  std::vector<std::size_t> out;
  out.reserve(context.filled.size());
  for (const std::size_t i : context.filled) {
    if (!context.topics[i].nothing() && number_of(context, i, side) != nullptr) out.push_back(i);
  }
  return out;
}

// Without a common activity, or for a particular topic without a common character, there is no resemblance.
bool may_resemble(const Topic& topic, const Passage& passage) {
  return topic.general() ? (topic.groups & passage.groups()) != 0 : (topic.characters & passage.characters()) != 0;
}

}  // namespace

std::vector<Match> match_figures(const Context& context, Side side) {
  const Narrative& narrative = narrative_of(context, side);
  const std::vector<std::size_t> rows = rows_with_numbers(context, side);
  std::vector<Match> matches;
  std::vector<Match> candidates;
  for (std::size_t q = 0; q < narrative.quantities.size(); ++q) {
    const Quantity& quantity = narrative.quantities[q];
    if (!worth_matching(quantity) || (side == Side::Actual && quantity.planned)) continue;
    const Passage passage = passage_around(context, narrative, quantity.clause);
    candidates.clear();
    double best_coverage = 0;
    int best = 0;
    for (const std::size_t i : rows) {
      if (!may_resemble(context.topics[i], passage)) continue;
      const Resemblance likeness = resemblance(context.topics[i], passage);
      if (likeness.strength == 0 || likeness.strength < best) continue;
      const UnitRelation unit = relate_units(context, i, quantity);
      if (unit == UnitRelation::Different) continue;
      if (likeness.strength > best || likeness.coverage > best_coverage) {
        candidates.clear();
        best = likeness.strength;
        best_coverage = likeness.coverage;
      }
      if (likeness.coverage == best_coverage) candidates.push_back({q, i, likeness.strength, unit});
    }
    const auto fitting = std::find_if(candidates.begin(), candidates.end(), [&](const Match& match) {
      return agrees(quantity, number_of(context, match.indicator, side)->number);
    });
    if (fitting != candidates.end()) {
      matches.push_back(*fitting);
    } else {
      matches.insert(matches.end(), candidates.begin(), candidates.end());
    }
  }
  return matches;
}

std::vector<std::size_t> indicators_in(const Context& context, const Narrative& narrative, std::size_t clause,
                                       int least_strength) {
  std::vector<std::size_t> out;
  const Passage passage = passage_around(context, narrative, clause);
  for (const std::size_t i : context.filled) {
    if (!context.topics[i].nothing() && resemblance(context.topics[i], passage).strength >= least_strength)
      out.push_back(i);
  }
  return out;
}

}  // namespace jiheng::audit
