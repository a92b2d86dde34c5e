#include "reading/segmenter/layout_indicators.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/columns.h"
#include "reading/segmenter/groups.h"
#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/label_columns.h"
#include "reading/segmenter/rows.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostRows = 400;
constexpr float kSure = 0.9F, kDoubtful = 0.6F;

CellKind kind_of(Label label) {
  switch (label) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore:
    case Label::IndicatorProperty: return CellKind::Single;
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
    case Label::IndicatorUnit: return CellKind::Value;
    case Label::IndicatorL3: return CellKind::Name;
    default: return CellKind::Text;
  }
}

bool begins_with_sign(std::string_view text) {
  const std::string key = key_of(text);
  return starts_with(key, "≥") || starts_with(key, "≤") || starts_with(key, "=") || starts_with(key, ">") ||
         starts_with(key, "<");
}

bool is_han_word(std::string_view text) {
  std::size_t at = 0;
  return length(text) >= 2 && is_han(next_code_point(text, at));
}

// Columns of a target that is split over several.
struct Traits {
  bool property = false, unit = false;
};

// "指标1：…": a name, wherever it stands.
bool starts_template_line(std::string_view text) {
  const std::string key = key_of(text);
  return starts_with(key, "指标") && key.size() > 6 && key[6] >= '0' && key[6] <= '9';
}

double kind_cost(const Word& word, Label label, const Traits& traits, const Vocabulary& vocabulary) {
  const std::string& text = word.text;
  const bool number = is_number(text);
  switch (label) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore: return number || is_dash(text) ? 0 : 9;
    case Label::IndicatorProperty:
      return is_comparison(text) || is_dash(text) ? -2 : contains(text, "定") || contains(text, "向") ? 0 : 7;
    case Label::IndicatorUnit:
      return number || is_comparison(text) ? 8 : looks_like_value(text) ? 3 : length(text) <= 3 ? -1 : 0;
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
      if (traits.unit && key_of(text) == "%") return 4;
      if (traits.unit && length(text) <= 2 && !looks_like_value(text) && !vocabulary.is_level_word(text)) return 2;
      if (starts_template_line(text)) return 5;
      if (traits.property && is_comparison(text)) return 5;
      if (number) return label == Label::IndicatorTarget && traits.unit ? 0.0 : 0.3;
      return is_comparison(text) && text != "定性" ? 1 : 0;
    case Label::IndicatorL1:
      if (looks_like_value(text) && !vocabulary.is_level_piece(text)) return 9;
      if (vocabulary.level2(text) != Level2::Unknown && vocabulary.level1(text) == Level1::Unknown) return 3;
      if (length(text) == 1) return -0.3;
      if (!contains(text, "指") && !contains(text, "标") && vocabulary.level1(text) != Level1::Unknown) return 0;  // 投入管理 is either
      return vocabulary.is_level_piece(text) ? -1.5 : 1.5;
    case Label::IndicatorL2:
      if (looks_like_value(text) && !vocabulary.is_level_piece(text)) return 9;
      if (vocabulary.level1(text) != Level1::Unknown && vocabulary.level2(text) == Level2::Unknown) return contains(text, "指标") ? 3 : 0;
      if (text == "标" || text == "指标") return text == "标" ? -0.5 : -1.5;
      if (length(text) <= 3 && !contains(text, "指") && vocabulary.level2(text) != Level2::Unknown) return 0.5;  // 数量 may end a name
      // 居民满意度 is a name; 服务对象满意度 the label of such names.
      if (!contains(text, "标") && !contains(text, "对象") && vocabulary.level2(text) == Level2::ServiceSatisfaction) return 1.0;
      // Text set upright, one character a line, is a first level.
      if (length(text) == 1) return 1.0;
      return vocabulary.is_level_piece(text) ? -1.5 : 2.5;
    case Label::IndicatorL3:
      if (begins_with_sign(text) || is_percent(text)) return 6;
      if (number) return 4;
      if (text == "标" || text == "指标") return 3;
      if (length(text) <= 4 && vocabulary.is_level_word(text)) return 2.5;
      return vocabulary.level2(text) != Level2::Unknown && ends_with(text, "指标") ? 5 : 0;
    case Label::IndicatorNote: return number || is_percent(text) ? 8 : 0;
    default: return 0;
  }
}

bool is_single(Label label) {
  return label == Label::IndicatorWeight || label == Label::IndicatorScore || label == Label::IndicatorProperty;
}

// Two words in one cell: a number and its unit, words of a name; not two values.
double join_cost(const Word& before, const Word& word, Label label, const Traits& traits, const Vocabulary& vocabulary) {
  if (is_single(label)) return 10;
  const bool value = looks_like_value(word.text), value_before = looks_like_value(before.text);
  switch (label) {
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
      if (is_comparison(before.text) && value) return traits.property ? 6 : 0;
      if (traits.unit && label == Label::IndicatorTarget && value_before && !value) return 3;
      if (value && value_before) return 8;
      if (!value_before && value && is_han_word(before.text)) return begins_with_sign(word.text) ? 5 : 2;
      if (!value && !value_before && is_han_word(before.text) && is_han_word(word.text)) return 3;
      return 0;
    case Label::IndicatorUnit: return 4;
    case Label::IndicatorL1:
    case Label::IndicatorL2:
      return ends_with(word.text, "指标") && vocabulary.is_level_piece(word.text) && length(word.text) > 2 ? 4 : 1;
    case Label::IndicatorL3: return begins_with_sign(word.text) ? 4 : 0;
    default: return 0;
  }
}

// The words of a line, names of levels that were printed without a space between them split.
std::vector<Word> split_words(const Line& line, const Vocabulary& vocabulary) {
  std::vector<Word> words;
  for (const Word& word : line.words) {
    const std::string before = words.empty() ? std::string() : key_of(words.back().text);
    const bool asks = before == "不少于" || before == "不低于" || before == "不超过" || before == "不高于" || before == "大于" || before == "小于";
    const bool number = !word.text.empty() && word.text.front() >= '0' && word.text.front() <= '9';
    if (!words.empty() && (words.back().text == "指标" || asks) && number && word.gap < 1.9F) {
      words.back().text += " " + word.text;  // 指标 1:… begins a name
      words.back().right = word.right;
      continue;
    }
    const std::vector<std::string> parts = vocabulary.level_names_in(word.text);
    if (parts.size() < 2) {
      words.push_back(word);
      continue;
    }
    float left = word.left, gap = word.gap;
    for (const std::string& part : parts) {
      Word piece;
      piece.text = part;
      piece.left = left;
      piece.right = left + static_cast<float>(length(part));
      piece.gap = gap;
      left = piece.right;
      gap = 1;
      words.push_back(piece);
    }
  }
  return words;
}

class Reader {
 public:
  Reader(const Sheet& sheet, const HeaderBand& band, std::size_t last, const Vocabulary& vocabulary, Form& form)
      : sheet_(sheet), band_(band), last_(last), vocabulary_(vocabulary), form_(form) {}

  std::size_t read() {
    const std::size_t end = collect();
    place();
    straighten(body_, kinds_);
    build();
    return end;
  }

 private:
  // Lines of the table's body; stops at the total row, at remarks, at a text that is no table.
  std::size_t collect() {
    std::size_t at = band_.last;
    for (; at < last_; ++at) {
      const Line& line = sheet_.lines[at];
      if (names_columns(line, Part::IndicatorColumns, vocabulary_)) {
        // The header repeated on a new page: passed over with its other lines.
        if (const auto again =
                find_header_band(sheet_, at, std::min(at + 1, last_), Part::IndicatorColumns, vocabulary_, 3))
          continue;
      }
      if (closes(line)) return close(at);
      Line words = line;
      words.words = split_words(line, vocabulary_);
      lines_.push_back(std::move(words));
      if (lines_.size() >= 4000) break;
    }
    return at;
  }

  bool closes(const Line& line) const {
    const std::vector<Word> pieces = pieces_of(line);
    std::string start;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, line.words.size()); ++i) {
      start += line.words[i].text;
      if (vocabulary_.label(Part::Rows, start) == Label::TotalRow && label_key(start) == label_key(line.words[i].text))
        return true;
      if (vocabulary_.label(Part::Rows, start) == Label::TotalRow && i <= 1) return true;
    }
    for (std::size_t i = 0; i < pieces.size() && i < 2; ++i) {
      const auto label = vocabulary_.label(Part::Rows, pieces[i].text);
      if (label == Label::TotalRow) return true;
      if (label == Label::RemarkRow && i == 0 && !is_inside_row(line)) return true;
    }
    const std::string key = key_of(line.text);
    for (const std::string& start_word : vocabulary_.wording().remark_starts) {
      if (starts_with(key, key_of(start_word))) return true;
    }
    if (vocabulary_.wording().is_title(line.text)) return true;
    // Running text over the whole width.
    return pieces.size() == 1 && length(line.text) > 45;
  }

  // A line with numbers below weight or score belongs to the table even if it begins like a remark.
  bool is_inside_row(const Line& line) const {
    return std::count_if(line.words.begin(), line.words.end(), [](const Word& w) { return is_number(w.text); }) >= 2;
  }

  // The total row and what follows it directly.
  std::size_t close(std::size_t at) {
    for (std::size_t i = at; i < std::min(at + 4, last_); ++i) {
      const Line& line = sheet_.lines[i];
      const bool total = std::any_of(line.words.begin(), line.words.end(), [&](const Word& w) {
        return vocabulary_.label(Part::Rows, w.text) == Label::TotalRow || key_of(w.text) == "分";
      });
      if (!total) continue;
      std::vector<const Word*> numbers;
      for (const Word& word : line.words) {
        if (is_number(word.text))
          numbers.push_back(&word);
        else if (!numbers.empty() && vocabulary_.is_level_word(word.text))
          set_text(form_.grade, word.text, line);
      }
      const Column* weight = band_.column(Label::IndicatorWeight);
      const Column* score = band_.column(Label::IndicatorScore);
      if (numbers.size() >= 2 && weight && score) {
        const bool swapped = weight->left > score->left;
        set_points(swapped ? form_.total_score : form_.total_weight, numbers[numbers.size() - 2]->text, line);
        set_points(swapped ? form_.total_weight : form_.total_score, numbers.back()->text, line);
      } else if (numbers.size() == 1) {
        const Word& number = *numbers.front();
        const bool is_weight = weight && (!score || std::abs(number.center() - weight->center()) <
                                                        std::abs(number.center() - score->center()));
        set_points(is_weight ? form_.total_weight : form_.total_score, number.text, line);
      }
      if (weight) form_.total_weight.exists = true;
      if (score) form_.total_score.exists = true;
      return i + 1;
    }
    return at;
  }

  template <class T>
  static void set_text(Field<T>& field, const std::string& text, const Line& line) {
    field = Field<T>(text, line.where(), kSure);
  }
  static void set_points(Field<Points>& field, const std::string& text, const Line& line) {
    set_text(field, text, line);
  }

  // Words → columns → body lines; pieces of first- and second-level labels aside.
  void place() {
    traits_.property = band_.column(Label::IndicatorProperty) != nullptr;
    traits_.unit = band_.column(Label::IndicatorUnit) != nullptr;
    std::vector<Band> bands;
    // Column 0 is the side of the table: 绩|效|指|标 and the like.
    const float table_left = band_.columns.front().left;
    bands.push_back({std::min(0.0F, table_left - 4), std::max(0.0F, table_left - 2)});
    for (const Column& column : band_.columns) bands.push_back({column.left, column.right});
    ColumnCosts cost;
    cost.join = [this](const Word& before, const Word& word, std::size_t column) {
      return column == 0 ? 1.0 : join_cost(before, word, band_.columns[column - 1].label, traits_, vocabulary_);
    };
    cost.kind = [this](const Word& word, std::size_t column) {
      if (column == 0) {
        // 绩效|指标 beside the table is no first level, though 指标 is a piece of one.
        const bool side = length(word.text) <= 2 || vocabulary_.label(Part::Sections, word.text) ||
                          vocabulary_.is_piece(Part::Sections, word.text) || starts_with(folded(word.text), "(");
        const bool left = word.right <= band_.columns.front().left + 1;
        return side && !is_number(word.text) ? (left ? (length(word.text) == 1 ? -1.0 : 0.0) : 1.5) : 12.0;
      }
      return kind_cost(word, band_.columns[column - 1].label, traits_, vocabulary_);
    };
    for (const Column& column : band_.columns) kinds_.push_back(kind_of(column.label));
    cost.skip.assign(bands.size(), 0);
    bool numbers = false;
    for (std::size_t c = 0; c < band_.columns.size(); ++c) {
      const Label label = band_.columns[c].label;
      const bool points = label == Label::IndicatorWeight || label == Label::IndicatorScore;
      numbers = numbers || points;
      if (points || label == Label::IndicatorTarget || label == Label::IndicatorActual) cost.skip[c + 1] = 1.5;
      cost.filled += cost.skip[c + 1] > 0 || label == Label::IndicatorL3;
      if (label == Label::IndicatorL3) cost.skip[c + 1] = 0.4;
      if (label == Label::IndicatorProperty || label == Label::IndicatorUnit) cost.skip[c + 1] = 0.6;
    }
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
      bands = refined_bands(page, bands, cost);
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
    BodyLine body;
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
        labels_.push_back({word.text, word.left, word.right, line.y, static_cast<int>(&line - lines_.data()), line.where()});
        continue;
      }
      std::string& cell = body.cells[column];
      if (!cell.empty()) cell.push_back(' ');
      cell += line.words[i].text;
      filled = true;
    }
    if (filled) body_.push_back(std::move(body));
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
        cell.confidence = range.doubtful ? kDoubtful : kSure;
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
    give_back_rests(cells);
    doubt_broken_texts(cells);
    group(rows, cells);
    IndicatorColumns columns;
    columns.l1 = band_.column(Label::IndicatorL1) != nullptr;
    columns.l2 = band_.column(Label::IndicatorL2) != nullptr;
    columns.target = band_.column(Label::IndicatorTarget) != nullptr;
    columns.actual = band_.column(Label::IndicatorActual) != nullptr;
    columns.weight = band_.column(Label::IndicatorWeight) != nullptr;
    columns.score = band_.column(Label::IndicatorScore) != nullptr;
    columns.note = band_.column(Label::IndicatorNote) != nullptr;
    columns.unit = band_.column(Label::IndicatorUnit) != nullptr;
    for (std::size_t i = 0; i < cells.size(); ++i)
      form_.indicators.push_back(indicator_of(cells[i], columns, body_[ranges[i].first].where));
  }

  // Two answers in words, the first as wide as its column: perhaps one text of several lines.
  void doubt_broken_texts(std::vector<std::vector<FoundCell>>& cells) const {
    for (const Label label : {Label::IndicatorTarget, Label::IndicatorActual}) {
      int full = 0;
      const auto text_of = [label](const std::vector<FoundCell>& row) -> const std::string* {
        for (const FoundCell& cell : row) {
          if (cell.label == label) return &cell.text;
        }
        return nullptr;
      };
      for (const auto& row : cells) {
        const std::string* text = text_of(row);
        if (text && !contains(*text, "\n")) full = std::max(full, display_width(*text));
      }
      const auto words = [this](const std::string* text) {
        return text && length(*text) > 2 && !looks_like_value(*text) && !vocabulary_.is_level_word(*text);
      };
      for (std::size_t r = 0; r + 1 < cells.size(); ++r) {
        const std::string *text = text_of(cells[r]), *next = text_of(cells[r + 1]);
        if (!words(text) || !words(next) || *text == *next || display_width(*text) + 3 < full || full < 10) continue;
        for (std::vector<FoundCell>* row : {&cells[r], &cells[r + 1]}) {
          for (FoundCell& cell : *row) {
            if (cell.label == label || cell.label == Label::IndicatorL3) cell.confidence = kDoubtful;
          }
        }
      }
    }
  }

  // The last character of a broken value (400元/人、|天) that came to stand in the next row's line.
  static void give_back_rests(std::vector<std::vector<FoundCell>>& cells) {
    const auto find = [](std::vector<FoundCell>& row, Label label) {
      return std::find_if(row.begin(), row.end(), [label](const FoundCell& cell) { return cell.label == label; });
    };
    for (std::size_t r = 1; r < cells.size(); ++r) {
      for (const Label label : {Label::IndicatorTarget, Label::IndicatorActual}) {
        const auto cell = find(cells[r], label);
        const auto above = find(cells[r - 1], label);
        if (cell == cells[r].end() || above == cells[r - 1].end() || !is_rest(cell->text)) continue;
        above->text += cell->text;
        above->confidence = kDoubtful;
        cells[r].erase(cell);
      }
    }
  }

  void group(std::vector<GroupedRow>& rows, std::vector<std::vector<FoundCell>>& cells) {
    const PlaceTrust trust;
    const LabelColumns parsed = parse_label_columns(labels_, places_, vocabulary_);
    const std::vector<GroupLabel>& seconds = parsed.second;
    const std::vector<GroupLabel>& firsts = parsed.first;
    const Grouping by_second = group_by_second_level(seconds, rows, vocabulary_, trust);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int label = by_second.label_of_row[i];
      if (label < 0) continue;
      rows[i].level2 = seconds[static_cast<std::size_t>(label)].level2;
      rows[i].level1 = parent_of(rows[i].level2);
      add_label(cells[i], Label::IndicatorL2, seconds[static_cast<std::size_t>(label)], by_second.doubtful[i]);
    }
    // 成本 as a first level of its own takes 经济成本 and the like; older forms print it under output.
    const Grouping by_first = group_by_first_level(firsts, rows, trust);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int label = by_first.label_of_row[i];
      if (label >= 0)
        add_label(cells[i], Label::IndicatorL1, firsts[static_cast<std::size_t>(label)], by_first.doubtful[i]);
    }
  }

  static void add_label(std::vector<FoundCell>& cells, Label kind, const GroupLabel& label, bool doubtful) {
    FoundCell cell;
    cell.label = kind;
    cell.text = label.text;
    cell.where = label.where;
    cell.confidence = doubtful ? kDoubtful : kSure;
    cells.push_back(std::move(cell));
  }

  const Sheet& sheet_;
  const HeaderBand& band_;
  std::size_t last_;
  const Vocabulary& vocabulary_;
  Form& form_;
  std::vector<Line> lines_;
  std::vector<BodyLine> body_;
  std::vector<CellKind> kinds_;
  std::vector<LabelPiece> labels_;
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
