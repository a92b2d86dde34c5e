#include "reading/goals.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/text.h"
#include "form/number.h"
#include "reading/regions.h"

namespace jiheng {
namespace {

constexpr std::size_t kShortestResult = 6;  // characters
constexpr std::size_t kLongestYear = 6;     // characters: 2024年度
constexpr float kGuessedConfidence = 0.6F;  // a text whose place says what it is, without a word

struct Goal {
  Label label;
  const Cell* cell;
  float confidence = 1.0F;
};

void append(TextField& field, const std::string& text, const Location& where, float confidence) {
  if (!field.exists) {
    field = TextField(text, where, confidence);
  } else if (!text.empty()) {
    if (field.empty()) field.where = where;
    field.printed += text;
  }
}

void set_goal(Label label, TableView& table, const Cell& cell, float known, Draft& draft) {
  Form& form = draft.form;
  const float confidence = std::min(known, TableView::confidence_of(cell));
  const std::string text = TableView::text_of(cell);
  if (label == Label::GoalExpected) append(form.goal_expected, text, table.where(cell), confidence);
  if (label == Label::GoalActual) append(form.goal_actual, text, table.where(cell), confidence);
  if (label == Label::GoalOther && !text.empty()) form.unclaimed.push_back({"", text, table.where(cell)});
  table.claim(cell);
}

bool any_label(const TableView& table, const Cell& cell) {
  return table.label(cell, Part::Goals) != Label::None || table.label(cell, Part::Header) != Label::None ||
         table.label(cell, Part::IndicatorColumns) != Label::None ||
         table.label(cell, Part::FundsColumns) != Label::None || table.label(cell, Part::Sections) != Label::None;
}

// Goals named in `row`, and whether texts that are no labels stand beside them.
struct GoalRow {
  std::vector<Goal> goals;
  bool texts = false;
};

bool under(const Cell& cell, const Goal& goal) {
  return cell.column >= goal.cell->column && cell.column < goal.cell->column + goal.cell->column_span;
}

// Neither goal's text: it lies below several.
bool below_several(const Cell& cell, const std::vector<Goal>& goals) {
  return std::count_if(goals.begin(), goals.end(), [&cell](const Goal& goal) {
           return goal.cell->column >= cell.column && goal.cell->column < cell.column + cell.column_span;
         }) > 1;
}

// The first of several labels names the part (年度总体目标 over two rows) or the rows (年度目标1, 年度目标2),
// not a column of texts.
bool is_side_label(const TableView& table, const std::vector<Goal>& goals) {
  if (goals.size() < 2) return false;
  const Cell& first = *goals.front().cell;
  if (first.row_span > goals[1].cell->row_span) return true;
  const Cell* below = table.below(first);
  return below != nullptr && table.label(*below, Part::Goals) != Label::None;
}

GoalRow goals_of(TableView& table, int row) {
  GoalRow out;
  for (const Cell* cell : table.cells_of(row)) {
    if (TableView::blank(*cell) || cell->row != row) continue;
    const Label label = table.label(*cell, Part::Goals);
    if (label != Label::None) {
      out.goals.push_back({label, cell});
    } else if (!out.goals.empty() && !any_label(table, *cell)) {  // left of the labels stands the part's name
      out.texts = true;
    }
  }
  if (is_side_label(table, out.goals)) {
    table.claim(*out.goals.front().cell);
    out.goals.erase(out.goals.begin());
  }
  // 计划完成情况 beside 实际完成情况: of two columns of results the first is what was planned.
  if (out.goals.size() == 2 && out.goals[0].label == Label::GoalActual && out.goals[1].label == Label::GoalActual) {
    out.goals[0] = {Label::GoalExpected, out.goals[0].cell, kGuessedConfidence};
  }
  // Two columns of expected goals: the second is the adjusted one.
  bool expected = false;
  for (Goal& goal : out.goals) {
    if (goal.label != Label::GoalExpected) continue;
    if (expected) goal.label = Label::GoalOther;
    expected = true;
  }
  return out;
}

// Texts right of their labels in the same row: "总体目标 | text", "预期目标 | text | 完成情况 | text".
bool read_beside(TableView& table, int row, const std::vector<Goal>& goals, Draft& draft) {
  bool any = false;
  for (const Goal& goal : goals) {
    const Cell* text = table.right_of(*goal.cell, row);
    if (text == nullptr || any_label(table, *text)) continue;
    set_goal(goal.label, table, *text, goal.confidence, draft);
    any = true;
    // "年度目标 | text | text": the second tells the result, though nothing says so.
    const Cell* second = table.right_of(*text, row);
    if (goals.size() == 1 && goal.label == Label::GoalExpected && second != nullptr && second->row == row &&
        length(second->text) > kShortestResult && !any_label(table, *second)) {
      set_goal(Label::GoalActual, table, *second, kGuessedConfidence, draft);
    }
  }
  return any;
}

// 1, （二）, 任务三: counts the goals.
bool is_counter(std::string_view text) {
  constexpr std::size_t kLongest = 5;
  const std::u32string key = to_utf32(key_of(text));
  static constexpr std::u32string_view kNumerals = U"0123456789一二三四五六七八九十";
  return !key.empty() && key.size() <= kLongest && key.find_first_of(kNumerals) != std::u32string::npos;
}

// Left of the texts stands another year than the form's.
bool is_of_another_year(const TableView& table, int row, const std::vector<Goal>& goals, const Form& form) {
  const std::optional<int> own = year_in(form.year.printed);
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || cell->column >= goals.front().cell->column) continue;
    const std::optional<int> year = length(cell->text) <= kLongestYear ? year_in(cell->text) : std::nullopt;
    if (own && year && *own != *year) return true;
  }
  return false;
}

// Does the row go on with texts below the labels? Not once it holds labels of its own.
bool goes_on(const TableView& table, int row, bool first, const std::vector<Goal>& goals) {
  if (is_indicator_header(table, row)) return false;
  bool text = false;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    const bool below = std::any_of(goals.begin(), goals.end(), [&](const Goal& goal) { return under(*cell, goal); });
    const bool label = any_label(table, *cell);
    if (below && (label || below_several(*cell, goals))) return false;
    if (below) text = true;
    // Left of the texts: 年度目标1 and 任务一 count the goals; anything else begins another part.
    const bool counts = table.label(*cell, Part::Goals) != Label::None || is_counter(cell->text);
    if (!below && cell->column < goals.front().cell->column && !counts && (label || !first)) {
      return false;
    }
  }
  return text || first;
}

}  // namespace

bool begins_goals(const TableView& table, int row) {
  const Cell* first = nullptr;
  int texts = 0;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    if (parse_number(cell->text)) return false;
    if (first == nullptr) first = cell;
    ++texts;
  }
  if (first == nullptr || texts > 4) return false;
  const Label label = table.label(*first, Part::Goals);
  if (label != Label::GoalExpected && label != Label::GoalActual) return false;
  // The text stands over several columns; a label in its own column would be a level of the indicators.
  const Cell* text = table.right_of(*first, row);
  return text != nullptr && text->row == row && (text->column_span > 1 || any_label(table, *text));
}

int read_goals(TableView& table, int row, int end, Draft& draft) {
  if (is_indicator_header(table, row)) return row;
  const auto [goals, texts] = goals_of(table, row);
  if (goals.empty()) return row;
  int at = row + 1;
  for (const Goal& goal : goals) {
    table.claim(*goal.cell);
    at = std::max(at, goal.cell->row + goal.cell->row_span);
  }
  if (texts) {
    read_beside(table, row, goals, draft);
    return goals.size() == 1 ? std::min(at, end) : row + 1;
  }
  // Labels only. Below them stand their texts, unless they are side labels of empty texts.
  const Cell* below = at < end ? table.below(*goals.front().cell) : nullptr;
  const bool text_below = below != nullptr && (TableView::blank(*below) || !any_label(table, *below));
  if ((!text_below || goals.front().cell->row_span > 1) && (read_beside(table, row, goals, draft) || !text_below)) {
    return std::min(at, end);
  }
  for (const int first = at; at < end && goes_on(table, at, at == first, goals); ++at) {
    if (is_of_another_year(table, at, goals, draft.form)) continue;
    for (const Cell* cell : table.cells_of(at)) {
      if (cell->row != at || table.claimed(*cell)) continue;
      const auto goal = std::find_if(goals.begin(), goals.end(), [&](const Goal& g) { return under(*cell, g); });
      if (goal != goals.end()) set_goal(goal->label, table, *cell, goal->confidence, draft);
    }
  }
  return at;
}

}  // namespace jiheng
