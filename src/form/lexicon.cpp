#include "form/lexicon.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace jiheng {
namespace {

void sort_longest_first(auto& words, auto name) {
  std::stable_sort(words.begin(), words.end(),
                   [&](const auto& a, const auto& b) { return name(a).size() > name(b).size(); });
}

struct Magnitude {
  std::string_view name;
  std::int64_t factor;
};
constexpr std::array<Magnitude, 7> kMagnitudes = {{
    {"千万", 10'000'000},
    {"百万", 1'000'000},
    {"十万", 100'000},
    {"亿", 100'000'000},
    {"万", 10'000},
    {"千", 1'000},
    {"百", 100},
}};

// A unit taken apart: magnitude × known unit.
struct Measure {
  std::string_view dimension;
  Decimal factor{1};
};

std::optional<Measure> measure_of(std::string_view unit, const Lexicon& lexicon) {
  if (unit.empty()) return Measure{"", Decimal(1)};
  if (const Unit* known = lexicon.find_unit(unit)) return Measure{known->dimension, known->factor};
  for (const Magnitude& magnitude : kMagnitudes) {
    if (!starts_with(unit, magnitude.name)) continue;
    const std::string_view rest = unit.substr(magnitude.name.size());
    if (rest.empty()) return Measure{"", Decimal(magnitude.factor)};
    if (const Unit* known = lexicon.find_unit(rest)) {
      return Measure{known->dimension, known->factor * Decimal(magnitude.factor)};
    }
  }
  return std::nullopt;
}

}  // namespace

const std::vector<std::string>& Lexicon::list(std::string_view name) const {
  static const std::vector<std::string> kNone;
  for (const auto& [list_name, words] : lists) {
    if (list_name == name) return words;
  }
  return kNone;
}

const Unit* Lexicon::find_unit(std::string_view name) const {
  const WordIndex::Entry* entry = unit_index.exact(name);
  return entry == nullptr ? nullptr : &units[static_cast<std::size_t>(entry->id)];
}

void Lexicon::prepare() {
  const auto first = [](const auto& pair) -> const std::string& { return pair.first; };
  sort_longest_first(comparisons, first);
  sort_longest_first(suffix_comparisons, first);
  sort_longest_first(levels, [](const LevelWord& level) -> const std::string& { return level.word; });

  std::vector<std::pair<std::string, int>> entries;
  for (std::size_t at = 0; at < units.size(); ++at) {
    entries.push_back({key_of(units[at].name), static_cast<int>(at)});
    for (const std::string& alias : units[at].aliases) entries.push_back({key_of(alias), static_cast<int>(at)});
  }
  unit_index.build(std::move(entries));

  const auto index_pairs = [](WordIndex& index, const auto& pairs) {
    std::vector<std::pair<std::string, int>> words;
    words.reserve(pairs.size());
    for (const auto& [word, meaning] : pairs) words.push_back({key_of(word), static_cast<int>(meaning)});
    index.build(std::move(words));
  };
  index_pairs(prefix_index, comparisons);
  index_pairs(suffix_index, suffix_comparisons);
  index_pairs(level1_index, level1_names);
  index_pairs(level2_index, level2_names);

  entries.clear();
  const auto add = [&entries](const std::string& word, LevelToken token) {
    entries.push_back({key_of(word), static_cast<int>(token)});
  };
  for (const LevelWord& level : levels) {
    add(level.word, level.grade == LevelGrade::Full      ? LevelToken::Full
                    : level.grade == LevelGrade::Partial ? LevelToken::Partial
                                                         : LevelToken::None);
  }
  for (const std::string& word : weakeners) add(word, LevelToken::Weakener);
  for (const std::string& word : negations) add(word, LevelToken::Negation);
  for (const std::string& word : list("level_fillers")) add(word, LevelToken::Filler);
  for (const std::string& word : list("level_troubles")) add(word, LevelToken::Trouble);
  level_index.build(std::move(entries));

  entries.clear();
  for (const std::string& word : list("achieved_words")) entries.push_back({key_of(word), 0});
  achieved_index.build(std::move(entries));
  entries.clear();
  for (const std::string& word : list("lower_is_better"))
    entries.push_back({word, static_cast<int>(NameToken::LowerIsBetter)});
  for (const std::string& word : list("control_rates"))
    entries.push_back({word, static_cast<int>(NameToken::ControlRate)});
  direction_index.build(std::move(entries));
}

std::optional<Lexicon::NameToken> Lexicon::direction_in(std::string_view indicator_name) const {
  for (std::size_t at = 0; at < indicator_name.size(); ++at) {
    const bool inside = (static_cast<unsigned char>(indicator_name[at]) & 0xC0) == 0x80;
    if (inside) continue;
    if (const WordIndex::Entry* entry = direction_index.match(indicator_name, at))
      return static_cast<NameToken>(entry->id);
  }
  return std::nullopt;
}

std::optional<Decimal> unit_ratio(std::string_view from, std::string_view to, const Lexicon& lexicon) {
  if (from == to) return Decimal(1);
  const std::size_t from_slash = from.find('/');
  const std::size_t to_slash = to.find('/');
  if (from_slash != std::string_view::npos || to_slash != std::string_view::npos) {
    // A rate: the same denominator, and numerators that convert.
    if (from_slash == std::string_view::npos || to_slash == std::string_view::npos) return std::nullopt;
    if (from.substr(from_slash) != to.substr(to_slash)) return std::nullopt;
    return unit_ratio(from.substr(0, from_slash), to.substr(0, to_slash), lexicon);
  }
  const std::optional<Measure> a = measure_of(from, lexicon);
  const std::optional<Measure> b = measure_of(to, lexicon);
  if (!a || !b || a->dimension != b->dimension || b->factor.is_zero()) return std::nullopt;
  constexpr int kDecimals = 12;
  return divide(a->factor, b->factor, kDecimals)->trimmed();
}

}  // namespace jiheng
