// Time in a narrative: months, spans and quarters with what is done in them, and years with what explains them.
#include "audit/narrative_pass.h"
#include "core/text.h"

namespace jiheng::audit::detail {

Months months_of(SenseMask calendar) {
  if ((calendar & mask_of(Sense::Quarter1)) != 0) return {1, 3};
  if ((calendar & mask_of(Sense::Quarter2)) != 0) return {4, 6};
  if ((calendar & mask_of(Sense::Quarter3)) != 0) return {7, 9};
  if ((calendar & mask_of(Sense::Quarter4)) != 0) return {10, 12};
  if ((calendar & mask_of(Sense::Half1)) != 0) return {1, 6};
  if ((calendar & mask_of(Sense::Half2)) != 0) return {7, 12};
  return {12, 12};
}

// Strips from the end of what stands before a month all that is no subject: 计划, 于, 2023年.
std::string_view Pass::subject_before(std::string_view words) const {
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

std::string_view Pass::subject_after(std::string_view words) const {
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

std::string_view Pass::strip_leading(std::string_view words) const {
  while (const Phrase verb = book_.at(words, 0, mask_of(Sense::EventVerb) | mask_of(Sense::Plan))) {
    words.remove_prefix(verb.text.size());
  }
  return words;
}

bool Pass::each_before(std::size_t at) const {
  return at >= 3 && text_.substr(at - 3, 3) == "每";
}

void Pass::note_month(Months months, std::size_t begin, std::size_t end) {
  if (month_.first != 0) return;  // 3月启动、5月完成 in one phrase: the first names the event
  month_ = months;
  month_begin_ = begin;
  month_end_ = end;
}

void Pass::note_year(int year, std::size_t begin, std::size_t digits_end) {
  YearMention mention{year, false, out_.clauses.size()};
  const std::string_view before = last_characters(text_.substr(clause_begin_, begin - clause_begin_), 3);
  std::string_view after = first_characters(text_.substr(digits_end + 3), 8);
  if (starts_with(after, "度")) after.remove_prefix(3);
  mention.explained = book_.any(before, mask_of(Sense::YearGuard)) || explains_year(after) ||
                      (!before.empty() && (before.back() == '-' || before.back() == '~'));
  out_.years.push_back(mention);
}

// 2022年起, 2022年度结转资金: a guard of one character only right behind the year.
bool Pass::explains_year(std::string_view after) const {
  if (book_.at(after, 0, mask_of(Sense::YearGuard))) return true;
  for (std::size_t at = 0; at < after.size(); next_code_point(after, at)) {
    if (book_.at(after, at, mask_of(Sense::YearGuard)).text.size() >= 6) return true;
  }
  return false;
}

std::size_t Pass::skip_range_sign(std::size_t at) const {
  const std::string_view rest = text_.substr(at);
  if (rest.empty()) return 0;
  if (rest[0] == '-' || rest[0] == '~') return at + 1;
  if (starts_with(rest, "至") || starts_with(rest, "到") || starts_with(rest, "、")) return at + 3;
  if (starts_with(rest, "～")) return at + 3;
  return 0;
}

// 2021-2025年: neither end is the year of the form.
std::size_t Pass::years_range(std::size_t at, const Numeral& numeral) {
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
std::size_t Pass::months_range(std::size_t begin, std::size_t end) {
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

int Pass::small_number(std::size_t begin, std::size_t end) const {
  if (end <= begin || end - begin > 2) return 0;
  int value = 0;
  for (std::size_t at = begin; at < end; ++at) value = is_digit(text_[at]) ? value * 10 + (text_[at] - '0') : 99;
  return value;
}

// Behind "3月": perhaps a span, 3月-5月, 3月至5月, 3月、4月.
std::size_t Pass::read_months(int first, std::size_t begin, std::size_t end) {
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

}  // namespace jiheng::audit::detail
