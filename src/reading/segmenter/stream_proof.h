// Stream proof: which cells of a table read from a stream are certain. Sums of points speak for the table,
// columns printed over the same rows for a row, and the distance to the next best reading for a cell.
#pragma once

#include <string>
#include <vector>

#include "reading/segmenter/stream_rows.h"

namespace jiheng::segmenter {

class StreamProof {
 public:
  StreamProof(const StreamTable& table, const std::vector<Item>& items, const Vocabulary& vocabulary);

  /// Is the cell certain? `text` is its text, put together.
  [[nodiscard]] bool sure(std::size_t row, std::size_t column, const std::string& text) const;
  /// Are all rows as a whole?
  [[nodiscard]] bool whole() const { return whole_; }
  /// Was the row printed together in all its columns, in a table in which nothing contradicts?
  [[nodiscard]] bool sound_row(std::size_t row) const { return sound_ && together_[row]; }

 private:
  [[nodiscard]] const Item* item_of(const StreamRow& row, Label label) const;
  void weigh();
  /// Nothing in the table contradicts the reading.
  [[nodiscard]] bool is_sound() const;
  enum class Points { MustStand, MayBeBlank };
  [[nodiscard]] bool complete(const StreamRow& row, Points points) const;
  /// Was the value printed in full, as far as one can see?
  [[nodiscard]] bool is_whole(const Item& item) const;
  [[nodiscard]] bool is_short_or_repeated(const Item& word) const;
  [[nodiscard]] bool sure_points(const StreamRow& row, const StreamCell& cell, bool sound) const;
  [[nodiscard]] bool sure_answer(const StreamRow& row, const StreamCell& cell, bool sound) const;
  [[nodiscard]] bool sure_name(const StreamCell& cell, const std::string& text, bool sound) const;

  const StreamTable& table_;
  const std::vector<Item>& items_;
  const Vocabulary& vocabulary_;
  std::vector<bool> together_;  // rows
  bool sound_ = false;
  bool points_ = false;       // weights and scores add up, none of them is blank
  bool likely_ = false;       // no other reading comes near, nothing is left over
  bool whole_ = false;        // points, or likely with weights that add up; and full
  bool full_ = false;         // no main cell is blank
  bool full_points_ = false;  // no weight or score is blank
  bool rivals_far_ = false;   // points, and no other number of rows reads as well
};

}  // namespace jiheng::segmenter
