// Funds proof: what the arithmetic of a funds table says about a guess at its cells. A rate is executed ÷
// budget, a score is weight × rate, a total is the sum of its parts; a guess that fits is hardly wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/decimal.h"
#include "form/form.h"
#include "reading/wording.h"

namespace jiheng::segmenter {

/// A printed amount, understood once.
struct FundsValue {
  enum class Kind { None, Number, Percent, Dash };
  Kind kind = Kind::None;
  std::string text;
  Decimal number;  ///< of a number; of a percentage without its sign

  [[nodiscard]] bool counts() const { return kind == Kind::Number; }
};
FundsValue funds_value(std::string_view text);

/// The cells of one table: rows × columns.
class FundsGrid {
 public:
  FundsGrid(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns) {}
  [[nodiscard]] const FundsValue& at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }
  [[nodiscard]] FundsValue& at(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
  [[nodiscard]] std::size_t columns() const { return columns_; }

 private:
  std::size_t columns_;
  std::vector<FundsValue> cells_;
};

enum class Verdict { Silent, Fits, Fails };

/// Is the rate of the row executed ÷ budget, as far as its decimals say?
Verdict rate_verdict(const FundsGrid& grid, std::size_t row, const std::vector<Label>& columns);
/// Is the score of the row weight × rate?
Verdict score_verdict(const FundsGrid& grid, std::size_t row, const std::vector<Label>& columns);
/// Is the total of a column the sum of its parts, all of them or those other than regional ones?
enum class Parts { All, Usual };
struct Sum {
  Verdict verdict = Verdict::Silent;
  int parts = 0;  ///< that are not 0; a single one equals its total in many wrong guesses, too
};
Sum sum_of(const FundsGrid& grid, std::size_t column, const std::vector<FundsRowKind>& rows, Parts parts);

/// Place of a column, or nothing.
std::optional<std::size_t> column_of(const std::vector<Label>& columns, Label label);
/// A column of money: initial, adjusted, executed, and FundsProjectTotal for money of all years.
bool holds_money(Label column);

}  // namespace jiheng::segmenter
