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
#include "reading/segmenter/stream_header.h"
#include "reading/segmenter/stream_proof.h"
#include "reading/segmenter/stream_rows.h"
#include "reading/segmenter/stream_tops.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F, kDoubtful = 0.6F;

class Reader {
 public:
  Reader(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form)
      : sheet_(sheet), vocabulary_(vocabulary), form_(form), header_(stream_header(sheet, first, last, vocabulary)) {
    traits_.property = header_.property;
    traits_.unit = header_.has.unit;
    items_ = items_of(sheet, first, last, traits_, vocabulary);
    for (const auto& [line, text] : header_.words) {
      for (Item& item : items_) {
        if (item.line == line && item.text == text && item.kind != ItemKind::TotalLabel && item.kind != ItemKind::Level) item.kind = ItemKind::Heading;
      }
    }
  }

  void read() {
    drop_remarks();
    drop_funds();
    put_tops_first(items_, header_.orders, vocabulary_);
    const StreamTable table = read_rows(items_, header_.orders, traits_, points(), vocabulary_);
    columns_ = table.columns;
    const std::vector<StreamRow>& rows = table.rows;
    if (rows.empty()) return;
    take_total(table);
    fill(table);
    group(rows);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      form_.indicators.push_back(indicator_of(cells_[r], header_.has, sheet_.lines[items_[rows[r].first].line].where()));
    }
  }

 private:
  Location where(std::size_t item) const { return sheet_.lines[items_[item].line].where(); }

  // What the funds and the heading say of points.
  StreamPoints points() const {
    StreamPoints points;
    if (const FundsRow* total = form_.funds_row(FundsRowKind::Total)) {
      points.execution_weight = parse_number(total->weight.printed);
      points.execution_score = parse_number(total->score.printed);
    }
    points.total_score = parse_number(form_.total_score.printed);
    points.total_row = std::any_of(items_.begin(), items_.end(), [](const Item& item) { return item.kind == ItemKind::TotalLabel; });
    return points;
  }

  void take_total(const StreamTable& table) {
    if (!table.total_weight.items.empty()) {
      const std::size_t item = table.total_weight.items.front();
      form_.total_weight = Field<Points>(items_[item].text, where(item), table.weights_proven ? kSure : kDoubtful);
      form_.total_score.exists = header_.has.score;
    }
    if (table.total_score.items.empty()) return;
    const std::size_t item = table.total_score.items.front();
    form_.total_score = Field<Points>(items_[item].text, where(item), table.scores_proven ? kSure : kDoubtful);
    const std::size_t next = item + 1;  // 优, 良
    if (next < items_.size() && items_[next].line - items_[item].line <= 1 && length(items_[next].text) == 1 && items_[next].kind == ItemKind::Word)
      form_.grade = TextField(items_[next].text, where(next), kDoubtful);
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


  std::string text_of(const StreamCell& cell) const {
    std::string text;
    for (const std::size_t item : cell.items) text += (text.empty() ? "" : "\n") + items_[item].text;
    return joined_lines(text);
  }

  void fill(const StreamTable& table) {
    const StreamProof proof(table, items_, vocabulary_);
    proven_ = proof.whole();
    cells_.resize(table.rows.size());
    grouped_.resize(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const StreamCell& cell = table.rows[r].cells[c];
        if (cell.items.empty()) continue;
        const std::string text = text_of(cell);
        const float confidence = proof.sure(r, c, text) ? kSure : kDoubtful;
        cells_[r].push_back({columns_[c].label, text, where(cell.items.front()), confidence});
        if (columns_[c].label == Label::IndicatorWeight) grouped_[r].weight = parse_number(text);
        if (columns_[c].label == Label::IndicatorTarget) grouped_[r].target = text;
        if (columns_[c].label == Label::IndicatorL3) grouped_[r].name = text;
      }
    }
    for (const std::size_t item : table.strays) form_.unclaimed.push_back({"", items_[item].text, where(item)});
  }

  void group(const std::vector<StreamRow>& rows) {
    std::vector<LabelPiece> pieces;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const bool section = items_[i].kind == ItemKind::Heading && vocabulary_.label(Part::Sections, items_[i].text) && !vocabulary_.label(Part::IndicatorColumns, items_[i].text);
      const bool side = items_[i].kind == ItemKind::Heading && length(items_[i].text) == 1 && vocabulary_.is_piece(Part::Sections, items_[i].text);
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
      const float confidence = grouping.doubtful[r] || !proven_ ? kDoubtful : kSure;
      if (const int label = grouping.second_of_row[r]; label >= 0) {
        const GroupLabel& second = labels.second[static_cast<std::size_t>(label)];
        cells_[r].push_back({Label::IndicatorL2, second.text, second.where, is_whole_label(second.text) ? confidence : kDoubtful});
      }
      if (const int label = grouping.first_of_row[r]; label >= 0) {
        const GroupLabel& first = labels.first[static_cast<std::size_t>(label)];
        cells_[r].push_back({Label::IndicatorL1, first.text, first.where, is_whole_label(first.text) ? confidence : kDoubtful});
      }
    }
    if (labels.second.empty() && !labels.first.empty()) group_by_first(labels.first);
  }

  // 社会效益 may be the first line of 社会效益指标.
  bool is_whole_label(std::string_view text) const {
    return vocabulary_.is_level_name(text) && contains(text, "指标");
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
  std::vector<StreamColumn> columns_;  // the order that was found best
  StreamTraits traits_;
  bool proven_ = false;  // the rows are
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
