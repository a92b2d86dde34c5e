// Page: what the PDF adapter delivers of one page: glyphs, straight rules, and how much is picture.
// Everything above it (ruling, lattice, text, joining) knows only this, never the PDF library.
//
// Points, origin at the top left, y downwards, as the page is seen (its /Rotate applied).
#pragma once

#include <cstdint>
#include <vector>

#include "core/location.h"

namespace jiheng::pdf {

/// One printed character.
struct Glyph {
  char32_t code = 0;
  float left = 0;  ///< of its origin on the baseline
  float baseline = 0;
  float advance = 0;      ///< to the next origin; never negative
  float size = 0;         ///< of the font
  std::uint8_t turn = 0;  ///< quarter turns clockwise of the writing direction: 0 upright
  /// Set when the glyph is cut away by its clip (text too large for its cell): the point of the clip
  /// nearest to it, which tells the cell it belongs to.
  bool hidden = false;
  float clip_x = 0, clip_y = 0;

  // Boxes in fonts are unusable (subsets claim 2.85 em), so the em square stands for the glyph.
  static constexpr float kAscent = 0.88F, kDescent = 0.12F, kMiddle = 0.38F;
  [[nodiscard]] float right() const { return left + advance; }
  [[nodiscard]] float top() const { return baseline - kAscent * size; }
  [[nodiscard]] float bottom() const { return baseline + kDescent * size; }
  [[nodiscard]] float center_x() const {
    constexpr float kAlong[] = {0.5F, 0, -0.5F, 0}, kAside[] = {0, kMiddle, 0, -kMiddle};
    return left + kAlong[turn & 3] * advance + kAside[turn & 3] * size;
  }
  [[nodiscard]] float center_y() const {
    constexpr float kAlong[] = {0, 0.5F, 0, -0.5F}, kAside[] = {-kMiddle, 0, kMiddle, 0};
    return baseline + kAlong[turn & 3] * advance + kAside[turn & 3] * size;
  }
  bool operator==(const Glyph&) const = default;
};

/// A straight horizontal or vertical rule, or a piece of one: a stroke or a thin filled rectangle.
struct Segment {
  bool horizontal = true;
  float at = 0;            ///< y of a horizontal, x of a vertical one: its middle
  float from = 0, to = 0;  ///< along it
  bool operator==(const Segment&) const = default;
};

struct Page {
  int number = 0;  ///< from 1
  float width = 0, height = 0;
  std::vector<Glyph> glyphs;
  std::vector<Segment> segments;
  int images = 0;
  float image_area = 0;  ///< square points, overlaps counted twice
  int drawn_shapes = 0;  ///< filled shapes with curves: text turned into outlines
};

}  // namespace jiheng::pdf
