#include "reading/indicator_columns.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "form/number.h"
#include "reading/regions.h"

namespace jiheng {
namespace {

constexpr int kMostHeaderRows = 4;
constexpr std::size_t kLongestValue = 48;  // bytes
constexpr int kWidestLevel = 2;            // grid columns
constexpr int kRowsLookedAt = 12;          // rows below the header that tell what an unnamed column holds

bool is_level_label(Label label) {
  return label == Label::IndicatorL1 || label == Label::IndicatorL2 || label == Label::IndicatorL3;
}

// Labels of indicator columns that start in the row; others are texts that are no label at all.
struct HeaderCount {
  int labels = 0, levels = 0, others = 0;
};
HeaderCount count_header(const TableView& table, int row) {
  HeaderCount out;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    if (const Label label = table.label(*cell, Part::IndicatorColumns); label != Label::None) {
      ++out.labels;
      out.levels += is_level_label(label) ? 1 : 0;
    } else if (table.label(*cell, Part::Sections) == Label::None && !table.claimed(*cell)) {
      ++out.others;
    }
  }
  return out;
}

// Names of columns stand without numbers: "执行率得分 | 9.66" belongs to the funds.
bool holds_number(const TableView& table, int row) {
  const std::vector<const Cell*> cells = table.cells_of(row);
  return std::any_of(cells.begin(), cells.end(),
                     [row](const Cell* cell) { return cell->row == row && parse_number(cell->text); });
}

bool is_sign(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kSigns = {"=", "≥", "≤", ">", "<"};
  const std::string key = key_of(text);
  return std::find(kSigns.begin(), kSigns.end(), key) != kSigns.end();
}

bool is_box(std::string_view text) {
  return contains(text, "☑") || contains(text, "□") || contains(text, "■") || contains(text, "√");
}

// A name printed over the header's rows and some rows above them: 未完成原因 beside 自评结果 over 分值 | 得分. (A
// column of goals beside the indicators may be named so, too.)
bool reaches_into(const TableView& table, const IndicatorHeader& header, const Cell& cell) {
  return cell.row + cell.row_span - 1 <= header.last && table.label(cell, Part::Goals) == Label::None &&
         table.label(cell, Part::IndicatorColumns) != Label::None;
}

// The lowest and the next higher text of the header over a column.
struct Stack {
  const Cell* leaf = nullptr;
  const Cell* parent = nullptr;
};
Stack stack_over(const TableView& table, const IndicatorHeader& header, int column) {
  Stack out;
  for (int row = header.last; row >= header.first; --row) {
    const Cell* cell = table.at(row, column);
    if (cell == nullptr || TableView::blank(*cell)) continue;
    if (cell->row < header.first && !reaches_into(table, header, *cell)) continue;
    if (out.leaf == nullptr) {
      out.leaf = cell;
    } else if (cell != out.leaf && out.parent == nullptr) {
      out.parent = cell;
    }
  }
  return out;
}

bool has(const std::vector<IndicatorColumn>& columns, Label label) {
  return std::any_of(columns.begin(), columns.end(), [label](const IndicatorColumn& c) { return c.label == label; });
}

// A column below a group header whose own header is no known word.
Label label_in_group(const TableView& table, const IndicatorHeader& header, Label group, const Cell& leaf, int column) {
  const Cell* data = table.at(header.last + 1, column);
  switch (group) {
    case Label::IndicatorTarget:
      if (data != nullptr && (is_sign(data->text) || is_kind_mark(data->text))) return Label::IndicatorProperty;
      return has(header.columns, Label::IndicatorTarget) ? Label::IndicatorUnit : Label::IndicatorTarget;
    case Label::IndicatorScore:
      // 评分 over 单位自评 | 财政复核: the form's own score is the unit's.
      return contains(key_of(leaf.text), "自评") || !has(header.columns, Label::IndicatorScore) ? Label::IndicatorScore
                                                                                                : Label::IndicatorOther;
    case Label::IndicatorNote: return Label::IndicatorOther;
    default: return has(header.columns, group) ? Label::IndicatorOther : group;
  }
}

int last_header_row(const TableView& table, int first, int row, int end) {
  int last = row;
  for (int r = first; r <= last; ++r) {
    for (const Cell* cell : table.cells_of(r)) {
      if (cell->row == r && is_level_label(table.label(*cell, Part::IndicatorColumns))) {
        last = std::max(last, cell->row + cell->row_span - 1);
      }
    }
    if (last - first >= kMostHeaderRows) break;
  }
  last = std::min({last, first + kMostHeaderRows - 1, end - 1});
  while (last + 1 < end && last - first + 1 < kMostHeaderRows) {
    const HeaderCount next = count_header(table, last + 1);
    // The names of the levels are names of columns, whatever stands beside them.
    if (next.levels < 2 && (next.labels < 2 || next.others > 0)) break;
    ++last;
  }
  return last;
}

bool tells_of_the_year(std::string_view name) {
  return contains(name, "年度") || contains(name, "全年");
}

// "三级指标 | 指标值 | 三级指标 | 指标值": the goals of the whole project stand at the left, those of the year at
// the right, as the declarations of 财预〔2015〕88号 have it. The left ones have no place in the record.
void settle_sides(std::vector<IndicatorColumn>& columns, const std::vector<std::string>& names) {
  std::vector<std::size_t> ends;  // name, target, name, target
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Label wanted = ends.size() % 2 == 0 ? Label::IndicatorL3 : Label::IndicatorTarget;
    if (columns[i].label == wanted) ends.push_back(i);
  }
  if (ends.size() != 4 || tells_of_the_year(names[ends[1]])) return;
  const auto right = columns.begin() + static_cast<std::ptrdiff_t>(ends[1]) + 1;
  for (auto left = columns.begin(); left != right; ++left) {
    const bool twice =
        std::any_of(right, columns.end(), [left](const IndicatorColumn& c) { return c.label == left->label; });
    if (twice) left->label = Label::IndicatorOther;
  }
}

// Do signs stand in the column: ≥, =?
bool holds_signs(const TableView& table, const IndicatorHeader& header, int column) {
  for (int row = header.last + 1; row < std::min(table.rows(), header.last + 1 + kRowsLookedAt); ++row) {
    const Cell* cell = table.at(row, column);
    if (cell != nullptr && is_sign(cell->text)) return true;
  }
  return false;
}

// Of several columns with one label the form's own stays: the annual target among those of several
// periods, the weight that stands right of the name among those of all levels, the property that holds signs, the
// lowest of four levels (its name is the indicator's), else the first (later ones are reviewers').
void settle_duplicates(const TableView& table, IndicatorHeader& header, const std::vector<std::string>& names) {
  std::vector<IndicatorColumn>& columns = header.columns;
  settle_sides(columns, names);
  // 绩效标准 is the target where no other column is; beside one it explains.
  const Label standard = has(columns, Label::IndicatorTarget) ? Label::IndicatorOther : Label::IndicatorTarget;
  for (IndicatorColumn& column : columns) {
    if (column.label == Label::IndicatorStandard) column.label = standard;
  }
  const auto name = std::find_if(columns.begin(), columns.end(),
                                 [](const IndicatorColumn& c) { return c.label == Label::IndicatorL3; });
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Label label = columns[i].label;
    if (label == Label::IndicatorOther) continue;
    std::size_t chosen = i;
    for (std::size_t k = i; k < columns.size(); ++k) {
      if (columns[k].label != label) continue;
      const bool annual = label == Label::IndicatorTarget && tells_of_the_year(names[k]);
      const bool beside = label == Label::IndicatorWeight && name != columns.end() && columns[k].begin == name->end;
      const bool signs = label == Label::IndicatorProperty && holds_signs(table, header, columns[k].begin);
      const bool leaf = label == Label::IndicatorL3 && starts_with(names[k], "四级");
      columns[k].guessed = columns[k].guessed || leaf;  // the record has three levels: the third may be meant, too
      if (annual || beside || signs || leaf) {
        chosen = k;
        break;
      }
    }
    for (std::size_t k = i; k < columns.size(); ++k) {
      if (columns[k].label == label && k != chosen) columns[k].label = Label::IndicatorOther;
    }
  }
}

void add_named_columns(const TableView& table, IndicatorHeader& header) {
  const Cell* previous = nullptr;
  std::vector<std::string> names;
  for (int c = 0; c < table.columns(); ++c) {
    const Stack stack = stack_over(table, header, c);
    if (stack.leaf == nullptr) {
      previous = nullptr;
      continue;
    }
    if (stack.leaf == previous) {
      header.columns.back().end = c + 1;
      continue;
    }
    Label label = table.label(*stack.leaf, Part::IndicatorColumns);
    const Label group = stack.parent == nullptr ? Label::None : table.label(*stack.parent, Part::IndicatorColumns);
    if (label == Label::None && group != Label::None) label = label_in_group(table, header, group, *stack.leaf, c);
    if (label == Label::None) {
      previous = nullptr;
      continue;
    }
    header.columns.push_back({label, c, c + 1});
    names.push_back(table.key(*stack.leaf));
    previous = stack.leaf;
  }
  settle_duplicates(table, header, names);
}

// What the cells of a column below the header are.
struct LevelCounts {
  int texts = 0, first = 0, second = 0;  // all; names of first and of second levels
};
LevelCounts levels_in(const TableView& table, const IndicatorHeader& header, int column, int end,
                      const Lexicon& lexicon) {
  LevelCounts counts;
  for (int row = header.last + 1; row < std::min(end, header.last + 1 + kRowsLookedAt); ++row) {
    const Cell* cell = table.at(row, column);
    if (cell == nullptr || cell->row != row || TableView::blank(*cell)) continue;
    if (cell->column_span > kWidestLevel) continue;  // a band over the rows of a group
    ++counts.texts;
    if (level1_of(cell->text, lexicon) != Level1::Unknown) {
      ++counts.first;
    } else if (level2_of(cell->text, lexicon) != Level2::Unknown) {
      ++counts.second;
    }
  }
  return counts;
}

// Columns left of the named ones whose cells are names of levels, though no header says so; and the
// name column itself where one header (绩效指标) stands over all levels.
void add_unnamed_columns(const TableView& table, IndicatorHeader& header, int end, const Lexicon& lexicon) {
  if (header.columns.empty()) return;
  const bool has_name = has(header.columns, Label::IndicatorL3);
  std::vector<IndicatorColumn> found;
  const int stop = header.columns.front().begin;
  for (int c = 0; c < stop; ++c) {
    const LevelCounts counts = levels_in(table, header, c, end, lexicon);
    if (counts.texts == 0) continue;
    Label label = Label::None;
    if (counts.first * 2 > counts.texts) {
      label = Label::IndicatorL1;
    } else if (counts.second * 2 > counts.texts) {
      label = Label::IndicatorL2;
    } else if (!has_name) {
      label = Label::IndicatorL3;
    }
    if (label == Label::None || has(header.columns, label)) continue;
    const auto same =
        std::find_if(found.begin(), found.end(), [label](const IndicatorColumn& x) { return x.label == label; });
    if (same == found.end()) {
      found.push_back({label, c, c + 1});
    } else if (same->end == c) {
      same->end = c + 1;
    }
  }
  header.columns.insert(header.columns.begin(), found.begin(), found.end());
}

// Does the column hold values with a sign or a unit: ≥90%, 12家, 10月底前?
bool holds_values(const TableView& table, const IndicatorHeader& header, int column, int end) {
  int texts = 0, values = 0;
  for (int row = header.last + 1; row < std::min(end, header.last + 1 + kRowsLookedAt); ++row) {
    const Cell* cell = table.at(row, column);
    if (cell == nullptr || cell->row != row || TableView::blank(*cell)) continue;
    ++texts;
    const bool digit = cell->text.find_first_of("0123456789") != std::string::npos;
    if (digit && !parse_number(cell->text) && cell->text.size() <= kLongestValue) ++values;
  }
  return values * 2 > texts && values >= 2;
}

bool is_empty_or_told(const TableView& table, const IndicatorHeader& header, int column, int end) {
  for (int row = header.last + 1; row < std::min(end, header.last + 1 + kRowsLookedAt); ++row) {
    const Cell* cell = table.at(row, column);
    if (cell != nullptr && cell->row == row && (parse_number(cell->text) || is_box(cell->text))) return false;
  }
  return true;
}

// Columns whose names no list and no pattern knows, by what stands in them: the target, then the result, in their
// usual order; the note in the last column. Where no column is the target's, one that has no field of its own
// (评价依据) may be. What is found so is a guess.
void add_columns_by_content(const TableView& table, IndicatorHeader& header, int end) {
  const auto name = std::find_if(header.columns.begin(), header.columns.end(),
                                 [](const IndicatorColumn& c) { return c.label == Label::IndicatorL3; });
  if (name == header.columns.end()) return;
  for (int c = name->end; c < table.columns(); ++c) {
    const auto bound = std::find_if(header.columns.begin(), header.columns.end(),
                                    [c](const IndicatorColumn& x) { return x.begin <= c && c < x.end; });
    if (bound != header.columns.end()) {
      if (bound->label == Label::IndicatorOther && !has(header.columns, Label::IndicatorTarget) &&
          std::none_of(header.columns.begin(), bound,
                       [](const IndicatorColumn& x) { return x.label == Label::IndicatorActual; }) &&
          holds_values(table, header, c, end)) {
        *bound = {Label::IndicatorTarget, bound->begin, bound->end, /*guessed=*/true};
      }
      continue;
    }
    const Stack stack = stack_over(table, header, c);
    if (stack.leaf == nullptr || stack.leaf->column != c) continue;
    const int behind = c + stack.leaf->column_span;
    Label label = Label::None;
    if (holds_values(table, header, c, end)) {
      label = !has(header.columns, Label::IndicatorTarget)   ? Label::IndicatorTarget
              : !has(header.columns, Label::IndicatorActual) ? Label::IndicatorActual
                                                             : Label::None;
    } else if (behind == table.columns() && !has(header.columns, Label::IndicatorNote) &&
               is_empty_or_told(table, header, c, end)) {
      label = Label::IndicatorNote;
    }
    if (label == Label::None) continue;
    const auto after = std::find_if(header.columns.begin(), header.columns.end(),
                                    [c](const IndicatorColumn& x) { return x.begin > c; });
    header.columns.insert(after, {label, c, behind, /*guessed=*/true});
  }
}

// With one column of levels its name (指标类型, 指标类别) does not tell which; its cells do.
void settle_single_level(const TableView& table, IndicatorHeader& header, int end, const Lexicon& lexicon) {
  const bool first = has(header.columns, Label::IndicatorL1), second = has(header.columns, Label::IndicatorL2);
  if (first == second) return;
  for (IndicatorColumn& column : header.columns) {
    if (column.label != Label::IndicatorL1 && column.label != Label::IndicatorL2) continue;
    const LevelCounts counts = levels_in(table, header, column.begin, end, lexicon);
    if (counts.second > counts.first) column.label = Label::IndicatorL2;
    if (counts.first > counts.second) column.label = Label::IndicatorL1;
  }
}

}  // namespace

bool is_kind_mark(std::string_view text) {
  const std::string key = key_of(text);
  return starts_with(key, "定性") || starts_with(key, "定量");
}

IndicatorHeader find_indicator_header(const TableView& table, int row, int end, const Lexicon& lexicon) {
  IndicatorHeader header;
  header.first = row;
  int named = row;
  if (!is_indicator_header(table, row)) {
    // Group names may stand one row above the row that names the levels.
    const HeaderCount group = count_header(table, row);
    const bool above = group.labels >= 2 && group.others == 0 && row + 1 < end && is_indicator_header(table, row + 1) &&
                       !holds_number(table, row);
    if (!above) return header;
    named = row + 1;
  }
  header.last = last_header_row(table, row, named, end);
  add_named_columns(table, header);
  add_unnamed_columns(table, header, end, lexicon);
  settle_single_level(table, header, end, lexicon);
  add_columns_by_content(table, header, end);
  // No third level: the last level printed is the indicator's name.
  if (!has(header.columns, Label::IndicatorL3)) {
    for (const Label label : {Label::IndicatorL2, Label::IndicatorL1}) {
      const auto found = std::find_if(header.columns.begin(), header.columns.end(),
                                      [label](const IndicatorColumn& c) { return c.label == label; });
      if (found == header.columns.end()) continue;
      found->label = Label::IndicatorL3;
      break;
    }
  }
  return header;
}

}  // namespace jiheng
