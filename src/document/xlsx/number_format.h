// Number formats of workbooks: what a cell shows, "83.33%", "1,234.50", "2023年12月31日", from the
// number it stores. The form says what is shown; the stored 0.8333333333333333 was never printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiheng {

/// Workbooks count days from 1900 or, of old Macintoshes, from 1904.
enum class DateSystem { From1900, From1904 };

/// One format code, understood once and used for many cells.
class NumberFormat {
 public:
  /// Shows numbers as they are ("General").
  NumberFormat() = default;
  /// `code` such as "#,##0.00;[Red]-#,##0.00", "yyyy\"年\"m\"月\"d\"日\"", "@". What is not understood
  /// is shown as General.
  explicit NumberFormat(std::string_view code);

  /// The code that a workbook means by a built-in number; "" for General and unknown ones.
  static std::string_view built_in(int id);

  [[nodiscard]] bool general() const { return sections_.empty(); }
  /// As shown, without the spaces that only align.
  [[nodiscard]] std::string show(double value, DateSystem dates = DateSystem::From1900) const;
  /// A text under this format: itself, or put into the fourth section's "@".
  [[nodiscard]] std::string show(std::string_view text) const;

  struct Token {
    enum class Kind {
      Literal,
      Digit,
      Point,
      Exponent,
      Text,
      General,
      Year,
      Era,
      Month,
      Day,
      Weekday,
      ChineseWeekday,
      Hour,
      Minute,
      Second,
      Fraction,
      HalfDay,
      ElapsedHours,
      ElapsedMinutes,
      ElapsedSeconds,
    };
    Kind kind = Kind::Literal;
    std::string literal;  ///< of a Literal; the placeholder 0 # ? of a Digit; the sign of an Exponent
    int count = 1;        ///< letters of a date part
  };
  /// When a section applies, if it says so: [>=100].
  enum class Condition { None, Less, AtMost, Equal, Other, AtLeast, More };
  struct Section {
    std::vector<Token> tokens;
    Condition condition = Condition::None;
    double operand = 0;
    int whole_digits = 0, decimals = 0, exponent_digits = 0;
    int shift = 0;         ///< powers of ten: +2 for each %, −3 for each trailing comma
    bool grouped = false;  ///< thousands separators
    bool is_date = false;
    bool has_half_day = false;    ///< 12-hour clock
    bool chinese_digits = false;  ///< [DBNum1]
    bool chinese = false;         ///< of a Chinese locale: weekday names
  };

 private:
  std::vector<Section> sections_;
};

/// A number as General shows it: at most 15 digits, the shortest of them ("89.974", "0.1", "1E+20").
std::string show_general(double value);

}  // namespace jiheng
