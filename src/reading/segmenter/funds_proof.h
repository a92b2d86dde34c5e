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
  Decimal number;          ///< of a number; of a percentage without its sign
  std::size_t line = 0;    ///< where (the last piece of) it was printed
  std::size_t amount = 0;  ///< which of the amounts (begins) it

  [[nodiscard]] bool counts() const { return kind == Kind::Number; }
};
FundsValue funds_value(std::string_view text);

/// The cells of one table, rows × columns. The values belong to who fills it.
class FundsGrid {
 public:
  FundsGrid(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns, &kEmpty) {}
  [[nodiscard]] const FundsValue& at(std::size_t row, std::size_t column) const {
    return *cells_[row * columns_ + column];
  }
  [[nodiscard]] bool empty(std::size_t row, std::size_t column) const {
    return at(row, column).kind == FundsValue::Kind::None;
  }
  void put(std::size_t row, std::size_t column, const FundsValue& value) { cells_[row * columns_ + column] = &value; }
  void clear(std::size_t row, std::size_t column) { cells_[row * columns_ + column] = &kEmpty; }

 private:
  static const FundsValue kEmpty;
  std::size_t columns_;
  std::vector<const FundsValue*> cells_;
};

enum class Verdict { Silent, Fits, Fails, Impossible };

/// Is the rate of the row executed ÷ budget, as far as its decimals say?
Verdict rate_verdict(const FundsGrid& grid, std::size_t row, const std::vector<Label>& columns);
/// Is the score of the row weight × rate? It cannot be more than the weight.
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
