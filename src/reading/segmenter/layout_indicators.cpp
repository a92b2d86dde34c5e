#include "reading/segmenter/layout_indicators.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/broken_cells.h"
#include "reading/segmenter/cell_costs.h"
#include "reading/segmenter/columns.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/groups.h"
#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/label_columns.h"
#include "reading/segmenter/rows.h"
#include "reading/segmenter/staggered.h"
#include "reading/segmenter/table_body.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostRows = 400;
constexpr float kSure = 0.9F;
constexpr double kMeasured = 2.0;  // how much measured places count against counted ones

class Reader {
 public:
  Reader(const Sheet& sheet, const HeaderBand& band, std::size_t last, const Vocabulary& vocabulary, Form& form)
      : sheet_(sheet), band_(band), last_(last), vocabulary_(vocabulary), form_(form) {}

  std::size_t read() {
    TableBody table = collect_body(sheet_, band_, last_, vocabulary_, form_);
    lines_ = std::move(table.lines);
    captions_ = std::move(table.captions);
    page_columns_ = std::move(table.page_columns);
    add_unnamed_levels();
    place();
    settle_kinds();
    align_staggered(body_, kinds_);
    straighten(body_, kinds_);
    build();
    return table.end;
  }

 private:
  // First levels left of the named columns, though no header names them.
  void add_unnamed_levels() {
    if (band_.column(Label::IndicatorL1) || band_.column(Label::IndicatorL2)) return;
    Column column;
    column.label = Label::IndicatorL1;
    column.left = band_.columns.front().left;
    int levels = 0;
    for (const Line& line : lines_) {
      const Word& word = line.words.front();
      if (word.right > band_.columns.front().left || vocabulary_.level1(word.text) == Level1::Unknown) continue;
      ++levels;
      column.left = std::min(column.left, word.left);
      column.right = std::max(column.right, word.right);
    }
    if (levels >= 2) band_.columns.insert(band_.columns.begin(), std::move(column));
  }

  // Column 0 is the side of the table: 绩|效|指|标 and the like.
  static std::vector<Band> bands_of(const std::vector<Column>& columns) {
    const float left = columns.front().left;
    std::vector<Band> bands = {{std::min(0.0F, left - 4), std::max(0.0F, left - 2)}};
    for (const Column& column : columns) bands.push_back({column.left, column.right});
    return bands;
  }

  // What stands in columns of no field (targets of last year, rates, points of a reviewer) behaves as it looks.
  void settle_kinds() {
    for (std::size_t c = 0; c < kinds_.size(); ++c) {
      const Label label = band_.columns[c].label;
      if (kinds_[c] != CellKind::Text || (label != Label::IndicatorOther && label != Label::None)) continue;
      std::size_t values = 0, cells = 0;
      for (const BodyLine& line : body_) {
        cells += !line.cells[c].empty();
        values += looks_like_value(line.cells[c]);
      }
      if (values >= 3 && values * 5 >= cells * 4) kinds_[c] = CellKind::Value;
    }
  }

  // Words → columns → body lines; pieces of first- and second-level labels aside.
  void place() {
    traits_.property = band_.column(Label::IndicatorProperty) != nullptr;
    traits_.second = band_.column(Label::IndicatorL2) != nullptr;
    traits_.unit = band_.column(Label::IndicatorUnit) != nullptr;
    std::vector<Band> bands = bands_of(band_.columns);
    std::vector<Label> labels;  // what stands in the columns; targets of another period look like targets
    for (const Column& column : band_.columns) {
      const bool target = column.label == Label::IndicatorOther &&
                          vocabulary_.label_like(Part::IndicatorColumns, column.text) == Label::IndicatorTarget;
      labels.push_back(target ? Label::IndicatorTarget : column.label);
      kinds_.push_back(kind_of(labels.back()));
    }
    ColumnCosts cost;
    cost.join = [this, &labels](const Word& before, const Word& word, std::size_t column) {
      return column == 0 ? 1.0 : join_cost(before, word, labels[column - 1], traits_, vocabulary_);
    };
    cost.kind = [this, &labels](const Word& word, std::size_t column) {
      if (column == 0) {
        // 绩效|指标 beside the table is no first level, though 指标 is a piece of one.
        const bool side = length(word.text) <= 2 || vocabulary_.label(Part::Sections, word.text) ||
                          vocabulary_.is_piece(Part::Sections, word.text) || starts_with(folded(word.text), "(");
        const bool left = word.right <= band_.columns.front().left + 1;
        return side && !is_number(word.text) ? (left ? (length(word.text) == 1 ? -1.0 : 0.0) : 1.5) : 12.0;
      }
      if (labels[column - 1] == Label::IndicatorOther && contains(band_.columns[column - 1].text, "率"))
        return is_percent(word.text) ? -1.0 : is_number(word.text) ? 0.0 : 2.0;
      return kind_cost(word, labels[column - 1], traits_, vocabulary_);
    };
    if (sheet_.measured) cost.distance = kMeasured;
    cost.skip.assign(bands.size(), 0);
    bool numbers = false;
    for (std::size_t c = 0; c < band_.columns.size(); ++c) {
      const Label label = labels[c];
      const bool points = label == Label::IndicatorWeight || label == Label::IndicatorScore;
      numbers = numbers || points;
      if (points || label == Label::IndicatorTarget || label == Label::IndicatorActual) cost.skip[c + 1] = 1.5;
      cost.values += points || label == Label::IndicatorTarget || label == Label::IndicatorActual;
      cost.filled += cost.skip[c + 1] > 0 || label == Label::IndicatorL3;
      if (label == Label::IndicatorL3) cost.skip[c + 1] = 0.4;
      if (label == Label::IndicatorProperty || label == Label::IndicatorUnit) cost.skip[c + 1] = 0.6;
    }
    cost.value = [](const Word& word) { return looks_like_value(word.text); };
    cost.main_line = [numbers](const std::vector<Word>& words) {
      return std::any_of(words.begin(), words.end(), [numbers](const Word& word) {
        return numbers ? is_number(word.text) : looks_like_value(word.text);
      });
    };
    // Every page stands for itself.
    for (std::size_t first = 0; first < lines_.size();) {
      std::size_t last = first;
      std::vector<const std::vector<Word>*> page;
      while (last < lines_.size() && lines_[last].page == lines_[first].page) page.push_back(&lines_[last++].words);
      // Measured places do not shift against the header: it is followed at once, not by order first.
      ColumnCosts following = cost;
      if (sheet_.measured) following.main_line = nullptr;
      if (const auto own = page_columns_.find(lines_[first].page);
          own != page_columns_.end() && own->second.size() == band_.columns.size())
        bands = bands_of(own->second);
      bands = refined_bands(page, bands, following);
      const std::size_t page_labels = labels_.size();
      for (; first < last; ++first) place_line(lines_[first], bands, cost);
      // All pages' labels are parsed as one; their places are those of their own page.
      shift_labels(page_labels, bands);
    }
  }

  // Bands of labels differ from page to page; pieces are moved to where the first page has them.
  void shift_labels(std::size_t from, const std::vector<Band>& bands) {
    const auto band_of = [&](Label label) {
      const int at = band_.index(label);
      return at < 0 ? bands[0] : bands[static_cast<std::size_t>(at) + 1];
    };
    if (!places_.known) {
      places_.known = true;
      places_.side = bands[0];
      places_.first = band_of(Label::IndicatorL1);
      places_.second = band_of(Label::IndicatorL2);
      places_.has_first = band_.column(Label::IndicatorL1) != nullptr;
      places_.has_second = band_.column(Label::IndicatorL2) != nullptr;
      return;
    }
    const float before = (places_.has_second ? places_.second : places_.first).left;
    const float now = (places_.has_second ? band_of(Label::IndicatorL2) : band_of(Label::IndicatorL1)).left;
    for (std::size_t i = from; i < labels_.size(); ++i) {
      labels_[i].left += before - now;
      labels_[i].right += before - now;
    }
  }

  void place_line(const Line& line, const std::vector<Band>& bands, const ColumnCosts& cost) {
    blank_ = blank_ || line.after_blank;
    BodyLine body;
    body.after_blank = blank_;
    body.cells.resize(band_.columns.size());
    body.y = line.y;
    body.where = line.where();
    const std::vector<int> columns = assign_columns(line.words, bands, cost);
    bool filled = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto column = static_cast<std::size_t>(std::max(0, columns[i] - 1));
      const Label label = columns[i] < 1 ? Label::None : band_.columns[column].label;
      if (columns[i] < 1 || label == Label::IndicatorL1 || label == Label::IndicatorL2) {
        const Word& word = line.words[i];
        labels_.push_back(
            {word.text, word.left, word.right, line.y, static_cast<int>(&line - lines_.data()), line.where()});
        continue;
      }
      std::string& cell = body.cells[column];
      if (!cell.empty()) cell.push_back(' ');
      cell += line.words[i].text;
      filled = true;
    }
    if (!filled) return;
    body_.push_back(std::move(body));
    blank_ = false;
  }

  void build() {
    const std::vector<RowRange> ranges = partition_rows(body_, kinds_);
    if (ranges.size() > kMostRows) return;
    std::vector<GroupedRow> rows;
    std::vector<std::vector<FoundCell>> cells;
    for (const RowRange& range : ranges) {
      GroupedRow row;
      row.top = body_[range.first].y;
      row.bottom = body_[range.last - 1].y;
      std::vector<FoundCell> found;
      for (std::size_t c = 0; c < band_.columns.size(); ++c) {
        FoundCell cell;
        cell.label = band_.columns[c].label;
        // Numbers stand on one line, whatever else is cut off or joined to it.
        cell.confidence = range.doubtful && kinds_[c] != CellKind::Single ? kDoubtful : kSure;
        for (std::size_t i = range.first; i < range.last; ++i) {
          if (body_[i].cells[c].empty()) continue;
          if (cell.text.empty())
            cell.where = body_[i].where;
          else
            cell.text.push_back('\n');
          cell.text += body_[i].cells[c];
        }
        if (cell.text.empty()) continue;
        if (cell.label == Label::IndicatorL3) row.name = joined_lines(cell.text);
        if (cell.label == Label::IndicatorTarget) row.target = joined_lines(cell.text);
        if (cell.label == Label::IndicatorWeight) row.weight = parse_number(cell.text);
        found.push_back(std::move(cell));
      }
      rows.push_back(std::move(row));
      cells.push_back(std::move(found));
    }
    for (std::size_t c = 0; c < band_.columns.size(); ++c) {
      if (band_.columns[c].label == Label::IndicatorNote) doubt_notes(rows_run_together(body_, ranges, c), cells);
    }
    give_back_rests(cells);
    doubt_broken_texts(cells, vocabulary_);
    group(rows, cells);
    IndicatorColumns columns;
    columns.l1 = band_.column(Label::IndicatorL1) != nullptr || !captions_.empty();
    columns.l2 = band_.column(Label::IndicatorL2) != nullptr && places_.has_second;
    columns.l1 = columns.l1 || places_.has_first;
    if (!columns.l2 &&
        std::any_of(cells.begin(), cells.end(), [](const auto& row) { return has_cell(row, Label::IndicatorL2); })) {
      columns.l1 = !captions_.empty();
      columns.l2 = true;
    }
    columns.target = band_.column(Label::IndicatorTarget) != nullptr;
    columns.actual = band_.column(Label::IndicatorActual) != nullptr;
    columns.weight = band_.column(Label::IndicatorWeight) != nullptr;
    columns.score = band_.column(Label::IndicatorScore) != nullptr;
    columns.note = band_.column(Label::IndicatorNote) != nullptr;
    columns.unit = band_.column(Label::IndicatorUnit) != nullptr;
    for (std::size_t i = 0; i < cells.size(); ++i)
      form_.indicators.push_back(indicator_of(cells[i], columns, body_[ranges[i].first].where));
  }

  void group(std::vector<GroupedRow>& rows, std::vector<std::vector<FoundCell>>& cells) {
    PlaceTrust trust;
    trust.near = 0.4;
    settle_levels();
    const LabelColumns parsed = parse_label_columns(labels_, places_, vocabulary_);
    const std::vector<GroupLabel>& seconds = parsed.second;
    const std::vector<GroupLabel>& firsts = parsed.first;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const GroupLabel* caption = nullptr;
      for (const GroupLabel& label : captions_) {
        if (label.y() < rows[i].top) caption = &label;
      }
      if (caption) add_label(cells[i], Label::IndicatorL1, *caption, false);
    }
    // Where labels are those of the lists, another one is a name gone astray.
    const auto unknown = [](const GroupLabel& label) {
      return label.level2 == Level2::Unknown && label.level1 == Level1::Unknown;
    };
    const auto strange = static_cast<std::size_t>(std::count_if(seconds.begin(), seconds.end(), unknown));
    const bool known = strange * 2 < seconds.size();
    // … and one that only ends like them took something along.
    const auto whole = [this](const GroupLabel& label) { return vocabulary_.is_level_name(label.text); };
    const bool named =
        static_cast<std::size_t>(std::count_if(seconds.begin(), seconds.end(), whole)) * 5 >= seconds.size() * 3;
    const Grouping by_second = group_by_second_level(seconds, rows, vocabulary_, trust);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int label = by_second.label_of_row[i];
      if (label < 0) continue;
      rows[i].level2 = seconds[static_cast<std::size_t>(label)].level2;
      rows[i].level1 = parent_of(rows[i].level2);
      const GroupLabel& second = seconds[static_cast<std::size_t>(label)];
      const bool astray = (known && unknown(second)) || (named && !whole(second));
      for (FoundCell& cell : cells[i]) {
        if (astray && cell.label == Label::IndicatorL3) cell.confidence = kDoubtful;
      }
      add_label(cells[i], Label::IndicatorL2, second, by_second.doubtful[i] || astray);
    }
    // 成本 as a first level of its own takes 经济成本 and the like; older forms print it under output.
    const Grouping by_first = group_by_first_level(firsts, rows, trust);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int label = by_first.label_of_row[i];
      if (label >= 0)
        add_label(cells[i], Label::IndicatorL1, firsts[static_cast<std::size_t>(label)], by_first.doubtful[i]);
    }
  }

  static bool has_cell(const std::vector<FoundCell>& row, Label label) {
    return std::any_of(row.begin(), row.end(), [label](const FoundCell& cell) { return cell.label == label; });
  }

  // 指标类型 may hold second levels only, and 指标类别 first ones: its place is theirs.
  void settle_levels() {
    if (places_.has_second && places_.has_first) return;
    int firsts = 0, seconds = 0;
    for (const LabelPiece& piece : labels_) {
      const bool first = vocabulary_.level1(piece.text) != Level1::Unknown;
      const bool second = vocabulary_.level2(piece.text) != Level2::Unknown;
      firsts += first && !second;
      seconds += second && !first;
    }
    if (places_.has_second ? firsts <= seconds : seconds <= firsts) return;
    std::swap(places_.first, places_.second);
    std::swap(places_.has_first, places_.has_second);
  }

  static void add_label(std::vector<FoundCell>& cells, Label kind, const GroupLabel& label, bool doubtful) {
    FoundCell cell;
    cell.label = kind;
    cell.text = label.text;
    cell.where = label.where;
    const std::string key = key_of(label.text);
    // A bracket of a label holds points.
    const std::size_t open = key.find('(');
    const bool whole = std::count(key.begin(), key.end(), '(') == std::count(key.begin(), key.end(), ')') &&
                       (open == std::string::npos || key.find_first_of("0123456789", open) != std::string::npos);
    cell.confidence = doubtful || !whole ? kDoubtful : kSure;
    cells.push_back(std::move(cell));
  }

  const Sheet& sheet_;
  HeaderBand band_;
  std::size_t last_;
  const Vocabulary& vocabulary_;
  Form& form_;
  std::vector<Line> lines_;
  std::map<int, std::vector<Column>> page_columns_;  // of headers repeated on later pages
  std::vector<BodyLine> body_;
  std::vector<CellKind> kinds_;
  bool blank_ = false;  // an empty line since the last line of the body
  std::vector<LabelPiece> labels_;
  std::vector<GroupLabel> captions_;  // first levels printed alone above their rows
  LabelPlaces places_;
  Traits traits_;
};

}  // namespace

std::size_t read_layout_indicators(const Sheet& sheet, const HeaderBand& band, std::size_t last,
                                   const Vocabulary& vocabulary, Form& form) {
  if (band.columns.empty()) return band.last;
  return Reader(sheet, band, last, vocabulary, form).read();
}

}  // namespace jiheng::segmenter
