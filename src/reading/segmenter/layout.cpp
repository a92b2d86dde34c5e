#include "reading/segmenter/layout.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/certainty.h"
#include "reading/segmenter/contradictions.h"
#include "reading/segmenter/funds.h"
#include "reading/segmenter/header_band.h"
#include "reading/segmenter/heading.h"
#include "reading/segmenter/layout_indicators.h"
#include "reading/segmenter/outer_parts.h"

namespace jiheng::segmenter {
namespace {

// A header with pieces that nobody knows, with two columns of one name, or with the project's name in one of
// them (a list of projects).
bool is_ill_understood(const HeaderBand& header, const Vocabulary& vocabulary) {
  int unknown = 0;
  for (const Column& column : header.columns) {
    if (vocabulary.label(Part::Header, column.text) == Label::ProjectName) return true;
    const auto same = [&column](const Column& other) { return other.label == column.label; };
    const bool value = column.label == Label::IndicatorTarget || column.label == Label::IndicatorActual ||
                       column.label == Label::IndicatorWeight || column.label == Label::IndicatorScore;
    if (value && std::count_if(header.columns.begin(), header.columns.end(), same) > 1) return true;
    unknown += column.label == Label::None && length(column.text) <= 3;  // pieces of names
  }
  return unknown >= 2;
}

// One number in the row of the total, the sum of the scores: it is theirs, wherever it is printed.
void settle_single_total(Form& form) {
  if (!form.total_score.empty() || form.total_weight.empty()) return;
  const auto printed = parse_number(form.total_weight.printed);
  Decimal sum;
  for (const Indicator& row : form.indicators) {
    if (const auto score = parse_number(row.score.printed)) sum += *score;
  }
  const FundsRow* total = form.funds_row(FundsRowKind::Total);
  const auto own = total ? parse_number(total->score.printed) : std::nullopt;
  if (!printed || (sum != *printed && (!own || sum + *own != *printed))) return;
  form.total_score = form.total_weight;
  form.total_weight = {};
}

}  // namespace

Form read_layout(const Sheet& sheet, const Extent& extent, const Vocabulary& vocabulary) {
  Form form;
  const std::size_t start = read_title(sheet, extent.first, extent.last, vocabulary, form);
  const auto indicators = find_header_band(sheet, start, extent.last, Part::IndicatorColumns, vocabulary, 3);
  std::size_t top_end = indicators ? indicators->first : extent.last;
  while (top_end > start + 1 && is_caption(sheet.lines[top_end - 1], vocabulary)) --top_end;
  read_parts_above(sheet, start, top_end, vocabulary, form);
  if (indicators) {
    const std::size_t end = read_layout_indicators(sheet, *indicators, extent.last, vocabulary, form);
    read_parts_below(sheet, end, extent.last, vocabulary, form);
    settle_single_total(form);
    doubt_indicators(form);
    doubt_contradicting_indicators(form, vocabulary);
    doubt_lists_run_together(form, vocabulary);
    if (is_ill_understood(*indicators, vocabulary)) doubt_all_indicators(form);
  }
  doubt_contradicting_funds(form, vocabulary);
  doubt_contradicting_top(form, vocabulary);
  complete_declared_funds(form);
  read_code_of_name(form);
  return form;
}

}  // namespace jiheng::segmenter
