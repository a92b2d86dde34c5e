#include "reading/segmenter/reading_order.h"

#include <algorithm>

#include "core/text.h"
#include "reading/segmenter/funds.h"
#include "reading/segmenter/heading.h"
#include "reading/segmenter/stream_funds.h"
#include "reading/segmenter/stream_goals.h"
#include "reading/segmenter/stream_heading.h"
#include "reading/segmenter/stream_indicators.h"
#include "reading/segmenter/top_items.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kTitleWithin = 16;  // lines: a title may be printed behind the labels of its left column

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

// The line of the title: the first, or one behind the first labels.
std::size_t title_line(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  for (std::size_t i = first; i < std::min(first + kTitleWithin, last); ++i) {
    const Line& line = sheet.lines[i];
    if (line.words.size() <= 3 && vocabulary.wording().is_title(line.text) && !vocabulary.label(Part::Header, line.words.front().text)) return i;
  }
  return first;
}

}  // namespace

Form read_in_order(const Sheet& sheet, const Extent& extent, const Vocabulary& vocabulary) {
  Form form;
  const std::size_t title = title_line(sheet, extent.first, extent.last, vocabulary);
  const std::size_t after_title = read_title(sheet, title, extent.last, vocabulary, form);
  const std::size_t start = title == extent.first ? after_title : extent.first;
  const std::size_t indicators = indicators_begin(sheet, start, extent.last, vocabulary);
  std::vector<TopItem> items = top_items(sheet, start, indicators, vocabulary);
  std::erase_if(items, [&](const TopItem& item) { return item.line >= title && item.line < after_title; });
  read_stream_funds(items, sheet, vocabulary, form);
  read_stream_heading(items, sheet, vocabulary, form);
  std::string below;
  for (std::size_t i = indicators; i < extent.last; ++i) below += sheet.lines[i].text + "\n";
  read_stream_goals(items, below, sheet, vocabulary, form);
  read_amount_unit(sheet, start, indicators, form);
  read_stream_indicators(sheet, indicators, extent.last, vocabulary, form);
  complete_declared_funds(form);
  read_code_of_name(form);
  return form;
}

}  // namespace jiheng::segmenter
