#include "reading/segmenter/row_cost.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/text.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

constexpr double kUnfilled = 1.0;     // cost of a template's line as a row
constexpr double kBlankInside = 5.0;  // cost of an empty line inside a row
constexpr double kOffCentre = 0.8;    // cost per line that a cell stands off the middle of its row

// "指标1：", "1.", "★", "其中": starts that only a name's first line has.
bool starts_name(std::string_view text) {
  const std::string key = key_of(text);
  if (starts_with(key, "指标") && key.size() > 6 && key[6] >= '0' && key[6] <= '9') return true;
  if (starts_with(key, "★") || starts_with(key, "▲") || starts_with(key, "其中") || starts_with(key, "目标"))
    return true;
  std::size_t at = 0;
  while (at < key.size() && key[at] >= '0' && key[at] <= '9') ++at;
  return at > 0 && at < 3 && at < key.size() && (key[at] == '.' || starts_with(std::string_view(key).substr(at), "、"));
}

// "指标2：", "……": a line of the template that nobody filled in.
bool is_template_line(std::string_view text) {
  const std::string key = key_of(text);
  if (key.find_first_not_of("….") == std::string::npos) return true;
  if (!starts_with(key, "指标") || key.size() > 10 || key.size() <= 6) return false;
  return std::string_view(key).substr(6).find_first_not_of("0123456789:.,") == std::string_view::npos;
}

// Nothing but a template's line: a row of its own without values.
bool is_unfilled(const BodyLine& line, const std::vector<CellKind>& kinds) {
  bool unfilled = false;
  for (std::size_t c = 0; c < kinds.size() && c < line.cells.size(); ++c) {
    if (line.cells[c].empty()) continue;
    if (kinds[c] != CellKind::Name || !is_template_line(line.cells[c])) return false;
    unfilled = true;
  }
  return unfilled;
}

// "2023年9月" and "12日" below it: one date.
bool goes_on_with_day(std::string_view above, std::string_view below) {
  const std::string before = key_of(above), after = key_of(below);
  const bool open = ends_with(before, "月") || ends_with(before, "年") ||
                    (contains(before, "月") && before.back() >= '0' && before.back() <= '9');
  return open && contains(before, "年") &&
         (starts_with(after, "日") || (after.size() <= 10 && (contains(after, "日") || contains(after, "月"))));
}

// How far the lines of values and notes stand off the row's middle, where its numbers are.
double off_centre(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, std::size_t first,
                  std::size_t last, double middle, Align align) {
  double cost = 0;
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    if (kinds[c] != CellKind::Value && kinds[c] != CellKind::Text) continue;
    double sum = 0;
    int lines = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (body[i].cells[c].empty() || (align == Align::Top && lines > 0)) continue;
      sum += static_cast<double>(body[i].y);
      ++lines;
    }
    if (lines > 0) cost += kOffCentre * std::max(0.0, std::abs(sum / lines - middle) - 0.6);
  }
  return cost;
}

}  // namespace

bool stands_apart(const std::vector<BodyLine>& body, std::size_t at) {
  return at > 0 && body[at].after_blank && body[at].where.page == body[at - 1].where.page;
}

double row_cost(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, const Measures& measures,
                std::size_t first, std::size_t last) {
  if (last == first + 1 && is_unfilled(body[first], kinds)) return kUnfilled;
  double cost = 1.0;
  double anchor = 0, names = 0;
  int anchors = 0, name_lines = 0, placed_names = 0, values = 0;
  bool numbers = false, leads = false;
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    int filled = 0, numeric = 0;
    const BodyLine* before = nullptr;
    for (std::size_t i = first; i < last; ++i) {
      const std::string& cell = body[i].cells[c];
      if (cell.empty()) continue;
      ++filled;
      switch (kinds[c]) {
        case CellKind::Single:
          numbers = true;
          anchor += static_cast<double>(body[i].y);
          ++anchors;
          if (filled > 1) cost += 14;
          break;
        case CellKind::Value: {
          ++values;
          const bool value = looks_like_value(cell);
          numeric += value;
          // The rest of a broken value (厘|米) begins no row.
          if (filled == 1 && is_rest(cell)) cost += 2.5;
          if (filled > 1) {
            const std::string& last_text = before->cells[c];
            const bool wrapped = display_width(last_text) + 3 >= measures.full[c];
            const bool breaks =
                starts_with(key_of(cell), "≥") || starts_with(key_of(cell), "≤") || starts_with(key_of(cell), "=");
            const bool date = goes_on_with_day(last_text, cell);
            cost += date ? 0.0 : (numeric > 1 || (value && is_percent(cell)) || breaks) ? 9 : wrapped ? 0.4 : 4.5;
            if (date) --numeric;
            if (is_dash(last_text)) cost += 6;
          }
          break;
        }
        case CellKind::Name:
          if (measures.align == Align::Middle || placed_names == 0) {
            names += static_cast<double>(body[i].y);
            ++placed_names;
          }
          ++name_lines;
          if (filled > 1) {
            const int missing = measures.full[c] - display_width(before->cells[c]);
            cost += missing <= 2 ? 0.3 : missing <= 6 ? 1.6 : 4.0;
            if (missing <= 2 && ends_like_name(before->cells[c])) cost += 0.3;
            if (starts_name(cell) || is_template_line(cell) || is_template_line(before->cells[c])) cost += 8;
          }
          break;
        case CellKind::Text: break;
      }
      if (filled == 1 && i == first) leads = leads || kinds[c] == CellKind::Name;
      before = &body[i];
    }
  }
  // The lines of a cell stand together, and a row is as high as its highest cell.
  for (std::size_t i = first + 1; i < last; ++i) {
    if (stands_apart(body, i)) cost += kBlankInside;
  }
  if (last < body.size() && !stands_apart(body, last)) cost += measures.unparted;
  // A note's lines stand together.
  for (std::size_t c = 0; c < kinds.size() && last < body.size(); ++c) {
    if (kinds[c] == CellKind::Text && !body[last - 1].cells[c].empty() && !body[last].cells[c].empty()) cost += 1.0;
  }
  if (!numbers) cost += measures.unanchored;
  if (anchors > 0) cost += off_centre(body, kinds, first, last, anchor / anchors, measures.align);
  if (name_lines == 0) cost += values + anchors > 0 ? 5.0 : 7.0;
  if (name_lines > 0 && values + anchors == 0) cost += 2.2;
  if (anchors > 0 && name_lines > 0) {
    const double off = std::abs(anchor / anchors - names / placed_names);
    cost += 1.1 * std::max(0.0, off - 0.5);
  } else if (!numbers && values > 0 && name_lines > 1) {
    double place = 0;
    for (std::size_t i = first; i < last; ++i) {
      for (std::size_t c = 0; c < kinds.size(); ++c) {
        if (kinds[c] == CellKind::Value && !body[i].cells[c].empty()) place += static_cast<double>(body[i].y);
      }
    }
    cost += 1.1 * std::max(0.0, std::abs(place / values - names / placed_names) - 0.5);
  }
  // The end of a broken name or value cannot stand alone.
  if (name_lines == 1 && leads) {
    for (std::size_t c = 0; c < kinds.size(); ++c) {
      if (kinds[c] != CellKind::Name) continue;
      const std::string& name = body[first].cells[c];
      if (!name.empty() && length(name) <= 2 && !contains(name, "…")) cost += 2.5;
    }
  }
  if (name_lines > 0) {
    // A name that fills its line probably goes on; the next line would have it.
    for (std::size_t c = 0; c < kinds.size(); ++c) {
      if (kinds[c] != CellKind::Name || last >= body.size()) continue;
      const std::string& name = body[last - 1].cells[c];
      const std::string& next = body[last].cells[c];
      if (length(name) >= 6 && !next.empty() && display_width(name) + 1 >= measures.full[c] &&
          display_width(next) + 4 < measures.full[c])
        cost += 0.6;
    }
  }
  return cost;
}

}  // namespace jiheng::segmenter
