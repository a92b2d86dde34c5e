#include "reading/segmenter/header_band.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "reading/segmenter/header_names.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostLines = 9;
constexpr std::size_t kMostTries = 80'000;
constexpr float kUmbrella = 20.0F;       // how far the first of the columns below one name may stand from it
constexpr std::size_t kLongestName = 8;  // characters of a column's name that only looks like one

bool is_level(Label label) {
  return label == Label::IndicatorL1 || label == Label::IndicatorL2 || label == Label::IndicatorL3;
}

bool is_key_column(Label label) {
  return is_level(label) || label == Label::FundsInitial || label == Label::FundsAdjusted ||
         label == Label::FundsExecuted;
}

// "（一）指标考核情况" alone on its line.
bool is_numbered(const Line& line) {
  return pieces_of(line).size() == 1 && without_numbering(line.text) != line.text;
}

bool all_pieces(const Line& line, Part part, const Vocabulary& vocabulary, float from) {
  if (is_caption(line, vocabulary) || is_numbered(line)) return false;
  std::size_t pieces = 0;
  for (const Word& word : line.words) {
    if (word.right <= from) continue;  // a label at the side
    const std::string key = label_key(word.text);
    const bool bracket = starts_with(folded(word.text), "(") || ends_with(folded(word.text), ")");
    // 财政复核 beside 年初指标值: a name by its parts.
    const bool like = line.words.size() > 1 && length(word.text) > 2 && length(word.text) <= kLongestName &&
                      vocabulary.label_like(part, word.text);
    if (!bracket && !like && !vocabulary.is_piece(part, word.text) && !(key.empty() && !is_dash(word.text)))
      return false;
    if (looks_like_value(word.text) && !bracket) return false;
    ++pieces;
  }
  return pieces > 0;
}

// Short words without values, sentences or names of levels: what a header may hold beside the names it knows.
bool is_header_like(const Line& line, const Vocabulary& vocabulary) {
  return !is_caption(line, vocabulary) && !is_numbered(line) &&
         std::none_of(line.words.begin(), line.words.end(), [&](const Word& word) {
           const std::string key = key_of(word.text);
           const bool bracket = starts_with(key, "(") || ends_with(key, ")");
           const bool level =
               vocabulary.level1(word.text) != Level1::Unknown || vocabulary.level2(word.text) != Level2::Unknown;
           const bool sentence =
               key.find_first_of(";!:") != std::string::npos || contains(key, "。") || contains(key, ",");
           return (!bracket && looks_like_value(word.text)) || (level && length(word.text) > 2) || sentence ||
                  length(word.text) > 12;
         });
}

// Names of columns stand on a header's line beside words that nobody knows. One short word tells nothing: 目标
// stands beside the goals as well.
bool names_some_columns(const Line& line, Part part, const Vocabulary& vocabulary) {
  if (!is_header_like(line, vocabulary)) return false;
  std::size_t known = 0;
  for (const Word& word : line.words) {
    if (vocabulary.label(Part::Goals, word.text)) return false;
    const std::size_t letters = length(word.text);
    if (letters > 1 && vocabulary.label(part, word.text))
      known += letters > 2 ? 2 : 1;
    else if (letters > 2 && vocabulary.label_like(part, word.text))
      ++known;
  }
  return known >= 2 || (known == 1 && line.words.size() == 1 && length(line.text) > 3);
}

// No value and no name of a level: such a line may belong to a header whose other half it mirrors.
bool may_name_columns(const Line& line, Part part, const Vocabulary& vocabulary, float from) {
  const auto known = std::count_if(line.words.begin(), line.words.end(), [&](const Word& word) {
    return word.right > from &&
           (vocabulary.is_piece(part, word.text) || vocabulary.label_like(part, word.text).has_value());
  });
  return line.words.size() >= 2 && known >= 1 && is_header_like(line, vocabulary);
}

// 得分 over 单位自评|部门复核|财政复核: the columns on both its sides stand below it.
bool stands_over(const Column& column, const std::vector<Column>& columns) {
  const Column *left = nullptr, *right = nullptr;
  for (const Column& other : columns) {
    if (other.center() < column.center() && (!left || other.center() > left->center())) left = &other;
    if (other.center() > column.center() && (!right || other.center() < right->center())) right = &other;
  }
  return left && right && left->line > column.line && right->line > column.line;
}

// Of two columns of one name: the upper one is an umbrella, on one line the wider word over the other.
bool is_umbrella(const Column& a, const Column& b, const std::vector<Column>& columns) {
  if (a.line != b.line) {
    const float apart = std::max(a.left, b.left) - std::min(a.right, b.right);
    return a.line < b.line && (apart <= 3 || (apart <= kUmbrella && stands_over(a, columns)));
  }
  const bool beside = std::min(a.right, b.right) - std::max(a.left, b.left) <= 0;
  return !(beside && a.label == Label::IndicatorTarget) && length(a.text) > length(b.text);
}

bool is_annual(std::string_view name) {
  return contains(name, "年度") || contains(name, "全年");
}

// 绩效标准 is the target where no other column is; beside one it explains.
void settle_standard(std::vector<Column>& columns) {
  const bool target = std::any_of(columns.begin(), columns.end(),
                                  [](const Column& column) { return column.label == Label::IndicatorTarget; });
  for (Column& column : columns) {
    if (column.label == Label::IndicatorStandard)
      column.label = target ? Label::IndicatorOther : Label::IndicatorTarget;
  }
}

// 实际 or 自评得: too little for a name where other words stand around it, enough where nothing else is called so.
void guess_unknown(std::vector<Column>& columns, const Vocabulary& vocabulary) {
  for (Column& column : columns) {
    if (column.label != Label::None || length(column.text) < 2) continue;
    auto label = vocabulary.label_like(Part::IndicatorColumns, column.text);
    if (!label) label = vocabulary.label_begun(Part::IndicatorColumns, column.text);
    const auto is_taken = [&label](const Column& other) { return other.label == *label; };
    if (!label || is_level(*label) || std::any_of(columns.begin(), columns.end(), is_taken)) continue;
    column.label = *label;
  }
}

// Words that no name took become columns of their own, so that what stands below them goes nowhere
// else; an umbrella over several columns (年度指标值 over 性质|值|单位) is dropped.
std::vector<Column> tidied(std::vector<Column> composed, const Vocabulary& vocabulary) {
  std::vector<Column> columns;
  float first_level = 1e9F;
  for (const Column& column : composed) {
    if (column.label == Label::IndicatorL1 || column.label == Label::IndicatorL2)
      first_level = std::min(first_level, column.right);
  }
  for (Column& column : composed) {
    // Pieces of a section's name at the side (总体|目标) head nothing.
    const bool piece = vocabulary.is_piece(Part::Sections, column.text);
    if (column.label == Label::None && (length(column.text) < 2 || piece)) continue;
    const bool before_names = column.label == Label::IndicatorTarget && piece && column.center() < first_level;
    if (before_names) continue;
    if (column.label == Label::None) {
      const auto covers = [&column](const Column& other) {
        return other.label != Label::None &&
               std::min(other.right, column.right) - std::max(other.left, column.left) > 0;
      };
      if (std::any_of(composed.begin(), composed.end(), covers)) continue;
    }
    columns.push_back(column);
  }
  std::stable_sort(columns.begin(), columns.end(),
                   [](const Column& a, const Column& b) { return a.center() < b.center(); });
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
      if (i == j || columns[i].label != columns[j].label || columns[i].label == Label::None) continue;
      if (columns[i].label == Label::IndicatorOther || columns[i].label == Label::FundsOtherColumn) continue;
      if (is_umbrella(columns[i], columns[j], columns)) {
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i));
        return tidied(std::move(columns), vocabulary);
      }
      // Targets of several periods side by side: the annual one is the form's.
      if (columns[i].label == Label::IndicatorTarget && !is_umbrella(columns[j], columns[i], columns) &&
          is_annual(columns[j].text) && !is_annual(columns[i].text)) {
        columns[i].label = Label::IndicatorOther;
      }
    }
  }
  return columns;
}

}  // namespace

const Column* HeaderBand::column(Label label) const {
  const int at = index(label);
  return at < 0 ? nullptr : &columns[static_cast<std::size_t>(at)];
}

int HeaderBand::index(Label label) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].label == label) return static_cast<int>(i);
  }
  return -1;
}

bool is_caption(const Line& line, const Vocabulary& vocabulary) {
  const std::string name = without_numbering(line.text);
  if (name == line.text && line.words.size() > 1 && pieces_of(line).size() > 1) return false;
  const bool section =
      vocabulary.label(Part::Sections, name).has_value() && !vocabulary.label(Part::IndicatorColumns, name);
  return section || vocabulary.level1(without_spaces(name)) != Level1::Unknown;
}

bool names_columns(const Line& line, Part part, const Vocabulary& vocabulary) {
  std::size_t whole = 0, keys = 0;
  for (const Word& word : line.words) {
    const auto label = vocabulary.label(part, word.text);
    if (!label) continue;
    ++whole;
    keys += is_key_column(*label);
  }
  return whole >= 2 && keys >= 1 && whole * 5 >= line.words.size() * 2;
}

std::optional<HeaderBand> find_header_band(const Sheet& sheet, std::size_t first, std::size_t last, Part part,
                                           const Vocabulary& vocabulary, std::size_t least) {
  std::size_t tries = kMostTries;
  for (std::size_t core = first; core < last; ++core) {
    if (!names_columns(sheet.lines[core], part, vocabulary)) continue;
    // The columns begin where the first whole name of the core stands, or a name of levels near it.
    float from = 1e9F;
    for (std::size_t i = core < first + 2 ? first : core - 2; i < std::min(core + 3, last); ++i) {
      for (const Word& word : sheet.lines[i].words) {
        const bool level = contains(word.text, "级") && length(word.text) <= 4 && vocabulary.is_piece(part, word.text);
        if (level || (i == core && vocabulary.label(part, word.text))) from = std::min(from, word.left);
      }
    }
    HeaderBand band;
    band.first = core;
    band.last = core + 1;
    const auto near = [&sheet](std::size_t a, std::size_t b) {
      return std::abs(sheet.lines[a].y - sheet.lines[b].y) <= 2.6F;
    };
    const auto above = [&] {
      return band.first > first && band.last - band.first < kMostLines && near(band.first - 1, band.first) &&
             (all_pieces(sheet.lines[band.first - 1], part, vocabulary, from) ||
              names_some_columns(sheet.lines[band.first - 1], part, vocabulary));
    };
    const auto below = [&] {
      return band.last < last && band.last - band.first < kMostLines && near(band.last, band.last - 1) &&
             (all_pieces(sheet.lines[band.last], part, vocabulary, from - 2) ||
              (sheet.lines[band.last].words.size() > 1 &&
               names_some_columns(sheet.lines[band.last], part, vocabulary)));
    };
    // 考核得 above, 分 below: the two pieces of one name, centred on the core.
    const auto parted = [&] {
      if (band.first != core || band.last != core + 1 || core == first || core + 1 >= last) return false;
      const std::vector<Word>&upper = sheet.lines[core - 1].words, &lower = sheet.lines[core + 1].words;
      if (upper.size() != 1 || lower.size() != 1 || !near(core - 1, core) || !near(core, core + 1)) return false;
      const bool stacked = upper[0].left < lower[0].right && lower[0].left < upper[0].right;
      return stacked && upper[0].left > from && is_header_like(sheet.lines[core - 1], vocabulary) &&
             vocabulary.label_like(part, upper[0].text + lower[0].text).has_value();
    };
    if (parted()) --band.first, ++band.last;
    // On both sides by turns, so that neither takes the lines of the other.
    for (bool up = true, down = true; up || down;) {
      up = up && above();
      if (up) --band.first;
      down = down && below();
      if (down) ++band.last;
    }
    // A header stands centred: as many lines above its core as below.
    const auto mirrored = [&](std::size_t i) {
      return near(i, core) && may_name_columns(sheet.lines[i], part, vocabulary, from);
    };
    while (core - band.first < band.last - 1 - core && band.first > first && mirrored(band.first - 1)) --band.first;
    const auto stray = [&](std::size_t i) {
      return sheet.lines[i].words.size() == 1 && length(sheet.lines[i].text) == 1;
    };
    while (core - band.first > band.last - 1 - core && stray(band.first)) ++band.first;
    while (core - band.first > band.last - 1 - core && band.last < last && mirrored(band.last)) ++band.last;
    std::vector<std::vector<Word>> lines;
    for (std::size_t i = band.first; i < band.last; ++i) {
      std::vector<Word> words;
      for (const Word& word : sheet.lines[i].words) {
        if ((i == core || word.right > from) && words.size() < kMostHeaderWords) words.push_back(word);
      }
      lines.push_back(std::move(words));
    }
    std::vector<Column> composed = compose_columns(std::move(lines), part, vocabulary, tries);
    settle_standard(composed);
    if (part == Part::IndicatorColumns) guess_unknown(composed, vocabulary);
    band.columns = tidied(std::move(composed), vocabulary);
    const auto known =
        std::count_if(band.columns.begin(), band.columns.end(), [](const Column& c) { return c.label != Label::None; });
    if (static_cast<std::size_t>(known) >= least) return band;
  }
  return std::nullopt;
}

}  // namespace jiheng::segmenter
