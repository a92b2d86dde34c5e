#include "reading/segmenter/reading_order.h"

#include <algorithm>

#include "core/text.h"
#include "reading/segmenter/funds.h"
#include "reading/segmenter/heading.h"
#include "reading/segmenter/stream_funds.h"
#include "reading/segmenter/stream_indicators.h"
#include "reading/segmenter/stream_top.h"

namespace jiheng::segmenter {
namespace {

// The first line that names a column of the indicators for certain.
std::size_t indicators_begin(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  std::size_t found = last;
  for (std::size_t i = first; i < last && found == last; ++i) {
    for (const Word& word : sheet.lines[i].words) {
      const auto label = vocabulary.label(Part::IndicatorColumns, word.text);
      if (!label) continue;
      const std::string key = label_key(word.text);
      const bool level = *label == Label::IndicatorL1 || *label == Label::IndicatorL2 || (*label == Label::IndicatorL3 && length(key) >= 3);
      const bool target = *label == Label::IndicatorTarget && contains(key, "值");
      if (level || target) found = i;
    }
  }
  // Pieces of names that stand before it: 年度|指标值.
  while (found > first && found < last) {
    const Line& line = sheet.lines[found - 1];
    const bool pieces = std::all_of(line.words.begin(), line.words.end(), [&vocabulary](const Word& word) {
      return vocabulary.is_piece(Part::IndicatorColumns, word.text) && !vocabulary.label(Part::Goals, word.text) &&
             !vocabulary.label(Part::FundsColumns, word.text) && !looks_like_value(word.text);
    });
    if (!pieces || length(line.text) > 12) break;
    --found;
  }
  return found;
}

template <class Test>
std::size_t first_line(const Sheet& sheet, std::size_t first, std::size_t last, Test test) {
  for (std::size_t i = first; i < last; ++i) {
    for (const Word& word : sheet.lines[i].words) {
      if (test(word.text)) return i;
    }
  }
  return last;
}

}  // namespace

Form read_in_order(const Sheet& sheet, const Extent& extent, const Vocabulary& vocabulary) {
  Form form;
  const std::size_t start = read_title(sheet, extent.first, extent.last, vocabulary, form);
  const std::size_t indicators = indicators_begin(sheet, start, extent.last, vocabulary);
  const std::size_t funds = first_line(sheet, start, indicators, [&](const std::string& word) {
    const auto column = vocabulary.label(Part::FundsColumns, word);
    const auto row = vocabulary.label(Part::FundsRows, word);
    return column == Label::FundsInitial || column == Label::FundsAdjusted || column == Label::FundsExecuted ||
           row == Label::FundsTotal || row == Label::FundsProjectTotal || vocabulary.label(Part::Sections, word) == Label::FundsSection;
  });
  const std::size_t goals = first_line(sheet, start, indicators, [&](const std::string& word) {
    const auto label = vocabulary.label(Part::Goals, word);
    return label == Label::GoalExpected || label == Label::GoalActual;
  });
  // Goals printed in the middle of the funds table: both are read over the whole.
  const std::size_t late = first_line(sheet, goals, indicators, [&](const std::string& word) {
    const auto column = vocabulary.label(Part::FundsColumns, word);
    return column == Label::FundsInitial || column == Label::FundsAdjusted || column == Label::FundsExecuted;
  });
  if (funds <= goals && late < indicators) {
    read_stream_heading(sheet, start, goals, vocabulary, form);
    read_stream_funds(sheet, funds, indicators, vocabulary, form);
    read_stream_goals(sheet, goals, late, vocabulary, form);
  } else if (funds <= goals) {
    read_stream_heading(sheet, start, goals, vocabulary, form);
    read_stream_funds(sheet, funds, goals, vocabulary, form);
    read_stream_goals(sheet, goals, indicators, vocabulary, form);
  } else {
    read_stream_heading(sheet, start, goals, vocabulary, form);
    read_stream_goals(sheet, goals, funds, vocabulary, form);
    read_stream_funds(sheet, funds, indicators, vocabulary, form);
  }
  read_amount_unit(sheet, start, indicators, form);
  read_stream_indicators(sheet, indicators, extent.last, vocabulary, form);
  complete_declared_funds(form);
  read_code_of_name(form);
  return form;
}

}  // namespace jiheng::segmenter
