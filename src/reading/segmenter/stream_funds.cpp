#include "reading/segmenter/stream_funds.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/funds.h"
#include "reading/segmenter/funds_search.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F;
constexpr std::size_t kMostAmounts = 80, kMostRows = 14;
constexpr std::size_t kBefore = 8, kBehind = 24;  // items around the labels in which amounts belong to them
constexpr std::size_t kLongestSource = 12;        // characters of the name of a source of money

struct Row {
  FundsRowKind kind = FundsRowKind::Total;
  std::string text;
  Location where;
  std::size_t order = 0;
};

bool is_money_column(const TopItem& item) {
  return item.kind == TopKind::Label && holds_money(item.as(Part::FundsColumns));
}

// The row for money of all years beside a row for money of this year.
std::optional<FundsRowKind> of_project(FundsRowKind kind) {
  switch (kind) {
    case FundsRowKind::Total: return FundsRowKind::ProjectTotal;
    case FundsRowKind::CurrentYearGrant: return FundsRowKind::ProjectGrant;
    case FundsRowKind::Other: return FundsRowKind::ProjectOther;
    default: return std::nullopt;
  }
}

// Where each entry goes when they are put in order of their ranks; equal ones keep theirs.
template <class Entry, class Rank>
std::vector<std::size_t> places_by_rank(const std::vector<Entry>& entries, Rank rank) {
  std::vector<std::size_t> order(entries.size()), places(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank(entries[a]) < rank(entries[b]); });
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  return places;
}

class FundsReader {
 public:
  FundsReader(std::vector<TopItem>& items, const Sheet& sheet, const Vocabulary& vocabulary)
      : items_(items), sheet_(sheet), vocabulary_(vocabulary) {}

  void read(Form& form) {
    if (!find_zone()) return;
    find_labels();
    tell_project_from_year();
    order_rows();
    add_total();
    order_columns();
    if (rows_.size() > kMostRows) return;
    find_amounts();
    add_unnamed_columns();
    if (amounts_.empty() || amounts_.size() > kMostAmounts) return;
    FundsSolution best = solved();
    const auto total =
        std::find_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.kind == FundsRowKind::Total; });
    if (total != rows_.begin()) best = better_with_total_first(std::move(best));
    store(best, form);
  }

 private:
  enum class Role : unsigned char { None, Row, Column };

  // From the first to the last name of the table, and some way around it.
  bool find_zone() {
    std::size_t last = 0;
    bool any = false;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].taken || !(is_money_column(items_[i]) || is_strong_row(items_[i]))) continue;
      if (!any) first_ = i;
      any = true;
      last = i;
    }
    if (any) reach_back();
    last_ = std::min(items_.size(), last + 1 + kBehind);
    names_end_ = last + 1;
    return any;
  }

  // Sources of money right in front of the first sure name; columns' names also a little farther.
  void reach_back() {
    while (first_ > 0 && !items_[first_ - 1].taken && is_of_table(items_[first_ - 1])) --first_;
    for (std::size_t i = first_ > kBefore ? first_ - kBefore : 0; i < first_; ++i) {
      const Label column = items_[i].kind == TopKind::Label ? items_[i].as(Part::FundsColumns) : Label::None;
      if (column != Label::None && column != Label::FundsOtherColumn && items_[i].as(Part::Header) == Label::None)
        first_ = i;
    }
  }

  [[nodiscard]] bool is_of_table(const TopItem& item) const {
    if (item.kind == TopKind::Label)
      return (item.as(Part::FundsRows) != Label::None || item.as(Part::FundsColumns) != Label::None) &&
             item.as(Part::Header) == Label::None;
    return item.kind != TopKind::Text || named_as_source(item.text);
  }

  [[nodiscard]] bool named_as_source(std::string_view text) const {
    return length(label_key(text)) <= kLongestSource && vocabulary_.names_a_source(text);
  }

  static bool is_strong_row(const TopItem& item) {
    if (item.kind != TopKind::Label) return false;
    const Label row = item.as(Part::FundsRows);
    return row != Label::None && row != Label::FundsRegional && length(label_key(item.text)) >= 4 &&
           item.as(Part::Sections) == Label::None;
  }

  void find_labels() {
    roles_.assign(items_.size(), Role::None);
    places_.assign(items_.size(), 0);
    for (std::size_t i = first_; i < last_; ++i) {
      TopItem& item = items_[i];
      if (item.taken) continue;
      if (item.kind == TopKind::Label && item.as(Part::FundsColumns) != Label::None && is_column_here(i)) {
        add_column(i);
      } else if (is_row_here(i)) {
        add_row(i);
      }
    }
  }

  // 得分, 备注, 原因 name columns of many tables: only beside other names of this one.
  [[nodiscard]] bool is_column_here(std::size_t i) const {
    if (is_money_column(items_[i])) return true;
    const auto beside = [&](std::size_t k) {
      return items_[k].kind == TopKind::Label && items_[k].as(Part::FundsColumns) != Label::None &&
             items_[k].as(Part::FundsColumns) != Label::FundsOtherColumn;
    };
    const bool neighbour = (i > 0 && beside(i - 1)) || (i + 1 < items_.size() && beside(i + 1));
    if (items_[i].as(Part::FundsColumns) == Label::FundsOtherColumn)
      return neighbour && items_[i].as(Part::FundsRows) == Label::None;
    if (items_[i].as(Part::Header) != Label::None) return neighbour;
    return true;
  }

  [[nodiscard]] bool is_row_here(std::size_t i) const {
    const TopItem& item = items_[i];
    const auto is_amount_at = [&](std::size_t k) { return k < items_.size() && items_[k].kind == TopKind::Amount; };
    const bool amount_next = is_amount_at(i + 1), near = i < names_end_ + 2 * kBefore;
    if (item.kind == TopKind::Label) {
      if (item.as(Part::FundsRows) == Label::None) return false;
      if (item.as(Part::Header) != Label::None || item.as(Part::Goals) != Label::None) return false;
      return amount_next || (item.as(Part::Sections) == Label::None && near);
    }
    if (item.kind != TopKind::Text || !near ||
        !(named_as_source(item.text) ||
          (length(item.text) <= kLongestSource && vocabulary_.label_like(Part::FundsRows, item.text))))
      return false;
    const bool source_next = i + 1 < items_.size() &&
                             (items_[i + 1].kind == TopKind::Label ? items_[i + 1].as(Part::FundsRows) != Label::None
                                                                   : named_as_source(items_[i + 1].text));
    return amount_next || source_next ||
           (i > 0 && (is_amount_at(i - 1) || roles_[i - 1] == Role::Row || is_amount_at(i - 2)));
  }

  void add_column(std::size_t i) {
    Label label = items_[i].as(Part::FundsColumns);
    items_[i].taken = true;
    roles_[i] = Role::Column;
    const auto same = column_of(columns_, label);
    if (same && label == Label::FundsAdjusted && !column_of(columns_, Label::FundsInitial)) {
      // 预算数 before 调整预算数: the first is the initial budget. 预算 before 到位: the second is no field of ours.
      const std::string key = label_key(items_[i].text);
      if (contains(key, "调整") || contains(key, "全年")) {
        columns_[*same] = Label::FundsInitial;
      } else if (key != column_keys_[*same]) {
        label = Label::FundsOtherColumn;
      }
    }
    const auto known = label == Label::FundsOtherColumn ? std::nullopt : column_of(columns_, label);
    places_[i] = known.value_or(columns_.size());
    if (known) return;
    columns_.push_back(label);
    column_keys_.push_back(label_key(items_[i].text));
  }

  void add_row(std::size_t i) {
    Label label = items_[i].as(Part::FundsRows);
    if (label == Label::None)
      label = vocabulary_.label_like(Part::FundsRows, items_[i].text).value_or(Label::FundsRegional);
    const auto kind = funds_row_kind(label);
    if (!kind) return;
    items_[i].taken = true;
    names_end_ = std::max(names_end_, i + 1);
    roles_[i] = Role::Row;
    places_[i] = rows_.size();
    rows_.push_back({*kind, items_[i].text, sheet_.lines[items_[i].line].where(), i});
  }

  // Money of all years left, of this year right: two columns of one table. A name printed twice is one row.
  void tell_project_from_year() {
    const auto has = [&](FundsRowKind kind) {
      return std::any_of(rows_.begin(), rows_.end(), [kind](const Row& row) { return row.kind == kind; });
    };
    if (has(FundsRowKind::ProjectTotal) && has(FundsRowKind::Total) && columns_.empty())
      columns_.push_back(Label::FundsProjectTotal);
    std::vector<Row> kept;
    std::vector<std::size_t> moved(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      Row row = rows_[r];
      if (row.kind == FundsRowKind::ProjectTotal) row.kind = FundsRowKind::Total;
      const auto known = std::find_if(kept.begin(), kept.end(), [&](const Row& other) {
        return other.kind == row.kind &&
               (row.kind != FundsRowKind::Regional || label_key(other.text) == label_key(row.text));
      });
      moved[r] = static_cast<std::size_t>(known - kept.begin());
      if (known == kept.end()) kept.push_back(row);
    }
    move_rows(std::move(kept), moved);
    if (column_of(columns_, Label::FundsProjectTotal) || columns_.empty()) columns_.push_back(Label::FundsInitial);
  }

  // Whatever their names' order in print, columns stand as forms have them: money first, then its points.
  void order_columns() {
    const auto rank = [](Label column) {
      switch (column) {
        case Label::FundsProjectTotal: return 0;
        case Label::FundsInitial: return 1;
        case Label::FundsAdjusted: return 2;
        case Label::FundsExecuted: return 3;
        default: return 4;
      }
    };
    const std::vector<std::size_t> moved = places_by_rank(columns_, rank);
    std::vector<Label> sorted(columns_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c) sorted[moved[c]] = columns_[c];
    columns_ = std::move(sorted);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (roles_[i] == Role::Column) places_[i] = moved[places_[i]];
    }
  }

  // 合计 printed behind the names of its parts, its money before theirs.
  FundsSolution better_with_total_first(FundsSolution before) {
    const FundsReader as_printed = *this;
    sort_rows([](const Row& row) { return row.kind == FundsRowKind::Total ? 0 : 1; });
    amounts_.clear();
    find_amounts();
    FundsSolution after = solved();
    if (after.cost < before.cost) return after;
    rows_ = as_printed.rows_;
    places_ = as_printed.places_;
    amounts_ = as_printed.amounts_;
    return before;
  }

  // Columns without the name of their total: 预算数 108.00 执行数 103.25.
  void add_total() {
    if (std::any_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.kind == FundsRowKind::Total; })) return;
    std::vector<std::size_t> moved(rows_.size());
    for (std::size_t r = 0; r < moved.size(); ++r) moved[r] = r + 1;
    std::vector<Row> rows = rows_;
    rows.insert(rows.begin(), {FundsRowKind::Total, "", sheet_.lines[items_[first_].line].where(), first_});
    move_rows(std::move(rows), moved);
  }

  // Printed out of order: the total comes first, the money of other years and sources last.
  void order_rows() {
    if (rows_.empty() || (rows_.front().kind != FundsRowKind::CarryOver && rows_.front().kind != FundsRowKind::Other))
      return;
    const auto rank = [](const Row& row) {
      switch (row.kind) {
        case FundsRowKind::Total: return 0;
        case FundsRowKind::CurrentYearGrant: return 1;
        case FundsRowKind::Regional: return 2;
        case FundsRowKind::CarryOver: return 3;
        default: return 4;
      }
    };
    sort_rows(rank);
  }

  template <class Rank>
  void sort_rows(Rank rank) {
    const std::vector<std::size_t> moved = places_by_rank(rows_, rank);
    std::vector<Row> sorted(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) sorted[moved[r]] = rows_[r];
    move_rows(std::move(sorted), moved);
  }

  void move_rows(std::vector<Row> rows, const std::vector<std::size_t>& moved) {
    rows_ = std::move(rows);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (roles_[i] == Role::Row) places_[i] = moved[places_[i]];
    }
  }

  void find_amounts() {
    FundsAmount next;  // carries the labels printed last
    Role last = Role::None;
    std::size_t label_line = 0, run = 0;
    for (std::size_t i = first_ > kBefore ? first_ - kBefore : 0; i < last_; ++i) {
      const TopItem& item = items_[i];
      if (roles_[i] == Role::Row) {
        const int row = static_cast<int>(places_[i]);
        next.row_first = last == Role::Row ? std::min(next.row_first, row) : row;
        next.row_last = last == Role::Row ? std::max(next.row_last, row) : row;
        next.column = -1;
        label_line = item.line;
        last = Role::Row;
      } else if (roles_[i] == Role::Column) {
        next.column = last == Role::Column ? -1 : static_cast<int>(places_[i]);
        next.row_first = next.row_last = -1;
        label_line = item.line;
        last = Role::Column;
      } else if (item.kind == TopKind::Label &&
                 (item.as(Part::Header) != Label::None || item.as(Part::Goals) != Label::None)) {
        next.row_first = next.row_last = next.column = -1;
        last = Role::None;
      } else if (!item.taken && !answers_heading(i) && !(is_told(items_, i) && !beside_source(i)) &&
                 (item.kind == TopKind::Amount || key_of(item.text) == "%")) {
        next.value = funds_value(item.text);
        next.value.line = next.line = item.line;
        next.value.amount = amounts_.size();
        next.order = i;
        next.on_label_line = label_line == item.line;
        if (last != Role::None || amounts_.empty()) run = amounts_.size();
        amounts_.push_back(next);
        last = Role::None;
        for (std::size_t k = run; k < amounts_.size(); ++k)
          amounts_[k].run_size = static_cast<int>(amounts_.size() - run);
        amounts_.back().run_place = static_cast<int>(amounts_.size() - 1 - run);
      }
    }
  }

  // A row's name in front of it on its line, however it was understood.
  [[nodiscard]] bool beside_source(std::size_t i) const {
    for (std::size_t k = i; k-- > 0 && items_[k].line == items_[i].line;) {
      if (roles_[k] != Role::None) return true;
    }
    return false;
  }

  // 自评得分 98: a number behind a label of the heading.
  [[nodiscard]] bool answers_heading(std::size_t i) const {
    if (i == 0 || items_[i - 1].kind != TopKind::Label || roles_[i - 1] != Role::None) return false;
    const Label header = items_[i - 1].as(Part::Header);
    return header == Label::OverallScore || header == Label::Year || header == Label::ProjectCode ||
           header == Label::OtherHeader;
  }

  // Where points are given there are points reached, and a percentage is a rate, though the name of the
  // column was not found.
  void add_unnamed_columns() {
    const auto has = [&](Label label) { return column_of(columns_, label).has_value(); };
    const bool rates = std::any_of(amounts_.begin(), amounts_.end(), [](const FundsAmount& amount) {
      return amount.value.kind == FundsValue::Kind::Percent;
    });
    if (has(Label::FundsWeight) && !has(Label::FundsScore)) columns_.push_back(Label::FundsScore);
    if (rates && has(Label::FundsExecuted) && !has(Label::FundsRate)) columns_.push_back(Label::FundsRate);
  }

  [[nodiscard]] FundsSolution solved() const {
    FundsPuzzle puzzle;
    for (const Row& row : rows_) {
      puzzle.rows.push_back(row.kind);
      puzzle.row_order.push_back(row.order);
    }
    puzzle.columns = columns_;
    puzzle.amounts = amounts_;
    FundsSolution upright = solve_funds(puzzle);
    const bool names_left =
        std::any_of(amounts_.begin(), amounts_.end(), [](const FundsAmount& amount) { return amount.column >= 0; });
    if (!names_left || rows_.size() < 2) return upright;
    puzzle.sideways = true;
    FundsSolution sideways = solve_funds(puzzle);
    return sideways.cost < upright.cost ? sideways : upright;
  }

  void store(const FundsSolution& solution, Form& form) {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const bool project = columns_[c] == Label::FundsProjectTotal;
        const auto kind = project ? of_project(rows_[r].kind) : rows_[r].kind;
        if (!kind) continue;
        const FundsCell& cell = solution.cells[r][c];
        FundsRow& row = add_funds_row(form, *kind, rows_[r].text, rows_[r].where,
                                      project ? std::vector{Label::FundsInitial} : columns_);
        if (!cell.text.empty())
          set_funds_value(row, project ? Label::FundsInitial : columns_[c], cell.text, sheet_.lines[cell.line].where(),
                          cell.sure ? kSure : kDoubtful);
      }
    }
    for (const FundsAmount& amount : amounts_) items_[amount.order].taken = true;
  }

  std::vector<TopItem>& items_;
  const Sheet& sheet_;
  const Vocabulary& vocabulary_;
  std::size_t first_ = 0, last_ = 0, names_end_ = 0;
  std::vector<Role> roles_;
  std::vector<std::size_t> places_;  // of each label: its row or column
  std::vector<Row> rows_;
  std::vector<Label> columns_;
  std::vector<std::string> column_keys_;
  std::vector<FundsAmount> amounts_;
};

}  // namespace

void read_stream_funds(std::vector<TopItem>& items, const Sheet& sheet, const Vocabulary& vocabulary, Form& form) {
  FundsReader(items, sheet, vocabulary).read(form);
}

void read_stream_funds(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                       Form& form) {
  std::vector<TopItem> items = top_items(sheet, first, last, vocabulary);
  read_stream_funds(items, sheet, vocabulary, form);
}

}  // namespace jiheng::segmenter
