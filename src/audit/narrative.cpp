// One pass over the compact text: separators cut clauses and phrases, everything else is looked up
// in the phrasebook or read as a numeral.
#include "audit/narrative.h"

#include <algorithm>

#include "audit/compact.h"
#include "audit/numbering.h"
#include "audit/numeral.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

enum class Separator { None, Phrase, Clause, Sentence };

// The separator that begins at `at`; `size` becomes its length in bytes.
Separator separator_at(std::string_view text, std::size_t at, std::size_t& size) {
  const auto lead = static_cast<unsigned char>(text[at]);
  size = 1;
  if (lead < 0x80) {
    switch (lead) {
      case ';': case '!': case '?': return Separator::Sentence;
      case ',': case ':': return Separator::Clause;
      case '(': case ')': case '"': case '[': case ']': return Separator::Phrase;
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

struct Months {
  int first = 0, last = 0;
};

Months months_of(SenseMask calendar) {
  if ((calendar & mask_of(Sense::Quarter1)) != 0) return {1, 3};
  if ((calendar & mask_of(Sense::Quarter2)) != 0) return {4, 6};
  if ((calendar & mask_of(Sense::Quarter3)) != 0) return {7, 9};
  if ((calendar & mask_of(Sense::Quarter4)) != 0) return {10, 12};
  if ((calendar & mask_of(Sense::Half1)) != 0) return {1, 6};
  if ((calendar & mask_of(Sense::Half2)) != 0) return {7, 12};
  return {12, 12};
}

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

class Pass {
 public:
  Pass(Narrative& out, const std::vector<std::uint32_t>& gaps, const Phrasebook& phrasebook)
      : out_(out), text_(out.text), gaps_(gaps), book_(phrasebook) {}

  void run() {
    out_.clauses.reserve(text_.size() / 36 + 2);
    clause_.starts_sentence = true;
    bool may_begin_item = true;
    std::size_t next_gap = 0;
    for (std::size_t at = 0; at < text_.size();) {
      while (next_gap < gaps_.size() && gaps_[next_gap] < at) ++next_gap;
      const bool after_gap = next_gap < gaps_.size() && gaps_[next_gap] == at;
      if (!may_begin_item && !after_gap && plain_character(at)) {
        at += 3;
        continue;
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

 private:
  // Most characters: Han that begin no word looked for and no numeral.
  bool plain_character(std::size_t at) const {
    const auto lead = static_cast<unsigned char>(text_[at]);
    if (lead < 0xE4 || lead > 0xE9 || at + 2 >= text_.size()) return false;
    const char32_t c = (static_cast<char32_t>(lead & 0x0FU) << 12) | (static_cast<char32_t>(text_[at + 1] & 0x3F) << 6) |
                       static_cast<char32_t>(text_[at + 2] & 0x3F);
    return !book_.begins_told(c) && !is_chinese_numeral(c);
  }

  // --- items ---------------------------------------------------------------------------------------
  bool begin_item(std::size_t& at) {
    const auto mark = numbering_mark_at(text_, at);
    if (!mark) return false;
    const auto slot = static_cast<std::size_t>(mark->style);
    const int previous = last_of_style_[slot];
    const bool starts = mark->number == 1;
    // A list begins with 1 and goes on in small steps; anything else is a figure or a quotation.
    if (!starts && (previous == 0 || mark->number > previous + 3)) return false;
    if (!starts && mark->number != previous + 1) out_.numbering_faults.push_back({previous, mark->number});
    last_of_style_[slot] = mark->number;
    if (at > phrase_begin_) {  // an item behind white space: what stood before it ends here
      end_phrase(at, at);
      end_clause(at, at, true);
    }
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

  void close_item(std::size_t end) {
    out_.items.back().text = text_.substr(item_begin_, end > item_begin_ ? end - item_begin_ : 0);
  }

  // --- phrases and clauses ---------------------------------------------------------------------------
  void end_phrase(std::size_t end, std::size_t next) {
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

  void end_clause(std::size_t end, std::size_t next, bool sentence_ends) {
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

  // Strips from the end of what stands before a month all that is no subject: 计划, 于, 2023年.
  std::string_view subject_before(std::string_view words) const {
    constexpr SenseMask kStrip = mask_of(Sense::EventVerb) | mask_of(Sense::Plan);
    for (;;) {
      if (const Phrase verb = book_.at_end(words, kStrip)) {
        words.remove_suffix(verb.text.size());
      } else if (!words.empty() && (is_digit(words.back()) || words.back() == '-')) {
        words.remove_suffix(1);
      } else {
        break;
      }
    }
    return strip_leading(words);
  }

  std::string_view subject_after(std::string_view words) const {
    // 3月份, 3月底前, 3月31日前: what belongs to the date.
    for (bool more = true; more && !words.empty();) {
      more = false;
      if (const Phrase suffix = book_.at(words, 0, mask_of(Sense::MonthSuffix))) {
        words.remove_prefix(suffix.text.size());
        more = true;
      } else if (is_digit(words.front()) || words.front() == '-') {
        std::size_t digits = 0;
        while (digits < words.size() && (is_digit(words[digits]) || words[digits] == '-')) ++digits;
        if (!starts_with(words.substr(digits), "日") && !starts_with(words.substr(digits), "号")) break;
        words.remove_prefix(digits + 3);
        more = true;
      }
    }
    return strip_leading(words);
  }

  std::string_view strip_leading(std::string_view words) const {
    while (const Phrase verb = book_.at(words, 0, mask_of(Sense::EventVerb) | mask_of(Sense::Plan))) {
      words.remove_prefix(verb.text.size());
    }
    return words;
  }

  // --- words and numbers -----------------------------------------------------------------------------
  std::size_t read(std::size_t at) {
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
      if ((phrase.senses & mask_of(Sense::Activity)) != 0) clause_.groups |= GroupMask{1} << static_cast<unsigned>(phrase.group);
      if ((phrase.senses & (kAdmission | mask_of(Sense::Activity) | mask_of(Sense::Fixed))) != 0 || !digit) {
        return at + phrase.text.size();
      }
    }
    if (digit || (static_cast<unsigned char>(c) >= 0xE3 && begins_chinese_numeral(text_, at))) return read_number(at);
    std::size_t next = at;
    next_code_point(text_, next);
    return next;
  }

  bool each_before(std::size_t at) const { return at >= 3 && text_.substr(at - 3, 3) == "每"; }

  void note_month(Months months, std::size_t begin, std::size_t end) {
    if (month_.first != 0) return;  // 3月启动、5月完成 in one phrase: the first names the event
    month_ = months;
    month_begin_ = begin;
    month_end_ = end;
  }

  void note_admission(const Phrase& phrase, std::size_t at) {
    const std::string_view before = last_characters(text_.substr(clause_begin_, at - clause_begin_), 6);
    if (book_.any(before, mask_of(Sense::GuardBefore))) return;
    const std::string_view after = text_.substr(at + phrase.text.size());
    if (book_.at(after, 0, mask_of(Sense::GuardAfter))) return;
    // 尚未完成的项目: the verb stands between.
    const std::string_view near = first_characters(after, 3);
    if (contains(near, "的")) return;
    const bool cancelled = (phrase.senses & mask_of(Sense::Cancel)) != 0;
    if (cancelled && book_.any(first_characters(after, 10), mask_of(Sense::GuardAfter))) return;
    const auto kind = cancelled ? Admission::Kind::Cancelled
                      : (phrase.senses & mask_of(Sense::Delay)) != 0 ? Admission::Kind::Delay : Admission::Kind::Shortfall;
    out_.admissions.push_back({kind, phrase.text, out_.clauses.size()});
  }

  std::size_t read_number(std::size_t at) {
    const auto numeral = numeral_at(text_, at);
    if (!numeral) return skip_digits(at);
    const std::size_t bare = numeral->bare_end;
    const std::string_view rest = text_.substr(bare);
    if (!numeral->in_words && starts_with(rest, "年") && numeral->digits == 4 && numeral->bare.is_whole() &&
        numeral->bare >= Decimal(1990) && numeral->bare <= Decimal(2099)) {
      note_year(static_cast<int>(numeral->bare.coefficient()), at, bare);
      return bare + 3;
    }
    if (starts_with(rest, "月") && !numeral->magnitude && numeral->bare.is_whole() && numeral->bare >= Decimal(1) &&
        numeral->bare <= Decimal(12)) {
      return read_months(static_cast<int>(numeral->bare.coefficient()), at, bare + 3);
    }
    if (!numeral->in_words && numeral->bare.is_whole()) {
      if (const std::size_t end = months_range(at, bare)) return end;
      if (const std::size_t end = years_range(at, *numeral)) return end;
    }
    // The day of a date, and numbers of documents and houses: 3月15日, 10号.
    const bool day = starts_with(rest, "日") && at >= 3 && text_.substr(at - 3, 3) == "月";
    if (day || starts_with(rest, "号") || preceded_by_code(at)) return numeral->end;
    return read_quantity(at, *numeral);
  }

  std::size_t skip_digits(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && (is_digit(text_[end]) || text_[end] == ' ' || text_[end] == '.' || text_[end] == ',')) ++end;
    if (end == at) next_code_point(text_, end);
    return end;
  }

  // 第3次, GB50015, 〔2020〕10号, No.3: a number that names and does not count.
  bool preceded_by_code(std::size_t at) const {
    if (at == 0) return false;
    const char before = text_[at - 1];
    if ((before >= 'A' && before <= 'Z') || before == '_' || before == '/' || before == '[' || before == ']' || before == '#' || before == '.') return true;
    return at >= 3 && (text_.substr(at - 3, 3) == "第" || text_.substr(at - 3, 3) == "届");
  }

  void note_year(int year, std::size_t begin, std::size_t digits_end) {
    YearMention mention{year, false, out_.clauses.size()};
    const std::string_view before = last_characters(text_.substr(clause_begin_, begin - clause_begin_), 3);
    std::string_view after = first_characters(text_.substr(digits_end + 3), 8);
    if (starts_with(after, "度")) after.remove_prefix(3);
    mention.explained = book_.any(before, mask_of(Sense::YearGuard)) || explains_year(after) ||
                        (!before.empty() && (before.back() == '-' || before.back() == '~'));
    out_.years.push_back(mention);
  }

  // 2022年起, 2022年度结转资金: a guard of one character only right behind the year.
  bool explains_year(std::string_view after) const {
    if (book_.at(after, 0, mask_of(Sense::YearGuard))) return true;
    for (std::size_t at = 0; at < after.size(); next_code_point(after, at)) {
      if (book_.at(after, at, mask_of(Sense::YearGuard)).text.size() >= 6) return true;
    }
    return false;
  }

  std::size_t skip_range_sign(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    if (rest.empty()) return 0;
    if (rest[0] == '-' || rest[0] == '~') return at + 1;
    if (starts_with(rest, "至") || starts_with(rest, "到") || starts_with(rest, "、")) return at + 3;
    if (starts_with(rest, "～")) return at + 3;
    return 0;
  }

  // 2021-2025年: neither end is the year of the form.
  std::size_t years_range(std::size_t at, const Numeral& numeral) {
    if (numeral.digits != 4 || numeral.bare < Decimal(1990) || numeral.bare > Decimal(2099)) return 0;
    const std::size_t behind = skip_range_sign(numeral.bare_end);
    if (behind == 0 || behind >= text_.size() || !is_digit(text_[behind])) return 0;
    const auto last = numeral_at(text_, behind);
    if (!last || !starts_with(text_.substr(last->bare_end), "年") || !last->bare.is_whole() || last->digits > 4) return 0;
    (void)at;
    out_.years.push_back({static_cast<int>(numeral.bare.coefficient()), true, out_.clauses.size()});
    if (last->digits == 4) out_.years.push_back({static_cast<int>(last->bare.coefficient()), true, out_.clauses.size()});
    return last->bare_end + 3;
  }

  // 3-5月, 3至5月, 3、4、5月.
  std::size_t months_range(std::size_t begin, std::size_t end) {
    const int first = small_number(begin, end);
    if (first < 1 || first > 12) return 0;
    int last = first;
    for (std::size_t at = end;;) {
      const std::size_t from = skip_range_sign(at);
      if (from == 0) return 0;
      std::size_t to = from;
      while (to < text_.size() && is_digit(text_[to])) ++to;
      const int month = small_number(from, to);
      if (month <= last || month > 12) return 0;
      last = month;
      if (starts_with(text_.substr(to), "月")) {
        note_month({first, last}, begin, to + 3);
        return to + 3;
      }
      at = to;
    }
  }

  int small_number(std::size_t begin, std::size_t end) const {
    if (end <= begin || end - begin > 2) return 0;
    int value = 0;
    for (std::size_t at = begin; at < end; ++at) value = is_digit(text_[at]) ? value * 10 + (text_[at] - '0') : 99;
    return value;
  }

  // Behind "3月": perhaps a span, 3月-5月, 3月至5月, 3月、4月.
  std::size_t read_months(int first, std::size_t begin, std::size_t end) {
    int last = first;
    for (std::size_t from = skip_range_sign(end); from != 0; from = skip_range_sign(end)) {
      std::size_t to = from;
      while (to < text_.size() && is_digit(text_[to])) ++to;
      const int month = small_number(from, to);
      if (month <= last || month > 12 || !starts_with(text_.substr(to), "月")) break;
      // 3月、4月 are one span only when nothing is said between; 3月、4月开展X is.
      last = month;
      end = to + 3;
    }
    note_month({first, last}, begin, end);
    return end;
  }

  std::size_t read_quantity(std::size_t at, const Numeral& numeral) {
    Quantity quantity;
    quantity.in_words = numeral.in_words;
    quantity.approximate = numeral.approximate;
    quantity.number = numeral.number;
    std::size_t end = numeral.end;
    Phrase unit;
    if (numeral.magnitude) {  // money keeps its unit: 5.8万元 is 5.8 万元
      std::size_t from = numeral.bare_end;
      for (const std::string_view sign : {"余", "多"}) {
        if (starts_with(text_.substr(from), sign)) from += sign.size();
      }
      unit = book_.at(text_, from, mask_of(Sense::Counting));
      if (unit && ends_with(unit.text, "元")) {
        quantity.number = numeral.bare;
        end = from;
      } else {
        unit = Phrase();
      }
    }
    if (!unit) {
      unit = book_.at(text_, end, mask_of(Sense::Counting));
      // 3万余元 and 300余万元
      if (unit && unit.text == "元" && numeral.magnitude) {
        quantity.number = numeral.number;
      }
    }
    // 个 before a better one: 148个批次.
    if (unit && unit.text == "个") {
      const Phrase better = book_.at(text_, end + unit.text.size(), mask_of(Sense::Counting));
      if (better && better.text.size() > 3) {
        end += unit.text.size();
        unit = better;
      }
    }
    std::size_t after = end + unit.text.size();
    quantity.unit = unit.text;
    quantity.unit_index = unit.unit;
    if (!unit && numeral.magnitude) {
      quantity.unit = text_.substr(numeral.bare_end, numeral.end - numeral.bare_end);
      if (quantity.unit == "万" || quantity.unit == "亿") {
        quantity.number = numeral.bare;
      } else {
        quantity.unit = {};
      }
    }
    // A numeral in words counts only with a unit; 一 hardly ever counts (一个平台, 一项工作).
    if (numeral.in_words && (!unit || numeral.number <= Decimal(1))) return std::max(numeral.bare_end, at + 3);
    if (unit.text == "月" || unit.text == "号") return after;
    quantity.upper = quantity.number;
    if (const std::size_t range_end = read_upper_end(quantity, after, unit)) after = range_end;
    quantity.printed = text_.substr(at, after - at);
    quantity.before = text_.substr(phrase_begin_, at - phrase_begin_);
    quantity.clause = out_.clauses.size();
    quantity.item = item_;
    qualify(quantity, after);
    out_.quantities.push_back(quantity);
    return after;
  }

  // 20-30人: the second number takes the unit of both.
  std::size_t read_upper_end(Quantity& quantity, std::size_t after, const Phrase& unit) const {
    const std::size_t from = skip_range_sign(after);
    if (from == 0 || from >= text_.size() || starts_with(text_.substr(after), "、") || !is_digit(text_[from])) return 0;
    const auto upper = numeral_at(text_, from);
    if (!upper || upper->number < quantity.number) return 0;
    const Phrase last = book_.at(text_, upper->end, mask_of(Sense::Counting));
    if (!last || (unit && last.text != unit.text)) return 0;
    quantity.upper = upper->number;
    quantity.unit = last.text;
    quantity.unit_index = last.unit;
    return upper->end + last.text.size();
  }

  void qualify(Quantity& quantity, std::size_t after) const {
    const std::string_view clause = text_.substr(clause_begin_, static_cast<std::size_t>(quantity.printed.data() - text_.data()) - clause_begin_);
    const Phrase sign = book_.at_end(quantity.before, mask_of(Sense::ApproximateBefore) | mask_of(Sense::AtLeastBefore) | mask_of(Sense::AtMostBefore));
    const Phrase tail = book_.at(text_, after, mask_of(Sense::ApproximateAfter) | mask_of(Sense::AtLeastAfter) | mask_of(Sense::AtMostAfter));
    const SenseMask both = sign.senses | tail.senses;
    if ((both & (mask_of(Sense::ApproximateBefore) | mask_of(Sense::ApproximateAfter))) != 0) quantity.approximate = true;
    if ((both & (mask_of(Sense::AtLeastBefore) | mask_of(Sense::AtLeastAfter))) != 0) quantity.bound = Comparison::AtLeast;
    if ((both & (mask_of(Sense::AtMostBefore) | mask_of(Sense::AtMostAfter))) != 0) quantity.bound = Comparison::AtMost;
    quantity.per_one = book_.any(last_characters(clause, 10), mask_of(Sense::Per)) ||
                       (after < text_.size() && text_[after] == '/');
    quantity.part = book_.any(last_characters(clause, 12), mask_of(Sense::Part));
  }

  Narrative& out_;
  std::string_view text_;
  const std::vector<std::uint32_t>& gaps_;
  const Phrasebook& book_;
  Clause clause_;
  std::size_t clause_begin_ = 0, phrase_begin_ = 0, item_begin_ = 0;
  std::size_t phrase_quantity_ = 0, clause_quantity_ = 0;
  bool planned_ = false;
  int item_ = 0;
  NumberingStyle outer_ = NumberingStyle::Digit;
  int last_of_style_[7] = {};
  Months month_;
  std::size_t month_begin_ = 0, month_end_ = 0;
  std::vector<Event> pending_;
};

}  // namespace

std::optional<Decimal> yuan_in(std::string_view unit, bool bare_wan) {
  if (unit == "元") return Decimal(1);
  if (unit == "万元" || (bare_wan && unit == "万")) return Decimal(10000);
  if (unit == "亿元" || (bare_wan && unit == "亿")) return Decimal(100000000);
  if (unit == "千元") return Decimal(1000);
  if (unit == "百万元") return Decimal(1000000);
  return std::nullopt;
}

std::optional<Decimal> in_yuan(const Quantity& quantity, bool bare_wan) {
  const auto factor = yuan_in(quantity.unit, bare_wan);
  return factor ? std::optional<Decimal>(quantity.number * *factor) : std::nullopt;
}

std::string_view Narrative::context(std::size_t clause, const Phrasebook& phrasebook) const {
  const Clause& own = clauses[clause];
  if (clause == 0 || own.starts_sentence || own.groups != 0) return own.text;
  // Han characters that are neither generic nor measures: two of them name something.
  int telling = 0;
  for (std::size_t at = 0; at < own.text.size() && telling < 2;) {
    if (const Phrase empty_word = phrasebook.at(own.text, at, mask_of(Sense::Generic) | mask_of(Sense::Tail) |
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
  Pass(out, compact.gaps, phrasebook).run();
  return out;
}

Narrative read_narrative(std::string_view text, const Lexicon& lexicon) {
  return read_narrative(text, Phrasebook(lexicon));
}

}  // namespace jiheng::audit
