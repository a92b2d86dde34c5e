#include "reading/level_labels.h"

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/groups.h"

namespace jiheng {
namespace {

constexpr float kFilledConfidence = 0.9F;   // a group's label filled down, or its extent proved
constexpr float kCentredConfidence = 0.7F;  // a label in mid-group, extent guessed

constexpr double kPerRowOffTheMiddle = 4.0;  // against 5 for a row of another kind
constexpr float kHalfTolerance = 0.25F;      // of a row

enum class Level { First, Second };

class Filler {
 public:
  Filler(std::vector<Indicator>& indicators, const std::vector<LevelRow>& rows, const Wording& wording,
         const Lexicon& lexicon)
      : indicators_(indicators), rows_(rows), wording_(wording), lexicon_(lexicon) {}

  void fill() {
    const std::size_t end = rows_.size();
    if (end == 0) return;
    if (!centred(Level::First, 0, end)) {
      fill_down(Level::First, 0, end);
      // Second levels end with their first level.
      for (std::size_t begin = 0, next = 0; begin < end; begin = next) {
        next = begin + 1;
        while (next < end && indicator(next).l1.printed == indicator(begin).l1.printed) ++next;
        fill_second(begin, next);
      }
      return;
    }
    fill_second(0, end);  // the kinds of the second levels help to find where the first ones end
    spread(Level::First, 0, end);
  }

 private:
  [[nodiscard]] Indicator& indicator(std::size_t row) const { return indicators_[rows_[row].indicator]; }
  [[nodiscard]] TextField& field(Level level, std::size_t row) const {
    return level == Level::First ? indicator(row).l1 : indicator(row).l2;
  }
  [[nodiscard]] bool blank(Level level, std::size_t row) const {
    return level == Level::First ? rows_[row].l1_blank : rows_[row].l2_blank;
  }

  // Does a label follow on blank rows?
  [[nodiscard]] bool centred(Level level, std::size_t begin, std::size_t end) const {
    if (!blank(level, begin)) return false;
    for (std::size_t row = begin; row < end; ++row) {
      if (!blank(level, row) && !field(level, row).empty()) return true;
    }
    return false;
  }

  void fill_second(std::size_t begin, std::size_t end) const {
    if (centred(Level::Second, begin, end)) {
      spread(Level::Second, begin, end);
    } else {
      fill_down(Level::Second, begin, end);
    }
  }

  void fill_down(Level level, std::size_t begin, std::size_t end) const {
    for (std::size_t row = begin + 1; row < end; ++row) {
      if (!blank(level, row) || indicator(row).l3.empty() || field(level, row - 1).empty()) continue;
      field(level, row) = field(level, row - 1);
      field(level, row).confidence = kFilledConfidence;
    }
  }

  // Labels in mid-group.
  void spread(Level level, std::size_t begin, std::size_t end) const {
    const segmenter::Vocabulary vocabulary(wording_, lexicon_);
    std::vector<segmenter::GroupLabel> labels;
    std::vector<segmenter::GroupedRow> rows;
    for (std::size_t row = begin; row < end; ++row) {
      const auto y = static_cast<float>(row);
      segmenter::GroupedRow grouped;
      grouped.top = grouped.bottom = y;
      grouped.name = indicator(row).l3.printed;
      grouped.target = indicator(row).target.printed;
      grouped.weight = parse_number(indicator(row).weight.printed);
      grouped.level2 = level2_of(indicator(row).l2.printed, lexicon_);
      grouped.level1 = parent_of(grouped.level2);
      rows.push_back(std::move(grouped));
      const TextField& label = field(level, row);
      if (blank(level, row) || label.empty()) continue;
      labels.push_back(
          {label.printed, y, y, label.where, level1_of(label.printed, lexicon_), level2_of(label.printed, lexicon_)});
    }
    // Rows of a table are counted, so a label stands in the very middle of its group; in the middle of an even
    // number of rows, either in all groups above it or in all below it.
    segmenter::PlaceTrust trust;
    trust.per_line = kPerRowOffTheMiddle;
    const auto grouped = [&](float lean) {
      std::vector<segmenter::GroupLabel> leaning = labels;
      for (segmenter::GroupLabel& label : leaning) label.top = label.bottom = label.top + lean;
      return level == Level::First ? segmenter::group_by_first_level(leaning, rows, trust)
                                   : segmenter::group_by_second_level(leaning, rows, vocabulary, trust);
    };
    const segmenter::Grouping above = grouped(kHalfTolerance), below = grouped(-kHalfTolerance);
    const segmenter::Grouping& groups = above.cost <= below.cost ? above : below;
    for (std::size_t row = begin; row < end; ++row) {
      const int label = groups.label_of_row[row - begin];
      if (!blank(level, row) || label < 0) continue;
      const segmenter::GroupLabel& found = labels[static_cast<std::size_t>(label)];
      field(level, row) =
          TextField(found.text, found.where, groups.doubtful[row - begin] ? kCentredConfidence : kFilledConfidence);
    }
  }

  std::vector<Indicator>& indicators_;
  const std::vector<LevelRow>& rows_;
  const Wording& wording_;
  const Lexicon& lexicon_;
};

}  // namespace

void fill_level_labels(std::vector<Indicator>& indicators, const std::vector<LevelRow>& rows, const Wording& wording,
                       const Lexicon& lexicon) {
  Filler(indicators, rows, wording, lexicon).fill();
}

}  // namespace jiheng
