#include "scoring/line.h"

#include <utility>

namespace jiheng {

std::string_view status_name(LineStatus status) {
  switch (status) {
    case LineStatus::Reached: return "reached";
    case LineStatus::Proportional: return "proportional";
    case LineStatus::Judgement: return "judgement";
    case LineStatus::OverFulfilled: return "over_fulfilled";
    case LineStatus::Missing: return "missing";
    case LineStatus::NotComparable: return "not_comparable";
    case LineStatus::NotScored: return "not_scored";
  }
  return "";
}

namespace detail {

void set_reached(ScoreLine& line, const Points& weight) {
  line.status = LineStatus::Reached;
  line.low = line.high = weight;
}

void set_exact(ScoreLine& line, LineStatus status, const Points& points) {
  line.status = status;
  line.low = line.high = points;
}

void set_band(ScoreLine& line, const Points& weight, const Decimal& low, const Decimal& high, const Policy& policy) {
  line.status = LineStatus::Judgement;
  line.low = rounded(weight.amount * low, policy);
  line.high = rounded(weight.amount * high, policy);
}

void set_unknown(ScoreLine& line, LineStatus status, std::string_view zh, std::string_view en) {
  line.status = status;
  line.low.reset();
  line.high.reset();
  line.working = zh;
  line.working_en = en;
}

void set_working(ScoreLine& line, std::string working) {
  line.working_en = working;
  line.working = std::move(working);
}

void set_working(ScoreLine& line, std::string zh, std::string en) {
  line.working = std::move(zh);
  line.working_en = std::move(en);
}

void append(std::string& out, const Decimal& number) {
  number.append_to(out);
}

void append_value(std::string& out, const Decimal& number, std::string_view unit) {
  append(out, number);
  if (unit.empty()) return;
  out += ' ';
  out += unit;
}

}  // namespace detail
}  // namespace jiheng
