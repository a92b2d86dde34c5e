// Dates in target cells. A date tells until when; its day or month may be left out or said in words
// (底, 上旬, 上半年, 三季度).
#include <array>

#include "core/text.h"
#include "form/target_parts.h"

namespace jiheng::detail {
namespace {

struct Whole {
  int value = 0;
  int digits = 0;
};
Whole whole_at(std::string_view key, std::size_t at) {
  Whole out;
  while (at < key.size() && is_digit(key[at]) && out.digits < 9) {
    out.value = out.value * 10 + (key[at] - '0');
    ++out.digits;
    ++at;
  }
  return out;
}

bool skip(std::string_view key, std::size_t& at, std::string_view word) {
  if (key.compare(at, word.size(), word) != 0) return false;
  at += word.size();
  return true;
}

bool is_year(const Whole& number) {
  return number.digits == 4 && number.value >= 1990 && number.value <= 2099;
}
bool is_month(const Whole& number) {
  return number.digits >= 1 && number.digits <= 2 && number.value >= 1 && number.value <= 12;
}
bool is_day(const Whole& number) {
  return number.digits >= 1 && number.digits <= 2 && number.value >= 1 && number.value <= 31;
}

struct Part {
  std::string_view word;
  int value;
};
constexpr std::array<Part, 3> kThirds = {{{"上旬", 10}, {"中旬", 20}, {"下旬", 0}}};
// Parts of a year, by their last month.
constexpr std::array<Part, 16> kYearParts = {{{"第一季度", 3},
                                              {"第二季度", 6},
                                              {"第三季度", 9},
                                              {"第四季度", 12},
                                              {"一季度", 3},
                                              {"二季度", 6},
                                              {"三季度", 9},
                                              {"四季度", 12},
                                              {"1季度", 3},
                                              {"2季度", 6},
                                              {"3季度", 9},
                                              {"4季度", 12},
                                              {"上半年", 6},
                                              {"下半年", 12},
                                              {"年底", 12},
                                              {"年末", 12}}};

// 月 has just been read: the day, or the third of the month.
void read_day(std::string_view key, std::size_t& at, Date& date) {
  for (const Part& third : kThirds) {
    if (skip(key, at, third.word)) {
      date.day = third.value;
      return;
    }
  }
  if (skip(key, at, "底") || skip(key, at, "末") || skip(key, at, "份")) return;
  const Whole day = whole_at(key, at);
  if (!is_day(day)) return;
  std::size_t next = at + static_cast<std::size_t>(day.digits);
  if (!skip(key, next, "日") && !skip(key, next, "号")) return;
  date.day = day.value;
  at = next;
}

// "12月", "1-12月": the (last) month; false if it is none.
bool read_month(std::string_view key, std::size_t& at, Date& date) {
  const Whole month = whole_at(key, at);
  if (!is_month(month)) return false;
  std::size_t next = at + static_cast<std::size_t>(month.digits);
  if (skip(key, next, "月")) {
    date.month = month.value;
    read_day(key, next, date);
    at = next;
    return true;
  }
  if (skip(key, next, "-") || skip(key, next, "~") || skip(key, next, "至")) {
    const Whole last = whole_at(key, next);
    if (!is_month(last) || last.value < month.value) return false;
    next += static_cast<std::size_t>(last.digits);
    if (!skip(key, next, "月")) return false;
    date.month = last.value;
    read_day(key, next, date);
    at = next;
    return true;
  }
  return false;
}

// "-12-31", "/12/31", ".12.31" after the year; a time of day after it is passed over.
bool read_signed_parts(std::string_view key, std::size_t& at, Date& date) {
  if (at >= key.size() || (key[at] != '-' && key[at] != '/' && key[at] != '.')) return false;
  const char sign = key[at];
  std::size_t next = at + 1;
  const Whole month = whole_at(key, next);
  if (!is_month(month)) return false;
  next += static_cast<std::size_t>(month.digits);
  if (next >= key.size() || key[next] != sign) {
    // 2023-12: a year and a month; with a point it is more likely an amount.
    if (sign == '.' || month.digits != 2 || (next < key.size() && is_digit(key[next]))) return false;
    date.month = month.value;
    at = next;
    return true;
  }
  ++next;
  Whole day = whole_at(key, next);
  if (day.digits > 2) day = {(key[next] - '0') * 10 + (key[next + 1] - '0'), 2};  // 2023-12-3100:00:00
  if (!is_day(day)) return false;
  next += static_cast<std::size_t>(day.digits);
  if (next + 5 <= key.size() && is_digit(key[next]) && is_digit(key[next + 1]) && key[next + 2] == ':') {
    while (next < key.size() && (is_digit(key[next]) || key[next] == ':')) ++next;
  }
  date.month = month.value;
  date.day = day.value;
  at = next;
  return true;
}

std::optional<DateMention> single_date_at(std::string_view key, std::size_t position, bool signed_value) {
  const Whole first = whole_at(key, position);
  if (first.digits == 0) return std::nullopt;
  std::size_t at = position + static_cast<std::size_t>(first.digits);
  Date date;
  if (is_year(first)) {
    date.year = first.value;
    if (read_signed_parts(key, at, date)) return DateMention{date, at, false};
    std::size_t words = at;
    for (const Part& part : kYearParts) {  // 2023年底, 2023上半年
      if (skip(key, words, part.word)) {
        date.month = part.value;
        return DateMention{date, words, false};
      }
    }
    if (!skip(key, at, "年")) return std::nullopt;
    skip(key, at, "度");
    for (const Part& part : kYearParts) {  // 2023年上半年
      if (skip(key, at, part.word)) {
        date.month = part.value;
        return DateMention{date, at, false};
      }
    }
    if (read_month(key, at, date)) return DateMention{date, at, false};
    return DateMention{date, at, true};
  }
  if (first.digits == 8 && position == 0 && key.size() == 8) {  // 20231231
    const Whole year{first.value / 10000, 4};
    const Whole month{first.value / 100 % 100, 2};
    const Whole day{first.value % 100, 2};
    if (is_year(year) && is_month(month) && is_day(day))
      return DateMention{{year.value, month.value, day.value}, 8, false};
  }
  at = position;
  if (!read_month(key, at, date)) return std::nullopt;
  // "≤12月" is a duration; "≤12月底", "12月20日" are dates.
  if (signed_value && date.day == 0 && ends_with(key.substr(0, at), "月")) return std::nullopt;
  return DateMention{date, at, false};
}

}  // namespace

std::optional<DateMention> date_at(std::string_view key, std::size_t position, bool signed_value) {
  std::optional<DateMention> first = single_date_at(key, position, signed_value);
  if (!first) return std::nullopt;
  // A span of dates ends when its second one does.
  std::size_t at = first->end;
  if (skip(key, at, "-") || skip(key, at, "~") || skip(key, at, "至") || skip(key, at, "到")) {
    if (std::optional<DateMention> last = single_date_at(key, at, signed_value)) {
      if (last->date.year == 0) last->date.year = first->date.year;
      return last;
    }
  }
  return first;
}

}  // namespace jiheng::detail
