#include "reading/segmenter/funds_proof.h"

#include <algorithm>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

const FundsValue* cell(const FundsGrid& grid, std::size_t row, const std::vector<Label>& columns, Label label) {
  const auto at = column_of(columns, label);
  if (!at || grid.at(row, *at).kind == FundsValue::Kind::None) return nullptr;
  return &grid.at(row, *at);
}

// One unit of the last decimal printed: rates and scores are rounded as often as cut.
Decimal last_place(const Decimal& number) {
  return Decimal::scaled(1, number.scale());
}

bool is_rate_of(const FundsValue& rate, const Decimal& executed, const Decimal& budget) {
  const Decimal hundred(100);
  if ((executed * hundred - rate.number * budget).abs() <= budget * last_place(rate.number)) return true;
  // A fraction: 0.95, 1.
  if (!rate.counts() || rate.number > Decimal(1)) return false;
  return rate.number.is_whole() ? !rate.number.is_zero() && executed == budget
                                : (executed - rate.number * budget).abs() <= budget * last_place(rate.number);
}

bool is_part(FundsRowKind kind) {
  using enum FundsRowKind;
  return kind == CurrentYearGrant || kind == CarryOver || kind == Other || kind == Regional;
}

}  // namespace

const FundsValue FundsGrid::kEmpty;

FundsValue funds_value(std::string_view text) {
  FundsValue value;
  value.text = std::string(text);
  const std::string key = key_of(text);
  if (is_dash(text)) {
    value.kind = FundsValue::Kind::Dash;
  } else if (is_percent(text)) {
    value.kind = FundsValue::Kind::Percent;
    value.number = parse_number(std::string_view(key).substr(0, key.size() - 1)).value_or(Decimal(0));
  } else if (const auto number = parse_number(text)) {
    value.kind = FundsValue::Kind::Number;
    value.number = *number;
  } else if (const auto begun = parse_number(std::string_view(key).substr(0, key.find_first_not_of("0123456789,")))) {
    value.kind = FundsValue::Kind::Number;  // "93.", "5.8万"
    value.number = *begun;
  }
  return value;
}

std::optional<std::size_t> column_of(const std::vector<Label>& columns, Label label) {
  const auto found = std::find(columns.begin(), columns.end(), label);
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

bool holds_money(Label column) {
  return column == Label::FundsProjectTotal || column == Label::FundsInitial || column == Label::FundsAdjusted ||
         column == Label::FundsExecuted;
}

Verdict rate_verdict(const FundsGrid& grid, std::size_t row, const std::vector<Label>& columns) {
  const FundsValue* rate = cell(grid, row, columns, Label::FundsRate);
  const FundsValue* executed = cell(grid, row, columns, Label::FundsExecuted);
  if (!rate || rate->kind == FundsValue::Kind::Dash || !executed || !executed->counts()) return Verdict::Silent;
  if (executed->number.is_zero() && rate->number.is_zero()) return Verdict::Silent;  // fits anything
  if (rate->number.is_zero() && rate->number.scale() == 0) return Verdict::Fails;    // something was spent
  const auto fits = [&](Label label) -> std::optional<bool> {
    const FundsValue* budget = cell(grid, row, columns, label);
    if (!budget || !budget->counts() || budget->number.is_zero()) return std::nullopt;
    return is_rate_of(*rate, executed->number, budget->number);
  };
  const auto adjusted = fits(Label::FundsAdjusted), initial = fits(Label::FundsInitial);
  // Some divide by the initial budget though there is another: that proves nothing about the other.
  if (adjusted && !*adjusted) return initial.value_or(false) ? Verdict::Silent : Verdict::Fails;
  if (adjusted || initial) return adjusted.value_or(initial.value_or(false)) ? Verdict::Fits : Verdict::Fails;
  return Verdict::Silent;
}

Verdict score_verdict(const FundsGrid& grid, std::size_t row, const std::vector<Label>& columns) {
  const FundsValue* rate = cell(grid, row, columns, Label::FundsRate);
  const FundsValue* weight = cell(grid, row, columns, Label::FundsWeight);
  const FundsValue* score = cell(grid, row, columns, Label::FundsScore);
  if (weight && score && weight->counts() && score->counts() && score->number > weight->number)
    return Verdict::Impossible;
  if (!rate || !weight || !score || rate->kind == FundsValue::Kind::Dash || !weight->counts() || !score->counts())
    return Verdict::Silent;
  const Decimal hundred(100);
  const Decimal share = std::min(rate->number, hundred);
  const Decimal off = (weight->number * share - score->number * hundred).abs();
  if (off <= last_place(score->number) * hundred) return Verdict::Fits;
  return Verdict::Fails;
}

Sum sum_of(const FundsGrid& grid, std::size_t column, const std::vector<FundsRowKind>& rows, Parts parts) {
  const auto total_at = std::find(rows.begin(), rows.end(), FundsRowKind::Total);
  if (total_at == rows.end()) return {};
  const FundsValue& total = grid.at(static_cast<std::size_t>(total_at - rows.begin()), column);
  if (!total.counts() || total.number.is_zero()) return {};
  Decimal sum(0);
  Sum result;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const FundsValue& part = grid.at(r, column);
    if (!is_part(rows[r]) || !part.counts()) continue;
    // Regional rows may divide one of the others again.
    if (parts == Parts::Usual && rows[r] == FundsRowKind::Regional) continue;
    result.verdict = Verdict::Fails;
    result.parts += part.number.is_zero() ? 0 : 1;
    sum += part.number;
  }
  if (result.verdict != Verdict::Silent && sum == total.number) result.verdict = Verdict::Fits;
  return result;
}

}  // namespace jiheng::segmenter
