#include "reading/segmenter/stream_proof.h"

#include <algorithm>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/stream_costs.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostStrays = 1;                    // of a table that is sound
constexpr double kDearRow = 1.1, kDearTable = 5;          // dearer tables have columns that were not found
constexpr std::size_t kUnitWithin = 6;                    // items behind its number
constexpr std::size_t kLevelWord = 4, kShortestName = 3;  // characters

bool is_points(Label label) {
  return label == Label::IndicatorWeight || label == Label::IndicatorScore;
}

bool is_main(Label label) {
  return is_points(label) || label == Label::IndicatorL3 || label == Label::IndicatorTarget ||
         label == Label::IndicatorActual;
}

// 象)户满意度 is the end of a name, 受益脱贫(含监测 its beginning.
bool has_whole_brackets(std::string_view text) {
  const std::string key = key_of(text);
  const auto times = [&key](std::string_view sign) {
    std::size_t count = 0;
    for (std::size_t at = key.find(sign); at != std::string::npos; at = key.find(sign, at + 1)) ++count;
    return count;
  };
  return times("(") == times(")") && times("“") == times("”");
}

}  // namespace

StreamProof::StreamProof(const StreamTable& table, const std::vector<Item>& items, const Vocabulary& vocabulary)
    : table_(table), items_(items), vocabulary_(vocabulary), runs_(runs_of_rows(table, items.size())) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].label != Label::IndicatorL3) continue;
    for (const StreamRow& row : table.rows) {
      for (const std::size_t line : row.cells[c].items) widest_name_ = std::max(widest_name_, items[line].width);
    }
  }
  muddled_ = is_muddled();
  sound_ = !muddled_ && is_sound();
  if (sound_) weigh();
  names_aside_ = std::any_of(table.rows.begin(), table.rows.end(), [this](const StreamRow& row) {
    const Item *name = item_of(row, Label::IndicatorL3), *target = item_of(row, Label::IndicatorTarget);
    return name && target && contradicts(*name, *target);
  });
}

void StreamProof::weigh() {
  full_ = full_points_ = table_.rows.size() >= 2;
  for (const StreamRow& row : table_.rows) {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const Label label = table_.columns[c].label;
      if (!row.cells[c].items.empty() || !is_main(label)) continue;
      full_ = false;
      if (is_points(label)) full_points_ = false;
    }
  }
  const bool left_over = !table_.strays.empty();
  points_ = full_points_ && table_.weights_proven && table_.scores_proven;
  rivals_far_ = points_ && table_.count_margin > 1;
  likely_ = (full_points_ || table_.weights_proven) && table_.count_margin > 3 && !left_over;
  whole_ = full_ && (points_ || (likely_ && table_.weights_proven));
}

bool StreamProof::is_sound() const {
  if (holds_several_forms()) return false;
  const bool proven = table_.weights_proven && table_.scores_proven;
  if (!proven && table_.cost > kDearTable + kDearRow * static_cast<double>(table_.rows.size())) return false;
  Decimal weights;
  for (const StreamRow& row : table_.rows) {
    const Item *target = item_of(row, Label::IndicatorTarget), *actual = item_of(row, Label::IndicatorActual);
    if (target && actual && differ_in_kind(*target, *actual)) return false;
    const Item *weight = item_of(row, Label::IndicatorWeight), *score = item_of(row, Label::IndicatorScore);
    if (!weight || !weight->number) continue;
    weights += *weight->number;
    if (score && score->number && *score->number > *weight->number) return false;
  }
  return weights <= Decimal(100);
}

// Products behind what satisfied someone, and before it too: a list of several projects.
bool StreamProof::holds_several_forms() const {
  bool output = false, satisfaction = false;
  for (const Item& item : items_) {
    if (item.kind != ItemKind::Level) continue;
    const Level1 level = vocabulary_.level1(item.text);
    if (level == Level1::Output && satisfaction && output) return true;
    output = output || level == Level1::Output;
    satisfaction = satisfaction || (level == Level1::Satisfaction && output);
  }
  return false;
}

const Item* StreamProof::item_of(const StreamRow& row, Label label) const {
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    if (table_.columns[c].label == label && !row.cells[c].items.empty()) return &items_[row.cells[c].items.front()];
  }
  return nullptr;
}

bool StreamProof::explains(std::size_t row) const {
  const Item *weight = item_of(table_.rows[row], Label::IndicatorWeight),
             *score = item_of(table_.rows[row], Label::IndicatorScore);
  if (weight && score && weight->number && score->number && *score->number < *weight->number) return true;
  const auto noted = std::count_if(table_.rows.begin(), table_.rows.end(), [this](const StreamRow& other) {
    return item_of(other, Label::IndicatorNote) != nullptr;
  });
  return static_cast<std::size_t>(noted) * 2 > table_.rows.size();
}

bool StreamProof::lacks_points(std::size_t row) const {
  bool filled = false, blank = false;
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    if (!is_points(table_.columns[c].label)) continue;
    (table_.rows[row].cells[c].items.empty() ? blank : filled) = true;
  }
  return filled && blank;
}

// Where a cell is blank, those beside it may stand one column aside.
bool StreamProof::complete(const StreamRow& row, Points points) const {
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const Label label = table_.columns[c].label;
    const bool may_be_blank = label == Label::IndicatorNote || (label == Label::IndicatorOther && likely_ && full_) ||
                              (is_points(label) && points == Points::MayBeBlank);
    if (!may_be_blank && row.cells[c].items.empty()) return false;
  }
  return true;
}

// ≥50厘|米 and 显著提|升 were not printed in full: the first has no unit, and level words have one or an even number
// of characters.
bool StreamProof::is_whole(const Item& item) const {
  if (item.kind == ItemKind::Word)
    return length(item.key) == 1 || (length(item.key) % 2 == 0 && is_short_or_repeated(item));
  if (item.kind != ItemKind::Value) return item.kind != ItemKind::Text;
  if (contains(item.key, "年") || contains(item.key, "月") || contains(item.key, "日")) return true;
  const auto digits = item.key.find_last_of("0123456789%");
  const std::string unit = digits == std::string::npos ? "" : item.key.substr(digits + 1);
  return unit.empty() || vocabulary_.is_unit(unit);
}

// 严格执行相关|制度规定 looks like level words for a while; 达成预期指标 stands in many rows.
bool StreamProof::is_short_or_repeated(const Item& word) const {
  if (length(word.key) <= kLevelWord) return true;
  return std::count_if(items_.begin(), items_.end(), [&](const Item& item) { return item.key == word.key; }) > 1;
}

bool StreamProof::sure(std::size_t row, std::size_t column, const std::string& text) const {
  const StreamRow& cells = table_.rows[row];
  const StreamCell& cell = cells.cells[column];
  const Item& item = items_[cell.items.front()];
  if (muddled_ || !is_named(cells) || !name_suits(row)) return false;
  const bool sound = sound_row(row) && table_.strays.size() <= kMostStrays;
  switch (table_.columns[column].label) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore: return sure_points(cells, cell, sound);
    case Label::IndicatorProperty:
      return (sound || points_ || likely_) && cell.margin > 0.65 && (item.kind == ItemKind::Sign || item.key == "定性");
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
    case Label::IndicatorUnit: return sure_answer(cells, cell, sound);
    case Label::IndicatorL3: return sure_name(row, cell, text, sound);
    default: return false;
  }
}

bool StreamProof::lacks_unit(std::size_t item) const {
  const std::string& key = items_[item].key;
  if (items_[item].kind != ItemKind::Value || key.empty() || key.back() < '0' || key.back() > '9') return false;
  for (std::size_t i = item + 1; i < std::min(items_.size(), item + 1 + kUnitWithin); ++i) {
    if (items_[i].kind == ItemKind::Text && vocabulary_.is_unit(items_[i].key)) return true;
  }
  return false;
}

bool StreamProof::sure_points(const StreamRow& row, const StreamCell& cell, bool sound) const {
  if (sound && complete(row, Points::MustStand)) return items_[cell.items.front()].kind == ItemKind::Number;
  return (points_ || likely_) && (whole_ || rivals_far_ || cell.margin > (full_points_ ? 0.65 : 2));
}

// A row without a name, or with a value for one, may be the rest of another.
bool StreamProof::is_named(const StreamRow& row) const {
  const auto names = std::find_if(table_.columns.begin(), table_.columns.end(),
                                  [](const StreamColumn& column) { return column.label == Label::IndicatorL3; });
  if (names == table_.columns.end()) return true;
  const std::vector<std::size_t>& cell = row.cells[static_cast<std::size_t>(names - table_.columns.begin())].items;
  return !cell.empty() && items_[cell.front()].kind != ItemKind::Value;
}

// Values among the lines of names: rows were cut in the wrong places.
bool StreamProof::is_muddled() const {
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    if (table_.columns[c].label != Label::IndicatorL3) continue;
    for (const StreamRow& row : table_.rows) {
      const std::vector<std::size_t>& cell = row.cells[c].items;
      const auto value = [this](std::size_t line) {
        return items_[line].kind == ItemKind::Value || items_[line].kind == ItemKind::Percent ||
               items_[line].kind == ItemKind::Number;
      };
      if (std::any_of(cell.begin(), cell.end(), value)) return true;
    }
  }
  return false;
}

bool StreamProof::sure_answer(const StreamRow& row, const StreamCell& cell, bool sound) const {
  const Item& item = items_[cell.items.front()];
  if (cell.items.size() > 1 || !is_whole(item) || lacks_unit(cell.items.front())) return false;
  if (!complete(row, Points::MayBeBlank)) return false;
  const double enough = item.kind == ItemKind::Number ? 1 : complete(row, Points::MustStand) ? 0.25 : 0.65;
  if (sound && cell.margin > enough) return true;
  const bool proven = points_ || (likely_ && (full_ || table_.weights_proven));
  return proven && cell.margin > 0.65;
}

bool StreamProof::sure_name(std::size_t row, const StreamCell& cell, const std::string& text, bool sound) const {
  if (!has_whole_brackets(text) || length(text) < kShortestName) return false;
  if (contains(text, "，") || contains(text, "。") || vocabulary_.label_like(Part::Goals, text)) return false;
  if (!name_suits(row)) return false;
  if (sound && is_unbroken_name(row, cell, text)) return true;
  if ((points_ || likely_) && cell.margin > (whole_ ? 0.2 : 0.7) && is_bounded(row, cell)) return true;
  if (!ends_like_name(text) || length(text) <= kShortestName + 1) return false;
  if (sound && cell.margin > (cell.items.size() > 1 ? 2 : 1)) return true;
  return (points_ || likely_) && cell.margin > (whole_ ? 1 : full_ ? 2 : 4);
}

// One line behind a name that ends where it ends: no line can be the other's.
bool StreamProof::is_bounded(std::size_t row, const StreamCell& cell) const {
  const std::string& text = items_[cell.items.front()].text;
  if (cell.items.size() > 1 || !ends_like_name(text) || length(text) <= kShortestName) return false;
  for (std::size_t c = 0; row > 0 && c < table_.columns.size(); ++c) {
    if (table_.columns[c].label != Label::IndicatorL3) continue;
    const std::vector<std::size_t>& before = table_.rows[row - 1].cells[c].items;
    return before.empty() || ends_like_name(items_[before.back()].text);
  }
  return true;
}

// As many lines as names between the same values; and lines are broken where they are full only.
bool StreamProof::is_unbroken_name(std::size_t row, const StreamCell& cell, std::string_view text) const {
  const auto is_full = [&](std::size_t line) { return items_[line].width + 2 > widest_name_; };
  const bool ends = ends_like_name(text) || !is_full(cell.items.back());
  if (!ends || cell.margin < 0.75) return false;
  return runs_[row].name_counted ||
         (runs_[row].name_together && std::all_of(cell.items.begin(), cell.items.end() - 1, is_full));
}

}  // namespace jiheng::segmenter
