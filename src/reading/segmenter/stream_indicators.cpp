#include "reading/segmenter/stream_indicators.h"

#include <algorithm>
#include <optional>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/groups.h"
#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/label_columns.h"
#include "reading/segmenter/stream_rows.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F, kDoubtful = 0.6F;

// Which columns the header names, in which order; its words may come in any order and in pieces.
struct StreamHeader {
  IndicatorColumns has;
  bool property = false;
  std::vector<Label> values;  // columns with values, left to right
};

StreamHeader header_of(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  StreamHeader header;
  std::vector<std::string> words;
  // Header words stand mostly at the start, but some programs print parts of them late.
  for (std::size_t i = first; i < last; ++i) {
    for (const Word& word : sheet.lines[i].words) words.push_back(word.text);
  }
  std::optional<std::size_t> weight_at, target_at, score_at;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (std::size_t k = 0; k < 3 && i + k < words.size(); ++k) {
      joined += words[i + k];
      if (joined.size() > 60) break;
      const auto label = vocabulary.label(Part::IndicatorColumns, joined);
      if (!label) continue;
      const bool early = i < 60;
      switch (*label) {
        case Label::IndicatorL1: header.has.l1 = true; break;
        case Label::IndicatorL2: header.has.l2 = true; break;
        case Label::IndicatorTarget:
          if (length(joined) >= 3 || early) header.has.target = true;
          if (!target_at && length(joined) >= 3) target_at = i;
          break;
        case Label::IndicatorActual: if (length(joined) >= 3) header.has.actual = true; break;
        case Label::IndicatorWeight:
          header.has.weight = true;
          if (!weight_at) weight_at = i;
          break;
        case Label::IndicatorScore:
          header.has.score = true;
          if (!score_at) score_at = i;
          break;
        case Label::IndicatorProperty: if (early) header.property = true; break;
        case Label::IndicatorUnit: if (early && joined != "单位") header.has.unit = true; break;
        case Label::IndicatorNote: if (length(joined) >= 2) header.has.note = true; break;
        default: break;
      }
    }
    // Pieces whose other half stands elsewhere.
    const std::string key = key_of(words[i]);
    if (i < 60 && key == "性质") header.property = true;
    if (i < 60 && key == "度量") header.has.unit = true;
    if (i < 60 && (contains(key, "偏差原因") || contains(key, "改进措施") || contains(key, "未完成原因"))) header.has.note = true;
    if (!target_at && (key == "年度" || key == "指标值")) target_at = i;
  }
  header.has.target = header.has.target || target_at.has_value();
  const bool weight_first = weight_at && target_at && *weight_at < *target_at;
  if (header.has.weight && weight_first) header.values.push_back(Label::IndicatorWeight);
  if (header.property) header.values.push_back(Label::IndicatorProperty);
  if (header.has.target) header.values.push_back(Label::IndicatorTarget);
  if (header.has.unit) header.values.push_back(Label::IndicatorUnit);
  if (header.has.actual) header.values.push_back(Label::IndicatorActual);
  if (header.has.weight && !weight_first) header.values.push_back(Label::IndicatorWeight);
  if (header.has.score) header.values.push_back(Label::IndicatorScore);
  return header;
}

class Reader {
 public:
  Reader(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form)
      : sheet_(sheet), vocabulary_(vocabulary), form_(form), header_(header_of(sheet, first, last, vocabulary)) {
    StreamTraits traits;
    traits.property = header_.property;
    traits.unit = header_.has.unit;
    items_ = items_of(sheet, first, last, traits, vocabulary);
  }

  void read() {
    take_total();
    drop_remarks();
    const std::vector<StreamRow> rows = parse_stream_rows(items_, header_.values);
    if (rows.empty()) return;
    name(rows);
    group(rows);
    const bool verified = adds_up();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (FoundCell& cell : cells_[r]) {
        const bool value = cell.label != Label::IndicatorL1 && cell.label != Label::IndicatorL2 && cell.label != Label::IndicatorL3 && cell.label != Label::IndicatorNote;
        if (value && (rows[r].odd || !verified)) cell.confidence = std::min(cell.confidence, kDoubtful);
      }
      form_.indicators.push_back(indicator_of(cells_[r], header_.has, sheet_.lines[items_[rows[r].first].line].where()));
    }
  }

 private:
  Location where(std::size_t item) const { return sheet_.lines[items_[item].line].where(); }

  // 总分: its label, a weight of 100 and the score; in columns they stand at the end of the columns.
  void take_total() {
    const auto label = std::find_if(items_.begin(), items_.end(), [](const Item& item) { return item.kind == ItemKind::TotalLabel; });
    if (label == items_.end()) return;
    const auto hundred = [](const Item& item) { return item.kind == ItemKind::Number && parse_number(item.text) == Decimal(100); };
    auto weight = items_.end();
    for (auto item = items_.begin(); item != items_.end(); ++item) {
      if (hundred(*item)) {
        weight = item;
        if (item > label) break;
      }
    }
    if (weight == items_.end()) {
      // Only a score: the number after the label.
      auto next = std::next(label);
      if (next != items_.end() && next->kind == ItemKind::Number && header_.has.score) {
        form_.total_score = Field<Points>(next->text, sheet_.lines[next->line].where(), kDoubtful);
        items_.erase(next);
      }
      items_.erase(std::find_if(items_.begin(), items_.end(), [](const Item& item) { return item.kind == ItemKind::TotalLabel; }));
      return;
    }
    // The score: the next number on the same line or paragraph, else the last number of all.
    auto score = items_.end();
    for (auto item = std::next(weight); item != items_.end() && score == items_.end(); ++item) {
      if (item->kind != ItemKind::Number) break;
      if (item->line - weight->line <= 2) score = item;
    }
    if (score == items_.end()) {
      for (auto item = items_.begin(); item != items_.end(); ++item) {
        if (item->kind == ItemKind::Number && item > weight) score = item;
      }
    }
    form_.total_weight = Field<Points>(weight->text, sheet_.lines[weight->line].where(), kSure);
    form_.total_score.exists = header_.has.score;
    const std::size_t weight_at = static_cast<std::size_t>(weight - items_.begin());
    if (score != items_.end()) {
      form_.total_score = Field<Points>(score->text, sheet_.lines[score->line].where(), kDoubtful);
      if (const auto next = std::next(score); next != items_.end() && next->line - score->line <= 1 && length(next->text) == 1 && next->kind == ItemKind::Word) {
        form_.grade = TextField(next->text, sheet_.lines[next->line].where(), kDoubtful);
        items_.erase(next);
      }
      items_.erase(score);
    }
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(weight_at));
  }

  // What follows the table: remarks and long sentences.
  void drop_remarks() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::string key = key_of(items_[i].text);
      const auto& starts = vocabulary_.wording().remark_starts;
      const bool remark = items_[i].kind == ItemKind::Text && std::any_of(starts.begin(), starts.end(), [&key](const std::string& word) { return starts_with(key, key_of(word)); });
      const bool closing = vocabulary_.label(Part::Rows, items_[i].text) == Label::RemarkRow && i > items_.size() / 2 && length(key) > 2;
      if (!remark && !closing) continue;
      // Values after it still belong to the table (columns printed late).
      std::vector<Item> kept(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(i));
      for (std::size_t k = i; k < items_.size(); ++k) {
        if (is_valuable(items_[k]) && remark == false && items_[k].kind == ItemKind::Number) kept.push_back(items_[k]);
      }
      items_ = std::move(kept);
      return;
    }
  }

  void name(const std::vector<StreamRow>& rows) {
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind != ItemKind::Text) continue;
      if (length(items_[i].text) > 40) continue;  // goals that were printed late
      if (vocabulary_.is_piece(Part::IndicatorColumns, items_[i].text) && i < 40) continue;
      lines.push_back(i);
    }
    std::vector<bool> deducted(rows.size(), false);
    cells_.resize(rows.size());
    grouped_.resize(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      GroupedRow& row = grouped_[r];
      std::optional<Decimal> score;
      for (std::size_t c = 0; c < header_.values.size(); ++c) {
        if (rows[r].cells[c] < 0) continue;
        const auto item = static_cast<std::size_t>(rows[r].cells[c]);
        const Label label = header_.values[c];
        cells_[r].push_back({label, items_[item].text, where(item), kSure});
        if (label == Label::IndicatorWeight) row.weight = parse_number(items_[item].text);
        if (label == Label::IndicatorScore) score = parse_number(items_[item].text);
        if (label == Label::IndicatorTarget) row.target = items_[item].text;
      }
      deducted[r] = row.weight && score && *score < *row.weight;
    }
    const StreamNames names = match_names(items_, lines, rows, deducted);
    const auto join = [this](const std::vector<std::size_t>& parts) {
      std::string text;
      for (const std::size_t item : parts) text += (text.empty() ? "" : "\n") + items_[item].text;
      return joined_lines(text);
    };
    const bool even = names.left.empty();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (!names.of_row[r].empty()) {
        grouped_[r].name = join(names.of_row[r]);
        const bool sure = even && !names.odd[r];
        cells_[r].push_back({Label::IndicatorL3, grouped_[r].name, where(names.of_row[r].front()), sure ? kSure : kDoubtful});
      }
      if (!names.notes[r].empty()) cells_[r].push_back({Label::IndicatorNote, join(names.notes[r]), where(names.notes[r].front()), kDoubtful});
    }
    for (const std::size_t item : names.left) form_.unclaimed.push_back({"", items_[item].text, where(item)});
  }

  void group(const std::vector<StreamRow>& rows) {
    std::vector<LabelPiece> pieces;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const bool section = items_[i].kind == ItemKind::Heading && vocabulary_.label(Part::Sections, items_[i].text) && !vocabulary_.label(Part::IndicatorColumns, items_[i].text);
      const bool side = items_[i].kind == ItemKind::Heading && length(items_[i].text) == 1;
      if (items_[i].kind != ItemKind::Level && !section && !side) continue;
      // Its place among the rows: how many rows' values stand before it.
      float y = 0;
      for (const StreamRow& row : rows) y += row.last < i ? 1.0F : row.first < i ? 0.5F : 0.0F;
      LabelPiece piece;
      piece.text = items_[i].text;
      piece.y = y;
      piece.line = static_cast<int>(items_[i].line);
      piece.where = where(i);
      pieces.push_back(std::move(piece));
    }
    LabelPlaces places;
    places.has_first = header_.has.l1 || !header_.has.l2;
    places.has_second = header_.has.l2;
    LabelColumns labels = parse_label_columns(pieces, places, vocabulary_);
    const auto unknown = [](const GroupLabel& label) { return label.level1 == Level1::Unknown && label.level2 == Level2::Unknown; };
    std::erase_if(labels.first, unknown);
    std::erase_if(labels.second, unknown);
    for (std::size_t r = 0; r < grouped_.size(); ++r) grouped_[r].top = grouped_[r].bottom = static_cast<float>(r) + 0.5F;
    // Are labels printed among the rows, or all in a block before or after them?
    std::size_t among = 0;
    for (const GroupLabel& label : labels.second) among += label.y() > 0.6F && label.y() < static_cast<float>(rows.size()) - 0.6F;
    PlaceTrust trust;
    trust.per_line = 0;
    trust.outside = among * 2 >= labels.second.size() ? 1.5 : 0;
    const LevelGrouping grouping = group_by_sums(labels.first, labels.second, grouped_, vocabulary_, trust);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const float confidence = grouping.doubtful[r] ? kDoubtful : kSure;
      if (const int label = grouping.second_of_row[r]; label >= 0) {
        const GroupLabel& second = labels.second[static_cast<std::size_t>(label)];
        cells_[r].push_back({Label::IndicatorL2, second.text, second.where, confidence});
      }
      if (const int label = grouping.first_of_row[r]; label >= 0) {
        const GroupLabel& first = labels.first[static_cast<std::size_t>(label)];
        cells_[r].push_back({Label::IndicatorL1, first.text, first.where, confidence});
      }
    }
    if (labels.second.empty() && !labels.first.empty()) group_by_first(labels.first);
  }

  // Tables without a second level.
  void group_by_first(const std::vector<GroupLabel>& firsts) {
    PlaceTrust trust;
    trust.per_line = 0.3;
    const Grouping grouping = group_by_first_level(firsts, grouped_, trust);
    for (std::size_t r = 0; r < grouped_.size(); ++r) {
      if (grouping.label_of_row[r] < 0) continue;
      const GroupLabel& first = firsts[static_cast<std::size_t>(grouping.label_of_row[r])];
      cells_[r].push_back({Label::IndicatorL1, first.text, first.where, kDoubtful});
    }
  }

  // Weights add up to 100 with or without the execution rate's, and scores to the total.
  bool adds_up() const {
    if (!header_.has.weight) return !header_.has.score;
    Decimal sum;
    for (const GroupedRow& row : grouped_) {
      if (!row.weight) return false;
      sum += *row.weight;
    }
    if (sum == Decimal(100) || sum == Decimal(90) || sum == Decimal(80)) return true;
    const FundsRow* total = form_.funds_row(FundsRowKind::Total);
    const auto execution = total ? parse_number(total->weight.printed) : std::nullopt;
    return execution && sum + *execution == Decimal(100);
  }

  const Sheet& sheet_;
  const Vocabulary& vocabulary_;
  Form& form_;
  StreamHeader header_;
  std::vector<Item> items_;
  std::vector<std::vector<FoundCell>> cells_;
  std::vector<GroupedRow> grouped_;
};

}  // namespace

void read_stream_indicators(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form) {
  if (last - first > 6000) return;
  Reader(sheet, first, last, vocabulary, form).read();
}

}  // namespace jiheng::segmenter
