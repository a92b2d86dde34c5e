#include "reading/segmenter/stream_funds.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/funds.h"

namespace jiheng::segmenter {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr float kSure = 0.8F, kDoubtful = 0.6F;
constexpr std::size_t kMostTokens = 120, kMostRows = 16;

struct Token {
  std::string text;
  std::size_t line = 0, order = 0;  // order among all words of the zone
  std::size_t paragraph = 0;
};

struct RowLabel {
  std::string text;
  FundsRowKind kind = FundsRowKind::Total;
  Location where;
  std::size_t order = 0;
};

bool is_amount(std::string_view text) {
  if (is_number(text) || is_percent(text) || is_dash(text)) return true;
  const std::string key = key_of(text);
  return !key.empty() && key.front() >= '0' && key.front() <= '9' && (ends_with(key, "万") || ends_with(key, "元") || ends_with(key, "分"));
}

double token_cost(const std::string& text, Label column, bool total) {
  const bool dash = is_dash(text), percent = is_percent(text);
  switch (column) {
    case Label::FundsRate: return percent ? -1.0 : dash ? 0.3 : 0.8;
    case Label::FundsWeight: {
      if (percent) return kNever;
      if (dash) return -0.6;
      const auto number = parse_number(text);
      if (number && *number > Decimal(100)) return kNever;
      return total ? (number == Decimal(10) || number == Decimal(20) ? -0.6 : 0.4) : 1.0;
    }
    case Label::FundsScore: {
      if (percent) return kNever;
      if (dash) return 0;
      const auto number = parse_number(text);
      if (number && *number > Decimal(100)) return kNever;
      return total ? 0 : 0.8;
    }
    default: return percent ? kNever : dash ? 0.6 : 0;
  }
}

class Solver {
 public:
  Solver(const std::vector<Token>& tokens, const std::vector<RowLabel>& rows, const std::vector<Label>& columns)
      : tokens_(tokens), rows_(rows), columns_(columns) {}

  // For each row the token of each column (-1: none).
  std::vector<std::vector<int>> solve() {
    const std::size_t n = tokens_.size(), m = rows_.size();
    std::vector<std::vector<double>> best(m + 1, std::vector<double>(n + 1, kNever));
    std::vector<std::vector<std::size_t>> from(m + 1, std::vector<std::size_t>(n + 1, 0));
    best[0][0] = 0;
    for (std::size_t row = 0; row < m; ++row) {
      for (std::size_t a = 0; a <= n; ++a) {
        if (best[row][a] == kNever) continue;
        for (std::size_t z = a; z <= std::min(n, a + columns_.size()); ++z) {
          const double cost = place(row, a, z, nullptr);
          if (cost == kNever) continue;
          if (best[row][a] + cost < best[row + 1][z] - 1e-9) best[row + 1][z] = best[row][a] + cost, from[row + 1][z] = a;
        }
      }
    }
    // Tokens left over at the end cost.
    std::size_t end = 0;
    double least = kNever;
    for (std::size_t z = 0; z <= n; ++z) {
      const double cost = best[m][z] + 3.0 * static_cast<double>(n - z);
      if (cost < least) least = cost, end = z;
    }
    std::vector<std::vector<int>> cells(m, std::vector<int>(columns_.size(), -1));
    for (std::size_t row = m; row > 0; --row) {
      const std::size_t a = from[row][end];
      place(row - 1, a, end, &cells[row - 1]);
      end = a;
    }
    return cells;
  }

 private:
  // Tokens [a, z) into the columns of the row, in order.
  double place(std::size_t row, std::size_t a, std::size_t z, std::vector<int>* cells) const {
    const bool total = rows_[row].kind == FundsRowKind::Total;
    const std::size_t count = z - a, width = columns_.size();
    if (count == 0) return total ? 8.0 : rows_[row].kind == FundsRowKind::CurrentYearGrant ? 3.0 : 1.2;
    std::vector<std::vector<double>> best(count + 1, std::vector<double>(width + 1, kNever));
    std::vector<std::vector<int>> took(count + 1, std::vector<int>(width + 1, 0));
    best[0][0] = 0;
    for (std::size_t c = 0; c < width; ++c) {
      for (std::size_t k = 0; k <= count; ++k) {
        if (best[k][c] == kNever) continue;
        // Blank cells stand rather at the end: executed before adjusted before initial.
        const double skip = total ? 1.0 : columns_[c] == Label::FundsRate || columns_[c] == Label::FundsScore || columns_[c] == Label::FundsWeight ? 0.3
                                      : columns_[c] == Label::FundsExecuted ? 0.7 : columns_[c] == Label::FundsAdjusted ? 0.8 : 0.9;
        if (best[k][c] + skip < best[k][c + 1]) best[k][c + 1] = best[k][c] + skip, took[k][c + 1] = 0;
        if (k == count) continue;
        const double own = token_cost(tokens_[a + k].text, columns_[c], total);
        if (own == kNever) continue;
        if (best[k][c] + own < best[k + 1][c + 1]) best[k + 1][c + 1] = best[k][c] + own, took[k + 1][c + 1] = 1;
      }
    }
    if (best[count][width] == kNever) return kNever;
    double cost = best[count][width];
    // A row's amounts stand on consecutive lines, behind its label and before the next one.
    for (std::size_t k = a; k < z; ++k) {
      if (tokens_[k].order < rows_[row].order) cost += 0.25;
      if (row + 1 < rows_.size() && tokens_[k].order > rows_[row + 1].order) cost += 0.25;
      if (k > a && tokens_[k].paragraph != tokens_[k - 1].paragraph) cost += 0.05;
    }
    if (cells) {
      std::size_t k = count;
      for (std::size_t c = width; c > 0; --c) {
        if (took[k][c] == 1) (*cells)[c - 1] = static_cast<int>(a + --k);
      }
    }
    return cost;
  }

  const std::vector<Token>& tokens_;
  const std::vector<RowLabel>& rows_;
  const std::vector<Label>& columns_;
};

constexpr std::array kOrder = {Label::FundsInitial, Label::FundsAdjusted, Label::FundsExecuted, Label::FundsWeight, Label::FundsRate, Label::FundsScore};

}  // namespace

void read_stream_funds(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form) {
  std::vector<Token> tokens;
  std::vector<RowLabel> rows;
  std::vector<Label> columns;
  std::vector<std::vector<std::string>> by_header;  // a column's name with its values below it
  std::vector<Label> by_header_label;
  struct Piece {
    std::string text;
    std::size_t line = 0, order = 0, paragraph = 0;
  };
  std::vector<Piece> words;
  std::size_t paragraph = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (sheet.lines[i].after_blank) ++paragraph;
    if (names_year(sheet.lines[i])) continue;
    for (const Word& word : sheet.lines[i].words) words.push_back({word.text, i, words.size(), paragraph});
  }
  std::vector<bool> used(words.size(), false);
  const auto has_column = [&columns](Label label) { return std::find(columns.begin(), columns.end(), label) != columns.end(); };
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (used[w]) continue;
    if (is_amount(words[w].text)) {
      // "100.00" with "%" on a line of its own.
      tokens.push_back({words[w].text, words[w].line, w, words[w].paragraph});
      continue;
    }
    if (key_of(words[w].text) == "%" && !tokens.empty()) {
      // The sign belongs to the last number that looks like a rate.
      for (std::size_t k = tokens.size(); k > 0; --k) {
        if (contains(tokens[k - 1].text, ".") && is_number(tokens[k - 1].text) && words[w].line - tokens[k - 1].line <= 6 && parse_number(tokens[k - 1].text) <= Decimal(100)) {
          tokens[k - 1].text += "%";
          break;
        }
      }
      continue;
    }
    std::string joined;
    std::size_t best = 0;
    Label label = Label::None;
    Part part = Part::FundsRows;
    for (std::size_t k = 0; k < 4 && w + k < words.size(); ++k) {
      if (is_amount(words[w + k].text)) break;
      // 执行率 得分 are two columns, though 执行率得分 is a name as well.
      if (best > 0 && vocabulary.label(Part::FundsColumns, words[w + k].text)) break;
      joined += words[w + k].text;
      if (const auto row = vocabulary.label(Part::FundsRows, joined); row && *row != Label::None) best = k + 1, label = *row, part = Part::FundsRows;
      if (const auto column = vocabulary.label(Part::FundsColumns, joined); column && !(best == k + 1 && rows.empty() && !columns.empty())) best = k + 1, label = *column, part = Part::FundsColumns;
    }
    std::vector<std::size_t> taken;
    for (std::size_t k = 0; k < best; ++k) taken.push_back(w + k);
    if (best == 0 && vocabulary.is_piece(Part::FundsRows, words[w].text)) {
      // 其中：当|年财政拨|款 with values and the section's name between its pieces.
      joined = words[w].text;
      std::vector<std::size_t> pieces = {w};
      for (std::size_t k = w + 1; k < std::min(words.size(), w + 12) && pieces.size() < 4; ++k) {
        if (used[k] || is_amount(words[k].text) || !vocabulary.is_piece(Part::FundsRows, words[k].text)) continue;
        if (vocabulary.label(Part::FundsRows, words[k].text) || vocabulary.label(Part::Sections, words[k].text)) continue;
        joined += words[k].text;
        pieces.push_back(k);
        if (const auto row = vocabulary.label(Part::FundsRows, joined)) {
          best = pieces.size();
          label = *row;
          part = Part::FundsRows;
          taken = pieces;
        }
      }
    }
    if (best == 0) continue;
    std::string text;
    for (const std::size_t k : taken) text += words[k].text, used[k] = true;
    if (part == Part::FundsColumns) {
      if (label != Label::FundsOtherColumn && !has_column(label)) columns.push_back(label);
      // Values directly below, in the same paragraph, and the name at its head?
      const bool head = w == 0 || words[w - 1].paragraph != words[w].paragraph;
      std::vector<std::string> values;
      for (std::size_t k = w + best; k < words.size() && words[k].paragraph == words[w].paragraph && is_amount(words[k].text); ++k) values.push_back(words[k].text);
      const bool whole = w + best + values.size() == words.size() || words[w + best + values.size()].paragraph != words[w].paragraph;
      if (head && whole && !values.empty() && label != Label::FundsOtherColumn) {
        by_header_label.push_back(label);
        by_header.push_back(values);
        for (std::size_t k = 0; k < values.size(); ++k) used[w + best + k] = true;
      }
      continue;
    }
    if (const auto kind = funds_row_kind(label)) rows.push_back({text, *kind, sheet.lines[words[w].line].where(), w});
  }
  std::vector<Label> ordered;
  for (const Label label : kOrder) {
    if (has_column(label)) ordered.push_back(label);
  }
  if (ordered.empty()) {
    // A declaration: each label is followed by its amount.
    std::vector<Label> only = {Label::FundsInitial};
    for (std::size_t r = 0; r < rows.size(); ++r) {
      FundsRow& row = add_funds_row(form, rows[r].kind, rows[r].text, rows[r].where, only);
      const std::size_t end = r + 1 < rows.size() ? rows[r + 1].order : words.size();
      for (const Token& token : tokens) {
        if (token.order > rows[r].order && token.order < end && row.initial.printed.empty()) {
          const bool near = token.line - words[rows[r].order].line <= 2;
          set_funds_value(row, Label::FundsInitial, token.text, sheet.lines[token.line].where(), near ? kSure : kDoubtful);
        }
      }
    }
    return;
  }
  // A rate printed before its row's amounts.
  if (tokens.size() > 4 && is_percent(tokens[0].text) && has_column(Label::FundsRate)) {
    std::size_t to = 1;
    while (to < std::min<std::size_t>(tokens.size(), 7)) {
      const auto number = parse_number(tokens[to].text);
      ++to;
      if (number && *number <= Decimal(30) && !contains(tokens[to - 1].text, ".")) break;
    }
    if (to < 7) std::rotate(tokens.begin(), tokens.begin() + 1, tokens.begin() + static_cast<std::ptrdiff_t>(to));
  }
  if (rows.empty() && !tokens.empty()) rows.push_back({"", FundsRowKind::Total, sheet.lines[tokens.front().line].where(), 0});
  // Printed out of order: the total comes first, the money of other years and sources last.
  const auto rank = [](const RowLabel& row) {
    switch (row.kind) {
      case FundsRowKind::Total: return 0;
      case FundsRowKind::CurrentYearGrant: return 1;
      case FundsRowKind::Regional: return 2;
      case FundsRowKind::CarryOver: return 3;
      default: return 4;
    }
  };
  if (!rows.empty() && rows.front().kind == FundsRowKind::CarryOver) {
    std::stable_sort(rows.begin(), rows.end(), [&rank](const RowLabel& a, const RowLabel& b) { return rank(a) < rank(b); });
    for (std::size_t r = 0; r < rows.size(); ++r) rows[r].order = 0;  // their places say nothing
  }
  if (rows.size() > kMostRows || tokens.size() > kMostTokens) return;
  for (const RowLabel& row : rows) add_funds_row(form, row.kind, row.text, row.where, ordered);
  // Columns printed one after the other, each under its name.
  std::size_t filled = 0;
  if (by_header.size() >= 2) {
    for (std::size_t c = 0; c < by_header.size(); ++c) {
      for (std::size_t k = 0; k < std::min(by_header[c].size(), rows.size()); ++k) {
        FundsRow& row = add_funds_row(form, rows[k].kind, rows[k].text, rows[k].where, ordered);
        set_funds_value(row, by_header_label[c], by_header[c][k], rows[k].where, k == 0 ? kSure : kDoubtful);
        filled = std::max(filled, k + 1);
      }
    }
  } else {
    // A single name with its value was no column after all: its values join the stream.
    for (std::size_t c = 0; c < by_header.size(); ++c) {
      for (std::size_t w = 0; w < words.size(); ++w) {
        if (used[w] && is_amount(words[w].text)) tokens.push_back({words[w].text, words[w].line, w, words[w].paragraph});
      }
    }
    std::sort(tokens.begin(), tokens.end(), [](const Token& a, const Token& b) { return a.order < b.order; });
  }
  std::vector<RowLabel> open(rows.begin() + static_cast<std::ptrdiff_t>(std::min(filled, rows.size())), rows.end());
  if (open.empty() || tokens.empty()) return;
  const std::vector<std::vector<int>> cells = Solver(tokens, open, ordered).solve();
  for (std::size_t r = 0; r < open.size(); ++r) {
    FundsRow& row = add_funds_row(form, open[r].kind, open[r].text, open[r].where, ordered);
    const auto missing = std::count(cells[r].begin(), cells[r].end(), -1);
    const bool sure = open[r].kind == FundsRowKind::Total && missing == 0;
    for (std::size_t c = 0; c < ordered.size(); ++c) {
      if (cells[r][c] < 0) continue;
      const Token& token = tokens[static_cast<std::size_t>(cells[r][c])];
      set_funds_value(row, ordered[c], token.text, sheet.lines[token.line].where(), sure ? kSure : kDoubtful);
    }
  }
}

}  // namespace jiheng::segmenter
