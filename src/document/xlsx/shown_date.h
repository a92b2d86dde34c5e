// Dates and times of workbooks: a count of days becomes what a date format shows.
#pragma once

#include <optional>
#include <string>

#include "document/xlsx/number_format.h"

namespace jiheng {

struct ShownDate {
  int year = 1900, month = 1, day = 1, weekday = 0;  ///< weekday 0 = Sunday
  int hour = 0, minute = 0, second = 0, millisecond = 0;
  long long total_seconds = 0;  ///< since day 0, for elapsed time
};

/// nullopt for what no date is shown for (negative, past the year 9999).
std::optional<ShownDate> shown_date(double serial, bool from_1904);

std::string show_date(const NumberFormat::Section& section, const ShownDate& date);

}  // namespace jiheng
