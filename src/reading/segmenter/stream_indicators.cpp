#include "reading/segmenter/stream_indicators.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/groups.h"
#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/label_columns.h"
#include "reading/segmenter/stream_funds.h"
#include "reading/segmenter/stream_rows.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F, kDoubtful = 0.6F;

// Which columns the header names, in which order; its words may come in any order and in pieces.
struct StreamHeader {
  IndicatorColumns has;
  bool property = false;
  std::vector<std::vector<Label>> orders;  // columns with values, left to right: what they may be
};

constexpr std::size_t kEarly = 60;  // words within which a header begins

StreamHeader header_of(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  StreamHeader header;
  std::vector<std::string> words;
  for (std::size_t i = first; i < last; ++i) {
    for (const Word& word : sheet.lines[i].words) words.push_back(word.text);
  }
  // Where each column is first named; some programs print parts of the header late.
  std::vector<std::pair<std::size_t, Label>> named;
  const auto add = [&named](std::size_t at, Label label) {
    const auto same = [label](const auto& entry) { return entry.second == label; };
    if (label == Label::IndicatorOther || std::none_of(named.begin(), named.end(), same)) named.emplace_back(at, label);
  };
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    Label found = Label::None;
    std::string joined;
    for (std::size_t k = 0; k < 3 && i + k < words.size(); ++k) {
      if (taken > 0 && vocabulary.label(Part::IndicatorColumns, words[i + k])) break;
      joined += words[i + k];
      if (joined.size() > 60 || looks_like_value(words[i + k])) break;
      if (const auto label = vocabulary.label(Part::IndicatorColumns, joined)) taken = k + 1, found = *label;
    }
    const std::string key = key_of(words[i]);
    if (taken == 0) {
      // Pieces whose other half stands elsewhere.
      if (i < kEarly && key == "性质") add(i, Label::IndicatorProperty);
      if (i < kEarly && key == "度量") add(i, Label::IndicatorUnit);
      if (i < kEarly && key == "年度") add(i, Label::IndicatorTarget);
      if (i < kEarly && key == "实际") add(i, Label::IndicatorActual);
      if (i < kEarly && (contains(key, "偏差原因") || contains(key, "改进措施") || contains(key, "未完成原因"))) add(i, Label::IndicatorNote);
      ++i;
      continue;
    }
    std::string name;
    for (std::size_t k = 0; k < taken; ++k) name += words[i + k];
    const bool whole = length(name) >= 3 || i < kEarly;
    const bool far = i >= kEarly && (found == Label::IndicatorOther || found == Label::IndicatorL3 || found == Label::IndicatorNote || found == Label::IndicatorUnit || found == Label::IndicatorProperty);
    if (whole && !far && !(found == Label::IndicatorUnit && name == "单位")) add(i, found);
    i += taken;
  }
  const auto place = [&named](Label label) -> std::optional<std::size_t> {
    for (const auto& [at, other] : named) {
      if (other == label) return at;
    }
    return std::nullopt;
  };
  header.has.l1 = place(Label::IndicatorL1).has_value();
  header.has.l2 = place(Label::IndicatorL2).has_value();
  header.has.target = place(Label::IndicatorTarget).has_value();
  header.has.actual = place(Label::IndicatorActual).has_value();
  header.has.weight = place(Label::IndicatorWeight).has_value();
  header.has.score = place(Label::IndicatorScore).has_value();
  header.has.note = place(Label::IndicatorNote).has_value();
  header.has.unit = place(Label::IndicatorUnit).has_value();
  header.property = place(Label::IndicatorProperty).has_value();
  // Printed in order, all columns count where they stand; else the usual orders are tried.
  const auto l3 = place(Label::IndicatorL3), target = place(Label::IndicatorTarget), weight = place(Label::IndicatorWeight), score = place(Label::IndicatorScore);
  const bool in_order = l3 && target && *l3 < *target && (!weight || *l3 < *weight) && (!score || (*score > *target && (!weight || *score > *weight)));
  if (in_order) {
    std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Label> values;
    for (const auto& [at, label] : named) {
      const bool value = label != Label::IndicatorL1 && label != Label::IndicatorL2 && label != Label::IndicatorL3 && label != Label::IndicatorNote;
      if (value && (label != Label::IndicatorOther || at > *l3)) values.push_back(label);
    }
    if (values.size() <= 9) header.orders.push_back(std::move(values));
  }
  for (const bool weight_first : {false, true}) {
    if (weight_first && !(weight && target && *weight < *target)) break;
    std::vector<Label> values;
    if (header.has.weight && weight_first) values.push_back(Label::IndicatorWeight);
    if (header.property) values.push_back(Label::IndicatorProperty);
    if (header.has.target) values.push_back(Label::IndicatorTarget);
    if (header.has.unit) values.push_back(Label::IndicatorUnit);
    if (header.has.actual) values.push_back(Label::IndicatorActual);
    if (header.has.weight && !weight_first) values.push_back(Label::IndicatorWeight);
    if (header.has.score) values.push_back(Label::IndicatorScore);
    if (std::find(header.orders.begin(), header.orders.end(), values) == header.orders.end()) header.orders.push_back(std::move(values));
  }
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
    drop_funds();
    const std::vector<StreamRow> rows = best_rows();
    if (rows.empty()) return;
    name(rows);
    group(rows);
    // Only what proves itself as a whole is sure: weights that add up, every row whole, every name placed.
    const bool whole = std::none_of(rows.begin(), rows.end(), [](const StreamRow& row) { return row.odd; });
    const bool verified = header_.has.weight && weights_add_up(rows) && scores_add_up() && names_fit_ && whole;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (FoundCell& cell : cells_[r]) {
        if (!verified) cell.confidence = std::min(cell.confidence, kDoubtful);
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
    if (weight == items_.end() || !header_.has.weight) {
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
    const bool beside = weight > label ? weight->line - label->line <= 2 : label->line - weight->line <= 1;
    const auto after = std::next(weight);
    if (beside && after != items_.end() && after->kind == ItemKind::Number && after->line - weight->line <= 2) score = after;
    if (score == items_.end() && after != items_.end() && after->kind == ItemKind::Number) {
      // At the end of a column: the score ends the column that follows.
      for (auto item = after; item != items_.end() && item->kind == ItemKind::Number && item->paragraph == after->paragraph; ++item) score = item;
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

  // Columns of the funds that were printed among the indicators: 执行率 100% —, 得分 10 — — —.
  void drop_funds() {
    take_late_funds();
    for (std::size_t i = 0; i < items_.size();) {
      std::size_t end = i;
      bool rate = false, points = false;
      std::size_t dashes = 0, others = 0;
      for (; end < items_.size() && items_[end].paragraph == items_[i].paragraph; ++end) {
        const auto label = vocabulary_.label(Part::FundsColumns, items_[end].text);
        rate = rate || label == Label::FundsRate;
        points = points || label == Label::FundsScore || label == Label::FundsWeight;
        dashes += items_[end].kind == ItemKind::Dash;
        others += items_[end].kind == ItemKind::Value || items_[end].kind == ItemKind::Word;
      }
      if (others == 0 && (rate || (points && dashes >= 2))) {
        for (std::size_t k = i; k < end; ++k) {
          if (is_valuable(items_[k])) items_[k].kind = ItemKind::Heading;
        }
      }
      i = end;
    }
  }

  // The funds table itself, printed behind the first name of an indicator column.
  void take_late_funds() {
    const auto funds_column = [this](const Item& item) {
      const auto label = vocabulary_.label(Part::FundsColumns, item.text);
      return label == Label::FundsInitial || label == Label::FundsAdjusted || label == Label::FundsExecuted;
    };
    const auto first = std::find_if(items_.begin(), items_.end(), funds_column);
    if (first == items_.end() || first - items_.begin() > 80) return;
    auto end = first;
    while (end != items_.end() && end - first < 40) {
      const auto label = vocabulary_.label(Part::IndicatorColumns, end->text);
      const bool level = label == Label::IndicatorL1 || label == Label::IndicatorL2 || label == Label::IndicatorL3 || label == Label::IndicatorTarget;
      if (end != first && (level || vocabulary_.label(Part::Goals, end->text))) break;
      ++end;
    }
    if (form_.funds.empty() || std::all_of(form_.funds.begin(), form_.funds.end(), [](const FundsRow& row) { return row.executed.printed.empty() && row.adjusted.printed.empty(); })) {
      form_.funds.clear();
      read_stream_funds(sheet_, first->line, std::prev(end)->line + 1, vocabulary_, form_);
    }
    for (auto item = first; item != end; ++item) item->kind = ItemKind::Heading;
  }

  // What follows the table: remarks and long sentences.
  void drop_remarks() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::string key = key_of(items_[i].text);
      const auto& starts = vocabulary_.wording().remark_starts;
      const bool remark = items_[i].kind == ItemKind::Text && std::any_of(starts.begin(), starts.end(), [&key](const std::string& word) { return starts_with(key, key_of(word)); });
      // A piece of the header (改进措施) that was printed late closes nothing.
      const bool closing = vocabulary_.label(Part::Rows, items_[i].text) == Label::RemarkRow && i > items_.size() / 2 && length(key) > 2 &&
                           (length(key) >= 8 || !vocabulary_.is_piece(Part::IndicatorColumns, items_[i].text));
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

  // The order of columns that reads best; blank cells dear or cheap, whichever makes the weights add up.
  std::vector<StreamRow> best_rows() {
    StreamTable best;
    bool any = false;
    for (const std::vector<Label>& order : header_.orders) {
      StreamTable table = parse_stream_rows(items_, order, 1.0);
      for (std::size_t split = 1; split < order.size(); ++split) {
        StreamTable apart = parse_split_columns(items_, order, split);
        if (!apart.rows.empty() && apart.cost + 3 + 0.25 * static_cast<double>(apart.rows.size()) < table.cost) table = std::move(apart);
      }
      if (!any || table.cost < best.cost) {
        best = std::move(table);
        values_ = order;
        any = true;
      }
    }
    if (best.odd == 0 || !header_.has.weight || weights_add_up(best.rows)) return std::move(best.rows);
    for (const double blanks : {0.35, 0.7}) {
      StreamTable table = parse_stream_rows(items_, values_, blanks);
      if (weights_add_up(table.rows)) return std::move(table.rows);
    }
    return std::move(best.rows);
  }

  bool weights_add_up(const std::vector<StreamRow>& rows) const {
    const auto column = std::find(values_.begin(), values_.end(), Label::IndicatorWeight);
    if (column == values_.end()) return !header_.has.score;
    Decimal sum;
    for (const StreamRow& row : rows) {
      const auto& cell = row.cells[static_cast<std::size_t>(column - values_.begin())];
      if (cell.empty()) continue;
      if (const auto weight = parse_number(items_[cell.front()].text)) sum += *weight;
    }
    if (sum == Decimal(100) || sum == Decimal(90) || sum == Decimal(80)) return true;
    const FundsRow* total = form_.funds_row(FundsRowKind::Total);
    const auto execution = total ? parse_number(total->weight.printed) : std::nullopt;
    return execution && sum + *execution == Decimal(100);
  }

  // Scores and the execution's score are the total, if both are printed.
  bool scores_add_up() {
    const auto total = parse_number(form_.total_score.printed);
    if (!total || !header_.has.score) return true;
    Decimal sum;
    for (const auto& cells : cells_) {
      for (const FoundCell& cell : cells) {
        if (cell.label == Label::IndicatorScore) sum += parse_number(cell.text).value_or(Decimal(0));
      }
    }
    const FundsRow* row = form_.funds_row(FundsRowKind::Total);
    const auto execution = row ? parse_number(row->score.printed) : std::nullopt;
    const bool fits = sum == *total || (execution && sum + *execution == *total);
    if (fits) form_.total_score.confidence = kSure;
    return fits;
  }

  void name(const std::vector<StreamRow>& rows) {
    std::vector<std::size_t> lines;
    std::set<std::size_t> used;
    for (const StreamRow& row : rows) {
      for (const auto& cell : row.cells) used.insert(cell.begin(), cell.end());
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind != ItemKind::Text || used.contains(i)) continue;
      if (length(items_[i].text) > 40) continue;  // goals that were printed late
      if (i < 40 && length(items_[i].text) >= 2 && vocabulary_.is_piece(Part::IndicatorColumns, items_[i].text)) continue;
      lines.push_back(i);
    }
    std::vector<bool> deducted(rows.size(), false);
    cells_.resize(rows.size());
    grouped_.resize(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      GroupedRow& row = grouped_[r];
      std::optional<Decimal> score;
      for (std::size_t c = 0; c < values_.size(); ++c) {
        if (rows[r].cells[c].empty()) continue;
        const std::size_t item = rows[r].cells[c].front();
        const Label label = values_[c];
        std::string text;
        for (const std::size_t part : rows[r].cells[c]) text += (text.empty() ? "" : "\n") + items_[part].text;
        text = joined_lines(text);
        // An answer in words may be the first line of a longer one.
        const bool words = items_[item].kind == ItemKind::Text || (items_[item].kind == ItemKind::Word && length(text) >= 5);
        cells_[r].push_back({label, text, where(item), rows[r].cells[c].size() > 1 || words ? kDoubtful : kSure});
        if (label == Label::IndicatorWeight) row.weight = parse_number(text);
        if (label == Label::IndicatorScore) score = parse_number(text);
        if (label == Label::IndicatorTarget) row.target = text;
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
    const bool single = std::all_of(names.of_row.begin(), names.of_row.end(), [](const auto& name) { return name.size() == 1; });
    names_fit_ = even && (single || names.interleaved) && std::none_of(names.of_row.begin(), names.of_row.end(), [](const auto& name) { return name.empty(); });
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (!names.of_row[r].empty()) {
        grouped_[r].name = join(names.of_row[r]);
        const bool sure = even && !names.odd[r] && names.of_row[r].size() == 1;
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
    // Are labels printed among the rows they stand for, or in a block somewhere else?
    std::size_t apart = 0;
    for (std::size_t i = 1; i < labels.second.size(); ++i) apart += labels.second[i].y() - labels.second[i - 1].y() > 0.4F;
    const bool among = labels.second.size() > 1 && apart * 10 >= (labels.second.size() - 1) * 7;
    PlaceTrust trust;
    trust.per_line = 0;
    trust.outside = among ? 1.5 : 0;
    if (!among) {
      // In a block they may come in any order: that of the taxonomy is meant.
      std::stable_sort(labels.second.begin(), labels.second.end(), [](const GroupLabel& a, const GroupLabel& b) { return a.level2 < b.level2; });
    }
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

  const Sheet& sheet_;
  const Vocabulary& vocabulary_;
  Form& form_;
  StreamHeader header_;
  std::vector<Label> values_;  // the order that was found best
  std::vector<Item> items_;
  std::vector<std::vector<FoundCell>> cells_;
  std::vector<GroupedRow> grouped_;
  bool names_fit_ = false;
};

}  // namespace

void read_stream_indicators(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form) {
  if (last - first > 6000) return;
  Reader(sheet, first, last, vocabulary, form).read();
}

}  // namespace jiheng::segmenter
