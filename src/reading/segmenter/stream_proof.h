// Stream proof: which cells of a table read from a stream are certain. Sums of points speak for the table,
// columns printed over the same rows for a row, and the distance to the next best reading for a cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/segmenter/stream_rows.h"
#include "reading/segmenter/stream_runs.h"

namespace jiheng::segmenter {

class StreamProof {
 public:
  StreamProof(const StreamTable& table, const std::vector<Item>& items, const Vocabulary& vocabulary);

  /// Is the cell certain? `text` is its text, put together.
  [[nodiscard]] bool sure(std::size_t row, std::size_t column, const std::string& text) const;
  /// Do all names suit their targets?
  [[nodiscard]] bool names_suit() const { return !names_aside_; }
  /// … or was the row's printed together with its values?
  [[nodiscard]] bool name_suits(std::size_t row) const { return !names_aside_ || runs_[row].name_together; }
  /// Are all rows as a whole?
  [[nodiscard]] bool whole() const { return whole_; }
  /// Has the row a deviation that its note may explain? Where nearly all rows have notes, any may.
  [[nodiscard]] bool explains(std::size_t row) const;
  /// Was the row printed together in all its columns, in a table in which nothing contradicts?
  [[nodiscard]] bool sound_row(std::size_t row) const { return sound_ && runs_[row].together && !lacks_points(row); }

 private:
  [[nodiscard]] const Item* item_of(const StreamRow& row, Label label) const;
  void weigh();
  [[nodiscard]] bool holds_several_forms() const;
  /// Nothing in the table contradicts the reading.
  [[nodiscard]] bool is_sound() const;
  /// A weight without a score, or the other way: merged cells lack both.
  [[nodiscard]] bool lacks_points(std::size_t row) const;
  enum class Points { MustStand, MayBeBlank };
  [[nodiscard]] bool complete(const StreamRow& row, Points points) const;
  [[nodiscard]] bool is_named(const StreamRow& row) const;
  [[nodiscard]] bool is_muddled() const;
  /// Was the value printed in full, as far as one can see?
  [[nodiscard]] bool is_whole(const Item& item) const;
  [[nodiscard]] bool is_short_or_repeated(const Item& word) const;
  /// ≥8 with 万亩 printed a little behind it.
  [[nodiscard]] bool lacks_unit(std::size_t item) const;
  [[nodiscard]] bool sure_points(const StreamRow& row, const StreamCell& cell, bool sound) const;
  [[nodiscard]] bool sure_answer(const StreamRow& row, const StreamCell& cell, bool sound) const;
  [[nodiscard]] bool sure_name(std::size_t row, const StreamCell& cell, const std::string& text, bool sound) const;
  [[nodiscard]] bool is_bounded(std::size_t row, const StreamCell& cell) const;
  [[nodiscard]] bool is_unbroken_name(std::size_t row, const StreamCell& cell, std::string_view text) const;

  const StreamTable& table_;
  const std::vector<Item>& items_;
  const Vocabulary& vocabulary_;
  std::vector<RowRuns> runs_;  // by row
  int widest_name_ = 0;        // line of a name
  bool names_aside_ = false;   // some name asks for another kind of target: names may stand in other rows
  bool muddled_ = false;
  bool sound_ = false;
  bool points_ = false;       // weights and scores add up, none of them is blank
  bool likely_ = false;       // no other reading comes near, nothing is left over
  bool whole_ = false;        // points, or likely with weights that add up; and full
  bool full_ = false;         // no main cell is blank
  bool full_points_ = false;  // no weight or score is blank
  bool rivals_far_ = false;   // points, and no other number of rows reads as well
};

}  // namespace jiheng::segmenter
