#include "reading/indicators.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"
#include "form/number.h"
#include "reading/header.h"
#include "reading/regions.h"

namespace jiheng {
namespace {

constexpr std::size_t kLongestGrade = 4;     // characters: 优秀, 一等, 合格
constexpr std::size_t kLongestCaption = 16;  // characters of a first level printed above its rows

template <class T>
Field<T> empty_field(const TableView& table, const Cell& anchor) {
  return Field<T>("", table.where(anchor));
}

// 正向, 反向: which way is better, no part of the target.
bool is_direction(std::string_view property) {
  return starts_with(key_of(property), "正向") || starts_with(key_of(property), "反向") ||
         starts_with(key_of(property), "负向");
}

// Property, value and unit as one target: "≥" + "90" + "%".
std::string joined_target(std::string property, std::string value, std::string unit) {
  if (value.empty()) return {};
  if (is_kind_mark(property) || is_direction(property)) property.clear();
  const std::string value_key = key_of(value);
  const std::string unit_key = key_of(unit);
  if (!property.empty() && starts_with(value_key, key_of(property))) property.clear();
  if (!unit_key.empty() && ends_with(value_key, unit_key)) unit.clear();
  // Words need no unit, but for a number spelled into them.
  if (!unit.empty() && !has_digit(value_key)) {
    unit.clear();
  }
  return property + value + unit;
}

}  // namespace

// "长期绩效指标" beside its own header and rows, the year's below: the row after them; `row` if there is none such.
static int after_long_term(const TableView& table, int row, int end) {
  for (const Cell* cell : table.cells_of(row)) {
    const int after = cell->row + cell->row_span;
    if (table.label(*cell, Part::Sections) != Label::LongTermSection || after <= row + 1) continue;
    for (int below = after; below < end; ++below) {
      if (is_indicator_header(table, below)) return after;
    }
  }
  return row;
}

int IndicatorReader::bind(TableView& table, int row, int end) {
  IndicatorHeader header = find_indicator_header(table, row, end, *lexicon_);
  if (header.last < header.first) return row;
  if (const int after = after_long_term(table, row, end); after > row) return after;
  for (int r = header.first; r <= header.last; ++r) {
    for (const Cell* cell : table.cells_of(r)) {
      if (cell->row >= header.first || table.label(*cell, Part::Sections) != Label::None) table.claim(*cell);
    }
  }
  columns_ = std::move(header.columns);
  read_goal_columns(table, header.first, header.last);
  return header.last + 1;
}

// Goals in columns beside the indicators, merged over all their rows.
void IndicatorReader::read_goal_columns(TableView& table, int first, int last) {
  Form& form = draft_->form;
  for (const Cell* label : table.cells_of(last)) {
    const Label goal = table.label(*label, Part::Goals);
    if (label->row < first || (goal != Label::GoalExpected && goal != Label::GoalActual)) continue;
    const bool bound =
        std::any_of(columns_.begin(), columns_.end(), [label](const Column& c) { return c.begin == label->column; });
    const Cell* text = table.at(last + 1, label->column);
    if (bound || text == nullptr || text->row <= last || text->row_span < 2 || TableView::blank(*text)) continue;
    const auto take = [&](Label what, const Cell& cell) {
      TextField& field = what == Label::GoalExpected ? form.goal_expected : form.goal_actual;
      if (field.empty()) field = table.field<std::string>(cell);
    };
    take(goal, *text);
    // The result may follow below the goal, under a label of its own.
    const Cell* below = table.below(*text);
    const Label next = below == nullptr ? Label::None : table.label(*below, Part::Goals);
    const Cell* result = next == Label::GoalExpected || next == Label::GoalActual ? table.below(*below) : nullptr;
    if (result == nullptr || result->column != text->column || TableView::blank(*result)) continue;
    table.claim(*below);
    take(next, *result);
  }
}

const IndicatorReader::Column* IndicatorReader::column(Label label) const {
  const auto found =
      std::find_if(columns_.begin(), columns_.end(), [label](const Column& c) { return c.label == label; });
  return found == columns_.end() ? nullptr : &*found;
}

const Cell* IndicatorReader::cell_in(const TableView& table, int row, const Column& column) const {
  const Cell* best = nullptr;
  int best_overlap = 0;
  for (int c = column.begin; c < column.end; ++c) {
    const Cell* cell = table.at(row, c);
    if (cell == nullptr || cell == best) continue;
    const int overlap = std::min(cell->column + cell->column_span, column.end) - std::max(cell->column, column.begin);
    const bool fuller = best != nullptr && TableView::blank(*best) && !TableView::blank(*cell);
    if (overlap > best_overlap || fuller) {
      best = cell;
      best_overlap = overlap;
    }
  }
  return best;
}

bool IndicatorReader::read_total(TableView& table, int row) {
  const Cell* label = nullptr;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    const Label meaning = table.label(*cell, Part::Rows);
    if (meaning == Label::TotalRow || meaning == Label::SubtotalRow) label = cell;
    break;  // only the first text of the row counts
  }
  if (label == nullptr) return false;
  const Column* l3 = column(Label::IndicatorL3);
  // "合计" as the name of an indicator (a column right of the levels) is no total.
  if (l3 != nullptr && label->column > l3->begin) return false;
  table.claim(*label);
  if (table.label(*label, Part::Rows) == Label::SubtotalRow) return true;  // its numbers stay unclaimed
  Form& form = draft_->form;
  std::vector<const Cell*> numbers;
  const Column* weight = column(Label::IndicatorWeight);
  const Column* score = column(Label::IndicatorScore);
  const auto under = [](const Cell& cell, const Column* column) {
    return column != nullptr && cell.column < column->end && cell.column + cell.column_span > column->begin;
  };
  bool any_score = false;
  bool score_open = false;  // the column of scores is empty here
  for (const Cell* cell : table.cells_of(row)) {
    if (cell == label || cell->row != row || cell->column < label->column || table.claimed(*cell)) continue;
    const bool empty = TableView::blank(*cell);
    if (table.label(*cell, Part::Header) == Label::Grade) {  // "自评总分 | 98.87 | 自评等级 | 优"
      table.claim(*cell);
      const Cell* grade = table.right_of(*cell, row);
      if (grade != nullptr && grade->row == row && !TableView::blank(*grade))
        form.grade = table.field<std::string>(*grade);
    } else if (!empty && !parse_points(cell->text) && !parse_rate(cell->text)) {
      if (length(cell->text) <= kLongestGrade && !form.grade.exists) form.grade = table.field<std::string>(*cell);
    } else if (under(*cell, weight) && !under(*cell, score)) {
      if (!form.total_weight.exists || form.total_weight.empty()) form.total_weight = table.field<Points>(*cell);
    } else if (under(*cell, score) && !under(*cell, weight)) {
      any_score = true;
      score_open = score_open || empty;
      if (!form.total_score.exists || form.total_score.empty()) form.total_score = table.field<Points>(*cell);
    } else if (!empty) {
      numbers.push_back(cell);
    }
  }
  // 自评总分 with one number: that is the score, whatever column it stands in.
  if (table.label(*label, Part::Header) == Label::OverallScore && !score_open && numbers.empty() &&
      !form.total_weight.empty() && form.total_score.empty()) {
    std::swap(form.total_weight, form.total_score);
  }
  // One number only, away from the columns: the score.
  if (!any_score && numbers.size() == 1 && (!form.total_score.exists || form.total_score.empty())) {
    form.total_score = table.field<Points>(*numbers.front());
    // What can be had is printed before what was had: "总分 | 100 | 96", each a column further left than its own.
    const auto had = form.total_score.empty() ? std::nullopt : parse_points(form.total_score.printed);
    const auto most = form.total_weight.empty() ? std::nullopt : parse_points(form.total_weight.printed);
    if (had && most && had->amount > most->amount) std::swap(form.total_weight, form.total_score);
  }
  return true;
}

bool IndicatorReader::read_caption(const std::string& text, const Location& where) {
  const std::string name = without_numbering(text);
  if (length(name) > kLongestCaption || level1_of(name, *lexicon_) == Level1::Unknown) return false;
  band_ = TextField(std::string(trimmed(text)), where);
  return true;
}

// "填表人：… | 联系电话：… | 填报日期：…", "单位（盖章） | | 填报日期 | …": who signs, below the indicators.
bool IndicatorReader::read_signatures(TableView& table, int row, const Wording& wording) {
  const auto labelled = [&](const Cell& cell) {
    const std::string& text = cell.text;
    const std::size_t colon = std::min(text.find(':'), text.find("："));
    const std::string_view name = std::string_view(text).substr(0, colon);
    const auto header = colon == std::string::npos ? table.label(cell, Part::Header)
                                                   : wording.find(Part::Header, name).value_or(Label::None);
    const auto remark = colon == std::string::npos ? table.label(cell, Part::Rows)
                                                   : wording.find(Part::Rows, name).value_or(Label::None);
    return header == Label::OtherHeader || remark == Label::RemarkRow;
  };
  std::vector<const Cell*> texts;
  int signatures = 0;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row) {
      if (!TableView::blank(*cell)) return false;  // within a group of indicators
      continue;
    }
    if (TableView::blank(*cell)) continue;
    if (parse_points(cell->text)) return false;
    texts.push_back(cell);
    if (labelled(*cell)) ++signatures;
  }
  if (signatures == 0 || signatures * 3 < static_cast<int>(texts.size())) return false;
  for (const Cell* cell : texts) {
    if (table.claimed(*cell)) continue;
    table.claim(*cell);
    draft_->form.unclaimed.push_back({"", TableView::text_of(*cell), table.where(*cell)});
  }
  return true;
}

bool IndicatorReader::read_remark(TableView& table, int row, const Wording& wording) {
  const Cell* first = nullptr;
  int texts = 0;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    if (first == nullptr) first = cell;
    if (cell == first || !parse_points(cell->text)) ++texts;  // a band may show the points of its rows
  }
  if (first == nullptr) return false;
  const Column* target = column(Label::IndicatorTarget);
  // One long text over the whole width ("注：1.…") is a note, not an indicator.
  const bool wide = texts == 1 && target != nullptr && first->column + first->column_span > target->begin &&
                    first->column <= columns_.front().begin;
  const bool header =
      table.label(*first, Part::Header) != Label::None && table.label(*first, Part::IndicatorColumns) == Label::None;
  const bool remark = table.label(*first, Part::Rows) == Label::RemarkRow && first->column <= columns_.front().begin;
  if (wide && column(Label::IndicatorL1) == nullptr && read_caption(TableView::text_of(*first), table.where(*first))) {
    table.claim(*first);
    return true;
  }
  // "主要经验和建议 | 无": one text over the columns of name and values.
  const Column* l3 = column(Label::IndicatorL3);
  const Cell* over_values = l3 == nullptr || target == nullptr ? nullptr : cell_in(table, row, *l3);
  const bool across = over_values != nullptr && over_values == cell_in(table, row, *target) &&
                      over_values->row == row && first->column < l3->begin && !TableView::blank(*over_values);
  if (!wide && !header && !remark && !across) return false;
  if (header || wide) {
    if (read_header_row(table, row, wording, *draft_)) return true;
    if (!wide) return false;
  }
  const Cell* value = table.right_of(*first, row);
  table.claim(*first);
  if ((remark || across) && value != nullptr && value->row == row) {
    table.claim(*value);
    draft_->form.unclaimed.push_back({TableView::text_of(*first), TableView::text_of(*value), table.where(*value)});
  } else {
    draft_->form.unclaimed.push_back({"", TableView::text_of(*first), table.where(*first)});
  }
  return true;
}

/// What stands in a column whose name is not known is a guess.
static float confidence_in(const Cell& cell, const IndicatorColumn& column) {
  constexpr float kGuessed = 0.6F;
  return column.guessed ? std::min(kGuessed, TableView::confidence_of(cell)) : TableView::confidence_of(cell);
}

/// The form has the column, but no cell is stored here: workbooks leave out the empty ones.
static void mark_place(Label column, Indicator& row) {
  switch (column) {
    case Label::IndicatorTarget: row.target.exists = true; break;
    case Label::IndicatorActual: row.actual.exists = true; break;
    case Label::IndicatorWeight: row.weight.exists = true; break;
    case Label::IndicatorScore: row.score.exists = true; break;
    case Label::IndicatorNote: row.note.exists = true; break;
    default: break;
  }
}

void IndicatorReader::read_row(TableView& table, int row, const Wording& wording) {
  if (read_total(table, row)) return;
  if (read_remark(table, row, wording) || read_signatures(table, row, wording)) return;

  Indicator out;
  bool starts = false;  // some text of this row begins here
  bool l1_blank = false;
  bool l2_blank = false;
  std::string property;
  std::string value;
  std::string unit;
  const Cell* anchor = nullptr;
  const Cell* target_cell = nullptr;
  const Column* target_column = nullptr;
  const Cell* used_in_target[3] = {nullptr, nullptr, nullptr};

  for (const Column& column : columns_) {
    const Cell* cell = cell_in(table, row, column);
    if (cell == nullptr) {
      mark_place(column.label, out);
      continue;
    }
    const bool here = cell->row == row;
    if (here && !TableView::blank(*cell)) starts = true;
    const bool group = column.label == Label::IndicatorL1 || column.label == Label::IndicatorL2;
    // A text shared with the row above stands once, in the first row; a group's label on each.
    const std::string text = here || group ? TableView::text_of(*cell) : std::string();
    if (anchor == nullptr && here) anchor = cell;
    const auto fill = [&](auto& field) {
      using F = std::remove_reference_t<decltype(field)>;
      field = F(text, table.where(*cell), confidence_in(*cell, column));
      table.claim(*cell);
    };
    switch (column.label) {
      case Label::IndicatorL1:
        fill(out.l1);
        l1_blank = text.empty();
        break;
      case Label::IndicatorL2:
        // A cell over first and second level names the first.
        if (const Column* l1 = this->column(Label::IndicatorL1); l1 != nullptr && cell_in(table, row, *l1) == cell) {
          out.l2 = empty_field<std::string>(table, *cell);
        } else {
          fill(out.l2);
          l2_blank = text.empty();
        }
        break;
      case Label::IndicatorL3: {
        const Column* l2 = this->column(Label::IndicatorL2);
        if (l2 != nullptr && cell_in(table, row, *l2) == cell) {
          out.l3 = empty_field<std::string>(table, *cell);
          if (cell->column >= l2->begin) {  // one cell over second and third level: the name
            std::swap(out.l2, out.l3);
            if (!out.l2.empty()) std::swap(out.l2, out.l3);
          }
        } else {
          fill(out.l3);
        }
        break;
      }
      case Label::IndicatorProperty:
        property = text;
        used_in_target[0] = cell;
        break;
      case Label::IndicatorTarget:
        value = text;
        used_in_target[1] = cell;
        target_cell = cell;
        target_column = &column;
        break;
      case Label::IndicatorUnit:
        unit = text;
        used_in_target[2] = cell;
        break;
      case Label::IndicatorActual: fill(out.actual); break;
      case Label::IndicatorWeight: fill(out.weight); break;
      case Label::IndicatorScore: fill(out.score); break;
      case Label::IndicatorNote: fill(out.note); break;
      default: break;
    }
  }
  if (!starts) return;

  // Split targets: a word may be merged over property, value and unit.
  if (used_in_target[0] != nullptr && used_in_target[0] == used_in_target[1]) property.clear();
  if (used_in_target[2] != nullptr && used_in_target[2] == used_in_target[1]) unit.clear();
  if (value.empty() && !property.empty() && !is_kind_mark(property) &&
      this->column(Label::IndicatorTarget) != nullptr && length(property) > 2) {
    std::swap(value, property);
  }
  for (const Cell* cell : used_in_target) {
    if (cell != nullptr) table.claim(*cell);
  }
  if (target_cell != nullptr) {
    out.target = Field<Target>(joined_target(property, value, unit), table.where(*target_cell),
                               confidence_in(*target_cell, *target_column));
  }
  if (used_in_target[2] != nullptr) out.unit = TextField(unit, table.where(*used_in_target[2]));
  if (anchor != nullptr) out.where = table.where(*anchor);
  if (!out.l1.exists && band_.exists) out.l1 = band_;
  draft_->form.indicators.push_back(std::move(out));
  rows_.push_back({draft_->form.indicators.size() - 1, l1_blank, l2_blank});
}

void IndicatorReader::finish_table(const Wording& wording) {
  fill_level_labels(draft_->form.indicators, rows_, wording, *lexicon_);
  rows_.clear();
}

}  // namespace jiheng
