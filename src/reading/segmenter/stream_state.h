// The state of a reading of a stream in the middle of it: how far each column has come.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reading/wording.h"

namespace jiheng::segmenter {

inline constexpr std::size_t kMostColumns = 12, kMostRows = 120;
inline constexpr std::uint8_t kStray = 0xFF;
inline constexpr std::uint16_t kNone = 0xFFFF;

/// Columns whose cells say something of each other: their items are kept per row.
inline constexpr std::array kKept = {Label::IndicatorL3, Label::IndicatorTarget, Label::IndicatorActual,
                                     Label::IndicatorWeight, Label::IndicatorScore};

/// Where an item goes: a new cell, a further line of the column's last one, or nowhere.
struct Move {
  std::uint8_t column = kStray, row = 0;
  bool continues = false;
  bool operator==(const Move&) const = default;
};

/// How far each column has come. The cells it has passed are kept apart (`KeptCells`): states are copied all the time.
struct State {
  std::array<std::uint8_t, kMostColumns> count{};       ///< rows that the column has behind it
  std::array<std::uint8_t, kMostColumns> lines{};       ///< of the column's last cell
  std::array<std::uint16_t, kMostColumns> last_line{};  ///< its last item
  std::uint64_t reached = 0;                            ///< counts and blank cells as a hash
  std::uint32_t place = 0;                              ///< among the states of its item
  std::uint8_t column = kStray, row = 0;                ///< where the last item stands
  std::uint8_t run = 0;                                 ///< row where the present run down one column began
  std::uint16_t item = kNone;                           ///< the last item that is no stray
};

/// By state, column of `kKept` and row (with the total's): the first item of the cell.
class KeptCells {
 public:
  explicit KeptCells(std::size_t rows = 0) : rows_(rows + 1) {}
  void clear() { cells_.clear(); }
  /// Room for one more state, which has passed what that state of `other` has.
  void add(const KeptCells& other, std::uint32_t place) {
    const auto first = other.cells_.begin() + static_cast<std::ptrdiff_t>(place * rows_ * kKept.size());
    cells_.insert(cells_.end(), first, first + static_cast<std::ptrdiff_t>(rows_ * kKept.size()));
  }
  void add_empty() { cells_.insert(cells_.end(), rows_ * kKept.size(), kNone); }
  [[nodiscard]] std::uint16_t at(std::uint32_t place, std::size_t slot, std::size_t row) const {
    return cells_[(place * kKept.size() + slot) * rows_ + row];
  }
  std::uint16_t& last_at(std::size_t slot, std::size_t row) {
    return cells_[cells_.size() - (kKept.size() - slot) * rows_ + row];
  }

 private:
  std::size_t rows_;
  std::vector<std::uint16_t> cells_;
};

}  // namespace jiheng::segmenter
