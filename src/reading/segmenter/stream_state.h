// The state of a reading of a stream in the middle of it: how far each column has come.
#pragma once

#include <array>
#include <cstdint>

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

/// How far each column has come.
struct State {
  State() {
    for (auto& cells : kept) cells.fill(kNone);
  }
  std::array<std::uint8_t, kMostColumns> count{};                           ///< rows that the column has behind it
  std::array<std::uint8_t, kMostColumns> lines{};                           ///< of the column's last cell
  std::array<std::uint16_t, kMostColumns> last_line{};                      ///< its last item
  std::array<std::array<std::uint16_t, kMostRows + 1>, kKept.size()> kept;  ///< by row: the cell's first item
  std::uint64_t reached = 0;                                                ///< counts and blank cells as a hash
  std::uint8_t column = kStray, row = 0;                                    ///< where the last item stands
  std::uint8_t run = 0;        ///< row where the present run down one column began
  std::uint16_t item = kNone;  ///< the last item that is no stray
};

}  // namespace jiheng::segmenter
