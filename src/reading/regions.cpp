#include "reading/regions.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/text.h"

namespace jiheng {
namespace {

constexpr std::size_t kLinesBefore = 8;           // lines kept above a table
constexpr std::size_t kLinesAfter = 12;           // lines kept below it
constexpr std::size_t kLargestTable = 8'000'000;  // positions; a larger one is no form

// What a row says about where forms begin and end.
struct RowSigns {
  const Cell* title = nullptr;
  bool project = false;     // holds the label 项目名称
  bool indicators = false;  // header of the indicators
  bool whole = false;       // … with columns of values among them
  bool list = false;        // header of a list of projects
  bool total = false;       // 总分 as its first text
  bool labelled = false;    // any label of a form that budgets do not share
};

// What a table as a whole says about the form it belongs to.
struct TableSigns {
  int columns = 0;
  bool labelled = false;  // some row is labelled
  bool opens = false;     // names what stands at the head of a form: its project or title, its goals
  bool goes_on = false;   // holds indicators or their total only
};

RowSigns signs_of(const TableView& table, int row, const Wording& wording) {
  RowSigns signs;
  int filled = 0;
  const Cell* only = nullptr;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    ++filled;
    only = cell;
    if (table.label(*cell, Part::Header) == Label::ProjectName) signs.project = true;
    const Label goal = table.label(*cell, Part::Goals);
    const Label header = table.label(*cell, Part::Header);
    if (goal != Label::None || header == Label::Department || header == Label::Unit) signs.labelled = true;
    if (filled == 1 && table.label(*cell, Part::Rows) == Label::TotalRow) signs.total = true;
  }
  if (filled == 1 && wording.is_title(only->text)) signs.title = only;
  const IndicatorHeaderKind kind = indicator_header_kind(table, row);
  signs.indicators = kind != IndicatorHeaderKind::None;
  signs.whole = kind == IndicatorHeaderKind::Whole;
  signs.list = signs.project && signs.indicators;
  signs.labelled = signs.labelled || signs.project || signs.indicators;
  return signs;
}

// The region under construction.
class Splitter {
 public:
  explicit Splitter(const Wording& wording) : wording_(wording) {}

  void line(FreeLine line, bool title) {
    if (!has_rows()) {
      push_before(std::move(line));
      return;
    }
    if (title) {
      close();
      push_before(std::move(line));
    } else if (now_.after.size() < kLinesAfter) {
      now_.after.push_back(std::move(line));
    }
  }

  // A table below others: does it belong to their form?
  void begin_table(const TableSigns& table) {
    if (!has_rows()) return;
    const bool same_shape = table.columns == now_.slices.back().table->columns();
    if (!has_indicators_) {
      if (!labelled_ && !table.labelled && !same_shape) close();
    } else if (!(same_shape && (list_ || !table.labelled)) &&
               !(table.goes_on && !table.opens && !project_since_table())) {
      close();
    }
  }

  void row(TableView& table, int row, const RowSigns& signs) {
    if (signs.title != nullptr) {
      if (has_rows()) close();
      push_before({TableView::text_of(*signs.title), table.where(*signs.title)});
      table.claim(*signs.title);
      // The title's own text may go on with the year and the unit on further lines: all is kept.
      return;
    }
    if (signs.project && (has_project_ || has_indicators_) && !(signs.list && list_)) close();
    list_ = list_ || signs.list;
    has_project_ = has_project_ || signs.project;
    has_indicators_ = has_indicators_ || signs.indicators;
    has_values_ = has_values_ || signs.whole;
    labelled_ = labelled_ || signs.labelled;
    if (now_.slices.empty() || now_.slices.back().table != &table || now_.slices.back().end != row) {
      now_.slices.push_back({&table, row, row, std::exchange(now_.after, {})});
    }
    now_.slices.back().end = row + 1;
  }

  std::vector<Region> finish() {
    close();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool has_rows() const { return !now_.slices.empty(); }

  // Levels and points alone stand in rules and reports too; a form names its project or bears a title.
  [[nodiscard]] bool is_of_someone() const {
    return has_project_ || std::any_of(now_.before.begin(), now_.before.end(),
                                       [this](const FreeLine& line) { return wording_.is_title(line.text); });
  }

  // "项目名称：…" below the last table begins another form.
  [[nodiscard]] bool project_since_table() const {
    return std::any_of(now_.after.begin(), now_.after.end(), [this](const FreeLine& line) {
      const std::string key = key_of(line.text);
      const std::size_t colon = key.find(':');
      return colon != std::string::npos && wording_.find(Part::Header, key.substr(0, colon)) == Label::ProjectName;
    });
  }

  void push_before(FreeLine line) {
    now_.before.push_back(std::move(line));
    if (now_.before.size() > kLinesBefore) now_.before.erase(now_.before.begin());
  }

  void close() {
    std::vector<FreeLine> next;
    if (has_rows()) {
      // Lines since the last table may belong to what comes next as well.
      next = now_.after;
      if (has_values_ || (has_indicators_ && is_of_someone())) out_.push_back(std::move(now_));
    } else {
      next = std::move(now_.before);
    }
    reset();
    for (FreeLine& line : next) push_before(std::move(line));
  }

  void reset() {
    now_ = Region();
    has_project_ = has_indicators_ = has_values_ = labelled_ = list_ = false;
  }

  const Wording& wording_;
  Region now_;
  bool has_project_ = false, has_indicators_ = false, has_values_ = false, labelled_ = false, list_ = false;
  std::vector<Region> out_;
};

Location where_of(const TextLine& line) {
  Location where;
  where.page = line.page;
  where.row = line.line;
  where.box = line.box;
  return where;
}

}  // namespace

IndicatorHeaderKind indicator_header_kind(const TableView& table, int row) {
  int labels = 0;
  int levels = 0;
  int others = 0;
  bool names = false;
  bool named_together = false;  // by 绩效指标 alone
  bool values = false, measured = false;
  for (const Cell* cell : table.cells_of(row)) {
    if (cell->row != row || TableView::blank(*cell)) continue;
    switch (table.label(*cell, Part::IndicatorColumns)) {
      case Label::None:
        // 绩效指标 over the columns of all levels names them together.
        if (table.label(*cell, Part::Sections) == Label::IndicatorSection && cell->column_span > 1)
          named_together = true;
        if (table.label(*cell, Part::Sections) == Label::None) ++others;
        continue;
      case Label::IndicatorL1:
      case Label::IndicatorL2:
      case Label::IndicatorL3:
        names = true;
        ++levels;
        break;
      case Label::IndicatorActual: values = true; break;
      case Label::IndicatorTarget: values = measured = true; break;
      case Label::IndicatorWeight:
      case Label::IndicatorScore: measured = true; break;
      default: break;
    }
    ++labels;
  }
  // 年度绩效目标 | 完成情况 alone are the columns of goals.
  if (labels < 2 || others > labels || !(names || (named_together && measured))) return IndicatorHeaderKind::None;
  if (values) return IndicatorHeaderKind::Whole;
  return levels >= 2 && measured ? IndicatorHeaderKind::LevelsAndPoints : IndicatorHeaderKind::None;
}

bool is_indicator_header(const TableView& table, int row) {
  return indicator_header_kind(table, row) != IndicatorHeaderKind::None;
}

bool is_list_header(const TableView& table, int row) {
  if (!is_indicator_header(table, row)) return false;
  const std::vector<const Cell*> cells = table.cells_of(row);
  return std::any_of(cells.begin(), cells.end(),
                     [&](const Cell* cell) { return table.label(*cell, Part::Header) == Label::ProjectName; });
}

// The line's text; pieces that stand apart on the page are kept apart by wide space.
std::string text_of_line(const TextLine& line) {
  if (line.spans.size() < 2) return std::string(trimmed(line.text));
  std::string out;
  for (const Span& span : line.spans) {
    if (!out.empty()) out += "   ";
    out += trimmed(span.text);
  }
  return out;
}

// Do two lines look like one title broken in two: same height, close below each other?
bool same_title(const TextLine& above, const TextLine& line) {
  if (above.page != line.page || above.box.empty() || line.box.empty()) return false;
  const float height = line.box.height();
  return std::abs(above.box.height() - height) < 0.2F * height && line.box.top - above.box.bottom < 1.5F * height;
}

std::vector<Region> find_regions(const Document& document, const Wording& wording,
                                 std::vector<std::unique_ptr<TableView>>& views) {
  Splitter splitter(wording);
  int number = 0;
  const TextLine* previous = nullptr;
  for (const Block& block : document.blocks) {
    if (const TextLine* line = block.line()) {
      std::string text = text_of_line(*line);
      if (text.empty()) continue;
      const bool broken = previous != nullptr && same_title(*previous, *line) && !wording.is_title(text) &&
                          !wording.is_title(previous->text) && wording.is_title(text_of_line(*previous) + text);
      if (broken) text.insert(0, text_of_line(*previous));
      splitter.line({text, where_of(broken ? *previous : *line)}, broken || wording.is_title(text));
      previous = line;
      continue;
    }
    const Grid& grid = *block.grid();
    previous = nullptr;
    ++number;
    if (static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns) > kLargestTable) continue;
    views.push_back(std::make_unique<TableView>(grid, wording, number));
    TableView& table = *views.back();

    std::vector<RowSigns> signs;
    signs.reserve(static_cast<std::size_t>(grid.rows));
    TableSigns whole;
    whole.columns = grid.columns;
    for (int row = 0; row < grid.rows; ++row) {
      signs.push_back(signs_of(table, row, wording));
      const RowSigns& last = signs.back();
      whole.labelled = whole.labelled || last.labelled;
      whole.opens = whole.opens || last.title != nullptr || (last.labelled && !last.indicators);
      whole.goes_on = whole.goes_on || last.indicators || last.total;
    }
    splitter.begin_table(whole);
    for (int row = 0; row < grid.rows; ++row) splitter.row(table, row, signs[static_cast<std::size_t>(row)]);
  }
  return splitter.finish();
}

}  // namespace jiheng
