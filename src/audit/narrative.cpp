// One pass over the compact text: separators cut clauses and phrases, everything else is looked up
// in the phrasebook or read as a numeral.
#include "audit/narrative.h"

#include <algorithm>

#include "audit/compact.h"
#include "audit/narrative_pass.h"
#include "core/text.h"

namespace jiheng::audit {
namespace detail {
namespace {

enum class Separator { None, Phrase, Clause, Sentence };

// The separator that begins at `at`; `size` becomes its length in bytes.
Separator separator_at(std::string_view text, std::size_t at, std::size_t& size) {
  const auto lead = static_cast<unsigned char>(text[at]);
  size = 1;
  if (lead < 0x80) {
    switch (lead) {
      case ';':
      case '!':
      case '?': return Separator::Sentence;
      case ',':
      case ':': return Separator::Clause;
      case '(':
      case ')':
      case '"':
      case '[':
      case ']': return Separator::Phrase;
      default: return Separator::None;
    }
  }
  size = 3;
  const std::string_view three = text.substr(at, 3);
  if (lead == 0xE3) {
    if (three == "。") return Separator::Sentence;
    if (three == "、") return Separator::Phrase;
  } else if (lead == 0xEF) {
    if (three == "，" || three == "：") return Separator::Clause;
    if (three == "；" || three == "！" || three == "？") return Separator::Sentence;
  } else if (lead == 0xE2) {
    if (three == "“" || three == "”") return Separator::Phrase;
  }
  return Separator::None;
}

}  // namespace

// Bytes of the last `count` code points of `text`.
std::string_view last_characters(std::string_view text, int count) {
  std::size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --count;
  }
  return text.substr(at);
}

std::string_view first_characters(std::string_view text, int count) {
  std::size_t at = 0;
  while (at < text.size() && count-- > 0) next_code_point(text, at);
  return text.substr(0, at);
}

void Pass::run() {
  out_.clauses.reserve(text_.size() / 36 + 2);
  clause_.starts_sentence = true;
  bool may_begin_item = true;
  std::size_t next_gap = 0;
  for (std::size_t at = 0; at < text_.size();) {
    while (next_gap < gaps_.size() && gaps_[next_gap] < at) ++next_gap;
    const bool after_gap = next_gap < gaps_.size() && gaps_[next_gap] == at;
    if (!may_begin_item && !after_gap) {
      at = skip_plain(at, next_gap < gaps_.size() ? gaps_[next_gap] : text_.size());
      if (at == text_.size()) break;
      if (next_gap < gaps_.size() && gaps_[next_gap] == at) continue;
    }
    if ((may_begin_item || after_gap) && begin_item(at)) {
      may_begin_item = false;
      continue;
    }
    std::size_t size = 1;
    const Separator separator = separator_at(text_, at, size);
    may_begin_item = separator == Separator::Sentence || separator == Separator::Clause;
    if (separator != Separator::None) {
      end_phrase(at, at + size);
      if (separator != Separator::Phrase) end_clause(at, at + size, separator == Separator::Sentence);
      at += size;
      continue;
    }
    at = read(at);
  }
  end_phrase(text_.size(), text_.size());
  end_clause(text_.size(), text_.size(), true);
  if (!out_.items.empty()) close_item(text_.size());
  for (Event& event : pending_) out_.events.push_back(event);
  std::stable_sort(out_.events.begin(), out_.events.end(),
                   [](const Event& a, const Event& b) { return a.clause < b.clause; });
  out_.events.erase(std::remove_if(out_.events.begin(), out_.events.end(),
                                   [](const Event& event) { return length(event.subject) < 2; }),
                    out_.events.end());
}

// Past most characters, up to `stop`: Han that begin no word looked for and no numeral.
std::size_t Pass::skip_plain(std::size_t at, std::size_t stop) const {
  constexpr char32_t kFirst = 0x4000, kLast = 0x9FFF;
  std::size_t behind = at;
  char32_t c = next_code_point(text_, behind);
  while (at < stop && c >= kFirst && c <= kLast) {
    std::size_t after = behind;
    const char32_t next = behind < text_.size() ? next_code_point(text_, after) : 0;
    if (book_.may_tell(c, next)) break;
    at = behind;
    behind = after;
    c = next;
  }
  return at;
}

bool Pass::begin_item(std::size_t& at) {
  const auto mark = numbering_mark_at(text_, at);
  if (!mark) return false;
  const auto slot = static_cast<std::size_t>(mark->style);
  const int previous = last_of_style_[slot];
  const bool starts = mark->number == 1;
  // A list begins with 1 and goes on in small steps; anything else is a figure or a quotation.
  if (!starts && (previous == 0 || mark->number > previous + 3)) return false;
  if (!starts && mark->number != previous + 1) out_.numbering_faults.push_back({previous, mark->number});
  last_of_style_[slot] = mark->number;
  // An item behind white space or behind 、: what stood before it ends here.
  if (at > phrase_begin_) end_phrase(at, at);
  if (at > clause_begin_) end_clause(at, at, true);
  if (out_.items.empty()) outer_ = mark->style;
  if (mark->style == outer_) {
    if (!out_.items.empty()) close_item(at);
    out_.items.push_back({mark->number, {}});
    item_begin_ = mark->end;
    item_ = mark->number;
    for (std::size_t style = 0; style < std::size(last_of_style_); ++style) {
      if (style != slot) last_of_style_[style] = 0;  // an inner list begins anew in each item
    }
  }
  at = phrase_begin_ = clause_begin_ = mark->end;
  clause_.starts_sentence = true;
  return true;
}

void Pass::close_item(std::size_t end) {
  out_.items.back().text = text_.substr(item_begin_, end > item_begin_ ? end - item_begin_ : 0);
}

void Pass::end_phrase(std::size_t end, std::size_t next) {
  const std::string_view phrase = text_.substr(phrase_begin_, end - phrase_begin_);
  for (; phrase_quantity_ < out_.quantities.size(); ++phrase_quantity_) {
    Quantity& quantity = out_.quantities[phrase_quantity_];
    const auto after = static_cast<std::size_t>(quantity.printed.data() + quantity.printed.size() - text_.data());
    if (after < end) quantity.after = text_.substr(after, end - after);
  }
  if (month_.first != 0) {
    Event event{{}, month_.first, month_.last, out_.clauses.size(), item_};
    event.subject = subject_before(text_.substr(phrase_begin_, month_begin_ - phrase_begin_));
    if (event.subject.empty()) event.subject = subject_after(text_.substr(month_end_, end - month_end_));
    if (event.subject.empty()) {
      pending_.push_back(event);
    } else {
      out_.events.push_back(event);
    }
    month_ = {};
  } else if (!pending_.empty() && !phrase.empty()) {
    const std::string_view subject = subject_after(phrase);
    for (Event& event : pending_) {
      event.subject = subject;
      out_.events.push_back(event);
    }
    pending_.clear();
  }
  phrase_begin_ = next;
}

void Pass::end_clause(std::size_t end, std::size_t next, bool sentence_ends) {
  if (end > clause_begin_) {
    clause_.text = text_.substr(clause_begin_, end - clause_begin_);
    clause_.item = item_;
    out_.groups |= clause_.groups;
    for (; clause_quantity_ < out_.quantities.size(); ++clause_quantity_) {
      out_.quantities[clause_quantity_].planned = planned_;
    }
    out_.clauses.push_back(clause_);
    clause_ = Clause();
  }
  clause_.starts_sentence = clause_.starts_sentence || sentence_ends;
  clause_begin_ = next;
  planned_ = false;
}

std::size_t Pass::read(std::size_t at) {
  const char c = text_[at];
  const bool digit = is_digit(c);
  if (const Phrase phrase = book_.at(text_, at, kTold)) {
    if ((phrase.senses & kCalendar) != 0 && !each_before(at)) {
      note_month(months_of(phrase.senses), at, at + phrase.text.size());
      return at + phrase.text.size();
    }
    if ((phrase.senses & kAdmission) != 0) note_admission(phrase, at);
    if ((phrase.senses & mask_of(Sense::Person)) != 0) out_.persons.push_back({phrase.text, out_.clauses.size()});
    if ((phrase.senses & mask_of(Sense::Plan)) != 0) {
      ++out_.plan_marks;
      planned_ = true;
    }
    if ((phrase.senses & mask_of(Sense::Done)) != 0) ++out_.done_marks;
    if ((phrase.senses & mask_of(Sense::Purpose)) != 0) ++out_.purpose_marks;
    if ((phrase.senses & mask_of(Sense::Hint)) != 0 && out_.template_hint.empty()) out_.template_hint = phrase.text;
    if ((phrase.senses & mask_of(Sense::Activity)) != 0)
      clause_.groups |= GroupMask{1} << static_cast<unsigned>(phrase.group);
    if ((phrase.senses & (kAdmission | mask_of(Sense::Activity) | mask_of(Sense::Fixed))) != 0 || !digit) {
      return at + phrase.text.size();
    }
  }
  if (digit || (static_cast<unsigned char>(c) >= 0xE3 && begins_chinese_numeral(text_, at))) return read_number(at);
  std::size_t next = at;
  next_code_point(text_, next);
  return next;
}

void Pass::note_admission(const Phrase& phrase, std::size_t at) {
  const std::string_view before = last_characters(text_.substr(clause_begin_, at - clause_begin_), 6);
  if (book_.any(before, mask_of(Sense::GuardBefore))) return;
  const std::string_view after = text_.substr(at + phrase.text.size());
  if (book_.at(after, 0, mask_of(Sense::GuardAfter))) return;
  // 尚未完成的项目: the verb stands between.
  const std::string_view near = first_characters(after, 3);
  if (contains(near, "的")) return;
  const bool cancelled = (phrase.senses & mask_of(Sense::Cancel)) != 0;
  if (cancelled && book_.any(first_characters(after, 10), mask_of(Sense::GuardAfter))) return;
  const auto kind = cancelled                                      ? Admission::Kind::Cancelled
                    : (phrase.senses & mask_of(Sense::Delay)) != 0 ? Admission::Kind::Delay
                                                                   : Admission::Kind::Shortfall;
  out_.admissions.push_back({kind, phrase.text, out_.clauses.size()});
}

}  // namespace detail

std::string_view Narrative::context(std::size_t clause, const Phrasebook& phrasebook) const {
  const Clause& own = clauses[clause];
  if (clause == 0 || own.starts_sentence || own.groups != 0) return own.text;
  // Han characters that are neither generic nor measures: two of them name something.
  int telling = 0;
  for (std::size_t at = 0; at < own.text.size() && telling < 2;) {
    if (const Phrase empty_word = phrasebook.at(own.text, at,
                                                mask_of(Sense::Generic) | mask_of(Sense::Tail) |
                                                    mask_of(Sense::Counting) | mask_of(Sense::ApproximateBefore) |
                                                    mask_of(Sense::ApproximateAfter) | mask_of(Sense::EventVerb))) {
      at += empty_word.text.size();
      continue;
    }
    if (is_han(next_code_point(own.text, at))) ++telling;
  }
  if (telling >= 2) return own.text;
  const char* begin = clauses[clause - 1].text.data();
  return {begin, static_cast<std::size_t>(own.text.data() + own.text.size() - begin)};
}

Narrative read_narrative(std::string_view text, const Phrasebook& phrasebook) {
  Narrative out;
  Compact compact = compacted(text);
  out.compact = std::make_unique<const std::string>(std::move(compact.text));
  out.text = *out.compact;
  detail::Pass(out, compact.gaps, phrasebook).run();
  return out;
}

Narrative read_narrative(std::string_view text, const Lexicon& lexicon) {
  return read_narrative(text, Phrasebook(lexicon));
}

}  // namespace jiheng::audit
