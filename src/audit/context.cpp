#include "audit/context.h"

#include <algorithm>
#include <array>
#include <utility>

#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

Bigrams bigrams_of(std::string_view key) {
  Bigrams out;
  char32_t last = 0;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = next_code_point(key, at);
    if (last != 0) out.set(((last * 31U + c) * 2654435761U >> 16) & 255U);
    last = c;
  }
  return out;
}

bool says_nothing(std::string_view key, const WordHits& hits) {
  return key.empty() || hits.is(WordClass::NothingWord);
}

void read_row(Context& context, std::size_t index) {
  const Indicator& row = context.form.indicators[index];
  IndicatorFacts& facts = context.facts[index];
  facts.line = context.line_of[index];
  if (row.l3.printed.empty() || may_hold_space(row.l3.printed)) facts.shown_name = shown_name(context.form, index);
  if (row.placeholder) return;
  const Words& words = context.words;
  facts.name = without_numbering(context.keys.of(row.l3.printed));
  facts.name_words = words.in(facts.name);
  facts.bigrams = bigrams_of(facts.name);
  facts.target = context.keys.of(row.target.printed);
  // Words matter in a target only where it is no value.
  if (row.target.value && row.target.value->kind == ValueKind::Text) facts.target_words = words.in(facts.target);
  facts.actual = context.keys.of(row.actual.printed);
  if (!row.note.empty()) {
    facts.note = context.keys.of(row.note.printed);
    facts.note_words = words.in(facts.note);
    if (says_nothing(facts.note, facts.note_words)) {
      facts.note = {};
      facts.note_words = {};
    }
    context.told.anywhere |= facts.note_words.anywhere;
  }
  const WordHits& name = facts.name_words;
  facts.rate = name.ends_with(WordClass::RateName) && !name.ends_with(WordClass::NotRateName);
  facts.satisfaction = row.level1 == Level1::Satisfaction || row.level2 == Level2::ServiceSatisfaction ||
                       name.ends_with(WordClass::SatisfactionName);
  facts.part = name.starts_with(WordClass::PartName) && !row.weight.value;
  if (row.weight.value && row.score.value) {
    facts.deducted = *row.score.value < *row.weight.value;
    facts.full = *row.score.value == *row.weight.value && !row.weight.value->amount.is_zero();
  }
  if (!facts.name.empty()) context.filled.push_back(index);
  if (row.weight.value || row.score.value) context.scored.push_back(index);
  if (row.weight.value) {
    context.indicator_weight_sum += *row.weight.value;
    context.weights_printed = true;
  }
  if (row.score.value) {
    context.indicator_score_sum += *row.score.value;
    context.scores_printed = true;
  }
}

std::optional<Money> sum_of_parts(const Form& form, Field<Money> FundsRow::*column) {
  std::optional<Money> sum;
  for (const FundsRow& row : form.funds) {
    const bool part = row.kind == FundsRowKind::CurrentYearGrant || row.kind == FundsRowKind::CarryOver ||
                      row.kind == FundsRowKind::Other;
    const std::optional<Money>& value = (row.*column).value;
    if (part && value) sum = sum ? *sum + *value : *value;
  }
  return sum;
}

void read_funds(Context& context) {
  FundsFacts& funds = context.funds;
  funds.total = context.form.funds_row(FundsRowKind::Total);
  if (funds.total != nullptr) {
    funds.initial = funds.total->initial.value;
    funds.adjusted = funds.total->adjusted.value;
    funds.executed = funds.total->executed.value;
  }
  const auto nothing = [](const std::optional<Money>& money) { return !money || money->amount.is_zero(); };
  if (!nothing(funds.initial) || !nothing(funds.adjusted) || !nothing(funds.executed)) return;
  const auto initial = sum_of_parts(context.form, &FundsRow::initial);
  const auto adjusted = sum_of_parts(context.form, &FundsRow::adjusted);
  const auto executed = sum_of_parts(context.form, &FundsRow::executed);
  if (nothing(initial) && nothing(adjusted) && nothing(executed)) return;
  funds.initial = initial;
  funds.adjusted = adjusted;
  funds.executed = executed;
  funds.from_parts = true;
}

void read_free_text(Context& context) {
  const Form& form = context.form;
  if (!form.goal_actual.empty()) {
    context.actual_words = context.words.in(context.keys.of(form.goal_actual.printed));
    context.told.anywhere |= context.actual_words.anywhere;
  }
  for (const Unclaimed& cell : form.unclaimed) {
    const std::string_view text = context.keys.of(cell.text);
    const WordHits hits = context.words.in(text);
    context.told.anywhere |= hits.anywhere;
    const WordHits label = context.words.in(context.keys.of(cell.label));
    if (label.has(WordClass::CauseLabel) && !says_nothing(text, hits)) context.general_cause = true;
  }
}

}  // namespace

// Drops "指标1:", "目标2.", "(3)", "4、", "★" from the front of a key.
std::string_view without_numbering(std::string_view key) {
  static constexpr std::array<std::string_view, 7> kMarks = {"★", "☆", "▲", "●", "*", "指标", "目标"};
  for (bool dropped = true; dropped;) {
    dropped = false;
    for (const std::string_view mark : kMarks) {
      const bool word = mark.size() == 6;
      if (!starts_with(key, mark)) continue;
      if (word && (key.size() == mark.size() || !(is_digit(key[6]) || key[6] == ':'))) continue;
      key.remove_prefix(mark.size());
      dropped = true;
    }
    std::size_t at = !key.empty() && key[0] == '(' ? 1 : 0;
    const std::size_t digits_from = at;
    while (at < key.size() && is_digit(key[at])) ++at;
    if (at == digits_from || at - digits_from > 2) {
      if (!key.empty() && (key[0] == ':' || key[0] == '.')) {
        key.remove_prefix(1);
        dropped = true;
      }
      continue;
    }
    const std::string_view rest = key.substr(at);
    const bool bracketed = digits_from == 1 && starts_with(rest, ")");
    const bool decimal = starts_with(rest, ".") && rest.size() > 1 && is_digit(rest[1]);
    if (bracketed || (digits_from == 0 && !decimal && (starts_with(rest, ":") || starts_with(rest, ".")))) {
      key = rest.substr(1);
      dropped = true;
    } else if (digits_from == 0 && starts_with(rest, "、")) {
      key = rest.substr(3);
      dropped = true;
    }
  }
  return key;
}

std::string_view Context::name(std::size_t indicator) const {
  const std::string& shown = facts[indicator].shown_name;
  return shown.empty() ? std::string_view(form.indicators[indicator].l3.printed) : std::string_view(shown);
}

Context make_context(const Form& form, const Scorecard& scorecard, const Policy& policy, const Lexicon& lexicon,
                     const Words& words, const Phrasebook& phrasebook) {
  Context context(form, scorecard, policy, lexicon, words, phrasebook);
  const std::size_t count = form.indicators.size();
  context.line_of.assign(count, nullptr);
  context.facts.resize(count);
  context.filled.reserve(count);
  context.scored.reserve(count);
  for (const ScoreLine& line : scorecard.lines) {
    if (line.indicator < 0) {
      context.execution = &line;
    } else if (static_cast<std::size_t>(line.indicator) < count) {
      context.line_of[static_cast<std::size_t>(line.indicator)] = &line;
    }
  }
  for (std::size_t i = 0; i < count; ++i) read_row(context, i);
  read_funds(context);
  read_free_text(context);
  context.expected = read_narrative(form.goal_expected.printed, phrasebook);
  context.actual = read_narrative(form.goal_actual.printed, phrasebook);
  context.timetable = compare_timetables(context.expected, context.actual, phrasebook);
  context.surface = read_surface(form);
  context.topics.reserve(count);
  for (const IndicatorFacts& facts : context.facts) context.topics.push_back(topic_of(facts.name, phrasebook));
  return context;
}

double similarity(std::string_view key_a, std::string_view key_b) {
  const std::u32string a = to_utf32(key_a);
  const std::u32string b = to_utf32(key_b);
  if (a.size() < 2 || b.size() < 2) return a == b ? 1.0 : 0.0;
  std::vector<std::uint64_t> pairs;
  pairs.reserve(a.size());
  for (std::size_t i = 1; i < a.size(); ++i) pairs.push_back((std::uint64_t(a[i - 1]) << 32) | a[i]);
  const std::size_t all = a.size() + b.size() - 2;
  std::size_t shared = 0;
  for (std::size_t i = 1; i < b.size(); ++i) {
    const auto found = std::find(pairs.begin(), pairs.end(), (std::uint64_t(b[i - 1]) << 32) | b[i]);
    if (found == pairs.end()) continue;
    *found = pairs.back();
    pairs.pop_back();
    ++shared;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(all);
}

std::size_t common_run(std::string_view key_a, std::string_view key_b) {
  const std::u32string a = to_utf32(key_a);
  const std::u32string b = to_utf32(key_b);
  std::vector<std::size_t> run(b.size() + 1, 0);
  std::size_t best = 0;
  for (const char32_t c : a) {
    for (std::size_t j = b.size(); j > 0; --j) {
      run[j] = b[j - 1] == c ? run[j - 1] + 1 : 0;
      best = std::max(best, run[j]);
    }
  }
  return best;
}

}  // namespace jiheng::audit
