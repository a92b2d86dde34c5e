#include "reading/segmenter/funds.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/columns.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.9F;
constexpr std::size_t kMostRows = 40;

struct RowLabel {
  std::string text;
  float top = 0, bottom = 0;
  Location where;
  Label label = Label::None;
};

struct Piece {
  std::string text;
  float y = 0;
  Location where;
};

struct ValueLine {
  std::vector<std::string> cells;
  float y = 0;
  Location where;
  bool weighted = false;  // has a number below 分值: the total's line
};

// "（万元）", "（10分）", whole or broken at a space: additions to a label.
bool is_addition(std::string_view text) {
  const std::string key = key_of(text);
  if (starts_with(key, "(") && ends_with(key, ")")) return true;
  return key == "分)" || (starts_with(key, "(") && length(key) <= 4);
}

bool is_amount(std::string_view text) {
  if (is_number(text) || is_percent(text) || is_dash(text)) return true;
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

// Pieces of row labels (其中：当|年财政拨|款) → labels, by vocabulary.
std::vector<RowLabel> row_labels(const std::vector<Piece>& pieces, const Vocabulary& vocabulary) {
  const std::size_t n = pieces.size();
  const auto cost_of = [&](std::size_t first, std::size_t last, RowLabel& label) {
    label = {};
    double cost = 0;
    for (std::size_t i = first; i < last; ++i) {
      label.text += pieces[i].text;
      if (i > first) cost += 0.4 * std::max(0.0, static_cast<double>(pieces[i].y - pieces[i - 1].y) - 1.5);
    }
    label.top = pieces[first].y;
    label.bottom = pieces[last - 1].y;
    label.where = pieces[first].where;
    const auto known = vocabulary.label(Part::FundsRows, label.text);
    label.label = known.value_or(Label::None);
    return cost + (known ? 0.6 : 3.0 + 0.5 * static_cast<double>(last - first));
  };
  std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> from(n + 1, 0);
  best[0] = 0;
  RowLabel label;
  for (std::size_t end = 1; end <= n; ++end) {
    for (std::size_t size = 1; size <= std::min<std::size_t>(6, end); ++size) {
      const double cost = best[end - size] + cost_of(end - size, end, label);
      if (cost < best[end]) best[end] = cost, from[end] = end - size;
    }
  }
  std::vector<RowLabel> labels;
  for (std::size_t end = n; end > 0; end = from[end]) {
    cost_of(from[end], end, label);
    labels.push_back(label);
  }
  std::reverse(labels.begin(), labels.end());
  return labels;
}

// A cell broken over two lines: "100.0" and "0%".
bool continues(std::string_view above, std::string_view below) {
  if (above.empty() || below.empty() || is_dash(above) || is_dash(below)) return false;
  if (key_of(below) == "%") return true;
  return !contains(above, "%") && contains(above, ".") && contains(below, "%") && length(below) <= 3;
}

// Each line of values → the row label it belongs to; order kept, one line a label.
std::vector<int> match_lines(const std::vector<ValueLine>& values, const std::vector<RowLabel>& labels) {
  const std::size_t n = values.size(), m = labels.size();
  constexpr double kNever = std::numeric_limits<double>::infinity();
  std::vector<std::vector<double>> best(n + 1, std::vector<double>(m + 1, kNever));
  std::vector<std::vector<int>> step(n + 1, std::vector<int>(m + 1, 0));
  best[0][0] = 0;
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) {
      if (best[i][j] == kNever) continue;
      const auto relax = [&](std::size_t a, std::size_t b, double cost, int how) {
        if (best[i][j] + cost < best[a][b]) best[a][b] = best[i][j] + cost, step[a][b] = how;
      };
      if (j < m)
        relax(i, j + 1,
              labels[j].label == Label::FundsTotal   ? 4.0
              : labels[j].label == Label::FundsGrant ? 2.5
                                                     : 1.0,
              1);                          // a row without values
      if (i < n) relax(i + 1, j, 8.0, 2);  // values without a row
      if (i < n && j < m) {
        const double middle = static_cast<double>(labels[j].top + labels[j].bottom) / 2;
        double cost = std::abs(static_cast<double>(values[i].y) - middle);
        if (static_cast<double>(values[i].y) >= static_cast<double>(labels[j].top) && values[i].y <= labels[j].bottom)
          cost = std::min(cost, 0.5);
        if (values[i].weighted && labels[j].label != Label::FundsTotal && j > 0) cost += 2;
        relax(i + 1, j + 1, cost, 3);
      }
    }
  }
  std::vector<int> owner(n, -1);
  std::size_t i = n, j = m;
  while (i > 0 || j > 0) {
    const int how = step[i][j];
    if (how == 3)
      owner[--i] = static_cast<int>(--j);
    else if (how == 2)
      --i;
    else if (how == 1)
      --j;
    else
      break;
  }
  return owner;
}

// Words in front of the amount that only repeat a row or column name ("执行数 6.84").
std::string without_names(const std::string& cell, const Vocabulary& vocabulary) {
  std::string out;
  std::size_t at = 0;
  while (at < cell.size()) {
    const std::size_t space = std::min(cell.find(' ', at), cell.size());
    const std::string word = cell.substr(at, space - at);
    at = space + 1;
    const bool name = vocabulary.label(Part::FundsRows, word) || vocabulary.label(Part::FundsColumns, word);
    if (name && !is_amount(word)) continue;
    if (!out.empty()) out.push_back(' ');
    out += word;
  }
  return out;
}

std::vector<Label> labels_of_columns(const HeaderBand& band) {
  std::vector<Label> labels;
  for (const Column& column : band.columns) labels.push_back(column.label);
  return labels;
}

}  // namespace

FundsRow& add_funds_row(Form& form, FundsRowKind kind, std::string_view label, const Location& where,
                        const std::vector<Label>& columns) {
  std::string text = joined_lines(label);
  const std::string key = label_key(text);
  for (FundsRow& row : form.funds) {
    if (row.kind == kind && (kind != FundsRowKind::Regional || label_key(row.label) == key)) return row;
  }
  FundsRow row;
  row.kind = kind;
  static constexpr std::string_view kOfWhich = "其中";
  if (starts_with(text, kOfWhich)) {
    std::size_t at = kOfWhich.size();
    std::size_t next = at;
    if (at < text.size()) {
      const char32_t c = next_code_point(text, next);
      if (c == ':' || c == U'：') at = next;
    }
    text.erase(0, at);
  }
  row.label = text;
  row.where = where;
  for (const Label column : columns) {
    if (column == Label::FundsInitial) row.initial.exists = true;
    if (column == Label::FundsAdjusted) row.adjusted.exists = true;
    if (column == Label::FundsExecuted) row.executed.exists = true;
    if (column == Label::FundsWeight) row.weight.exists = true;
    if (column == Label::FundsRate) row.rate.exists = true;
    if (column == Label::FundsScore) row.score.exists = true;
  }
  form.funds.push_back(std::move(row));
  return form.funds.back();
}

void set_funds_value(FundsRow& row, Label column, const std::string& text, const Location& where, float confidence) {
  visit_funds_cell(row, column, [&](auto& field) { field = std::decay_t<decltype(field)>(text, where, confidence); });
}

void read_layout_funds(const Sheet& sheet, const HeaderBand& band, std::size_t first, std::size_t last,
                       const Vocabulary& vocabulary, Form& form) {
  // Column 0: names of rows; then the header's columns.
  std::vector<Band> bands;
  float names_left = 0;
  std::size_t first_value = 0;
  while (first_value < band.columns.size() &&
         (band.columns[first_value].label == Label::FundsOtherColumn || band.columns[first_value].label == Label::None))
    ++first_value;
  if (first_value >= band.columns.size()) first_value = 0;
  std::vector<Column> columns(band.columns.begin() + static_cast<std::ptrdiff_t>(first_value), band.columns.end());
  bands.push_back({names_left, std::max(1.0F, columns.front().left - 2)});
  for (const Column& column : columns) bands.push_back({column.left, column.right});
  ColumnCosts cost;
  cost.join = [](const Word& before, const Word& word, std::size_t column) {
    if (column == 0) return 0.0;
    return is_amount(before.text) && is_amount(word.text) ? 10.0 : 1.0;
  };
  cost.kind = [&](const Word& word, std::size_t column) {
    const bool amount = is_amount(word.text);
    if (column == 0) return amount ? 14.0 : -2.0;
    const bool name = vocabulary.label(Part::FundsRows, word.text).has_value();
    if (name) return 9.0;
    switch (columns[column - 1].label) {
      case Label::FundsRate: return is_percent(word.text) ? -2.0 : amount || key_of(word.text) == "%" ? 0.5 : 6.0;
      case Label::FundsWeight:
      case Label::FundsScore: {
        const auto number = parse_number(word.text);
        if (number && *number > Decimal(100)) return 8.0;
        return is_percent(word.text) ? 5.0 : amount ? 0.0 : 7.0;
      }
      case Label::FundsInitial:
      case Label::FundsAdjusted:
      case Label::FundsExecuted: return is_percent(word.text) ? 6.0 : amount ? 0.0 : 8.0;
      default: return amount ? 3.0 : 0.0;
    }
  };
  std::vector<Line> lines;
  for (std::size_t i = first; i < last; ++i) {
    Line line = sheet.lines[i];
    bool amount_seen = false;
    std::erase_if(line.words, [&](const Word& word) {
      if (is_addition(word.text)) return true;
      // 执行数 between two amounts repeats its column's name.
      if (is_amount(word.text))
        amount_seen = true;
      else if (amount_seen &&
               (vocabulary.label(Part::FundsColumns, word.text) || vocabulary.label(Part::FundsRows, word.text)))
        return true;
      const bool row = vocabulary.is_piece(Part::FundsRows, word.text);
      const bool section = vocabulary.is_piece(Part::Sections, word.text) && !is_amount(word.text);
      const bool whole_row = vocabulary.label(Part::FundsRows, word.text).has_value();
      const bool whole_section = vocabulary.label(Part::Sections, word.text) == Label::FundsSection;
      const bool at_side = &word == &line.words.front();
      // A section's name beside the rows; the piece of a row's name stands further right.
      return at_side && !whole_row && (whole_section || (section && !row));
    });
    if (!line.words.empty()) lines.push_back(std::move(line));
  }
  // A percent sign broken off its number stands below it.
  for (std::size_t i = 1; i < lines.size(); ++i) {
    for (std::size_t w = 0; w < lines[i].words.size(); ++w) {
      const Word sign = lines[i].words[w];
      if (key_of(sign.text) != "%") continue;
      for (std::size_t k = i; k > 0 && lines[i].y - lines[k - 1].y < 2.6F; --k) {
        auto& above = lines[k - 1].words;
        const auto number = std::find_if(above.begin(), above.end(), [&sign](const Word& word) {
          return is_number(word.text) && std::abs(word.center() - sign.center()) < 5 && contains(word.text, ".");
        });
        if (number == above.end()) continue;
        number->text += "%";
        lines[i].words.erase(lines[i].words.begin() + static_cast<std::ptrdiff_t>(w));
        break;
      }
      break;
    }
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
  std::vector<const std::vector<Word>*> all;
  for (const Line& line : lines) all.push_back(&line.words);
  cost.skip.assign(bands.size(), 0.6);
  cost.skip[0] = 0;
  const std::size_t full = columns.size();
  cost.main_line = [full](const std::vector<Word>& words) {
    const auto amounts =
        std::count_if(words.begin(), words.end(), [](const Word& word) { return is_amount(word.text); });
    return static_cast<std::size_t>(amounts) + 1 >= full;
  };
  bands = refined_bands(all, bands, cost);
  std::vector<Piece> pieces;
  std::vector<ValueLine> values;
  for (const Line& line : lines) {
    const std::vector<int> assigned = assign_columns(line.words, bands, cost);
    ValueLine value{std::vector<std::string>(columns.size()), line.y, line.where(), false};
    std::string name;
    bool filled = false;
    for (std::size_t i = 0; i < assigned.size(); ++i) {
      if (assigned[i] <= 0) {
        name += line.words[i].text;
        continue;
      }
      std::string& cell = value.cells[static_cast<std::size_t>(assigned[i] - 1)];
      if (!cell.empty()) cell.push_back(' ');
      cell += line.words[i].text;
    }
    for (std::string& cell : value.cells) {
      cell = without_names(cell, vocabulary);
      filled = filled || !cell.empty();
    }
    if (!name.empty()) pieces.push_back({name, line.y, line.where()});
    if (!filled) continue;
    // The rest of a cell above?
    bool rest = !values.empty();
    for (std::size_t c = 0; c < value.cells.size() && rest; ++c) {
      if (!value.cells[c].empty() && !continues(values.back().cells[c], value.cells[c])) rest = false;
    }
    if (rest) {
      for (std::size_t c = 0; c < value.cells.size(); ++c) values.back().cells[c] += value.cells[c];
    } else {
      values.push_back(std::move(value));
    }
  }
  for (ValueLine& line : values) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].label == Label::FundsWeight && is_number(line.cells[c])) line.weighted = true;
    }
  }
  // The total's cells on two lines: where one has what the other lacks, they are one row.
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    ValueLine &a = values[i], &b = values[i + 1];
    if (b.y - a.y > 1.5F || a.weighted == b.weighted) continue;
    bool apart = true;
    for (std::size_t c = 0; c < columns.size(); ++c) apart = apart && (a.cells[c].empty() || b.cells[c].empty());
    if (!apart) continue;
    for (std::size_t c = 0; c < columns.size(); ++c) a.cells[c] += b.cells[c];
    a.weighted = true;
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(i + 1));
    break;
  }
  // Notes beside the table are no rows of values.
  std::erase_if(values, [&](const ValueLine& line) {
    for (std::size_t c = 0; c < line.cells.size(); ++c) {
      if (columns[c].label != Label::FundsOtherColumn && columns[c].label != Label::None && !line.cells[c].empty())
        return false;
    }
    return true;
  });
  std::vector<RowLabel> labels = row_labels(pieces, vocabulary);
  std::erase_if(labels, [](const RowLabel& label) { return label.label == Label::None; });
  // A row named a second time belongs to what follows the table.
  for (std::size_t i = 1; i < labels.size(); ++i) {
    const auto same = [&labels, i](const RowLabel& label) { return label.label == labels[i].label; };
    const auto end = labels.begin() + static_cast<std::ptrdiff_t>(i);
    if (labels[i].label == Label::FundsRegional || std::none_of(labels.begin(), end, same)) continue;
    const float y = labels[i].top - 0.5F;
    std::erase_if(values, [y](const ValueLine& line) { return line.y >= y; });
    labels.erase(end, labels.end());
    break;
  }
  if (labels.empty() && !values.empty()) {
    RowLabel whole;
    whole.label = Label::FundsTotal;
    whole.top = whole.bottom = values.front().y;
    whole.where = values.front().where;
    labels.push_back(whole);
  }
  if (labels.size() > kMostRows || values.size() > kMostRows) return;
  std::vector<Label> column_labels = labels_of_columns(band);
  for (const RowLabel& label : labels) {
    if (const auto kind = funds_row_kind(label.label))
      add_funds_row(form, *kind, label.text, label.where, column_labels);
  }
  const std::vector<int> owner = match_lines(values, labels);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (owner[i] < 0) continue;
    const RowLabel& label = labels[static_cast<std::size_t>(owner[i])];
    const auto kind = funds_row_kind(label.label);
    if (!kind) continue;
    FundsRow& row = add_funds_row(form, *kind, label.text, label.where, column_labels);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!values[i].cells[c].empty())
        set_funds_value(row, columns[c].label, values[i].cells[c], values[i].where, kSure);
    }
  }
}

void complete_declared_funds(Form& form) {
  if (form.kind != FormKind::TargetDeclaration) return;
  const auto has_initial = [](const FundsRow& row) { return row.initial.exists; };
  if (std::any_of(form.funds.begin(), form.funds.end(), has_initial)) return;
  for (FundsRow& row : form.funds) std::swap(row.initial, row.adjusted);
}

void read_funds_pairs(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form) {
  float project_left = -1, year_left = -1;
  for (std::size_t i = first; i < last; ++i) {
    const Line& line = sheet.lines[i];
    for (std::size_t w = 0; w < line.words.size(); ++w) {
      const auto label = vocabulary.label(Part::FundsRows, line.words[w].text);
      if (!label || is_amount(line.words[w].text)) continue;
      auto kind = funds_row_kind(*label);
      if (!kind) continue;
      std::string value;
      if (w + 1 < line.words.size() && is_amount(line.words[w + 1].text)) value = line.words[w + 1].text;
      const float left = line.words[w].left;
      if (*kind == FundsRowKind::ProjectTotal) project_left = line.words[w].center();
      if (*kind == FundsRowKind::Total) year_left = line.words[w].center();
      // Left half: money of the whole project; right half: of the year.
      const bool of_project = project_left >= 0 && (year_left < 0 || std::abs(line.words[w].center() - project_left) <
                                                                         std::abs(line.words[w].center() - year_left));
      if (of_project && *kind == FundsRowKind::CurrentYearGrant) kind = FundsRowKind::ProjectGrant;
      if (of_project && *kind == FundsRowKind::Other) kind = FundsRowKind::ProjectOther;
      (void)left;
      FundsRow& row = add_funds_row(form, *kind, line.words[w].text, line.where(), {Label::FundsInitial});
      if (!value.empty() && row.initial.printed.empty())
        set_funds_value(row, Label::FundsInitial, value, line.where(), kSure);
    }
  }
}

}  // namespace jiheng::segmenter
