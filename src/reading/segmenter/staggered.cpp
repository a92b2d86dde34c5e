#include "reading/segmenter/staggered.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostRows = 8;

bool is_value_kind(CellKind kind) {
  return kind == CellKind::Single || kind == CellKind::Value;
}

std::size_t values_of(const BodyLine& line, const std::vector<CellKind>& kinds) {
  std::size_t values = 0;
  for (std::size_t c = 0; c < kinds.size(); ++c) values += is_value_kind(kinds[c]) && !line.cells[c].empty();
  return values;
}

bool has_name(const BodyLine& line, const std::vector<CellKind>& kinds) {
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    if (kinds[c] == CellKind::Name && !line.cells[c].empty()) return true;
  }
  return false;
}

// The lines [first, last) as rows, one below the other; none if they are not staggered.
class Run {
 public:
  Run(const std::vector<BodyLine>& body, const std::vector<CellKind>& kinds, std::size_t first, std::size_t last)
      : body_(body), kinds_(kinds), first_(first), last_(last) {}

  std::optional<std::vector<BodyLine>> rows() {
    if (!begins_with_names() || !has_columns_in_order()) return std::nullopt;
    std::vector<BodyLine> rows;
    for (std::size_t r = 0; r < height_; ++r) {
      BodyLine row = body_[first_ + std::min(r, name_lines_ - 1)];
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        row.cells[c] = kinds_[c] == CellKind::Name ? names_[r] : std::string();
      rows.push_back(std::move(row));
    }
    for (std::size_t c = 0; c < kinds_.size(); ++c) {
      if (kinds_[c] == CellKind::Name) continue;
      const std::vector<std::size_t>& lines = lines_[c];
      for (std::size_t k = 0; k < lines.size(); ++k) {
        const auto row = lines.size() == height_ ? std::optional(k) : row_of(lines[k]);
        if (!row || !rows[*row].cells[c].empty()) return std::nullopt;
        rows[*row].cells[c] = body_[lines[k]].cells[c];
      }
    }
    return rows;
  }

 private:
  // All names first, without values beside them; each on its line, or several on one.
  bool begins_with_names() {
    std::vector<std::string> lines, words;
    while (first_ + name_lines_ < last_ && has_name(body_[first_ + name_lines_], kinds_) &&
           values_of(body_[first_ + name_lines_], kinds_) == 0) {
      const std::string& name = *name_of(body_[first_ + name_lines_++]);
      lines.push_back(name);
      for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        words.push_back(name.substr(at, end - at));
        at = end + 1;
      }
    }
    std::size_t numbers = 0;
    for (std::size_t c = 0; c < kinds_.size() && numbers == 0; ++c) {
      if (kinds_[c] != CellKind::Single) continue;
      for (std::size_t i = first_; i < last_; ++i) numbers += !body_[i].cells[c].empty();
    }
    if (numbers < 2 || numbers > kMostRows) return false;
    if (lines.size() != numbers && words.size() != numbers) return false;
    names_ = lines.size() == numbers ? lines : words;
    height_ = numbers;
    for (std::size_t i = first_ + name_lines_; i < last_; ++i) {
      if (has_name(body_[i], kinds_)) return false;
    }
    return true;
  }

  [[nodiscard]] const std::string* name_of(const BodyLine& line) const {
    for (std::size_t c = 0; c < kinds_.size(); ++c) {
      if (kinds_[c] == CellKind::Name && !line.cells[c].empty()) return &line.cells[c];
    }
    return nullptr;
  }

  // As many numbers in each column of points as there are names, no column of values with more, one with as many.
  bool has_columns_in_order() {
    lines_.resize(kinds_.size());
    bool singles = false, values = false;
    std::size_t before = 0;
    for (std::size_t c = 0; c < kinds_.size(); ++c) {
      for (std::size_t i = first_; i < last_; ++i) {
        if (!body_[i].cells[c].empty()) lines_[c].push_back(i);
      }
      if (!is_value_kind(kinds_[c]) || lines_[c].empty()) continue;
      if (lines_[c].size() > height_ || (kinds_[c] == CellKind::Single && lines_[c].size() != height_)) return false;
      if (lines_[c].front() < before) return false;
      before = lines_[c].front();
      singles = singles || kinds_[c] == CellKind::Single;
      values = values || (kinds_[c] == CellKind::Value && lines_[c].size() == height_);
    }
    return singles && values;
  }

  // The row of a line on which a column stands that has a cell for every row.
  [[nodiscard]] std::optional<std::size_t> row_of(std::size_t line) const {
    for (const std::vector<std::size_t>& lines : lines_) {
      if (lines.size() != height_) continue;
      const auto found = std::find(lines.begin(), lines.end(), line);
      if (found != lines.end()) return static_cast<std::size_t>(found - lines.begin());
    }
    return std::nullopt;
  }

  const std::vector<BodyLine>& body_;
  const std::vector<CellKind>& kinds_;
  std::size_t first_, last_;
  std::size_t height_ = 0;      // names, and so rows
  std::size_t name_lines_ = 0;  // on which they stand
  std::vector<std::string> names_;
  std::vector<std::vector<std::size_t>> lines_;  // by column: on which lines its cells stand
};

}  // namespace

void align_staggered(std::vector<BodyLine>& body, const std::vector<CellKind>& kinds) {
  const auto whole = [&kinds](const BodyLine& line) { return has_name(line, kinds) && values_of(line, kinds) >= 2; };
  for (std::size_t first = 0; first < body.size(); ++first) {
    if (whole(body[first]) || !has_name(body[first], kinds)) continue;
    std::size_t last = first;
    while (last < body.size() && !whole(body[last])) ++last;
    // Names in front of the first of the run may be broken cells of the rows above; text behind it may be theirs below.
    std::size_t end = last;
    while (end > first && values_of(body[end - 1], kinds) == 0) --end;
    auto rows = Run(body, kinds, first, end).rows();
    if (!rows) continue;
    const auto begin = body.begin() + static_cast<std::ptrdiff_t>(first);
    first += rows->size() - 1;
    const auto after = body.erase(begin, begin + static_cast<std::ptrdiff_t>(end - (first + 1 - rows->size())));
    body.insert(after, std::make_move_iterator(rows->begin()), std::make_move_iterator(rows->end()));
  }
}

}  // namespace jiheng::segmenter
