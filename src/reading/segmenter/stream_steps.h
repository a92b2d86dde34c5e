// Steps: the items of a stream as cells of a table of given columns, and what each step of reading them
// costs: going on in the row, down the column, to the next row; blank cells; cells that belong together.
#pragma once

#include <array>
#include <vector>

#include "reading/segmenter/stream_rows.h"
#include "reading/segmenter/stream_state.h"

namespace jiheng::segmenter {

class Steps {
 public:
  Steps(const std::vector<Item>& items, const std::vector<StreamColumn>& columns, const StreamTraits& traits,
        const StreamPoints& points, const Vocabulary& vocabulary);

  /// False where there is nothing to read, or far too much.
  [[nodiscard]] bool usable() const { return usable_; }
  /// At least so many rows that all values have a place; at most as many as there are points for.
  std::vector<std::size_t> plausible_counts() const;

 protected:
  [[nodiscard]] const Item& item(std::size_t at) const { return items_[stream_[at]]; }

  /// What may serve as points, as an answer (target, result), as a name.
  struct Supply {
    int points = 0, answers = 0, texts = 0, signs = 0;
    void add(const Item& item, int times) {
      if (item.kind == ItemKind::Number)
        points += times;
      else if (item.kind == ItemKind::Text)
        texts += times;
      else if (item.kind == ItemKind::Sign)
        signs += times;
      else
        answers += times;
    }
  };

  struct Sum {
    Decimal points;
    std::size_t cells = 0;
    const Item* total = nullptr;
  };

  bool is_points(std::size_t c) const {
    return columns_[c] == Label::IndicatorWeight || columns_[c] == Label::IndicatorScore;
  }
  bool is_answer(std::size_t c) const {
    return columns_[c] == Label::IndicatorTarget || columns_[c] == Label::IndicatorActual;
  }
  /// Cells of the column left blank before the row: where one is blank its neighbours often are, below and beside.
  double blanks_cost(const State& state, std::size_t c, std::size_t row) const;
  const Item* kept(const State& state, Label column, std::size_t row) const;
  /// 1: the row's score is below its weight; -1: it is not; 0: not known.
  int deducted(const State& state, std::uint8_t row) const;
  /// Going on in the row, down the column, to the next row or back up to the next column is how tables are
  /// printed; other jumps are rare, and rarer within a block.
  double step_cost(const State& state, std::uint8_t c, std::uint8_t row, const Item& to) const;
  /// Columns [first, last) whose cell of the row is still to come.
  int skipped(const State& state, std::uint8_t first, std::uint8_t last, std::uint8_t row) const;
  /// A further line of the column's cell that has the line `before` so far.
  [[nodiscard]] double further_line(std::size_t before, std::size_t at, std::size_t column) const;
  double pair(std::size_t at, std::size_t column, std::size_t other_at, std::size_t other_column);
  /// What is bound to come: blank cells where the items left are too few, strays where they are too many.
  double bound_to_come(const State& state, const Move& move) const;
  /// Columns that end early have blank cells at their end.
  double end_cost(const State& state) const;
  Sum sum_of(const State& state, Label column) const;
  /// 财预〔2020〕10号: all weights are 100, with the execution's or without.
  bool weights_add_up(const State& state) const;
  bool scores_add_up(const State& state) const;

  const std::vector<Item>& items_;
  std::vector<Label> columns_;
  const StreamPoints& points_;
  std::vector<std::size_t> stream_;          ///< items that can be cells
  std::vector<double> own_;                  ///< cost of each in each column
  std::vector<double> stray_;                ///< … in none
  std::vector<std::size_t> slot_;            ///< of each column in State::kept
  std::array<std::vector<float>, 3> pairs_;  ///< costs once worked out
  int full_ = 0;                             ///< width at which lines of names are broken
  int full_answer_ = 0;                      ///< width that most answers keep to: their lines are broken there or later
  Supply supply_, left_;                     ///< in all; behind the present item
  std::size_t rows_ = 0;                     ///< of the table, in the present search
  KeptCells kept_;                           ///< by the states of the present item

 private:
  /// Lines that a short rest follows are full: the width that most of them agree on; else that of the longest lines.
  int width_of_names(std::vector<int>& widths) const;
  /// The width at which lines of names are broken, and whether blank lines part the blocks of the text.
  void measure();

  /// Which of the pieces before it makes an unfinished answer whole with it (≥50厘|米), by distance.
  void find_rests(const Vocabulary& vocabulary);

  std::vector<std::uint32_t> rests_;
  double block_ = 0;  ///< what it costs to leave a column within a block
  bool usable_ = false;
  int point_columns_ = 0, answer_columns_ = 0;
};

}  // namespace jiheng::segmenter
