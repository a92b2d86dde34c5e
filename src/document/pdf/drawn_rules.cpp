#include "document/pdf/drawn_rules.h"

#include <algorithm>
#include <cmath>

namespace jiheng::pdf {
namespace {

constexpr float kThickestRule = 3.2F;     // a filled rectangle this thin is a rule
constexpr float kLongerThanThick = 2.5F;  // and this many times longer than thick
constexpr float kStraight = 0.6F;         // a stroke may lean this much

bool is_rectangle(const std::vector<Point>& points, const Box& box) {
  return points.size() >= 4 && points.size() <= 5 && std::all_of(points.begin(), points.end(), [&box](Point p) {
           return (std::abs(p.x - box.left) < kStraight || std::abs(p.x - box.right) < kStraight) &&
                  (std::abs(p.y - box.top) < kStraight || std::abs(p.y - box.bottom) < kStraight);
         });
}

// A border printed as the area between two rectangles.
bool is_frame(const Box& outer, const Box& inner) {
  const auto close = [](float gap) { return gap >= 0 && gap <= kThickestRule; };
  return !outer.empty() && close(inner.left - outer.left) && close(inner.top - outer.top) &&
         close(outer.right - inner.right) && close(outer.bottom - inner.bottom);
}

}  // namespace

Box box_of(const std::vector<Point>& points) {
  Box box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const Point& point : points) {
    box.left = std::min(box.left, point.x);
    box.right = std::max(box.right, point.x);
    box.top = std::min(box.top, point.y);
    box.bottom = std::max(box.bottom, point.y);
  }
  return box;
}

void DrawnRules::stroke(const std::vector<Point>& points, const Box& clip) {
  for (std::size_t i = 1; i < points.size(); ++i) line(points[i - 1], points[i], clip);
}

void DrawnRules::fill(const std::vector<Point>& points, const Box& clip) {
  const Box box = box_of(points);
  if (bar(box, clip) || !is_rectangle(points, box)) return;
  if (is_frame(outer_, box)) frame(outer_, clip);
  outer_ = box;
}

bool DrawnRules::bar(const Box& box, const Box& clip) {
  const float width = box.width(), height = box.height();
  if (std::min(width, height) > kThickestRule) return false;
  if (width >= kLongerThanThick * height || (width >= height && height < 1.1F)) {
    const float middle = (box.top + box.bottom) / 2;
    line({box.left, middle}, {box.right, middle}, clip);
    return true;
  }
  if (height >= kLongerThanThick * width || (height > width && width < 1.1F)) {
    const float middle = (box.left + box.right) / 2;
    line({middle, box.top}, {middle, box.bottom}, clip);
    return true;
  }
  return false;
}

void DrawnRules::frame(const Box& box, const Box& clip) {
  line({box.left, box.top}, {box.right, box.top}, clip);
  line({box.left, box.bottom}, {box.right, box.bottom}, clip);
  line({box.left, box.top}, {box.left, box.bottom}, clip);
  line({box.right, box.top}, {box.right, box.bottom}, clip);
}

void DrawnRules::line(Point a, Point b, const Box& clip) {
  if (page_.segments.size() >= kMost) return;
  const float across = std::abs(b.x - a.x), down = std::abs(b.y - a.y);
  Segment segment;
  float low = 0, high = 0;  // of the clip, along the line
  if (down <= kStraight && across > down) {
    segment = {true, (a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)};
    if (segment.at < clip.top - 1 || segment.at > clip.bottom + 1) return;
    low = clip.left, high = clip.right;
  } else if (across <= kStraight && down > across) {
    segment = {false, (a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)};
    if (segment.at < clip.left - 1 || segment.at > clip.right + 1) return;
    low = clip.top, high = clip.bottom;
  } else {
    return;
  }
  segment.from = std::max(segment.from, low);
  segment.to = std::min(segment.to, high);
  if (segment.to > segment.from) page_.segments.push_back(segment);
}

}  // namespace jiheng::pdf
