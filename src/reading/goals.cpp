#include "reading/goals.h"

#include <algorithm>
#include <vector>

#include "core/text.h"
#include "reading/regions.h"

namespace jiheng {
namespace {

struct Goal {
  Label label;
  const Cell* cell;
};

void append(TextField& field, const std::string& text, const Location& where, float confidence) {
  if (!field.exists) {
    field = TextField(text, where, confidence);
  } else if (!text.empty()) {
    if (field.empty()) field.where = where;
    field.printed += text;
  }
}

void set_goal(Label label, TableView& table, const Cell& cell, Draft& draft) {
  Form& form = draft.form;
  const std::string text = TableView::text_of(cell);
  if (label == Label::GoalExpected) append(form.goal_expected, text, table.where(cell), cell.confidence);
  if (label == Label::GoalActual) append(form.goal_actual, text, table.where(cell), cell.confidence);
  if (label == Label::GoalOther && !text.empty()) form.unclaimed.push_back({"", text, table.where(cell)});
  table.claim(cell);
}

bool any_label(const TableView& table, const Cell& cell) {
  return table.label(cell, Part::Goals) != Label::None || table.label(cell, Part::Header) != Label::None ||
         table.label(cell, Part::IndicatorColumns) != Label::None || table.label(cell, Part::FundsColumns) != Label::None ||
         table.label(cell, Part::Sections) != Label::None;
}

}  // namespace

int read_goals(TableView& table, int row, int end, Draft& draft) {
  if (is_indicator_header(table, row)) return row;
  // Labels of this row, without the side label that names the whole part (年度总体目标 over two rows).
  std::vector<Goal> goals;
  bool others = false;  // texts of the row that are no labels: values stand right of their labels
  const std::vector<const Cell*> cells = table.cells_of(row);
  for (const Cell* cell : cells) {
    if (TableView::blank(*cell)) continue;
    if (cell->row != row) continue;
    const Label label = table.label(*cell, Part::Goals);
    if (label == Label::None) {
      if (!any_label(table, *cell)) others = true;
      continue;
    }
    goals.push_back({label, cell});
  }
  if (goals.empty()) return row;
  // 总体目标 as a side label: it spans more rows than the other labels of its row, or it stands left
  // of another goal label with nothing between.
  if (goals.size() >= 2 && goals.front().cell->row_span > goals.back().cell->row_span &&
      table.label(*goals.front().cell, Part::Sections) == Label::GoalSection) {
    table.claim(*goals.front().cell);
    goals.erase(goals.begin());
  }

  if (others && goals.size() == 1) {
    // "总体目标 | text": the text stands right of the label.
    const Goal& goal = goals.front();
    const Cell* text = table.right_of(*goal.cell, row);
    if (text == nullptr || any_label(table, *text)) return row;
    table.claim(*goal.cell);
    set_goal(goal.label, table, *text, draft);
    return std::max(row + 1, goal.cell->row + goal.cell->row_span);
  }
  if (others) {
    // "预期目标 | text | 完成情况 | text" in one row.
    for (const Goal& goal : goals) {
      const Cell* text = table.right_of(*goal.cell, row);
      table.claim(*goal.cell);
      if (text != nullptr && !any_label(table, *text)) set_goal(goal.label, table, *text, draft);
    }
    return row + 1;
  }

  // A label alone in its row with an empty neighbour and a row of labels below is a side label.
  int at = row + 1;
  for (const Goal& goal : goals) {
    table.claim(*goal.cell);
    at = std::max(at, goal.cell->row + goal.cell->row_span);
  }
  const Cell* below = goals.front().cell->row + goals.front().cell->row_span < end ? table.below(*goals.front().cell) : nullptr;
  const bool text_below = below != nullptr && !(any_label(table, *below) && !TableView::blank(*below));
  if (!text_below || goals.front().cell->row_span > 1) {
    // Side label with an empty text right of it.
    bool set = false;
    for (const Goal& goal : goals) {
      const Cell* text = table.right_of(*goal.cell, row);
      if (text == nullptr || any_label(table, *text)) continue;
      set_goal(goal.label, table, *text, draft);
      set = true;
    }
    if (set || !text_below) return at;
  }
  // Rows of text below the labels, until a row holds labels again.
  const int first = at;
  for (; at < end; ++at) {
    bool labels = false;
    bool text = false;
    for (const Cell* cell : table.cells_of(at)) {
      if (cell->row != at || TableView::blank(*cell)) continue;
      const bool under = [&] {
        for (const Goal& goal : goals) {
          if (cell->column >= goal.cell->column && cell->column < goal.cell->column + goal.cell->column_span) return true;
        }
        return false;
      }();
      if (!under || any_label(table, *cell)) labels = labels || any_label(table, *cell) || cell->column < goals.front().cell->column;
      if (under && !any_label(table, *cell)) text = true;
    }
    if (is_indicator_header(table, at) || (labels && at > first) || (labels && !text)) break;
    for (const Goal& goal : goals) {
      for (const Cell* cell : table.cells_of(at)) {
        if (cell->row != at || table.claimed(*cell)) continue;
        const bool under = cell->column >= goal.cell->column && cell->column < goal.cell->column + goal.cell->column_span;
        if (under) set_goal(goal.label, table, *cell, draft);
      }
    }
    if (at > first && !text) break;
  }
  return at;
}

}  // namespace jiheng
