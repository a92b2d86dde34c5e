#include "reading/segmenter/stream_rows.h"

#include <algorithm>
#include <limits>

#include "core/text.h"
#include "form/number.h"

namespace jiheng::segmenter {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostChunk = 60;
constexpr std::size_t kMostItems = 3000;

double cell_cost(const Item& item, Label column) {
  switch (column) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore:
      if (item.kind == ItemKind::Dash) return 0.6;
      if (item.kind != ItemKind::Number) return kNever;
      if (const auto number = parse_number(item.text); number && (*number > Decimal(100) || number->is_negative())) return kNever;
      return 0;
    case Label::IndicatorProperty: return item.kind == ItemKind::Sign || item.kind == ItemKind::Dash ? 0 : kNever;
    case Label::IndicatorUnit:
      return item.kind == ItemKind::Value || item.kind == ItemKind::Word ? (is_number(item.text) ? kNever : 0.0) : item.kind == ItemKind::Dash ? 0.5 : kNever;
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
      if (item.kind == ItemKind::Sign) return kNever;
      if (key_of(item.text) == "%") return kNever;
      if (item.kind == ItemKind::Number) return 0.4;
      if (item.kind == ItemKind::Dash) return 0.5;
      return 0;
    default: return item.kind == ItemKind::Sign ? kNever : 0.5;
  }
}

double missing_cost(Label column) {
  switch (column) {
    case Label::IndicatorTarget: return 2.5;
    case Label::IndicatorActual: return 2.0;
    case Label::IndicatorScore: return 1.8;
    case Label::IndicatorWeight: return 2.2;
    case Label::IndicatorProperty:
    case Label::IndicatorUnit: return 1.0;
    default: return 0.8;
  }
}

class Parser {
 public:
  Parser(const std::vector<Item>& items, const std::vector<Label>& columns) : items_(items), columns_(columns) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_valuable(items[i])) values_.push_back(i);
    }
  }

  std::vector<StreamRow> parse() {
    const std::size_t n = values_.size();
    if (n == 0 || n > kMostItems || columns_.empty() || columns_.size() > 8) return {};
    best_.assign(n + 1, kNever);
    steps_.assign(n + 1, {});
    best_[0] = 0;
    for (std::size_t at = 0; at < n; ++at) {
      if (best_[at] == kNever) continue;
      // A value that fits nowhere is passed over.
      relax(at, at + 1, 4.0, {});
      for (std::size_t mask = 0; mask < (std::size_t{1} << columns_.size()); ++mask) {
        const auto missing = static_cast<std::size_t>(__builtin_popcountll(mask));
        if (missing == columns_.size() || missing > 4) continue;
        for (std::size_t rows = 1; rows <= kMostChunk; ++rows) {
          if (at + rows * (columns_.size() - missing) > n) break;
          if (rows > 1 && missing > 0 && rows * missing > 24) break;
          if (!chunk(at, rows, mask)) break;
        }
      }
    }
    return trace();
  }

 private:
  struct Step {
    std::size_t from = 0, rows = 0, mask = 0;
  };

  void relax(std::size_t from, std::size_t to, double cost, Step step) {
    if (best_[from] + cost < best_[to] - 1e-9) {
      best_[to] = best_[from] + cost;
      step.from = from;
      steps_[to] = step;
    }
  }

  const Item& value(std::size_t at) const { return items_[values_[at]]; }

  // Tries k rows, column by column, from value `at` on; false when the first column already fails, so
  // that more rows cannot fit either.
  bool chunk(std::size_t at, std::size_t rows, std::size_t mask) {
    double cost = 0.6;
    std::size_t p = at;
    bool first_column = true;
    std::size_t target_at = 0, actual_at = 0, weight_at = 0, score_at = 0;
    bool target = false, actual = false, weight = false, score = false;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (mask >> c & 1U) {
        cost += missing_cost(columns_[c]) * static_cast<double>(rows);
        continue;
      }
      for (std::size_t k = 0; k < rows; ++k) {
        const double own = cell_cost(value(p + k), columns_[c]);
        if (own == kNever) return !first_column;
        cost += own;
        // Cells of one column stand on lines of their own, close together.
        if (rows > 1 && k > 0) {
          const Item &above = value(p + k - 1), &below = value(p + k);
          if (above.line == below.line) return !first_column;
          if (above.paragraph != below.paragraph) cost += 1.2;
          if (below.line - above.line > 4) cost += 1.0;
        }
        if (rows > 1 && !value(p + k).alone) cost += 0.8;
      }
      if (columns_[c] == Label::IndicatorTarget) target = true, target_at = p;
      if (columns_[c] == Label::IndicatorActual) actual = true, actual_at = p;
      if (columns_[c] == Label::IndicatorWeight) weight = true, weight_at = p;
      if (columns_[c] == Label::IndicatorScore) score = true, score_at = p;
      p += rows;
      first_column = false;
    }
    for (std::size_t k = 0; k < rows; ++k) {
      if (target && actual) {
        const std::string a = key_of(value(target_at + k).text), b = key_of(value(actual_at + k).text);
        if (a == b) cost -= 0.5;
        else if (contains(a, "%") != contains(b, "%")) cost += 0.6;
      }
      if (weight && score) {
        const auto a = parse_number(value(weight_at + k).text), b = parse_number(value(score_at + k).text);
        if (a && b && *b > *a) cost += 2.5;
        if (a && b && *a == *b) cost -= 0.4;
      }
    }
    // A row's values stand together: with many rows of text between them they are not one row.
    if (rows == 1 && p > at + 1) {
      const std::size_t spread = value(p - 1).line - value(at).line;
      if (spread > 12) cost += 1.5;
    }
    relax(at, p, cost, {0, rows, mask});
    return true;
  }

  std::vector<StreamRow> trace() const {
    std::vector<std::vector<StreamRow>> chunks;
    for (std::size_t at = values_.size(); at > 0;) {
      const Step& step = steps_[at];
      if (step.rows > 0) {
        std::vector<StreamRow> rows(step.rows);
        for (StreamRow& row : rows) {
          row.cells.assign(columns_.size(), -1);
          row.first = items_.size();
          row.odd = step.mask != 0;
        }
        std::size_t p = step.from;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
          if (step.mask >> c & 1U) continue;
          for (std::size_t k = 0; k < step.rows; ++k) {
            rows[k].cells[c] = static_cast<int>(values_[p]);
            rows[k].first = std::min(rows[k].first, values_[p]);
            rows[k].last = std::max(rows[k].last, values_[p]);
            ++p;
          }
        }
        chunks.push_back(std::move(rows));
      }
      at = step.from;
    }
    std::vector<StreamRow> rows;
    for (auto chunk = chunks.rbegin(); chunk != chunks.rend(); ++chunk) rows.insert(rows.end(), chunk->begin(), chunk->end());
    return rows;
  }

  const std::vector<Item>& items_;
  const std::vector<Label>& columns_;
  std::vector<std::size_t> values_;  // indices of valuable items
  std::vector<double> best_;
  std::vector<Step> steps_;
};

bool starts_name(std::string_view text) {
  const std::string key = key_of(text);
  if (starts_with(key, "指标") && key.size() > 6 && key[6] >= '0' && key[6] <= '9') return true;
  return starts_with(key, "★") || starts_with(key, "其中");
}

}  // namespace

std::vector<StreamRow> parse_stream_rows(const std::vector<Item>& items, const std::vector<Label>& columns) {
  return Parser(items, columns).parse();
}

StreamNames match_names(const std::vector<Item>& items, const std::vector<std::size_t>& lines,
                        const std::vector<StreamRow>& rows, const std::vector<bool>& deducted) {
  StreamNames names;
  const std::size_t n = lines.size(), m = rows.size();
  names.of_row.resize(m);
  names.notes.resize(m);
  names.odd.assign(m, false);
  if (n == 0 || m == 0 || n > 600 || m > 400) {
    names.left = lines;
    return names;
  }
  // The width at which names are broken: a line of this width that is followed by another.
  int full = 0;
  std::vector<int> widths;
  for (const std::size_t line : lines) widths.push_back(display_width(items[line].text));
  std::vector<int> sorted = widths;
  std::sort(sorted.begin(), sorted.end());
  full = sorted[sorted.size() * 95 / 100 >= sorted.size() ? sorted.size() - 1 : sorted.size() * 95 / 100];
  const auto outside = [&](std::size_t line, std::size_t row) {
    const std::size_t low = row == 0 ? 0 : rows[row - 1].first;
    const std::size_t high = row + 1 < m ? rows[row + 1].last : items.size();
    return lines[line] < low || lines[line] > high;
  };
  constexpr std::size_t kMostLines = 6;
  struct Step {
    int how = 0;  // 1: a name of `size` lines; 2: no name; 3: line left out; 4: note of the row before
    std::size_t size = 0;
  };
  std::vector<std::vector<double>> best(n + 1, std::vector<double>(m + 1, kNever));
  std::vector<std::vector<Step>> steps(n + 1, std::vector<Step>(m + 1));
  best[0][0] = 0;
  for (std::size_t j = 0; j <= m; ++j) {
    for (std::size_t i = 0; i <= n; ++i) {
      if (best[i][j] == kNever) continue;
      const auto relax = [&](std::size_t a, std::size_t b, double cost, Step step) {
        if (best[i][j] + cost < best[a][b] - 1e-9) best[a][b] = best[i][j] + cost, steps[a][b] = step;
      };
      if (i < n) relax(i + 1, j, 4.5, {3, 1});
      if (i < n && j > 0 && deducted[j - 1] && lines[i] > rows[j - 1].first && (j >= m || lines[i] < rows[j].last)) relax(i + 1, j, 1.2, {4, 1});
      if (j == m) continue;
      relax(i, j + 1, 5.0, {2, 0});
      double cost = 0;
      for (std::size_t size = 1; size <= kMostLines && i + size <= n; ++size) {
        const std::size_t line = i + size - 1;
        if (outside(line, j)) cost += 0.8;
        if (size > 1) {
          const int missing = full - widths[line - 1];
          cost += missing <= 2 ? 0.3 : missing <= 5 ? 1.6 : 3.2;
          if (starts_name(items[lines[line]].text)) cost += 6;
          if (items[lines[line]].paragraph != items[lines[line - 1]].paragraph) cost += 0.7;
          // The values of the row between its lines is common where names wrap around them.
          if (widths[line] > full - 2) cost += 0.2;
        }
        double ending = 0;
        if (length(items[lines[line]].text) <= 2 && size == 1) ending += 2.5;
        relax(i + size, j + 1, cost + ending, {1, size});
      }
    }
  }
  std::size_t i = n, j = m;
  while (i > 0 || j > 0) {
    const Step step = steps[i][j];
    if (step.how == 1) {
      for (std::size_t k = i - step.size; k < i; ++k) names.of_row[j - 1].push_back(lines[k]);
      names.odd[j - 1] = false;
      for (std::size_t k = i - step.size; k + 1 < i; ++k) names.odd[j - 1] = names.odd[j - 1] || full - widths[k] > 4;
      i -= step.size;
      --j;
    } else if (step.how == 2) {
      names.odd[j - 1] = true;
      --j;
    } else if (step.how == 3) {
      names.left.push_back(lines[--i]);
    } else if (step.how == 4) {
      names.notes[j - 1].insert(names.notes[j - 1].begin(), lines[--i]);
    } else {
      break;
    }
  }
  return names;
}

}  // namespace jiheng::segmenter
