#include "reading/segmenter/stream_indicators.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/indicator_fields.h"
#include "reading/segmenter/stream_funds.h"
#include "reading/segmenter/stream_furniture.h"
#include "reading/segmenter/stream_header.h"
#include "reading/segmenter/stream_levels.h"
#include "reading/segmenter/stream_proof.h"
#include "reading/segmenter/stream_rows.h"
#include "reading/segmenter/stream_slices.h"
#include "reading/segmenter/stream_tops.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F;
constexpr double kAtOnce = 1;  // what a table of rows printed at once must be cheaper by

class Reader {
 public:
  Reader(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form)
      : sheet_(sheet), vocabulary_(vocabulary), form_(form), header_(stream_header(sheet, first, last, vocabulary)) {
    traits_.property = header_.property;
    traits_.unit = header_.has.unit;
    items_ = items_of(sheet, first, last, traits_, vocabulary);
    for (const auto& [line, text] : header_.words) {
      for (Item& item : items_) {
        if (item.line == line && item.text == text && item.kind != ItemKind::TotalLabel && item.kind != ItemKind::Level)
          item.kind = ItemKind::Heading;
      }
    }
  }

  void read() {
    for (Item& item : items_) {
      if (item.line < header_.first_line && (item.kind == ItemKind::Text || is_valuable(item)))
        item.kind = ItemKind::Heading;
    }
    drop_repeated_header(items_, header_);
    if (header_.serial) drop_serial_numbers(items_);
    if (header_.question) drop_yes_and_no(items_);
    drop_remarks();
    drop_funds();
    put_tops_first(items_, header_.orders, vocabulary_);
    StreamTable table = read_slices(items_, header_.orders, traits_, points(), vocabulary_);
    // What reads both ways is surer with more proof: rows printed at once need none of each other.
    StreamTable other = read_rows(items_, header_.orders, traits_, points(), vocabulary_);
    if (table.rows.empty() || (!other.rows.empty() && other.cost < table.cost + kAtOnce)) table = std::move(other);
    columns_ = table.columns;
    const std::vector<StreamRow>& rows = table.rows;
    if (rows.empty()) return;
    take_total(table);
    fill(table);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      form_.indicators.push_back(
          indicator_of(cells_[r], header_.has, sheet_.lines[items_[rows[r].first].line].where()));
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
    points.total_row =
        std::any_of(items_.begin(), items_.end(), [](const Item& item) { return item.kind == ItemKind::TotalLabel; });
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
    if (next < items_.size() && items_[next].line - items_[item].line <= 1 && length(items_[next].text) == 1 &&
        items_[next].kind == ItemKind::Word)
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
      const bool level = label == Label::IndicatorL1 || label == Label::IndicatorL2 || label == Label::IndicatorL3 ||
                         label == Label::IndicatorTarget;
      if (end != first && (level || vocabulary_.label(Part::Goals, end->text))) break;
      ++end;
    }
    if (form_.funds.empty() || std::all_of(form_.funds.begin(), form_.funds.end(), [](const FundsRow& row) {
          return row.executed.printed.empty() && row.adjusted.printed.empty();
        })) {
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
      const bool remark = items_[i].kind == ItemKind::Text &&
                          std::any_of(starts.begin(), starts.end(),
                                      [&key](const std::string& word) { return starts_with(key, key_of(word)); });
      // A piece of the header (改进措施) that was printed late closes nothing.
      const bool closing = vocabulary_.label(Part::Rows, items_[i].text) == Label::RemarkRow && i > items_.size() / 2 &&
                           length(key) > 2 &&
                           (length(key) >= 8 || !vocabulary_.is_piece(Part::IndicatorColumns, items_[i].text));
      // 附件2-3: the next form's.
      const bool annex = (starts_with(key, "附件") || starts_with(key, "附表")) && length(key) <= 7;
      if (!remark && !closing && !annex) continue;
      // Values after it still belong to the table (columns printed late).
      std::vector<Item> kept(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(i));
      for (std::size_t k = i; k < items_.size(); ++k) {
        if (is_valuable(items_[k]) && !remark && !annex && items_[k].kind == ItemKind::Number)
          kept.push_back(items_[k]);
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
    cells_.resize(table.rows.size());
    std::vector<GroupedRow> said(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const StreamCell& cell = table.rows[r].cells[c];
        if (cell.items.empty()) continue;
        const std::string text = text_of(cell);
        if (columns_[c].label == Label::IndicatorNote && !proof.explains(r)) {
          form_.unclaimed.push_back({"", text, where(cell.items.front())});
          continue;
        }
        const float confidence = proof.sure(r, c, text) ? kSure : kDoubtful;
        cells_[r].push_back({columns_[c].label, text, where(cell.items.front()), confidence});
        if (columns_[c].label == Label::IndicatorWeight) said[r].weight = parse_number(text);
        if (columns_[c].label == Label::IndicatorTarget) said[r].target = text;
        if (columns_[c].label == Label::IndicatorL3) said[r].name = text;
      }
    }
    const std::vector<std::vector<FoundCell>> levels =
        levels_of_rows({sheet_, items_, table, proof, header_.has}, std::move(said), vocabulary_);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      cells_[r].insert(cells_[r].end(), levels[r].begin(), levels[r].end());
    for (const std::size_t item : table.strays) form_.unclaimed.push_back({"", items_[item].text, where(item)});
  }

  const Sheet& sheet_;
  const Vocabulary& vocabulary_;
  Form& form_;
  StreamHeader header_;
  std::vector<StreamColumn> columns_;  // the order that was found best
  StreamTraits traits_;
  std::vector<Item> items_;
  std::vector<std::vector<FoundCell>> cells_;
};

}  // namespace

void read_stream_indicators(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                            Form& form) {
  if (last - first > 6000) return;
  Reader(sheet, first, last, vocabulary, form).read();
}

}  // namespace jiheng::segmenter
