// Top labels: the pieces of the lines above the indicators, and which of them, one below the other, are
// labels: 项目实施单|位, 资金情况（万|元）.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/segmenter/sheet.h"
#include "reading/wording.h"

namespace jiheng::segmenter {

/// Words of one line that stand together.
struct Piece {
  std::string text;
  float left = 0, right = 0, y = 0;
  Location where;
  bool used = false;  ///< is part of a label
  [[nodiscard]] float center() const { return (left + right) / 2; }
};

/// A cell of the table under construction.
struct Box {
  std::string text;
  float left = 0, right = 0, y = 0;  ///< y: its middle
  Location where;
  LabelSet labels{};
  bool label = false;
  [[nodiscard]] Label of(Part part) const { return labels[static_cast<std::size_t>(part)]; }
  [[nodiscard]] float center() const { return (left + right) / 2; }
};

struct TopLabels {
  std::vector<Piece> pieces;
  std::vector<Box> labels;
  std::vector<std::pair<std::string, Location>> lines;  ///< "label：value" lines, outside the table
};

TopLabels find_top_labels(const Sheet& sheet, std::size_t first, std::size_t last, const Wording& wording);

/// A number, a percentage, a dash, a number with its unit.
bool is_top_amount(std::string_view text);
/// A number broken in its column: "100.0|0%", "91,250,000.|00", "97.5|%".
bool goes_on_with_digits(std::string_view above, std::string_view below);
/// May one stand below the other in one cell?
bool stacked(const Piece& a, const Piece& b);
/// The pieces as one cell.
Box box_of(const std::vector<Piece>& pieces, const std::vector<std::size_t>& chosen);

/// Lines of one cell stand at most so far apart: others may print between them.
inline constexpr float kNextLine = 2.2F;

}  // namespace jiheng::segmenter
