// Number format codes understood: "#,##0.00;[Red]-#,##0.00" becomes sections of tokens.
#include <algorithm>
#include <charconv>

#include "core/text.h"
#include "document/xlsx/number_format.h"

namespace jiheng {
namespace {

using Token = NumberFormat::Token;
using Kind = NumberFormat::Token::Kind;
using Section = NumberFormat::Section;
using Condition = NumberFormat::Condition;

bool same_letters(std::string_view a, std::string_view lower) {
  return a.size() >= lower.size() && std::equal(lower.begin(), lower.end(), a.begin(), [](char x, char y) {
           return x == (y >= 'A' && y <= 'Z' ? y + 32 : y);
         });
}

void add_literal(Section& section, std::string_view text) {
  if (section.tokens.empty() || section.tokens.back().kind != Kind::Literal || section.tokens.back().count < 0)
    section.tokens.push_back({});
  section.tokens.back().literal.append(text);
}

// What stands in [brackets]: a condition, a locale or currency, numerals, elapsed time, a colour.
void read_bracket(Section& section, std::string_view inside) {
  if (inside.empty()) return;
  if (inside[0] == '$') {
    const std::size_t dash = inside.find('-');
    add_literal(section, inside.substr(1, dash == std::string_view::npos ? dash : dash - 1));
    const std::string_view locale = dash == std::string_view::npos ? std::string_view() : inside.substr(dash + 1);
    section.chinese = section.chinese || ends_with(locale, "804") || contains(locale, "zh");
  } else if (inside[0] == '<' || inside[0] == '>' || inside[0] == '=') {
    const std::size_t length = inside.size() > 1 && (inside[1] == '=' || inside[1] == '>') ? 2 : 1;
    const std::string_view sign = inside.substr(0, length);
    section.condition = sign == "<"    ? Condition::Less
                        : sign == "<=" ? Condition::AtMost
                        : sign == "="  ? Condition::Equal
                        : sign == "<>" ? Condition::Other
                        : sign == ">=" ? Condition::AtLeast
                                       : Condition::More;
    std::from_chars(inside.data() + length, inside.data() + inside.size(), section.operand);
  } else if (same_letters(inside, "dbnum1") || same_letters(inside, "dbnum2")) {
    section.chinese_digits = true;
  } else if (inside.find_first_not_of("hH") == std::string_view::npos) {
    section.tokens.push_back({Kind::ElapsedHours, "", static_cast<int>(inside.size())});
  } else if (inside.find_first_not_of("mM") == std::string_view::npos) {
    section.tokens.push_back({Kind::ElapsedMinutes, "", static_cast<int>(inside.size())});
  } else if (inside.find_first_not_of("sS") == std::string_view::npos) {
    section.tokens.push_back({Kind::ElapsedSeconds, "", static_cast<int>(inside.size())});
  }
}

// A run of one date letter; moves `at` past it. Letters that mean nothing are literals.
void read_letter(Section& section, std::string_view code, std::size_t& at) {
  const char letter = static_cast<char>(code[at] | 0x20);
  const std::size_t from = at;
  while (at < code.size() && (code[at] | 0x20) == letter) ++at;
  const int count = static_cast<int>(at - from);
  switch (letter) {
    case 'y': section.tokens.push_back({Kind::Year, "", count}); break;
    case 'e': section.tokens.push_back({Kind::Era, "", count}); break;
    case 'm': section.tokens.push_back({Kind::Month, "", count}); break;
    case 'd': section.tokens.push_back({count > 2 ? Kind::Weekday : Kind::Day, "", count}); break;
    case 'h': section.tokens.push_back({Kind::Hour, "", count}); break;
    case 's': section.tokens.push_back({Kind::Second, "", count}); break;
    case 'a':
      if (count >= 3) {
        section.tokens.push_back({Kind::ChineseWeekday, "", count});
        break;
      }
      [[fallthrough]];
    default: add_literal(section, code.substr(from, at - from));
  }
}

// One section of a code; moves `at` past its ';'.
Section read_section(std::string_view code, std::size_t& at) {
  Section section;
  while (at < code.size() && code[at] != ';') {
    const char c = code[at];
    const std::string_view rest = code.substr(at);
    if (c == '"') {
      const std::size_t end = std::min(code.find('"', at + 1), code.size());
      add_literal(section, code.substr(at + 1, end - at - 1));
      at = std::min(end + 1, code.size());
    } else if (c == '\\' || c == '!') {
      std::size_t next = at + 1;
      if (next < code.size()) next_code_point(code, next);
      add_literal(section, code.substr(at + 1, next - at - 1));
      at = next;
    } else if (c == '_' || c == '*') {  // space as wide as the next character; fill with it
      std::size_t next = at + 1;
      if (next < code.size()) next_code_point(code, next);
      if (c == '_') add_literal(section, " ");
      at = next;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      read_bracket(section, code.substr(at + 1, end - at - 1));
      at = std::min(end + 1, code.size());
    } else if (same_letters(rest, "general")) {
      section.tokens.push_back({Kind::General, "", 1});
      at += 7;
    } else if (starts_with(rest, "G/通用格式")) {
      section.tokens.push_back({Kind::General, "", 1});
      at += std::string_view("G/通用格式").size();
    } else if (same_letters(rest, "am/pm") || same_letters(rest, "a/p") || starts_with(rest, "上午/下午")) {
      const std::size_t size = same_letters(rest, "am/pm") ? 5
                               : same_letters(rest, "a/p") ? 3
                                                           : std::string_view("上午/下午").size();
      section.tokens.push_back({Kind::HalfDay, std::string(rest.substr(0, size)), 1});
      section.has_half_day = true;
      at += size;
    } else if (c == '0' || c == '#' || c == '?') {
      section.tokens.push_back({Kind::Digit, std::string(1, c), 1});
      ++at;
    } else if (c == '.') {
      section.tokens.push_back({Kind::Point, ".", 1});
      ++at;
    } else if (c == ',') {
      section.tokens.push_back({Kind::Literal, ",", -1});  // resolved in `measure`
      ++at;
    } else if (c == '@') {
      section.tokens.push_back({Kind::Text, "", 1});
      ++at;
    } else if ((c == 'E' || c == 'e') && at + 1 < code.size() && (code[at + 1] == '+' || code[at + 1] == '-')) {
      section.tokens.push_back({Kind::Exponent, std::string(1, code[at + 1]), 1});
      at += 2;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      read_letter(section, code, at);
    } else {
      std::size_t next = at;
      next_code_point(code, next);
      if (c == '%') section.shift += 2;
      add_literal(section, code.substr(at, next - at));
      at = next;
    }
  }
  if (at < code.size()) ++at;
  return section;
}

bool is_date_part(Kind kind) {
  return kind >= Kind::Year && kind <= Kind::ElapsedSeconds && kind != Kind::Fraction;
}

// "m" is minutes after hours and before seconds, else months; ".0" after seconds is their fraction.
void resolve_date(std::vector<Token>& tokens) {
  const auto neighbour = [&](std::size_t from, int step) {
    for (auto i = static_cast<std::ptrdiff_t>(from) + step; i >= 0 && i < std::ssize(tokens); i += step) {
      const Kind kind = tokens[static_cast<std::size_t>(i)].kind;
      if (is_date_part(kind) && kind != Kind::HalfDay) return kind;
    }
    return Kind::Literal;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == Kind::Month && tokens[i].count <= 2) {
      const Kind before = neighbour(i, -1), after = neighbour(i, 1);
      if (before == Kind::Hour || before == Kind::ElapsedHours || after == Kind::Second) tokens[i].kind = Kind::Minute;
    }
  }
  std::vector<Token> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == Kind::Point && i > 0 && tokens[i - 1].kind == Kind::Second && i + 1 < tokens.size() &&
        tokens[i + 1].kind == Kind::Digit) {
      int digits = 0;
      while (i + 1 < tokens.size() && tokens[i + 1].kind == Kind::Digit) ++digits, ++i;
      kept.push_back({Kind::Fraction, "", std::min(digits, 3)});
      continue;
    }
    if (tokens[i].kind == Kind::Digit || tokens[i].kind == Kind::Point) tokens[i].kind = Kind::Literal;
    kept.push_back(std::move(tokens[i]));
  }
  tokens = std::move(kept);
}

// Counts the placeholders, finds what the commas mean and drops them.
void measure(Section& section) {
  section.is_date = std::any_of(section.tokens.begin(), section.tokens.end(),
                                [](const Token& token) { return is_date_part(token.kind); });
  const auto is_comma = [](const Token& token) { return token.kind == Kind::Literal && token.count < 0; };
  if (section.is_date) {
    for (Token& token : section.tokens) token.count = is_comma(token) ? 1 : token.count;
    resolve_date(section.tokens);
    return;
  }
  bool after_point = false, in_exponent = false;
  std::vector<Token> kept;
  for (std::size_t i = 0; i < section.tokens.size(); ++i) {
    Token& token = section.tokens[i];
    if (is_comma(token)) {
      const bool after_digit = !kept.empty() && kept.back().kind == Kind::Digit;
      const bool more = std::any_of(section.tokens.begin() + static_cast<std::ptrdiff_t>(i), section.tokens.end(),
                                    [](const Token& later) { return later.kind == Kind::Digit; });
      if (after_digit && more && !after_point) {
        section.grouped = true;
      } else if (after_digit) {
        section.shift -= 3;
      } else {
        kept.push_back({Kind::Literal, ",", 1});
      }
      continue;
    }
    if (token.kind == Kind::Point) {
      if (after_point) token.kind = Kind::Literal;
      after_point = true;
    } else if (token.kind == Kind::Exponent) {
      in_exponent = true;
    } else if (token.kind == Kind::Digit) {
      ++(in_exponent ? section.exponent_digits : after_point ? section.decimals : section.whole_digits);
    }
    kept.push_back(std::move(token));
  }
  section.tokens = std::move(kept);
}

}  // namespace

NumberFormat::NumberFormat(std::string_view code) {
  // Spreadsheets write no longer ones (ECMA-376); one that repeats "@" would make every cell a thousand times as long.
  constexpr std::size_t kLongest = 255;
  if (length(code) > kLongest) return;
  if (code.empty() || code == "@" || (code.size() == 7 && same_letters(code, "general"))) return;
  for (std::size_t at = 0; at < code.size() && sections_.size() < 4;) {
    sections_.push_back(read_section(code, at));
    measure(sections_.back());
    if (at == code.size() && code.back() == ';' && sections_.size() < 4) {  // an empty last section hides
      sections_.push_back({});
      break;
    }
  }
  // Fractions (# ?/?) are rare and have no place in money or points: shown as plain numbers.
  for (const Section& section : sections_) {
    int slashes = 0;
    for (const Token& token : section.tokens) slashes += token.kind == Kind::Literal && token.literal == "/" ? 1 : 0;
    if (!section.is_date && slashes > 0 && section.whole_digits > 1) {
      sections_.clear();
      return;
    }
  }
}

// ECMA-376 part 1, 18.8.30: numbers that stand for a code, with the codes of the zh-CN locale.
std::string_view NumberFormat::built_in(int id) {
  switch (id) {
    case 1: return "0";
    case 2: return "0.00";
    case 3: return "#,##0";
    case 4: return "#,##0.00";
    case 5:
    case 6: return "¥#,##0;¥-#,##0";
    case 7:
    case 8: return "¥#,##0.00;¥-#,##0.00";
    case 9: return "0%";
    case 10: return "0.00%";
    case 11: return "0.00E+00";
    case 14: return "yyyy/m/d";
    case 15: return "d-mmm-yy";
    case 16: return "d-mmm";
    case 17: return "mmm-yy";
    case 18: return "h:mm AM/PM";
    case 19: return "h:mm:ss AM/PM";
    case 20: return "h:mm";
    case 21: return "h:mm:ss";
    case 22: return "yyyy/m/d h:mm";
    case 27:
    case 36:
    case 50:
    case 52:
    case 57: return "yyyy\"年\"m\"月\"";
    case 28:
    case 29:
    case 51:
    case 53:
    case 54:
    case 58: return "m\"月\"d\"日\"";
    case 30: return "m-d-yy";
    case 31: return "yyyy\"年\"m\"月\"d\"日\"";
    case 32: return "h\"时\"mm\"分\"";
    case 33: return "h\"时\"mm\"分\"ss\"秒\"";
    case 34:
    case 55: return "上午/下午h\"时\"mm\"分\"";
    case 35:
    case 56: return "上午/下午h\"时\"mm\"分\"ss\"秒\"";
    case 37:
    case 38: return "#,##0;-#,##0";
    case 39:
    case 40: return "#,##0.00;-#,##0.00";
    case 41: return "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ";
    case 42: return "_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* \"-\"_ ;_ @_ ";
    case 43: return "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
    case 44: return "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ";
    case 45: return "mm:ss";
    case 46: return "[h]:mm:ss";
    case 47: return "mm:ss.0";
    case 48: return "##0.0E+0";
    default: return "";
  }
}

}  // namespace jiheng
