#include "audit/phrasebook.h"

#include <algorithm>
#include <utility>

#include "audit/numeral.h"
#include "core/ordering.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::pair<Sense, std::string_view> kLists[] = {
    {Sense::Plan, "narrative_plan_words"},
    {Sense::Done, "narrative_done_words"},
    {Sense::Purpose, "narrative_purpose_words"},
    {Sense::Delay, "narrative_delay_words"},
    {Sense::Cancel, "narrative_cancel_words"},
    {Sense::Shortfall, "narrative_shortfall_words"},
    {Sense::GuardBefore, "narrative_admission_guards_before"},
    {Sense::GuardAfter, "narrative_admission_guards_after"},
    {Sense::ApproximateBefore, "narrative_approximate_before"},
    {Sense::ApproximateAfter, "narrative_approximate_after"},
    {Sense::AtLeastBefore, "narrative_at_least_before"},
    {Sense::AtMostBefore, "narrative_at_most_before"},
    {Sense::AtLeastAfter, "narrative_at_least_after"},
    {Sense::AtMostAfter, "narrative_at_most_after"},
    {Sense::Per, "narrative_per_words"},
    {Sense::Part, "narrative_part_words"},
    {Sense::Counting, "narrative_counting_words"},
    {Sense::Fixed, "narrative_fixed_phrases"},
    {Sense::Quarter1, "narrative_quarter_1"},
    {Sense::Quarter2, "narrative_quarter_2"},
    {Sense::Quarter3, "narrative_quarter_3"},
    {Sense::Quarter4, "narrative_quarter_4"},
    {Sense::Half1, "narrative_half_1"},
    {Sense::Half2, "narrative_half_2"},
    {Sense::YearEnd, "narrative_year_end"},
    {Sense::YearGuard, "narrative_year_guards"},
    {Sense::Activity, "narrative_activity_nouns"},
    {Sense::Tail, "narrative_measure_tails"},
    {Sense::Generic, "narrative_generic_words"},
    {Sense::EventVerb, "narrative_event_verbs"},
    {Sense::MonthSuffix, "narrative_month_suffixes"},
    {Sense::Total, "narrative_total_words"},
    {Sense::Due, "narrative_due_words"},
    {Sense::Hint, "narrative_template_hints"},
    {Sense::Person, "narrative_person_marks"},
    {Sense::DanglingEnd, "narrative_dangling_ends"},
    {Sense::PartIntroduction, "narrative_part_introductions"},
    {Sense::OpenList, "narrative_open_list_words"},
};
static_assert(std::size(kLists) == static_cast<std::size_t>(Sense::kCount));

std::uint32_t first_of(std::string_view text, std::size_t position) {
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte < 0x80) return byte;
  return static_cast<std::uint32_t>(next_code_point(text, position));
}

std::uint32_t last_of(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return first_of(text, begin);
}

std::size_t hash_of(std::uint32_t character) {
  return character * 2654435761U >> 7;
}

}  // namespace

Phrasebook::Phrasebook(const Lexicon& lexicon) {
  collect(lexicon);
  index_beginnings();
  index_endings();
}

// All words with what they mean, by first character, longest first; a word of several lists is one entry.
void Phrasebook::collect(const Lexicon& lexicon) {
  std::vector<Entry> found;
  found.reserve(2048);
  const auto add = [&](std::string_view word, SenseMask senses, std::int16_t group, std::int16_t unit) {
    const std::size_t begin = arena_.size();
    is_key(word) ? arena_.append(word) : arena_.append(key_of(word));
    const std::string_view key = std::string_view(arena_).substr(begin);
    if (key.empty()) return;
    found.push_back({first_of(key, 0), static_cast<std::uint32_t>(begin), static_cast<std::uint16_t>(key.size()), group,
                     unit, key.back(), senses});
  };
  for (const auto& [sense, name] : kLists) {
    std::int16_t group = 0;
    for (const std::string& line : lexicon.list(name)) {
      // One line of activity nouns is a group of words of one meaning, joined by |.
      for (std::size_t from = 0; from < line.size();) {
        const std::size_t bar = std::min(line.find('|', from), line.size());
        const std::int16_t of_group =
            sense == Sense::Activity ? static_cast<std::int16_t>(group % 64) : std::int16_t{-1};
        add(std::string_view(line).substr(from, bar - from), mask_of(sense), of_group, -1);
        from = bar + 1;
      }
      ++group;
    }
  }
  for (std::size_t i = 0; i < lexicon.units.size(); ++i) {
    const Unit& unit = lexicon.units[i];
    units_.emplace_back(unit.name, unit.dimension);
    add(unit.name, mask_of(Sense::Counting), -1, static_cast<std::int16_t>(i));
    for (const std::string& alias : unit.aliases)
      add(alias, mask_of(Sense::Counting), -1, static_cast<std::int16_t>(i));
  }

  const auto first_and_size = [&](std::size_t i) {
    return std::uint64_t{found[i].first} << 16U | (UINT16_MAX - found[i].size);
  };
  entries_.reserve(found.size());
  for (const std::uint32_t i : order_by(found.size(), first_and_size)) {
    Entry* same = nullptr;
    for (std::size_t k = entries_.size(); k > 0 && same == nullptr; --k) {
      Entry& entry = entries_[k - 1];
      if (entry.first != found[i].first || entry.size != found[i].size) break;
      if (text_of(entry) == text_of(found[i])) same = &entry;
    }
    if (same == nullptr) {
      entries_.push_back(found[i]);
      continue;
    }
    same->senses |= found[i].senses;
    if (found[i].group >= 0) same->group = found[i].group;
    if (found[i].unit >= 0) same->unit = found[i].unit;
  }
}

void Phrasebook::Index::reserve(std::size_t characters) {
  std::size_t size = 64;
  while (size < characters * 2) size *= 2;
  slots_.resize(size);
}

void Phrasebook::Index::add(const Slot& slot) {
  std::size_t at = hash_of(slot.character) & (slots_.size() - 1);
  while (slots_[at].character != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
}

const Phrasebook::Index::Slot* Phrasebook::Index::find(std::uint32_t character) const {
  for (std::size_t at = hash_of(character) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].character == character) return &slots_[at];
    if (slots_[at].character == 0) return nullptr;
  }
}

void Phrasebook::index_beginnings() {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) characters += i == 0 || entries_[i].first != entries_[i - 1].first;
  beginnings_.reserve(characters);
  for (std::size_t i = 0; i < entries_.size();) {
    Index::Slot made{entries_[i].first, static_cast<std::uint16_t>(i), 0, 0};
    for (; i < entries_.size() && entries_[i].first == made.character; ++i) {
      made.senses |= entries_[i].senses;
      starts_.add(text_of(entries_[i]));
      if ((entries_[i].senses & kTold) != 0) told_starts_.add(text_of(entries_[i]));
      if ((entries_[i].senses & kEmptied) != 0) emptied_starts_.add(text_of(entries_[i]));
    }
    made.end = static_cast<std::uint16_t>(i);
    beginnings_.add(made);
  }
  // Numerals tell something too: who skips what tells nothing must stop at them.
  for (std::size_t at = 0; at < kChineseNumerals.size();) {
    const std::size_t from = at;
    next_code_point(kChineseNumerals, at);
    told_starts_.add(kChineseNumerals.substr(from, at - from));
  }
}

void Phrasebook::index_endings() {
  std::vector<std::uint32_t> lasts;
  lasts.reserve(entries_.size());
  for (const Entry& entry : entries_) lasts.push_back(last_of(text_of(entry)));
  const auto last = [&](std::size_t i) { return lasts[i]; };
  endings_.reserve(entries_.size());
  for (const std::uint32_t i : order_by(entries_.size(), [&](std::size_t at) {
         return std::uint64_t{last(at)} << 16U | (UINT16_MAX - entries_[at].size);
       })) {
    endings_.push_back(static_cast<std::uint16_t>(i));
  }
  std::size_t characters = 0;
  for (std::size_t i = 0; i < endings_.size(); ++i) characters += i == 0 || last(endings_[i]) != last(endings_[i - 1]);
  ends_.reserve(characters);
  for (std::size_t i = 0; i < endings_.size();) {
    Index::Slot made{last(endings_[i]), static_cast<std::uint16_t>(i), 0, 0};
    for (; i < endings_.size() && last(endings_[i]) == made.character; ++i) made.senses |= entries_[endings_[i]].senses;
    made.end = static_cast<std::uint16_t>(i);
    ends_.add(made);
  }
}

Phrase Phrasebook::at(std::string_view text, std::size_t position, SenseMask senses) const {
  if (position >= text.size()) return {};
  std::size_t behind = position;
  const char32_t first = next_code_point(text, behind);
  if (!starts_.may_begin(first, behind < text.size() ? next_code_point(text, behind) : 0)) return {};
  const Index::Slot* found = beginnings_.find(static_cast<std::uint32_t>(first));
  if (found == nullptr || (found->senses & senses) == 0) return {};
  for (std::size_t i = found->begin; i < found->end; ++i) {
    const Entry& entry = entries_[i];
    if ((entry.senses & senses) != 0 && stands_at(entry, text, position)) {
      return {text.substr(position, entry.size), entry.senses, entry.group, entry.unit};
    }
  }
  return {};
}

Phrase Phrasebook::at_end(std::string_view text, SenseMask senses) const {
  if (text.empty()) return {};
  const Index::Slot* found = ends_.find(last_of(text));
  if (found == nullptr || (found->senses & senses) == 0) return {};
  for (std::size_t i = found->begin; i < found->end; ++i) {
    const Entry& entry = entries_[endings_[i]];
    if ((entry.senses & senses) != 0 && text.ends_with(text_of(entry))) {
      return {text.substr(text.size() - entry.size), entry.senses, entry.group, entry.unit};
    }
  }
  return {};
}

bool Phrasebook::any(std::string_view text, SenseMask senses) const {
  for (std::size_t at_byte = 0; at_byte < text.size();) {
    if (at(text, at_byte, senses)) return true;
    next_code_point(text, at_byte);
  }
  return false;
}

GroupMask Phrasebook::groups(std::string_view text) const {
  GroupMask groups = 0;
  for (std::size_t at_byte = 0; at_byte < text.size();) {
    const Phrase word = at(text, at_byte, mask_of(Sense::Activity));
    if (word) {
      groups |= GroupMask{1} << static_cast<unsigned>(word.group);
      at_byte += word.text.size();
    } else {
      next_code_point(text, at_byte);
    }
  }
  return groups;
}

std::string_view Phrasebook::unit_name(const Phrase& unit) const {
  return unit.unit >= 0 ? std::string_view(units_[static_cast<std::size_t>(unit.unit)].first) : unit.text;
}

std::string_view Phrasebook::unit_dimension(const Phrase& unit) const {
  return unit.unit >= 0 ? std::string_view(units_[static_cast<std::size_t>(unit.unit)].second) : std::string_view();
}

}  // namespace jiheng::audit
