// Rules of a page out of what is drawn on it: strokes, thin bars, and borders printed as the area between two
// rectangles. Slanted and curved lines are none.
#pragma once

#include <cstddef>
#include <vector>

#include "document/pdf/page.h"

namespace jiheng::pdf {

/// A corner of a path, in page points.
struct Point {
  float x = 0, y = 0;
};

Box box_of(const std::vector<Point>& points);  ///< of at least one point

class DrawnRules {
 public:
  static constexpr std::size_t kMost = 1'000'000;  ///< of one page: nothing readable has more

  /// Rules go to `page.segments`, cut to the clip they are drawn in.
  explicit DrawnRules(Page& page) : page_(page) {}

  /// A subpath drawn as a line.
  void stroke(const std::vector<Point>& points, const Box& clip);
  /// A new path to be filled; `fill` takes its subpaths one by one.
  void begin_fill() { outer_ = {}; }
  void fill(const std::vector<Point>& points, const Box& clip);
  /// A thin bar is a rule along its middle. Short ones count too: dots of a dotted rule. False if it is none.
  bool bar(const Box& box, const Box& clip);

 private:
  void line(Point a, Point b, const Box& clip);
  void frame(const Box& box, const Box& clip);

  Page& page_;
  Box outer_;  ///< the rectangle before, of the same path
};

}  // namespace jiheng::pdf
