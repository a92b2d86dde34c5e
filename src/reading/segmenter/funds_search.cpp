#include "reading/segmenter/funds_search.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <set>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kBeam = 400;
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kHopeless = 9.0;  // so far behind the best nothing can win any more
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr double kMargin = 1.6;    // a cell is sure where all guesses this near to the best agree
constexpr double kUnplaced = 4.0;  // an amount that no cell takes
constexpr double kRateFits = -2.5, kRateFails = 2.5, kScoreFits = -1.2, kScoreFails = 0.8, kImpossible = 4.0;
constexpr std::size_t kFarRest = 10;  // lines between a number and its rest
constexpr double kSumFits = -2.0, kSumFails = 1.0;

struct Guess {
  double cost = 0;
  FundsGrid grid;
  std::vector<int> reached;   // the lowest row of each column so far
  int row = -1, column = -1;  // of the last amount placed
  std::size_t line = kNowhere;
  int left_out = 0;  // numbers and rates that no cell has taken
};

struct Step {
  double cost = 0;
  std::size_t guess = 0;
  int row = -1, column = -1;  // -1: left out
  bool extends = false;
};

class Search {
 public:
  explicit Search(const FundsPuzzle& puzzle)
      : puzzle_(puzzle), rows_(puzzle.rows.size()), columns_(puzzle.columns.size()) {}

  FundsSolution solve() {
    for (const FundsAmount& amount : puzzle_.amounts) {
      if (fills_row(amount)) full_.insert(amount.row_first);
      const std::string key = key_of(amount.value.text);
      zeros_apart_ = zeros_apart_ || (key.size() > 1 && key.find_first_not_of('0') == std::string::npos);
      percents_ = percents_ || amount.value.kind == FundsValue::Kind::Percent;
    }
    std::vector<Guess> guesses = {empty_guess()};
    for (std::size_t a = 0; a < puzzle_.amounts.size(); ++a) guesses = next(guesses, a);
    for (Guess& guess : guesses) guess.cost += final_cost(guess);
    std::sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.cost < b.cost; });
    return solution(guesses);
  }

 private:
  [[nodiscard]] Guess empty_guess() const {
    return {0, FundsGrid(rows_, columns_), std::vector<int>(columns_, -1), -1, -1, kNowhere, 0};
  }

  std::vector<Guess> next(std::vector<Guess>& guesses, std::size_t index) {
    const FundsAmount& amount = puzzle_.amounts[index];
    std::vector<Step> steps;
    for (std::size_t g = 0; g < guesses.size(); ++g) {
      steps.push_back(
          {guesses[g].cost + (amount.value.kind == FundsValue::Kind::Dash ? 1.0 : kUnplaced), g, -1, -1, false});
      for (std::size_t r = 0; r < rows_; ++r) {
        for (std::size_t c = 0; c < columns_; ++c) {
          const Step step = {0, g, static_cast<int>(r), static_cast<int>(c), !guesses[g].grid.empty(r, c)};
          const double cost =
              step.extends ? extension_cost(guesses[g], r, c, amount) : placing_cost(guesses[g], r, c, amount);
          if (cost == kNever) continue;
          steps.push_back(step);
          steps.back().cost = guesses[g].cost + cost;
        }
      }
    }
    const auto cheaper = [](const Step& a, const Step& b) { return a.cost < b.cost; };
    const std::size_t most = std::min(kBeam, steps.size());
    std::partial_sort(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(most), steps.end(), cheaper);
    std::vector<Guess> out;
    out.reserve(most);
    for (std::size_t k = 0; k < most && steps[k].cost < steps[0].cost + kHopeless; ++k)
      out.push_back(taken(guesses[steps[k].guess], steps[k], index));
    return out;
  }

  Guess taken(Guess guess, const Step& step, std::size_t index) {
    guess.cost = step.cost;
    if (step.row < 0) {
      guess.left_out += puzzle_.amounts[index].value.kind != FundsValue::Kind::Dash ? 1 : 0;
      return guess;
    }
    const FundsAmount& amount = puzzle_.amounts[index];
    const auto r = static_cast<std::size_t>(step.row), c = static_cast<std::size_t>(step.column);
    if (step.extends) {
      guess.grid.put(r, c, extended(guess.grid.at(r, c), amount));
      return guess;
    }
    guess.grid.put(r, c, amount.value);
    guess.reached[c] = step.row;
    guess.row = step.row;
    guess.column = step.column;
    guess.line = amount.line;
    return guess;
  }

  const FundsValue& extended(const FundsValue& begun, const FundsAmount& rest) {
    FundsValue whole = funds_value(begun.text + rest.value.text);
    whole.line = rest.line;
    whole.amount = begun.amount;
    joined_.push_back(std::move(whole));
    return joined_.back();
  }

  // The rest of a number that its narrow cell broke: 93.5|2%, 221.|4, 100.00|%.
  double extension_cost(Guess& guess, std::size_t r, std::size_t c, const FundsAmount& amount) {
    const FundsValue& cell = guess.grid.at(r, c);
    if (!cell.counts() || cell.line >= amount.line || amount.line - cell.line > kFarRest) return kNever;
    const bool rate = puzzle_.columns[c] == Label::FundsRate;
    const bool open = key_of(cell.text).back() == '.';
    const std::string rest = key_of(amount.value.text);
    const bool percent = amount.value.kind == FundsValue::Kind::Percent || rest == "%";
    if (percent ? !rate : !open || !amount.value.counts()) return kNever;
    // 93.5|2%: a short rest behind decimals; 100.00|%: the sign alone.
    if (percent && rest != "%" && (rest.size() > 3 || !contains(cell.text, "."))) return kNever;
    const double before = row_cost(guess.grid, r);
    guess.grid.put(r, c, extended(cell, amount));
    const bool sound = !guess.grid.empty(r, c);
    const double after = row_cost(guess.grid, r);
    guess.grid.put(r, c, cell);
    return sound ? (percent ? -1.6 : 0.0) + after - before : kNever;
  }

  [[nodiscard]] double placing_cost(Guess& guess, std::size_t r, std::size_t c, const FundsAmount& amount) const {
    if (guess.reached[c] >= static_cast<int>(r)) return kNever;
    double cost = kind_cost(amount.value, r, c);
    // Points may be given to a part where its own name leads them.
    if (!is_total(r) && amount.value.counts() && amount.row_first == static_cast<int>(r) &&
        !holds_money(puzzle_.columns[c]))
      cost -= 0.7;
    if (cost == kNever) return kNever;
    cost += order_cost(guess, static_cast<int>(r), static_cast<int>(c), amount);
    if (cost == kNever) return kNever;
    cost += label_cost(static_cast<int>(r), static_cast<int>(c), amount);
    const double before = row_cost(guess.grid, r);
    guess.grid.put(r, c, amount.value);  // put in, asked and taken out again
    cost += row_cost(guess.grid, r) - before + size_cost(guess.grid, r, c);
    guess.grid.clear(r, c);
    return cost;
  }

  [[nodiscard]] bool is_total(std::size_t row) const { return puzzle_.rows[row] == FundsRowKind::Total; }

  [[nodiscard]] double kind_cost(const FundsValue& value, std::size_t r, std::size_t c) const {
    using Kind = FundsValue::Kind;
    const Label column = puzzle_.columns[c];
    const bool total = is_total(r), dash = value.kind == Kind::Dash, percent = value.kind == Kind::Percent;
    if (value.kind == Kind::None) return kNever;
    switch (column) {
      case Label::FundsRate:
        if (percent) return -1.0;
        if (dash) return total ? 0.8 : 0.1;
        return value.number <= Decimal(100) ? 0.9 : kNever;
      case Label::FundsWeight:
      case Label::FundsScore:
        if (percent || (!dash && value.number > Decimal(100))) return kNever;
        if (dash) return total ? 1.5 : -0.4;
        if (!total) return 1.8;
        if (column == Label::FundsScore) return 0;
        return value.number == Decimal(10) || value.number == Decimal(20) ? -0.6 : 0.6;
      case Label::FundsOtherColumn: return dash ? 0.3 : 1.2;
      default: return percent ? kNever : dash ? (total ? 1.5 : 0.45) : 0;
    }
  }

  // Along a line, then to the next; or down a column.
  [[nodiscard]] double order_cost(const Guess& guess, int r, int c, const FundsAmount& amount) const {
    if (guess.row < 0) return (r == 0 ? 0.0 : 0.3) + (c == 0 ? 0.0 : 0.1);
    const bool across = puzzle_.sideways ? c == guess.column : r == guess.row;
    const int step = puzzle_.sideways ? r - guess.row : c - guess.column;
    if (amount.line == guess.line) {
      if (!across) return kNever;
      return step > 0 ? 0.25 * (step - 1) : in_tail(c) && in_tail(guess.column) && !puzzle_.sideways ? 0.4 : kNever;
    }
    if (across && step > 0) return 0.2 * (step - 1);
    const int down = puzzle_.sideways ? c - guess.column : r - guess.row;
    const int back = puzzle_.sideways ? r : c;
    if (down == 1) return step == 0 ? 0.3 : 0.15 + 0.05 * back;
    if (down > 1) return 0.5 + 0.1 * down;
    return across ? 1.3 : 0.9;
  }

  // Weight, rate and score stand in any order behind the money.
  [[nodiscard]] bool in_tail(int c) const { return !holds_money(puzzle_.columns[static_cast<std::size_t>(c)]); }

  [[nodiscard]] double label_cost(int r, int c, const FundsAmount& amount) const {
    double cost = 0;
    if (amount.row_first >= 0) {
      const bool run = amount.row_last > amount.row_first;
      const bool meant = r >= amount.row_first && r <= amount.row_last;
      if (!meant) cost += amount.on_label_line && !puzzle_.sideways ? 3.0 : run ? 0.5 : 0.8;
      if (amount.order < puzzle_.row_order[static_cast<std::size_t>(r)]) cost += 0.4;
    }
    if (fills_row(amount)) cost += r == amount.row_first && c == amount.run_place ? -0.2 : 0.8;
    if (amount.column >= 0) cost += c == amount.column ? -0.7 : amount.on_label_line ? 0.8 : 0.2;
    return cost;
  }

  // As many amounts behind a row's name as there are columns: that row, from left to right.
  [[nodiscard]] bool fills_row(const FundsAmount& amount) const {
    return !puzzle_.sideways && columns_ > 1 && amount.row_first >= 0 && amount.row_first == amount.row_last &&
           amount.run_size == static_cast<int>(columns_);
  }

  [[nodiscard]] double row_cost(const FundsGrid& grid, std::size_t r) const {
    double cost = 0;
    const Verdict rate = rate_verdict(grid, r, puzzle_.columns);
    cost += rate == Verdict::Fits ? kRateFits : rate == Verdict::Fails ? kRateFails : 0;
    const Verdict score = score_verdict(grid, r, puzzle_.columns);
    cost += score == Verdict::Fits         ? kScoreFits
            : score == Verdict::Fails      ? kScoreFails
            : score == Verdict::Impossible ? kImpossible
                                           : 0;
    return cost;
  }

  // A part is no larger than its total, what was spent no larger than what was given.
  [[nodiscard]] double size_cost(const FundsGrid& grid, std::size_t r, std::size_t c) const {
    const FundsValue& value = grid.at(r, c);
    if (!value.counts() || !holds_money(puzzle_.columns[c])) return 0;
    double cost = 0;
    for (std::size_t other = 0; other < rows_; ++other) {
      if (other == r || !grid.at(other, c).counts()) continue;
      if (is_total(other) && value.number > grid.at(other, c).number) cost += 1.5;
      if (is_total(r) && grid.at(other, c).number > value.number) cost += 1.5;
    }
    for (std::size_t other = 0; other < columns_; ++other) {
      if (other == c || !holds_money(puzzle_.columns[other]) || !grid.at(r, other).counts()) continue;
      const Decimal& a = value.number;
      const Decimal& b = grid.at(r, other).number;
      // Amounts of one row are of one size.
      if (!a.is_zero() && !b.is_zero() && (a > b * Decimal(30) || b > a * Decimal(30))) cost += 0.8;
      if (puzzle_.columns[c] == Label::FundsExecuted && puzzle_.columns[other] == Label::FundsAdjusted && a > b)
        cost += 0.8;
      if (puzzle_.columns[other] == Label::FundsExecuted && puzzle_.columns[c] == Label::FundsAdjusted && b > a)
        cost += 0.8;
    }
    return cost;
  }

  [[nodiscard]] double final_cost(const Guess& guess) const {
    double cost = 0;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (!holds_money(puzzle_.columns[c])) continue;
      cost += sum_cost(guess.grid, c);
    }
    for (std::size_t r = 0; r < rows_; ++r) {
      bool any = false;
      double blanks = 0;
      for (std::size_t c = 0; c < columns_; ++c) {
        const FundsValue& value = guess.grid.at(r, c);
        if (value.kind != FundsValue::Kind::None) {
          any = true;
          if (value.counts() && key_of(value.text).back() == '.') cost += 2.0;
          continue;
        }
        blanks += blank_cost(r, c);
      }
      cost += any || is_total(r) ? blanks : empty_row_cost(r);
    }
    return cost;
  }

  [[nodiscard]] double sum_cost(const FundsGrid& grid, std::size_t c) const {
    const Verdict all = sum_of(grid, c, puzzle_.rows, Parts::All).verdict;
    if (all == Verdict::Fits || sum_of(grid, c, puzzle_.rows, Parts::Usual).verdict == Verdict::Fits) return kSumFits;
    return all == Verdict::Fails ? kSumFails : 0;
  }

  // What an empty cell costs: the total has all of its money, other rows rather what was given than what was spent.
  [[nodiscard]] double blank_cost(std::size_t r, std::size_t c) const {
    switch (puzzle_.columns[c]) {
      case Label::FundsOtherColumn: return 0;
      case Label::FundsProjectTotal:
      case Label::FundsInitial: return is_total(r) ? 1.0 : 0.8;
      case Label::FundsAdjusted: return is_total(r) ? 1.0 : 0.7;
      case Label::FundsExecuted: return is_total(r) ? 1.0 : 0.35;
      default: return is_total(r) ? 0.6 : 0.05;
    }
  }

  // Most money is this year's grant; what was carried over and other money is often none.
  [[nodiscard]] double empty_row_cost(std::size_t r) const {
    return puzzle_.rows[r] == FundsRowKind::CurrentYearGrant ? 2.4 : 0.8;
  }

  [[nodiscard]] FundsSolution solution(const std::vector<Guess>& guesses) const {
    const Guess& best = guesses.front();
    FundsSolution out;
    out.cost = best.cost;
    for (std::size_t r = 0; r < rows_; ++r) {
      out.cells.emplace_back();
      for (std::size_t c = 0; c < columns_; ++c) {
        const FundsValue& value = best.grid.at(r, c);
        out.cells.back().push_back(
            {value.text, value.line, !best.grid.empty(r, c) && agreed(guesses, r, c) && supported(best, r, c)});
      }
    }
    return out;
  }

  [[nodiscard]] static bool agreed(const std::vector<Guess>& guesses, std::size_t r, std::size_t c) {
    for (const Guess& guess : guesses) {
      if (guess.cost > guesses.front().cost + kMargin) break;
      // 815826.17 and 815,826.17 beside each other may change places: the meaning is the same.
      const FundsValue &one = guess.grid.at(r, c), &best = guesses.front().grid.at(r, c);
      if (one.kind != best.kind || one.number != best.number) return false;
    }
    return true;
  }

  // Proven by arithmetic, or printed on one line with all of its row.
  [[nodiscard]] bool supported(const Guess& best, std::size_t r, std::size_t c) const {
    const Label column = puzzle_.columns[c];
    if (has_larger_part(best) || may_be_cut(best.grid.at(r, c))) return false;
    const Verdict of_rate = rate_verdict(best.grid, r, puzzle_.columns);
    if (of_rate == Verdict::Fails && column == Label::FundsExecuted) return false;
    const bool rate = of_rate == Verdict::Fits;
    const bool score = score_verdict(best.grid, r, puzzle_.columns) == Verdict::Fits;
    // With numbers left over, a column was not found: all may stand one column aside.
    const bool whole = best.left_out == 0 && is_whole(best, r);
    if (column == Label::FundsWeight || column == Label::FundsScore)
      return (score && !is_zero(best, r, Label::FundsWeight)) || (whole && !is_without_points(best, r));
    if (column == Label::FundsRate) {
      const bool cut = best.grid.at(r, c).counts() && percents_;  // its sign may stand elsewhere
      return !cut && ((rate && best.left_out == 0) || whole);
    }
    // Its rate says that a row's cells belong together, not which part's they are.
    const Sum all = sum_of(best.grid, c, puzzle_.rows, Parts::All);
    const bool adds_up =
        all.verdict != Verdict::Fails || sum_of(best.grid, c, puzzle_.rows, Parts::Usual).verdict == Verdict::Fits;
    const bool exchangeable = puzzle_.rows[r] == FundsRowKind::Regional && all.parts > 1;
    const bool own = is_total(r) || (adds_up && !exchangeable) ||
                     is_led(best.grid.at(r, c), static_cast<int>(r), static_cast<int>(c));
    return whole || (rate && own && column != Label::FundsInitial) || (best.left_out == 0 && summed(best, r, c));
  }

  // A part above its total: rows stand in another order than their names.
  [[nodiscard]] bool has_larger_part(const Guess& best) const {
    for (std::size_t c = 0; c < columns_; ++c) {
      if (!holds_money(puzzle_.columns[c]) || puzzle_.columns[c] == Label::FundsProjectTotal) continue;
      const auto total = std::find(puzzle_.rows.begin(), puzzle_.rows.end(), FundsRowKind::Total);
      if (total == puzzle_.rows.end()) continue;
      const FundsValue& sum = best.grid.at(static_cast<std::size_t>(total - puzzle_.rows.begin()), c);
      if (!sum.counts() || sum.number.is_zero()) continue;
      for (std::size_t r = 0; r < rows_; ++r) {
        if (best.grid.at(r, c).counts() && best.grid.at(r, c).number > sum.number) return true;
      }
    }
    return false;
  }

  // 486.2700|00: forms print two, four or six decimals, or none that are needless.
  [[nodiscard]] bool may_be_cut(const FundsValue& value) const {
    const auto decimals = value.counts() ? value.number.scale() : 0;
    return decimals > 2 && key_of(value.text).back() == '0' && (decimals % 2 == 1 || zeros_apart_);
  }

  // No points to be given, or none reached: an amount of another column, or the rest of one.
  [[nodiscard]] bool is_without_points(const Guess& best, std::size_t r) const {
    return is_zero(best, r, Label::FundsWeight) || is_zero(best, r, Label::FundsScore);
  }
  [[nodiscard]] bool is_zero(const Guess& best, std::size_t r, Label column) const {
    const auto at = column_of(puzzle_.columns, column);
    return at && best.grid.at(r, *at).counts() && best.grid.at(r, *at).number.is_zero();
  }

  // Nothing but zeros beside the part that makes the total: it does not matter which is which.
  [[nodiscard]] bool is_one_of_zeros(const Guess& best, std::size_t r, std::size_t c) const {
    const FundsValue& value = best.grid.at(r, c);
    const bool zero = value.counts() && value.number.is_zero() && key_of(value.text).front() == '0';
    if (!zero || puzzle_.rows[r] == FundsRowKind::CurrentYearGrant) return false;
    for (std::size_t other = 0; other < rows_; ++other) {
      if (best.grid.empty(other, c)) return false;
    }
    return true;
  }

  [[nodiscard]] bool summed(const Guess& best, std::size_t r, std::size_t c) const {
    for (const Parts parts : {Parts::All, Parts::Usual}) {
      if (parts == Parts::Usual && puzzle_.rows[r] == FundsRowKind::Regional) continue;
      const Sum sum = sum_of(best.grid, c, puzzle_.rows, parts);
      // A single part equals its total: which of them it is does not matter for the total.
      const bool single =
          is_total(r) || (puzzle_.rows[r] == FundsRowKind::CurrentYearGrant && !best.grid.at(r, c).number.is_zero());
      if (sum.verdict == Verdict::Fits &&
          (single || (sum.parts > 1 && puzzle_.rows[r] != FundsRowKind::Regional) || is_one_of_zeros(best, r, c) ||
           is_led(best.grid.at(r, c), static_cast<int>(r), static_cast<int>(c))))
        return true;
    }
    return false;
  }

  // Printed right behind the name of its row or column.
  [[nodiscard]] bool is_led(const FundsValue& value, int r, int c) const {
    const FundsAmount& amount = puzzle_.amounts[value.amount];
    return (amount.row_first == r && amount.row_last == r) || amount.column == c;
  }

  [[nodiscard]] bool all_money(const Guess& best, std::size_t r) const {
    std::size_t filled = 0;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (!holds_money(puzzle_.columns[c])) continue;
      if (best.grid.empty(r, c)) return false;
      ++filled;
    }
    return filled > 1;
  }

  [[nodiscard]] bool is_whole(const Guess& best, std::size_t r) const {
    if (full_.contains(static_cast<int>(r)) || rows_ == 1) return all_money(best, r);
    std::size_t line = kNowhere;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (puzzle_.columns[c] == Label::FundsOtherColumn) continue;
      if (best.grid.empty(r, c) || (line != kNowhere && best.grid.at(r, c).line != line)) return false;
      line = best.grid.at(r, c).line;
    }
    return columns_ > 1 && line != kNowhere;
  }

  const FundsPuzzle& puzzle_;
  std::size_t rows_, columns_;
  std::deque<FundsValue> joined_;  // numbers put together again; guesses point to them
  bool percents_ = false;          // some rate is printed with its sign
  bool zeros_apart_ = false;       // 00: the rest of a number
  std::set<int> full_;             // rows with an amount for every column behind their name
};

}  // namespace

FundsSolution solve_funds(const FundsPuzzle& puzzle) {
  return Search(puzzle).solve();
}

}  // namespace jiheng::segmenter
