#include "reading/segmenter/stream_rows.h"

#include <algorithm>
#include <limits>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/stream_costs.h"

namespace jiheng::segmenter {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostChunk = 60;
constexpr std::size_t kMostItems = 3000;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

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

bool starts_name(std::string_view text) {
  const std::string key = key_of(text);
  if (starts_with(key, "指标") && key.size() > 6 && key[6] >= '0' && key[6] <= '9') return true;
  return starts_with(key, "★") || starts_with(key, "其中");
}

bool is_answer_column(Label column) { return column == Label::IndicatorTarget || column == Label::IndicatorActual; }

class Parser {
 public:
  Parser(const std::vector<Item>& items, const std::vector<Label>& columns, double blanks)
      : items_(items), columns_(columns), blanks_(blanks) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool text = items[i].kind == ItemKind::Text && length(items[i].text) <= 40;
      if (text || is_valuable(items[i])) stream_.push_back(i);
    }
    for (const std::size_t at : stream_) {
      for (const Label column : columns) costs_.push_back(cell_cost(items[at], column));
    }
  }

  [[nodiscard]] double cost() const { return best_.empty() ? 0 : best_.back(); }

  std::vector<StreamRow> parse() {
    const std::size_t n = stream_.size();
    if (n == 0 || n > kMostItems || columns_.empty() || columns_.size() > 9) return {};
    best_.assign(n + 1, kNever);
    steps_.assign(n + 1, {});
    best_[0] = 0;
    for (std::size_t at = 0; at < n; ++at) {
      if (best_[at] == kNever) continue;
      relax(at, at + 1, is_text(at) ? 0.15 : 4.0, {});
      row_cells_.assign(columns_.size(), {});
      row(at, at, 0, 0.6, 0);
      if (is_text(at)) continue;
      const std::size_t masks = std::size_t{1} << columns_.size();
      for (std::size_t mask = 0; mask < masks; ++mask) {
        const auto missing = static_cast<std::size_t>(__builtin_popcountll(mask));
        if (missing > 2 || missing == columns_.size()) continue;
        for (std::size_t rows = 2; rows <= kMostChunk; ++rows) {
          if (!chunk(at, rows, mask)) break;
        }
      }
    }
    return trace();
  }

 private:
  struct Step {
    std::size_t from = 0;
    std::vector<StreamRow> rows;
  };

  bool is_text(std::size_t at) const { return items_[stream_[at]].kind == ItemKind::Text; }
  const Item& item(std::size_t at) const { return items_[stream_[at]]; }

  void relax(std::size_t from, std::size_t to, double cost, std::vector<StreamRow> rows) {
    if (best_[from] + cost >= best_[to] - 1e-9) return;
    best_[to] = best_[from] + cost;
    steps_[to] = {from, std::move(rows)};
  }

  double pair_cost(const std::string& target, const std::string& actual) const {
    const std::string a = key_of(target), b = key_of(actual);
    if (a == b) return -0.5;
    return contains(a, "%") != contains(b, "%") ? 0.6 : 0;
  }

  double points_cost(const std::string& weight, const std::string& score) const {
    const auto a = parse_number(weight), b = parse_number(score);
    if (!a || !b) return 0;
    return *b > *a ? 2.5 : *a == *b ? -0.4 : 0;
  }

  // One row whose cells follow each other: column `c` on, item `p` on.
  void row(std::size_t from, std::size_t p, std::size_t c, double cost, std::size_t filled) {
    if (cost > 7.5 || p > from + 16) return;
    if (c == columns_.size()) {
      if (filled == 0) return;
      finish(from, p, cost);
      return;
    }
    // Blank.
    row(from, p, c + 1, cost + blanks_ * missing_cost(columns_[c]), filled);
    if (p >= stream_.size()) return;
    std::vector<std::size_t>& cell = row_cells_[c];
    if (is_text(p)) {
      if (is_answer_column(columns_[c])) {
        // Words that answer: 按照学校管理标准|对学校进行管理.
        double own = 1.3;
        for (std::size_t lines = 1; lines <= 3 && p + lines <= stream_.size() && is_text(p + lines - 1); ++lines) {
          const std::string& text = item(p + lines - 1).text;
          if (starts_name(text)) own += 2;
          if (length(text) > 20) own += 0.5;
          cell.push_back(stream_[p + lines - 1]);
          row(from, p + lines, c + 1, cost + own, filled + 1);
          own += 0.5;
        }
        cell.clear();
      }
      // The name goes on between the values.
      if (filled > 0) row(from, p + 1, c, cost + 0.7, filled);
      return;
    }
    const double own = costs_[p * columns_.size() + c];
    if (own == kNever) return;
    double apart = 0;
    if (filled > 0 && item(p).line - item(p - 1).line > 12) apart = 1.5;
    cell.push_back(stream_[p]);
    row(from, p + 1, c + 1, cost + own + apart, filled + 1);
    cell.clear();
  }

  void finish(std::size_t from, std::size_t to, double cost) {
    StreamRow found;
    found.cells = row_cells_;
    found.first = items_.size();
    const std::string *target = nullptr, *actual = nullptr, *weight = nullptr, *score = nullptr;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const auto& cell = row_cells_[c];
      if (cell.empty()) {
        found.odd = found.odd || columns_[c] != Label::IndicatorOther;
        continue;
      }
      found.first = std::min(found.first, cell.front());
      found.last = std::max(found.last, cell.back());
      const std::string* text = &items_[cell.front()].text;
      if (columns_[c] == Label::IndicatorTarget) target = text;
      if (columns_[c] == Label::IndicatorActual) actual = text;
      if (columns_[c] == Label::IndicatorWeight) weight = text;
      if (columns_[c] == Label::IndicatorScore) score = text;
    }
    if (target && actual) cost += pair_cost(*target, *actual);
    if (weight && score) cost += points_cost(*weight, *score);
    if (best_[from] + cost >= best_[to] - 1e-9) return;
    relax(from, to, cost, {std::move(found)});
  }

  // Several rows, column by column: k values of the first column, k of the second, … False when the
  // first column already fails, so that more rows cannot fit either.
  bool chunk(std::size_t at, std::size_t rows, std::size_t mask) {
    double cost = 0.6;
    std::size_t p = at;
    bool first_column = true;
    starts_.assign(columns_.size(), kNone);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (mask >> c & 1U) {
        cost += blanks_ * missing_cost(columns_[c]) * static_cast<double>(rows);
        continue;
      }
      std::size_t texts = 0;
      while (p < stream_.size() && is_text(p) && texts < 80) ++p, ++texts;  // names printed between the columns
      cost += 0.05 * static_cast<double>(texts);
      starts_[c] = p;
      for (std::size_t k = 0; k < rows; ++k, ++p) {
        if (p >= stream_.size() || is_text(p)) return !first_column;
        const double own = costs_[p * columns_.size() + c];
        if (own == kNever) return !first_column;
        cost += own;
        if (k > 0) {
          const Item &above = item(p - 1), &below = item(p);
          if (above.line == below.line) return !first_column;
          if (above.paragraph != below.paragraph) cost += 1.2;
          if (below.line - above.line > 4) cost += 1.0;
        }
        if (!item(p).alone) cost += 0.8;
      }
      first_column = false;
    }
    const auto text = [&](Label label, std::size_t k) -> const std::string* {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c] == label && starts_[c] != kNone) return &item(starts_[c] + k).text;
      }
      return nullptr;
    };
    for (std::size_t k = 0; k < rows; ++k) {
      const auto *target = text(Label::IndicatorTarget, k), *actual = text(Label::IndicatorActual, k);
      const auto *weight = text(Label::IndicatorWeight, k), *score = text(Label::IndicatorScore, k);
      if (target && actual) cost += pair_cost(*target, *actual);
      if (weight && score) cost += points_cost(*weight, *score);
    }
    if (best_[at] + cost >= best_[p] - 1e-9) return true;
    std::vector<StreamRow> found(rows);
    for (std::size_t k = 0; k < rows; ++k) {
      found[k].cells.resize(columns_.size());
      found[k].first = items_.size();
      found[k].odd = mask != 0;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (starts_[c] == kNone) continue;
        const std::size_t index = stream_[starts_[c] + k];
        found[k].cells[c] = {index};
        found[k].first = std::min(found[k].first, index);
        found[k].last = std::max(found[k].last, index);
      }
    }
    relax(at, p, cost, std::move(found));
    return true;
  }

  std::vector<StreamRow> trace() {
    std::vector<std::vector<StreamRow>> chunks;
    for (std::size_t at = stream_.size(); at > 0; at = steps_[at].from) {
      if (!steps_[at].rows.empty()) chunks.push_back(std::move(steps_[at].rows));
    }
    std::vector<StreamRow> rows;
    for (auto chunk_rows = chunks.rbegin(); chunk_rows != chunks.rend(); ++chunk_rows) rows.insert(rows.end(), chunk_rows->begin(), chunk_rows->end());
    return rows;
  }

  const std::vector<Item>& items_;
  const std::vector<Label>& columns_;
  double blanks_;
  std::vector<std::size_t> stream_;  // items that are values or texts
  std::vector<double> costs_;        // of each of them in each column
  std::vector<double> best_;
  std::vector<Step> steps_;
  std::vector<std::vector<std::size_t>> row_cells_;
  std::vector<std::size_t> starts_;  // of each column of a chunk
};

}  // namespace

double cell_cost(const Item& item, Label column) {
  switch (column) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore:
      if (item.kind == ItemKind::Dash) return 0.6;
      if (item.kind != ItemKind::Number) return kNever;
      if (const auto number = parse_number(item.text); number && (*number > Decimal(100) || number->is_negative())) return kNever;
      return 0;
    case Label::IndicatorProperty:
      return item.kind == ItemKind::Sign || item.kind == ItemKind::Dash || contains(item.text, "定") || contains(item.text, "向") ? 0 : kNever;
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

StreamTable parse_stream_rows(const std::vector<Item>& items, const std::vector<Label>& columns, double blanks) {
  StreamTable table;
  Parser parser(items, columns, blanks);
  table.rows = parser.parse();
  table.cost = parser.cost();
  for (const StreamRow& row : table.rows) table.odd += row.odd;
  return table;
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
  // A name stands before its row's values, its later lines perhaps after them; elsewhere it costs, but
  // the same for all rows where names are printed as a block.
  std::size_t named = 0;  // rows with a line of text between the values of the row before and their own
  for (std::size_t row = 0, line = 0; row < m; ++row) {
    bool own = false;
    for (; line < n && lines[line] <= rows[row].last; ++line) own = true;
    named += own;
  }
  names.interleaved = named * 10 >= m * 7;
  const double trust = names.interleaved ? 1.0 : 0.1;
  const auto outside = [&](std::size_t line, std::size_t row, bool first_line) {
    const std::size_t at = lines[line];
    const std::size_t before = row == 0 ? 0 : rows[row - 1].last;
    const std::size_t next = row + 1 < m ? rows[row + 1].first : items.size();
    if (at >= before && at <= rows[row].last) return 0.0;
    if (at > rows[row].last && at < next) return first_line ? 1.2 : 0.4;
    if (row > 0 && at > rows[row - 1].first && at < before) return 0.5;
    return 1.3;
  };
  const bool any_deducted = std::find(deducted.begin(), deducted.end(), true) != deducted.end();
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
      if (i < n) relax(i + 1, j, any_deducted && !names.interleaved ? 2.8 : 4.5, {3, 1});
      if (i < n && j > 0 && names.interleaved && deducted[j - 1] && lines[i] > rows[j - 1].first && (j >= m || lines[i] < rows[j].last)) {
        // A note comes right behind the row's last value.
        const bool at_once = lines[i] == rows[j - 1].last + 1 || (i > 0 && lines[i] == lines[i - 1] + 1 && steps[i][j].how == 4);
        relax(i + 1, j, at_once ? 0.3 : 1.2, {4, 1});
      }
      if (j == m) continue;
      relax(i, j + 1, 5.0, {2, 0});
      double cost = 0;
      for (std::size_t size = 1; size <= kMostLines && i + size <= n; ++size) {
        const std::size_t line = i + size - 1;
        cost += trust * outside(line, j, size == 1);
        if (size > 1) {
          const int missing = full - widths[line - 1];
          cost += missing <= 2 ? 0.3 : missing <= 5 ? 1.6 : 3.2;
          if (ends_like_name(items[lines[line - 1]].text)) cost += 0.8;
          if (!ends_like_name(items[lines[line]].text)) cost += 0.2;
          cost += 0.03 * widths[line];  // what is left of a name is short
          if (starts_name(items[lines[line]].text)) cost += 6;
          if (items[lines[line]].paragraph != items[lines[line - 1]].paragraph) cost += 0.7;
          // The values of the row between its lines is common where names wrap around them.
          if (widths[line] > full - 2) cost += 0.2;
        }
        double ending = 0;
        if (length(items[lines[line]].text) <= 2 && size == 1) ending += 2.5;
        if (!ends_like_name(items[lines[line]].text) && widths[line] + 3 > full) ending += 0.6;
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
