#include "reading/segmenter/reading_order.h"

#include <algorithm>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/certainty.h"
#include "reading/segmenter/contradictions.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/funds.h"
#include "reading/segmenter/heading.h"
#include "reading/segmenter/heading_search.h"
#include "reading/segmenter/stream_funds.h"
#include "reading/segmenter/stream_goals.h"
#include "reading/segmenter/stream_heading.h"
#include "reading/segmenter/stream_indicators.h"
#include "reading/segmenter/top_items.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kLateWithin = 80;   // lines of the upper part behind the first name of a column
constexpr std::size_t kTitleWithin = 16;  // lines: a title may be printed behind the labels of its left column

// The first line that names a column of the indicators for certain.
std::size_t indicators_begin(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  std::size_t found = last;
  for (std::size_t i = first; i < last && found == last; ++i) {
    for (const Word& word : sheet.lines[i].words) {
      const auto label = vocabulary.label(Part::IndicatorColumns, word.text);
      if (!label) continue;
      const std::string key = label_key(word.text);
      const bool level = *label == Label::IndicatorL1 || *label == Label::IndicatorL2 ||
                         (*label == Label::IndicatorL3 && length(key) >= 3);
      const bool target = *label == Label::IndicatorTarget && contains(key, "值");
      if (level || target) found = i;
    }
  }
  // Other names of columns, whole or in pieces, that stand before it: 年度|指标值.
  for (std::size_t taken = 0; taken < 4 && found > first && found < last; ++taken, --found) {
    const Line& line = sheet.lines[found - 1];
    std::size_t named = 0;
    bool foreign = length(line.text) > 40;
    for (const Word& word : line.words) {
      named += vocabulary.label(Part::IndicatorColumns, word.text) ||
               vocabulary.is_piece(Part::IndicatorColumns, word.text) ||
               vocabulary.label_begun(Part::IndicatorColumns, word.text);
      foreign = foreign || vocabulary.label(Part::Goals, word.text) ||
                vocabulary.label(Part::FundsColumns, word.text) == Label::FundsExecuted ||
                looks_like_value(word.text) || vocabulary.label(Part::FundsColumns, word.text) == Label::FundsRate ||
                length(word.text) > 12;
    }
    if (foreign || named * 2 <= line.words.size()) break;
  }
  return found;
}

// Where columns are printed one by one, the names of levels come first and the rest of the upper part stands
// before the next column's name. The line of that name, or `indicators` if nothing stands between.
std::size_t upper_part_end(const Sheet& sheet, std::size_t indicators, std::size_t last, const Vocabulary& vocabulary) {
  bool upper = false;
  for (std::size_t i = indicators; i < std::min(last, indicators + kLateWithin); ++i) {
    for (const Word& word : sheet.lines[i].words) {
      const auto column = vocabulary.label(Part::IndicatorColumns, word.text);
      const bool named =
          column == Label::IndicatorL2 || column == Label::IndicatorL3 || column == Label::IndicatorTarget;
      if (named && i > indicators && length(label_key(word.text)) >= 3) return upper ? i : indicators;
      const auto header = vocabulary.label(Part::Header, word.text),
                 funds = vocabulary.label(Part::FundsColumns, word.text);
      const bool other = vocabulary.label(Part::Goals, word.text) || (funds && *funds != Label::FundsOtherColumn) ||
                         header == Label::ProjectName || header == Label::Department || header == Label::Unit;
      upper = upper || (!column && other);
    }
  }
  return indicators;
}

// Nothing but names of columns and levels, or pieces of them.
bool names_indicators(const Line& line, const Vocabulary& vocabulary) {
  return std::all_of(line.words.begin(), line.words.end(), [&vocabulary](const Word& word) {
    if (looks_like_value(word.text)) return false;
    const auto column = vocabulary.label(Part::IndicatorColumns, word.text);
    for (const Part part : {Part::FundsColumns, Part::FundsRows, Part::Goals, Part::Header}) {
      if (vocabulary.label(part, word.text)) return false;
    }
    return column || length(word.text) == 1 || vocabulary.is_level_piece(word.text) ||
           vocabulary.is_level_name(word.text) || vocabulary.level1(word.text) != Level1::Unknown ||
           (length(word.text) <= 4 && vocabulary.is_piece(Part::Sections, word.text));
  });
}

std::string text_of(const Sheet& sheet, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += sheet.lines[i].text + "\n";
  return text;
}

// "资金情况（万|元）": the unit of money over two lines.
void read_broken_amount_unit(const Sheet& sheet, std::size_t first, std::size_t last, Form& form) {
  std::string begun;
  std::size_t line = 0;
  for (std::size_t i = first; i < last; ++i) {
    for (const Word& word : sheet.lines[i].words) {
      const std::string key = key_of(word.text);
      const std::size_t open = key.rfind('(');
      if (open != std::string::npos && key.find(')', open) == std::string::npos) {
        begun = key.substr(open);
        line = i;
        continue;
      }
      const bool near = !begun.empty() && i - line <= kTitleWithin;
      const AmountUnit unit = near && ends_with(key, ")") ? amount_unit_in(begun + key) : AmountUnit::Unknown;
      if (unit == AmountUnit::Unknown) continue;
      form.amount_unit = Field<AmountUnit>(std::string(name_of(unit)), sheet.lines[i].where());
      form.amount_unit.value = unit;
      return;
    }
  }
}

// A funds table below the indicators.
void read_funds_below(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form) {
  for (std::size_t i = first; i < last; ++i) {
    std::size_t columns = 0;
    for (std::size_t k = i; k < std::min(last, i + 4); ++k) {
      for (const Word& word : sheet.lines[k].words) {
        const auto label = vocabulary.label(Part::FundsColumns, word.text.substr(0, word.text.find("（")));
        columns += label == Label::FundsInitial || label == Label::FundsExecuted ? 1 : 0;
      }
    }
    if (columns >= 2) return read_stream_funds(sheet, i, last, vocabulary, form);
  }
}

// The line of the title: the first, or one behind the first labels.
std::size_t title_line(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  for (std::size_t i = first; i < std::min(first + kTitleWithin, last); ++i) {
    const Line& line = sheet.lines[i];
    if (line.words.size() <= 3 && vocabulary.wording().is_title(line.text) &&
        !vocabulary.label(Part::Header, line.words.front().text))
      return i;
  }
  return first;
}

// 项目主管 as the name of a project: the beginning of a label that goes on elsewhere; （一）…: a heading of the text.
void doubt_pieces_of_labels(Form& form, const Vocabulary& vocabulary) {
  for (TextField Form::*field : {&Form::project_name, &Form::department, &Form::unit}) {
    const std::string key = key_of((form.*field).printed);
    if (starts_with(key, "(一") || starts_with(key, "(二") || starts_with(key, "(三") ||
        vocabulary.label_begun(Part::Header, key) || vocabulary.is_piece(Part::Header, key))
      doubt(form.*field);
  }
}

// Declarations may list the indicators of several years beside or above those of the year, under the same names.
// In reading order nothing tells the two apart.
bool names_levels_twice(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  int times = 0;
  for (std::size_t at = first; at < last; ++at) {
    for (const Word& word : sheet.lines[at].words)
      times += vocabulary.label(Part::IndicatorColumns, word.text) == Label::IndicatorL2 ? 1 : 0;
  }
  return times > 1;
}

}  // namespace

Form read_in_order(const Sheet& sheet, const Extent& extent, const Vocabulary& vocabulary) {
  Form form;
  const std::size_t title = title_line(sheet, extent.first, extent.last, vocabulary);
  const std::size_t after_title = read_title(sheet, title, extent.last, vocabulary, form);
  if (title > 0 && !sheet.lines[title].after_blank && vocabulary.names_a_body(sheet.lines[title - 1].text))
    form.title.confidence = kDoubtful;  // a body's name right above a title may be its first line
  const std::size_t start = title == extent.first ? after_title : extent.first;
  const std::size_t indicators = indicators_begin(sheet, start, extent.last, vocabulary);
  const std::size_t end = upper_part_end(sheet, indicators, extent.last, vocabulary);
  std::vector<TopItem> items = top_items(sheet, start, end, vocabulary);
  std::erase_if(items, [&](const TopItem& item) {
    return (item.line >= indicators && names_indicators(sheet.lines[item.line], vocabulary)) ||
           (item.line >= title && item.line < after_title);
  });
  read_stream_funds(items, sheet, vocabulary, form);
  read_stream_heading(items, sheet, vocabulary, form);
  read_stream_goals(items, text_of(sheet, end, extent.last), sheet, vocabulary, form);
  read_amount_unit(sheet, start, end, form);
  if (!form.amount_unit.exists) read_broken_amount_unit(sheet, start, end, form);
  if (form.funds.empty()) read_funds_below(sheet, end, extent.last, vocabulary, form);
  read_stream_indicators(sheet, indicators, extent.last, vocabulary, form);
  complete_declared_funds(form);
  read_code_of_name(form);
  doubt_pieces_of_labels(form, vocabulary);
  doubt_lists_run_together(form, vocabulary);
  if (form.kind == FormKind::TargetDeclaration && names_levels_twice(sheet, indicators, extent.last, vocabulary))
    doubt_all_indicators(form);
  doubt_contradicting_top(form, vocabulary);
  doubt_contradicting_funds(form, vocabulary);
  return form;
}

}  // namespace jiheng::segmenter
