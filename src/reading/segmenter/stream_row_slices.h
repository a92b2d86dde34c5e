// Rows of a stream that was printed row by row: for each place of it the cheapest rows that may begin there, their
// cells in any order.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reading/segmenter/stream_costs.h"
#include "reading/segmenter/stream_steps.h"

namespace jiheng::segmenter {

/// What an item is within a slice: a cell's line, or a stray.
struct Place {
  std::uint8_t column = kStray;
  bool continues = false;
};

/// A reading of items [first, last): a row, a stray or the total.
struct Slice {
  enum class Kind { Row, Stray, Total } kind = Kind::Row;
  std::uint16_t first = 0, last = 0;
  double cost = 0;
  std::vector<Place> places{};
  std::uint16_t anchor = kNone;
  Decimal weight{}, score{};
};

class RowSlices : public Steps {
 public:
  using Steps::Steps;

 protected:
  static std::uint16_t place16(std::size_t at) { return static_cast<std::uint16_t>(at); }
  /// Rows that begin at an item, for each item they may end with the cheapest readings.
  std::vector<Slice> rows_from(std::size_t start);

 private:
  static constexpr std::size_t kLongest = 36;  ///< items of a row

  /// A reading of a row in the making.
  struct Partial {
    double cost = 0;
    std::array<std::uint16_t, kMostColumns> first{}, last{};
    std::array<std::uint8_t, kMostColumns> lines{};
    std::uint16_t before = kNone;  // the last item that is no stray
    std::uint8_t column = kStray;  // … and where it stands
    std::array<Place, kLongest> places{};
  };

  static bool same(const Partial& a, const Partial& b);
  void expand(const Partial& state, std::size_t at, std::size_t start, std::vector<Partial>& next);
  [[nodiscard]] double order_cost(const Partial& state, std::uint8_t c, std::size_t at) const;
  static void move_to(const Partial& state, std::size_t at, std::size_t step, Place place, double cost,
                      std::vector<Partial>& next);
  void end_rows(const std::vector<Partial>& beam, std::size_t start, std::size_t end, std::vector<Slice>& out) const;
  [[nodiscard]] bool note_explains(const Partial& state) const;

  double least_ = 0;                    ///< of the states of a row
  std::vector<std::uint32_t> by_cost_;  ///< … in order
};

}  // namespace jiheng::segmenter
