#include "reading/segmenter/stream_levels.h"

#include <algorithm>

#include "core/text.h"
#include "form/form.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/label_columns.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F;
// How much dearer another grouping must be: the less, the better the rows are proven.
constexpr double kFirstMargin = 1.5, kSecondMargin = 2.5, kSecondMarginProven = 2.0;

// In a block labels may come in any order: that of the taxonomy is meant. Among the rows they keep theirs, other
// than those printed before or behind all rows.
std::vector<GroupLabel> in_order_of_rows(std::vector<GroupLabel> labels, bool among, float rows) {
  const auto by_taxonomy = [](const GroupLabel& a, const GroupLabel& b) { return a.level2 < b.level2; };
  const auto inside = std::find_if(labels.begin(), labels.end(), [](const GroupLabel& label) { return label.y() > 0; });
  const auto is_anchored = [&](const GroupLabel& label) {
    const bool right_before = inside != labels.begin() && &label == &*(inside - 1);
    return label.y() < rows && (label.y() > 0 || right_before);
  };
  std::vector<GroupLabel> placed, apart;
  for (const GroupLabel& label : labels) (among && is_anchored(label) ? placed : apart).push_back(label);
  std::stable_sort(apart.begin(), apart.end(), by_taxonomy);
  for (GroupLabel& label : apart) {
    const auto next =
        std::find_if(placed.begin(), placed.end(), [&](const GroupLabel& other) { return by_taxonomy(label, other); });
    placed.insert(next, std::move(label));
  }
  return placed;
}

// Are labels printed among the rows they stand for, or in a block somewhere else?
bool stand_among_rows(const std::vector<GroupLabel>& labels) {
  std::size_t apart = 0;
  for (std::size_t i = 1; i < labels.size(); ++i) apart += labels[i].y() - labels[i - 1].y() > 0.4F;
  return labels.size() > 1 && apart * 10 >= (labels.size() - 1) * 7;
}

class LevelReader {
 public:
  LevelReader(const LevelSources& sources, std::vector<GroupedRow> rows, const Vocabulary& vocabulary)
      : sources_(sources), rows_(std::move(rows)), vocabulary_(vocabulary), cells_(rows_.size()) {
    for (std::size_t r = 0; r < rows_.size(); ++r) rows_[r].top = rows_[r].bottom = static_cast<float>(r) + 0.5F;
  }

  std::vector<std::vector<FoundCell>> read() {
    LabelPlaces places;
    places.has_first = sources_.has.l1 || !sources_.has.l2 || first_levels_are_printed();
    places.has_second = sources_.has.l2;
    labels_ = parse_label_columns(pieces(), places, vocabulary_);
    const auto unknown = [](const GroupLabel& label) {
      return label.level1 == Level1::Unknown && label.level2 == Level2::Unknown;
    };
    raise_costs();
    std::erase_if(labels_.first, unknown);
    std::erase_if(labels_.second, unknown);
    if (labels_.second.empty())
      read_first_alone();
    else
      read_both();
    return std::move(cells_);
  }

 private:
  // 成本指标 is of the first level where 经济成本 and the like are of the second.
  void raise_costs() {
    const auto of_costs = [](const GroupLabel& label) {
      return label.level2 == Level2::EconomicCost || label.level2 == Level2::SocialCost ||
             label.level2 == Level2::EcologicalCost;
    };
    if (std::none_of(labels_.second.begin(), labels_.second.end(), of_costs)) return;
    const auto raised = std::find_if(labels_.second.begin(), labels_.second.end(),
                                     [](const GroupLabel& label) { return label.level2 == Level2::Cost; });
    if (raised == labels_.second.end()) return;
    const auto place = std::find_if(labels_.first.begin(), labels_.first.end(),
                                    [&](const GroupLabel& label) { return label.y() > raised->y(); });
    if (std::none_of(labels_.first.begin(), labels_.first.end(),
                     [](const GroupLabel& label) { return label.level1 == Level1::Cost; }))
      labels_.first.insert(place, *raised);
    labels_.second.erase(raised);
  }

  std::vector<LabelPiece> pieces() const {
    std::vector<LabelPiece> pieces;
    for (std::size_t i = 0; i < sources_.items.size(); ++i) {
      const Item& item = sources_.items[i];
      if (item.kind != ItemKind::Level && !is_side_piece(item)) continue;
      // Its place among the rows: how many rows' values stand before it.
      float y = 0;
      for (const StreamRow& row : sources_.table.rows) y += row.last < i ? 1.0F : row.first < i ? 0.5F : 0.0F;
      LabelPiece piece;
      piece.text = item.text;
      piece.y = y;
      piece.line = static_cast<int>(item.line);
      piece.where = sources_.sheet.lines[item.line].where();
      pieces.push_back(std::move(piece));
    }
    return pieces;
  }

  // First levels as bands over the table, without a column of their own.
  [[nodiscard]] bool first_levels_are_printed() const {
    const auto count = std::count_if(sources_.items.begin(), sources_.items.end(), [this](const Item& item) {
      return item.kind == ItemKind::Level && length(item.text) >= 4 && vocabulary_.is_level_name(item.text) &&
             vocabulary_.level1(item.text) != Level1::Unknown && vocabulary_.level2(item.text) == Level2::Unknown;
    });
    return count >= 2;
  }

  // 绩|效|指|标, whole or in pieces; 及 is of a broken name of a column.
  [[nodiscard]] bool is_side_piece(const Item& item) const {
    if (item.kind != ItemKind::Heading || item.key == "及" || item.key == "和") return false;
    if (vocabulary_.label(Part::Sections, item.text) && !vocabulary_.label(Part::IndicatorColumns, item.text))
      return true;
    return length(item.text) == 1 && vocabulary_.is_piece(Part::Sections, item.text);
  }

  void read_both() {
    const bool among = stand_among_rows(labels_.second);
    labels_.second = in_order_of_rows(std::move(labels_.second), among, static_cast<float>(rows_.size()));
    PlaceTrust trust;
    trust.per_line = 0;
    trust.outside = among ? 1.5 : 0;
    const LevelGrouping grouping = group_by_sums(labels_.first, labels_.second, rows_, vocabulary_, trust);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const GroupLabel* first = label_at(labels_.first, grouping.first_of_row[r]);
      const GroupLabel* second = label_at(labels_.second, grouping.second_of_row[r]);
      const bool certain = is_certain_row(r, first ? first->level1 : Level1::Unknown);
      const double enough = sources_.proof.whole() ? kSecondMarginProven : kSecondMargin;
      const bool named_twice = first && second && first->text == second->text;
      if (second)
        add(r, Label::IndicatorL2, *second,
            certain && !named_twice && is_whole(second->text) && points_agree(labels_.second) &&
                !jumps_quantity(*second, grouping.second_of_row) && grouping.second_margin[r] >= enough &&
                points_fit(*second, grouping.second_of_row, grouping.second_of_row[r]));
      if (first)
        add(r, Label::IndicatorL1, *first,
            certain && is_whole(first->text) && points_agree(labels_.first) &&
                (points_agree(labels_.second) || !points_in_label(first->text)) &&
                grouping.first_margin[r] >= kFirstMargin && is_rounded(*first, grouping.first_of_row, r));
    }
  }

  // 数量指标(10分) over rows with more points: those before it belong to a label that was not found.
  [[nodiscard]] bool points_fit(const GroupLabel& label, const std::vector<int>& label_of_row, int own) const {
    const auto points = points_in_label(label.text);
    Decimal sum;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (label_of_row[r] == own) sum += rows_[r].weight.value_or(Decimal(0));
    }
    return !points || sum.is_zero() || sum == points->amount;
  }

  // 财预〔2020〕10号: first levels have tens of points: 50, 30, 10. Other sums hold rows of a label that was not found.
  [[nodiscard]] bool is_rounded(const GroupLabel& label, const std::vector<int>& label_of_row, std::size_t row) const {
    Decimal sum;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (label_of_row[r] == label_of_row[row]) sum += rows_[r].weight.value_or(Decimal(0));
    }
    if (sum.is_zero() || points_in_label(label.text)) return true;
    return label.level1 == Level1::Output ? sum <= Decimal(70) && sum >= Decimal(30) : sum <= Decimal(40);
  }

  static const GroupLabel* label_at(const std::vector<GroupLabel>& labels, int at) {
    return at < 0 ? nullptr : &labels[static_cast<std::size_t>(at)];
  }

  // Tables without a second level.
  void read_first_alone() {
    PlaceTrust trust;
    trust.per_line = 0.3;
    const Grouping grouping = group_by_first_level(labels_.first, rows_, trust);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (const GroupLabel* first = label_at(labels_.first, grouping.label_of_row[r]))
        add(r, Label::IndicatorL1, *first, false);
    }
  }

  void add(std::size_t row, Label column, const GroupLabel& label, bool sure) {
    cells_[row].push_back({column, label.text, label.where, sure ? kSure : kDoubtful});
  }

  // A row that stands as printed, and whose name does not speak for satisfaction under another level: the label
  // of that level was not found.
  [[nodiscard]] bool is_certain_row(std::size_t row, Level1 level) const {
    const bool whole = sources_.proof.whole() && sources_.proof.names_suit();
    if (!whole && !(sources_.proof.sound_row(row) && sources_.proof.name_suits(row))) return false;
    return level == Level1::Satisfaction ||
           vocabulary_.affinity(Level2::ServiceSatisfaction, rows_[row].name, rows_[row].target) <= 0;
  }

  // 社会效益 may be the first line of 社会效益指标.
  [[nodiscard]] bool is_whole(std::string_view text) const {
    const std::string key = key_of(text);
    return vocabulary_.is_level_name(text) && contains(key, "指标") &&
           std::count(key.begin(), key.end(), '(') == std::count(key.begin(), key.end(), ')');
  }

  // Either all labels of a level carry their points or none: else some were printed elsewhere, or are of another label.
  static bool points_agree(const std::vector<GroupLabel>& labels) {
    const auto pointed = std::count_if(labels.begin(), labels.end(),
                                       [](const GroupLabel& label) { return points_in_label(label.text).has_value(); });
    return pointed == 0 || pointed == std::ssize(labels);
  }

  // 质量指标 though 数量指标 is named and has no row, or one below, or above all others: one of the two stands
  // elsewhere.
  [[nodiscard]] bool jumps_quantity(const GroupLabel& label, const std::vector<int>& label_of_row) const {
    if (label.level2 != Level2::Quality && label.level2 != Level2::Timeliness) return false;
    const bool named = std::any_of(labels_.second.begin(), labels_.second.end(),
                                   [](const GroupLabel& other) { return other.level2 == Level2::Quantity; });
    if (!named && !label_of_row.empty() && label_at(labels_.second, label_of_row.front()) == &label) return true;
    const auto first_row = [&](std::size_t second) {
      return std::find(label_of_row.begin(), label_of_row.end(), static_cast<int>(second)) - label_of_row.begin();
    };
    const auto own = first_row(static_cast<std::size_t>(&label - labels_.second.data()));
    for (std::size_t other = 0; other < labels_.second.size(); ++other) {
      if (labels_.second[other].level2 == Level2::Quantity && first_row(other) > own) return true;
    }
    return false;
  }

  const LevelSources& sources_;
  std::vector<GroupedRow> rows_;
  const Vocabulary& vocabulary_;
  LabelColumns labels_;
  std::vector<std::vector<FoundCell>> cells_;
};

}  // namespace

std::vector<std::vector<FoundCell>> levels_of_rows(const LevelSources& sources, std::vector<GroupedRow> rows,
                                                   const Vocabulary& vocabulary) {
  return LevelReader(sources, std::move(rows), vocabulary).read();
}

}  // namespace jiheng::segmenter
