#include "document/xlsx/shown_date.h"

#include <array>
#include <cmath>
#include <string_view>

namespace jiheng {
namespace {

using Kind = NumberFormat::Token::Kind;

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> kChineseWeekdays = {"日", "一", "二", "三", "四", "五", "六"};
constexpr std::array<std::string_view, 10> kChineseDigits = {"〇", "一", "二", "三", "四",
                                                             "五", "六", "七", "八", "九"};

std::string padded(long long number, int width) {
  std::string text = std::to_string(number);
  while (static_cast<int>(text.size()) < width) text.insert(text.begin(), '0');
  return text;
}

// 二〇二三 for years, 十二 and 三十一 for months and days.
std::string chinese(int number, bool digit_by_digit) {
  std::string out;
  if (digit_by_digit || number >= 100) {
    for (const char c : std::to_string(number)) out += kChineseDigits[static_cast<std::size_t>(c - '0')];
    return out;
  }
  if (number >= 20) out += kChineseDigits[static_cast<std::size_t>(number / 10)];
  if (number >= 10) out += "十";
  if (number % 10 != 0 || number == 0) out += kChineseDigits[static_cast<std::size_t>(number % 10)];
  return out;
}

}  // namespace

std::optional<ShownDate> shown_date(double serial, bool from_1904) {
  constexpr double kLastDay = 2'958'466;  // after 9999-12-31
  if (from_1904) serial += 1462;
  if (!(serial >= 0 && serial < kLastDay)) return std::nullopt;
  ShownDate date;
  const auto total = static_cast<long long>(std::llround(serial * 86'400'000.0));
  long long days = total / 86'400'000;
  const auto within = static_cast<int>(total % 86'400'000);
  date.total_seconds = total / 1000;
  date.millisecond = within % 1000;
  date.second = within / 1000 % 60;
  date.minute = within / 60'000 % 60;
  date.hour = within / 3'600'000;
  date.weekday = static_cast<int>((days + 6) % 7);
  if (days == 60) {  // spreadsheets know a 29 February 1900
    date.month = 2;
    date.day = 29;
    return date;
  }
  if (days < 60) ++days;
  // Days since 1899-12-30 to the proleptic Gregorian calendar (era method).
  const long long shifted = days - 25'569 + 719'468;
  const long long era = shifted / 146'097;
  const long long day_of_era = shifted - era * 146'097;
  const long long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long month_index = (5 * day_of_year + 2) / 153;
  date.day = static_cast<int>(day_of_year - (153 * month_index + 2) / 5 + 1);
  date.month = static_cast<int>(month_index < 10 ? month_index + 3 : month_index - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

std::string show_date(const NumberFormat::Section& section, const ShownDate& date) {
  std::string out;
  const auto put = [&](int number, int letters) {
    out += section.chinese_digits ? chinese(number, false) : padded(number, letters >= 2 ? 2 : 1);
  };
  for (const NumberFormat::Token& token : section.tokens) {
    switch (token.kind) {
      case Kind::Literal: out += token.literal; break;
      case Kind::Year:
      case Kind::Era:
        if (section.chinese_digits) {
          out += chinese(date.year, true);
        } else {
          out += token.count <= 2 && token.kind == Kind::Year ? padded(date.year % 100, 2) : padded(date.year, 4);
        }
        break;
      case Kind::Month: {
        const std::string_view name = kMonths[static_cast<std::size_t>(date.month - 1)];
        if (token.count <= 2)
          put(date.month, token.count);
        else
          out += token.count == 3 ? name.substr(0, 3) : token.count == 5 ? name.substr(0, 1) : name;
        break;
      }
      case Kind::Day: put(date.day, token.count); break;
      case Kind::Weekday: {
        const auto day = static_cast<std::size_t>(date.weekday);
        if (section.chinese)
          out.append("星期").append(kChineseWeekdays[day]);
        else
          out += token.count == 3 ? kWeekdays[day].substr(0, 3) : kWeekdays[day];
        break;
      }
      case Kind::ChineseWeekday:
        if (token.count > 3) out += "星期";
        out += kChineseWeekdays[static_cast<std::size_t>(date.weekday)];
        break;
      case Kind::Hour: {
        const int hour = section.has_half_day ? (date.hour + 11) % 12 + 1 : date.hour;
        put(hour, token.count);
        break;
      }
      case Kind::Minute: put(date.minute, token.count); break;
      case Kind::Second: put(date.second, token.count); break;
      case Kind::Fraction:
        out += "." + padded(date.millisecond, 3).substr(0, static_cast<std::size_t>(token.count));
        break;
      case Kind::HalfDay:
        if (token.literal.size() > 5)
          out += date.hour < 12 ? "上午" : "下午";
        else if (token.literal.size() == 5)
          out += date.hour < 12 ? "AM" : "PM";
        else
          out += date.hour < 12 ? "A" : "P";
        break;
      case Kind::ElapsedHours: out += padded(date.total_seconds / 3600, token.count); break;
      case Kind::ElapsedMinutes: out += padded(date.total_seconds / 60, token.count); break;
      case Kind::ElapsedSeconds: out += padded(date.total_seconds, token.count); break;
      default: break;
    }
  }
  return out;
}

}  // namespace jiheng
