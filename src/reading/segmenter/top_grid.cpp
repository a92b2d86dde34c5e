#include "reading/segmenter/top_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/columns.h"
#include "reading/segmenter/top_labels.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSameRow = 0.8F;          // how far middles of one row may differ, in lines
constexpr std::size_t kLongestRun = 40;   // lines of one cell
constexpr std::size_t kLongestLabel = 8;  // characters of a label that no list knows
constexpr double kNever = std::numeric_limits<double>::infinity();

struct Row {
  float y = 0;
  std::vector<Box> cells;  // left to right
};

class Builder {
 public:
  explicit Builder(TopLabels found) : pieces_(std::move(found.pieces)), labels_(std::move(found.labels)) {
    out_.lines = std::move(found.lines);
  }

  TopGrid build() {
    find_rows();
    place_texts();
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.y < b.y; });
    for (Row& row : rows_) {
      std::sort(row.cells.begin(), row.cells.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    }
    write();
    return std::move(out_);
  }

 private:
  // --- rows ---

  // Names a part of the form at the left edge, beside several rows.
  [[nodiscard]] bool names_part(const Box& box) const {
    const Label section = box.of(Part::Sections);
    const bool part = section == Label::FundsSection || section == Label::GoalSection || section == Label::OtherSection;
    if (!part || box.of(Part::Header) != Label::None) return false;
    bool inner = false;
    for (const Box& other : labels_) {
      const double away = std::abs(static_cast<double>(other.y - box.y));
      const bool goals = section == Label::GoalSection;
      const bool named = goals
                             ? other.of(Part::Goals) != Label::None
                             : other.of(Part::FundsColumns) != Label::None || other.of(Part::FundsRows) != Label::None;
      if (&other == &box || !named || away >= (goals ? 4 : 8)) continue;
      if (!goals && other.right < box.left) return false;  // stands right of what it would name
      inner = inner || other.left >= box.right - 1;
    }
    return inner;
  }

  void find_rows() {
    std::copy_if(labels_.begin(), labels_.end(), std::back_inserter(headings_),
                 [](const Box& box) { return box.of(Part::Header) != Label::None; });
    std::vector<Box> labels;
    for (const Box& box : labels_) (names_part(box) ? sides_ : labels).push_back(box);
    std::sort(labels.begin(), labels.end(), [](const Box& a, const Box& b) { return a.y < b.y; });
    for (Box& box : labels) {
      if (rows_.empty() || box.y - rows_.back().y > kSameRow) rows_.push_back({box.y, {}});
      rows_.back().cells.push_back(std::move(box));
    }
  }

  // --- texts ---

  // Does the line of the piece begin a row whose label no list knows (实施周期, 年初申报)? A short word stands there
  // below a label of the heading, or below nothing at all, and the texts beside it go on with no other row.
  [[nodiscard]] bool begins_unknown_row(const Piece& piece) const {
    const auto over = [](const auto& above, const Piece& below) {
      const float away = below.y - above.y;
      return away > 0.1F && away <= kNextLine && above.left < below.right && below.left < above.right;
    };
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& other) {
      if (&other == &piece || other.used || std::abs(other.y - piece.y) > 0.1F || !is_short_word(other.text))
        return false;
      const bool below_label =
          std::any_of(headings_.begin(), headings_.end(), [&](const Box& label) { return over(label, other); });
      const bool near_label = std::any_of(headings_.begin(), headings_.end(), [&](const Box& label) {
        return other.y - label.y > 0.1F && other.y - label.y <= kNextLine;
      });
      const bool below_text =
          std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& text) { return over(text, other); });
      return below_label || (near_label && !below_text);
    });
  }

  // A few characters of Chinese, no number and no sentence.
  [[nodiscard]] static bool is_short_word(std::string_view text) {
    if (length(text) < 3 || length(text) > kLongestLabel) return false;
    for (std::size_t at = 0; at < text.size();) {
      if (!is_han(next_code_point(text, at))) return false;
    }
    return true;
  }

  // Texts one below the other; each run of them that is centred on a row is a cell of that row.
  void place_texts() {
    std::vector<std::vector<std::size_t>> stacks;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].used) continue;
      std::vector<std::size_t>* best = nullptr;
      const bool fresh = begins_unknown_row(pieces_[i]);
      for (auto& stack : stacks) {
        if (fresh) break;
        const Piece& last = pieces_[stack.back()];
        if (pieces_[i].y - last.y > kNextLine || pieces_[i].y <= last.y + 0.1F || !stacked(last, pieces_[i])) continue;
        // A number below a number is another cell; the rest of the upper one may still follow ("100.00|%").
        const bool amounts = is_top_amount(last.text) && is_top_amount(pieces_[i].text);
        if (amounts && !goes_on_with_digits(last.text, pieces_[i].text)) continue;
        if (best == nullptr ||
            std::abs(pieces_[best->back()].left - pieces_[i].left) > std::abs(last.left - pieces_[i].left))
          best = &stack;
      }
      if (best != nullptr) {
        best->push_back(i);
      } else {
        stacks.push_back({i});
      }
    }
    std::vector<Box> loose;
    for (const auto& stack : stacks) cut(stack, loose);
    // Texts below their headings: rows of their own.
    std::sort(loose.begin(), loose.end(), [](const Box& a, const Box& b) { return a.y < b.y; });
    for (Box& box : loose) {
      auto row =
          std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) { return std::abs(r.y - box.y) <= kSameRow; });
      if (row == rows_.end()) row = rows_.insert(rows_.end(), {box.y, {}});
      row->cells.push_back(std::move(box));
    }
  }

  void cut(const std::vector<std::size_t>& stack, std::vector<Box>& loose) {
    const std::size_t n = stack.size();
    std::vector<double> best(n + 1, kNever);
    std::vector<std::size_t> from(n + 1, 0);
    best[0] = 0;
    for (std::size_t end = 1; end <= n; ++end) {
      for (std::size_t begin = end > kLongestRun ? end - kLongestRun : 0; begin < end; ++begin) {
        const double cost = best[begin] + run_cost(stack, begin, end);
        if (cost < best[end]) best[end] = cost, from[end] = begin;
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t end = n; end > 0; end = from[end]) runs.emplace_back(from[end], end);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
      Box box = box_of(pieces_, {stack.begin() + static_cast<std::ptrdiff_t>(run->first),
                                 stack.begin() + static_cast<std::ptrdiff_t>(run->second)});
      if (Row* row = nearest_row(box.y); row != nullptr && std::abs(row->y - box.y) <= kSameRow) {
        row->cells.push_back(std::move(box));
      } else {
        loose.push_back(std::move(box));
      }
    }
  }

  double run_cost(const std::vector<std::size_t>& stack, std::size_t begin, std::size_t end) {
    double cost = 0.5;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const Piece &above = pieces_[stack[i - 1]], &piece = pieces_[stack[i]];
      const bool rest = goes_on_with_digits(above.text, piece.text);
      if ((is_top_amount(above.text) || is_top_amount(piece.text)) && !rest) cost += 8;
      cost += 0.2 * std::max(0.0, static_cast<double>(piece.y - above.y) - 1.2);
      // A line that goes on below is full: no shorter than the next one.
      if (!rest && display_width(above.text) + 3 < display_width(piece.text)) cost += 2.5;
    }
    const float middle = (pieces_[stack[begin]].y + pieces_[stack[end - 1]].y) / 2;
    const Row* row = nearest_row(middle);
    const double off = row == nullptr ? kNever : std::abs(static_cast<double>(row->y - middle));
    // Rows do not overlap: a line on the middle of another row is not of this one.
    for (std::size_t i = begin; i < end && end - begin > 1; ++i) {
      const Row* own = nearest_row(pieces_[stack[i]].y);
      if (own != row && own != nullptr && std::abs(own->y - pieces_[stack[i]].y) < 0.3F) cost += 4;
    }
    return cost + std::min(2.5 * off, 2.5);
  }

  Row* nearest_row(float y) {
    Row* best = nullptr;
    for (Row& row : rows_) {
      if (best == nullptr || std::abs(row.y - y) < std::abs(best->y - y)) best = &row;
    }
    return best;
  }

  // --- columns ---

  // Labels side by side without values between them head columns.
  [[nodiscard]] static bool heads_columns(const Row& row) {
    int amounts = 0, columns = 0, rows = 0, goals = 0;
    for (const Box& box : row.cells) {
      amounts += !box.label && is_top_amount(box.text);
      columns += box.of(Part::FundsColumns) != Label::None;
      rows += box.of(Part::FundsRows) != Label::None && box.of(Part::FundsColumns) == Label::None;
      goals += box.of(Part::Goals) != Label::None;
    }
    return amounts == 0 && (columns + rows >= 2 || goals >= 2);
  }

  // Does the row begin something else than data below those columns?
  [[nodiscard]] static bool begins_part(const Row& row) {
    for (const Box& box : row.cells) {
      if (box.of(Part::FundsRows) != Label::None) return false;
      if (box.of(Part::Header) != Label::None || box.of(Part::Goals) != Label::None) return true;
    }
    return false;
  }

  void write() {
    Grid& grid = out_.grid;
    for (std::size_t at = 0; at < rows_.size();) {
      std::size_t end = at + 1;
      const bool head = heads_columns(rows_[at]);
      if (head) {
        while (end < rows_.size() && !heads_columns(rows_[end]) && !begins_part(rows_[end])) ++end;
      }
      const Box* side = side_of(at, end);
      const int row = grid.rows;
      if (side != nullptr) put(*side, row, 0, static_cast<int>(end - at));
      if (head) {
        write_table(at, end);
      } else {
        int column = 1;
        for (const Box& box : rows_[at].cells) put(box, grid.rows, column++, 1);
        ++grid.rows;
      }
      at = end;
    }
    std::sort(grid.cells.begin(), grid.cells.end(),
              [](const Cell& a, const Cell& b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
  }

  // The side label whose middle lies within the rows.
  [[nodiscard]] const Box* side_of(std::size_t begin, std::size_t end) const {
    for (const Box& side : sides_) {
      if (side.y >= rows_[begin].y - kSameRow && side.y <= rows_[end - 1].y + kSameRow) return &side;
    }
    return nullptr;
  }

  void put(const Box& box, int row, int column, int rows) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.row_span = rows;
    cell.text = box.text;
    cell.page = box.where.page;
    out_.grid.columns = std::max(out_.grid.columns, column + 1);
    out_.places[{row, column}] = box.where;
    out_.grid.cells.push_back(std::move(cell));
  }

  void write_table(std::size_t begin, std::size_t end) {
    Grid& grid = out_.grid;
    const Row& head = rows_[begin];
    // Headings of values; what stands left of them is over the rows' names.
    std::vector<Band> bands;
    std::vector<const Box*> headings;
    const bool money = std::none_of(head.cells.begin(), head.cells.end(), [](const Box& box) {
      return box.of(Part::Goals) != Label::None && box.of(Part::FundsColumns) == Label::None;
    });
    for (const Box& box : head.cells) {
      const bool corner =
          headings.empty() && money && (box.of(Part::FundsColumns) == Label::FundsOtherColumn || !box.label);
      if (corner) {
        put(box, grid.rows, 1, 1);
        continue;
      }
      headings.push_back(&box);
      bands.push_back({box.left, box.right});
      put(box, grid.rows, static_cast<int>(headings.size()) + 1, 1);
    }
    ++grid.rows;
    for (std::size_t r = begin + 1; r < end; ++r) {
      std::vector<Word> words;
      std::vector<const Box*> boxes;
      for (const Box& box : rows_[r].cells) {
        const bool names = money && !is_top_amount(box.text) && boxes.empty() &&
                           (box.label || headings.empty() || box.center() < headings.front()->left);
        if (names) {
          put(box, grid.rows, 1, 1);
          continue;
        }
        Word word;
        word.text = box.text;
        word.left = box.left;
        word.right = box.right;
        word.gap = boxes.empty() ? 99.0F : std::max(2.0F, box.left - boxes.back()->right);
        words.push_back(std::move(word));
        boxes.push_back(&box);
      }
      const std::vector<int> columns = assign_columns(words, bands, costs_of(headings));
      std::vector<bool> taken(headings.size(), false);
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto column = static_cast<std::size_t>(columns[i]);
        if (columns[i] < 0 || taken[column]) continue;
        taken[column] = true;
        put(*boxes[i], grid.rows, columns[i] + 2, 1);
      }
      ++grid.rows;
    }
  }

  static ColumnCosts costs_of(const std::vector<const Box*>& headings) {
    ColumnCosts costs;
    costs.join = [](const Word&, const Word&, std::size_t) { return 12.0; };
    costs.kind = [headings](const Word& word, std::size_t column) {
      switch (headings[column]->of(Part::FundsColumns)) {
        case Label::FundsRate: return is_percent(word.text) ? -2.0 : is_top_amount(word.text) ? 0.5 : 4.0;
        case Label::FundsWeight:
        case Label::FundsScore: {
          const auto number = parse_number(word.text);
          return is_percent(word.text) || (number && *number > Decimal(100)) ? 6.0
                 : is_top_amount(word.text)                                  ? 0.0
                                                                             : 6.0;
        }
        case Label::FundsInitial:
        case Label::FundsAdjusted:
        case Label::FundsExecuted: return is_percent(word.text) ? 6.0 : is_top_amount(word.text) ? 0.0 : 6.0;
        case Label::FundsOtherColumn: return is_top_amount(word.text) ? 2.0 : 0.0;
        default: return 0.0;
      }
    };
    return costs;
  }

  std::vector<Piece> pieces_;
  std::vector<Box> labels_, sides_;
  std::vector<Box> headings_;  // labels of the heading
  std::vector<Row> rows_;
  TopGrid out_;
};

}  // namespace

TopGrid top_grid_of(const Sheet& sheet, std::size_t first, std::size_t last, const Wording& wording) {
  return Builder(find_top_labels(sheet, first, last, wording)).build();
}

}  // namespace jiheng::segmenter
