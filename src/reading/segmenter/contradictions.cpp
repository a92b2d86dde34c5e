#include "reading/segmenter/contradictions.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/doubt.h"

namespace jiheng::segmenter {
namespace {

bool brackets_match(std::string_view text) {
  int open = 0;
  for (const char c : key_of(text)) {
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (open < 0) return false;
  }
  return open == 0;
}

constexpr int kGreatestRate = 200;  // percent

constexpr std::string_view kNeverFirst[] = {"，", "。", "；", "、", "：", ",", ";"};
constexpr std::string_view kNeverLast[] = {"，", "、", ","};

bool ends_in_the_middle(std::string_view text) {
  return std::any_of(std::begin(kNeverLast), std::end(kNeverLast),
                     [text](std::string_view sign) { return ends_with(text, sign); });
}

// A bracket without its other half, or a comma at an end: a text that begins or ends in the middle.
bool is_cut_off(std::string_view text) {
  return !brackets_match(text) || ends_in_the_middle(text) ||
         std::any_of(std::begin(kNeverFirst), std::end(kNeverFirst),
                     [text](std::string_view sign) { return starts_with(text, sign); });
}

// --- funds ---

// A label that holds another row's amounts, or half of a bracket.
bool is_odd_label(std::string_view label) {
  int digits = 0;
  for (const char c : key_of(label)) digits += c >= '0' && c <= '9';
  return digits > 2 || !brackets_match(label) || contains(key_of(label).substr(label.empty() ? 0 : 1), "其中");
}

bool names_a_total(const FundsRow& row, const Vocabulary& vocabulary) {
  if (row.kind == FundsRowKind::Total) return true;
  if (row.kind != FundsRowKind::Regional) return false;
  const auto named = vocabulary.label(Part::FundsRows, row.label);
  const std::string key = label_key(row.label);
  return named == Label::FundsTotal || ends_with(key, "合计") || ends_with(key, "总额");
}

// A printed rate in percent; a bare number up to 1 is a fraction.
std::optional<Decimal> percent_of(std::string_view printed) {
  const std::string key = key_of(printed);
  if (is_percent(key)) return parse_number(std::string_view(key).substr(0, key.size() - 1));
  const auto number = parse_number(key);
  return number && *number <= Decimal(1) ? std::optional(*number * Decimal(100)) : number;
}

// Is the rate what is executed of the budget, to one percent?
bool is_rate_of(const FundsRow& row, std::string_view budget, const Decimal& rate) {
  const auto executed = parse_number(row.executed.printed), given = parse_number(budget);
  if (!executed || !given || given->is_zero()) return true;
  const Decimal is = *executed * Decimal(100), said = rate * *given;
  return (is > said ? is - said : said - is) <= *given;
}

// --- indicators ---

// A name without the number in front of it (1.1数量指标…).
std::string without_number(std::string_view text) {
  std::string key = key_of(without_numbering(text));
  key.erase(0, std::min(key.size(), key.find_first_not_of("0123456789.")));
  return key;
}

// "2健全": points in front of an answer in words.
bool holds_points(std::string_view value, const Vocabulary& vocabulary) {
  const std::string key = key_of(value), words = without_number(value);
  return words.size() < key.size() && length(words) >= 2 && vocabulary.is_level_word(words);
}

// "02017果苗保存率": the code of the row in front of its name.
bool holds_a_code(std::string_view name) {
  const std::string key = key_of(name);
  const std::size_t digits = key.find_first_not_of("0123456789");
  return digits != std::string::npos && digits >= 3 && digits != 4;
}

// "按期完成得满分，每延迟1个月扣3分": how points are given, not what is to be reached.
bool is_a_sentence(std::string_view value) {
  return length(value) > 12 && contains(value, "，");
}

// "≤8.5每册装订成本元/册": the name of a row within its value.
bool holds_a_name(std::string_view value) {
  const std::string key = key_of(value);
  const std::size_t number = key.find_first_of("0123456789");
  if (!looks_like_value(key.substr(0, 6)) || number == std::string::npos) return false;
  return length(without_number(key.substr(number))) > 9 && key.find_first_of(",;()-") == std::string::npos;
}

// The level whose whole name stands in front of the text.
Level2 second_level_in_front(std::string_view text, const Vocabulary& vocabulary) {
  const std::string key = without_number(text);
  Level2 found = Level2::Unknown;
  std::size_t at = 0;
  for (int characters = 1; at < key.size() && characters <= 10; ++characters) {
    next_code_point(key, at);
    if (characters < 2 || at + 6 > key.size()) continue;
    if (const Level2 level = vocabulary.level2(key.substr(0, at)); level != Level2::Unknown) found = level;
  }
  return found;
}

Level1 first_level_in_front(std::string_view text, const Vocabulary& vocabulary) {
  const std::string key = without_number(text);
  Level1 found = Level1::Unknown;
  std::size_t at = 0;
  for (int characters = 1; at < key.size() && characters <= 6; ++characters) {
    next_code_point(key, at);
    if (characters < 2 || at + 6 > key.size()) continue;
    if (const Level1 level = vocabulary.level1(key.substr(0, at)); level != Level1::Unknown) found = level;
  }
  return found;
}

// Does a label stand in front of the name, which is not the row's own? Then it went astray there.
bool holds_a_label(const Indicator& row, const std::set<std::string>& labels, const Vocabulary& vocabulary) {
  const std::string& name = row.l3.printed;
  const std::string own1 = key_of(row.l1.printed), own2 = key_of(row.l2.printed), key = key_of(name);
  const Level2 second = second_level_in_front(name, vocabulary);
  if (second != Level2::Unknown && second != vocabulary.level2(row.l2.printed)) return true;
  const Level1 first = first_level_in_front(name, vocabulary);
  if (first != Level1::Unknown && first != vocabulary.level1(row.l1.printed)) return true;
  return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
    return label != own1 && label != own2 && length(label) > 3 && key.size() > label.size() && starts_with(key, label);
  });
}

// 数量指标 below 效益指标. Satisfaction may be part of the benefit, cost of either.
bool contradict(Level1 first, Level2 second) {
  if (first == Level1::Unknown || first == Level1::Management || second == Level2::Unknown) return false;
  const Level1 parent = parent_of(second);
  if (parent == first || parent == Level1::Unknown || parent == Level1::Cost || second == Level2::Cost) return false;
  if (first == Level1::Cost) return parent == Level1::Output;
  return !(first == Level1::Benefit && second == Level2::ServiceSatisfaction);
}

// A word twice in a row is two labels made one (情况情况).
bool repeats_itself(std::string_view label) {
  const std::string key = key_of(label);
  for (std::size_t half = 6; half * 2 <= key.size(); half += 3) {
    if (key.compare(0, half, key, half, half) == 0) return true;
  }
  return false;
}

void doubt_levels(std::vector<Indicator>& rows, TextField Indicator::*level, const std::string& printed) {
  for (Indicator& row : rows) {
    if ((row.*level).printed == printed) doubt(row.*level);
  }
}

// 发放春耕补贴|产出指标: the name took a first level along.
bool ends_with_level1(std::string_view name, const Vocabulary& vocabulary) {
  static constexpr std::string_view kIndicator = "指标";
  if (!ends_with(name, kIndicator)) return false;
  for (std::size_t at = 0; at < name.size(); next_code_point(name, at)) {
    const std::string_view end = name.substr(at);
    if (at > 0 && end.size() > kIndicator.size() && vocabulary.is_level_name(end) &&
        vocabulary.level1(end) != Level1::Unknown)
      return true;
  }
  return false;
}

}  // namespace

void doubt_contradicting_funds(Form& form, const Vocabulary& vocabulary) {
  const auto totals = std::count_if(form.funds.begin(), form.funds.end(),
                                    [&vocabulary](const FundsRow& row) { return names_a_total(row, vocabulary); });
  if (totals != 1) {
    for (FundsRow& row : form.funds) doubt_row(row);
  }
  const bool percents = std::any_of(form.funds.begin(), form.funds.end(),
                                    [](const FundsRow& row) { return is_percent(row.rate.printed); });
  bool muddled = false;  // amounts, rates or points stand in each other's columns
  for (FundsRow& row : form.funds) {
    if (percents && !is_percent(row.rate.printed)) doubt(row.rate);
    if (is_percent(row.score.printed)) doubt(row.score);
    if (is_percent(row.weight.printed)) muddled = true;
    if (const auto said = percent_of(row.rate.printed); said && *said > Decimal(kGreatestRate)) muddled = true;
    const auto is_muddled = [](const std::string& printed) {
      return !printed.empty() && !is_dash(printed) && !is_percent(printed) && !parse_number(printed);
    };
    if (is_muddled(row.rate.printed) || is_muddled(row.score.printed) || is_muddled(row.weight.printed)) doubt_row(row);
    if (row.kind == FundsRowKind::Regional && is_odd_label(row.label)) doubt_row(row);
    const auto rate = percent_of(row.rate.printed);
    const std::string& budget = row.adjusted.empty() ? row.initial.printed : row.adjusted.printed;
    if (rate && (*rate > Decimal(1000) || !is_rate_of(row, budget, *rate))) {
      doubt(row.adjusted);
      doubt(row.executed);
      doubt(row.rate);
    }
    const auto weight = parse_number(row.weight.printed), score = parse_number(row.score.printed);
    if (weight && score && *score > *weight) doubt(row.score);
  }
  if (!muddled) return;
  for (FundsRow& row : form.funds) doubt_row(row);
}

void doubt_contradicting_indicators(Form& form, const Vocabulary& vocabulary) {
  // A first level among the names is missing where it belongs, and others stand for it.
  const auto took_level = [&vocabulary](const Indicator& row) { return ends_with_level1(row.l3.printed, vocabulary); };
  if (std::any_of(form.indicators.begin(), form.indicators.end(), took_level)) {
    for (Indicator& row : form.indicators) doubt(row.l1);
  }
  std::vector<Indicator>& rows = form.indicators;
  std::set<std::string> labels;
  std::size_t named = 0, unknown = 0;
  for (const Indicator& row : rows) {
    labels.insert(key_of(row.l1.printed));
    labels.insert(key_of(row.l2.printed));
    named += !row.l2.empty();
    unknown += !row.l2.empty() && vocabulary.level2(row.l2.printed) == Level2::Unknown;
  }
  labels.erase("");
  std::size_t astray = 0;
  for (Indicator& row : rows) {
    if (holds_a_label(row, labels, vocabulary)) {
      ++astray;
      doubt_row(row);
    }
    if (contradict(vocabulary.level1(row.l1.printed), vocabulary.level2(row.l2.printed))) {
      doubt_levels(rows, &Indicator::l1, row.l1.printed);
      doubt_levels(rows, &Indicator::l2, row.l2.printed);
    }
    for (TextField Indicator::*text : {&Indicator::l1, &Indicator::l2, &Indicator::l3, &Indicator::note}) {
      if (is_cut_off((row.*text).printed)) doubt(row.*text);
    }
    if (row.l3.empty()) {
      doubt(row.l1);
      doubt(row.l2);
    }
    if (holds_a_code(row.l3.printed)) doubt(row.l3);
    if (is_a_sentence(row.target.printed) || holds_points(row.target.printed, vocabulary) ||
        holds_a_name(row.target.printed))
      doubt(row.target);
    if (holds_points(row.actual.printed, vocabulary)) doubt(row.actual);
    if (repeats_itself(row.l2.printed)) doubt_levels(rows, &Indicator::l2, row.l2.printed);
  }
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (ends_in_the_middle(rows[i].note.printed)) doubt(rows[i + 1].note);
  }
  // Labels that stand in front of names cannot be found where they should stand, nor can their neighbours; where
  // most labels are those of nobody's list, nothing tells a label from the beginning of a name.
  // 一级指标 as a label: a header that was not recognised, perhaps in the middle of the table.
  if (std::any_of(labels.begin(), labels.end(), [&vocabulary](const std::string& label) {
        return vocabulary.label(Part::IndicatorColumns, label).has_value();
      })) {
    for (Indicator& row : rows) doubt_row(row);
  }
  const bool many = astray >= 2 && astray * 6 >= rows.size();
  const bool strange = unknown > 0 && unknown * 2 >= named;
  for (Indicator& row : rows) {
    if (!many && !strange) break;
    doubt(row.l1);
    doubt(row.l2);
    doubt(row.l3);
  }
}

void doubt_lists_run_together(Form& form, const Vocabulary& vocabulary) {
  std::vector<Level1> met;
  bool again = false;
  for (const Indicator& row : form.indicators) {
    const Level1 level = vocabulary.level1(row.l1.printed);
    if (level == Level1::Unknown || (!met.empty() && met.back() == level)) continue;
    again = again || std::find(met.begin(), met.end(), level) != met.end();
    met.push_back(level);
  }
  if (!again) return;
  for (Indicator& row : form.indicators) doubt_row(row);
}

void doubt_contradicting_top(Form& form, const Vocabulary& vocabulary) {
  if (length(form.project_code.printed) < 4) doubt(form.project_code);
  for (TextField Form::*field : {&Form::goal_expected, &Form::goal_actual}) {
    TextField& goal = form.*field;
    const std::string key = label_key(goal.printed);
    bool labelled = is_cut_off(goal.printed);
    std::size_t at = 0;
    for (int characters = 1; at < key.size() && characters <= 14 && !labelled; ++characters) {
      next_code_point(key, at);
      const std::string_view front = std::string_view(key).substr(0, at);
      labelled = characters > 3 && at < key.size() &&
                 (vocabulary.label(Part::Goals, front) || vocabulary.label(Part::Sections, front));
    }
    if (labelled) doubt(goal);
  }
}

}  // namespace jiheng::segmenter
