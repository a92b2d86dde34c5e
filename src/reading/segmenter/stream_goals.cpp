#include "reading/segmenter/stream_goals.h"

#include <algorithm>
#include <optional>

#include "core/text.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/goal_sides.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F;
constexpr std::size_t kSentence = 9;  // characters; a shorter text above a goal's label is no goal

struct Line {
  GoalLine text;
  std::vector<std::size_t> items;
  std::size_t number = 0;  // of the sheet
};

// Labels of goals: 年度总体目标 names the part as well as a text, so a plainer name of the text wins.
struct GoalLabels {
  std::optional<std::size_t> expected, actual, other;  // other: goals of all years, which the form has no field for
};

GoalLabels find_labels(const std::vector<TopItem>& items) {
  GoalLabels plain, part;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != TopKind::Label || items[i].taken) continue;
    GoalLabels& labels = items[i].as(Part::Sections) != Label::None ? part : plain;
    const Label label = items[i].as(Part::Goals);
    std::optional<std::size_t>* place = label == Label::GoalExpected ? &labels.expected
                                        : label == Label::GoalActual ? &labels.actual
                                        : label == Label::GoalOther  ? &labels.other
                                                                     : nullptr;
    // 完成情况 may stand beside the whole part, 全年实际完成情况 only above its text.
    if (place && (!*place || ((label == Label::GoalActual || &labels == &part) &&
                              length(items[**place].text) + 2 <= length(items[i].text))))
      *place = i;
  }
  if (!plain.expected) plain.expected = part.expected;
  if (!plain.actual) plain.actual = part.actual;
  return plain;
}

bool is_sentence(std::string_view text) {
  return length(text) >= kSentence &&
         (ends_sentence(text) || contains(text, "；") || (length(text) >= 24 && contains(text, "，")));
}

class GoalReader {
 public:
  GoalReader(std::vector<TopItem>& items, const std::string& other_text, const Sheet& sheet,
             const Vocabulary& vocabulary)
      : items_(items), other_text_(other_text), sheet_(sheet), vocabulary_(vocabulary), labels_(find_labels(items)) {}

  void read(Form& form) {
    form.goal_expected.exists = labels_.expected.has_value();
    form.goal_actual.exists = labels_.actual.has_value();
    if (!labels_.expected && !labels_.actual) return;
    collect();
    drop_header();
    if (lines_.empty()) return;
    const auto second = labels_.actual ? labels_.actual : labels_.other;
    if (!labels_.expected || !second) {
      set(labels_.expected ? &form.goal_expected : &form.goal_actual, 0, lines_.size(),
          flows() && form.kind == FormKind::TargetDeclaration ? kSure : kDoubtful);
    } else {
      // Goals of all years stand left of, or above, the year's.
      Text upper = {*labels_.expected, &form.goal_expected},
           lower = {*second, labels_.actual ? &form.goal_actual : nullptr};
      const bool beside = side_by_side(upper.label, lower.label);
      if (beside ? !labels_.actual : upper.label > lower.label) std::swap(upper, lower);
      if (beside)
        read_sides(upper, lower);
      else
        read_rows(upper, lower);
    }
    for (const Line& line : lines_) {
      for (const std::size_t item : line.items) items_[item].taken = true;
    }
  }

 private:
  struct Text {
    std::size_t label = 0;
    TextField* field = nullptr;
  };

  void collect() {
    for (std::size_t i = first_goal_item(items_); i < items_.size(); ++i) {
      const TopItem& item = items_[i];
      const bool told = item.as(Part::Goals) == Label::None && is_told(items_, i);
      if (item.taken || (item.kind == TopKind::Label && !told) || (item.kind == TopKind::Addition && !goes_on(i)))
        continue;
      const bool begins = lines_.empty() || lines_.back().number != item.line;
      if (begins && item.kind != TopKind::Amount && length(item.text) <= 4 &&
          vocabulary_.is_piece(Part::Sections, item.text))
        continue;
      if (begins && item.kind == TopKind::Amount && !told) continue;
      if (begins && length(item.text) >= 2 && vocabulary_.is_level_piece(item.text)) continue;
      if (begins && length(item.text) >= 4 && vocabulary_.label(Part::Rows, item.text) == Label::RemarkRow) continue;
      if (begins) {
        const bool blank = !lines_.empty() && items_[lines_.back().items.back()].paragraph != item.paragraph;
        lines_.push_back({{{}, blank}, {}, item.line});
      }
      lines_.back().text.words.push_back(item.text);
      lines_.back().items.push_back(i);
    }
  }

  [[nodiscard]] bool goes_on(std::size_t i) const {
    return i > 0 && !lines_.empty() && lines_.back().number == items_[i].line;
  }

  // Pieces of the indicators' header behind the last sentence.
  void drop_header() {
    while (lines_.size() > 1 && !ends_sentence(last_word(lines_.size() - 1)) &&
           ends_sentence(last_word(lines_.size() - 2))) {
      const std::vector<std::string>& words = lines_.back().text.words;
      const bool header = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return length(word) <= 16 && (contains(word, "指标") || vocabulary_.label_like(Part::IndicatorColumns, word) ||
                                      vocabulary_.is_piece(Part::IndicatorColumns, word));
      });
      if (!header) return;
      lines_.pop_back();
    }
  }

  [[nodiscard]] const std::string& last_word(std::size_t line) const { return lines_[line].text.words.back(); }

  // One text: every line but the last is full, or ends a sentence.
  [[nodiscard]] bool flows() const {
    std::size_t width = 0;
    for (const Line& line : lines_) {
      width = std::max(width, length(line_text(line)));
      if (line.text.words.size() > 1 && std::all_of(line.text.words.begin(), line.text.words.end(),
                                                    [](const std::string& word) { return length(word) >= kSentence; }))
        return false;
    }
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (length(line_text(lines_[i])) + 4 < width && !ends_sentence(last_word(i))) return false;
    }
    return true;
  }

  // No text between the two labels, nor above them: their texts stand below them, beside each other.
  [[nodiscard]] bool side_by_side(std::size_t a, std::size_t b) const {
    const std::size_t last = std::max(a, b);
    return std::none_of(lines_.begin(), lines_.end(), [&](const Line& line) { return line.items.front() < last; });
  }

  void read_sides(const Text& left, const Text& right) {
    std::vector<GoalLine> texts;
    for (const Line& line : lines_) texts.push_back(line.text);
    const GoalSides sides = solve_goal_sides(texts, other_text_);
    const Location where = sheet_.lines[lines_.front().number].where();
    const auto put = [&](const Text& text, const std::vector<std::string>& lines) {
      if (!text.field || lines.empty()) return;
      std::string joined;
      for (const std::string& line : lines) joined += (joined.empty() ? "" : "\n") + line;
      *text.field = TextField(joined_lines(joined), where, sides.sure && labels_.actual ? kSure : kDoubtful);
    };
    put(left, sides.left);
    put(right, sides.right);
  }

  // One below the other: a label stands in front of its text, or in the middle of its lines.
  void read_rows(const Text& upper, const Text& lower) {
    const std::size_t above = lines_before(upper.label), before_lower = lines_before(lower.label);
    const std::size_t between = before_lower - above, below = lines_.size() - before_lower - on_line(lower.label);
    std::size_t cut = before_lower;
    bool sure = true;
    if (above > 0) {
      // As many lines above a label as below it.
      const std::size_t own = std::min(between, above + on_line(upper.label));
      cut = above + own;
      sure = between - own == below;
    } else if (between > 1 && below > 0 && !ends_sentence(last_word(cut - 1))) {
      sure = false;
      for (std::size_t k = cut - 1; k > 0 && cut - k <= below; --k) {
        if (!ends_sentence(last_word(k - 1))) continue;
        cut = k;
        break;
      }
    }
    if (cut == 0 || cut > lines_.size()) return;
    sure = sure && ends_sentence(last_word(cut - 1)) == ends_sentence(last_word(lines_.size() - 1)) &&
           reads_as_one(texts_of(0, cut)) && reads_as_one(texts_of(cut, lines_.size()));
    set(upper.field, 0, cut, sure ? kSure : kDoubtful);
    set(lower.field, cut, lines_.size(), sure ? kSure : kDoubtful);
  }

  [[nodiscard]] std::vector<std::string> texts_of(std::size_t first, std::size_t last) const {
    std::vector<std::string> texts;
    for (std::size_t i = first; i < last; ++i) texts.push_back(line_text(lines_[i]));
    return texts;
  }

  [[nodiscard]] std::size_t lines_before(std::size_t label) const {
    return static_cast<std::size_t>(
        std::count_if(lines_.begin(), lines_.end(), [&](const Line& line) { return line.items.front() < label; }));
  }
  // 1 if the label stands on a line of text.
  [[nodiscard]] std::size_t on_line(std::size_t label) const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [&](const Line& line) { return line.number == items_[label].line; })
               ? 1
               : 0;
  }

  static std::string line_text(const Line& line) {
    std::string text;
    for (const std::string& word : line.text.words) text += (text.empty() ? "" : " ") + word;
    return text;
  }

  void set(TextField* field, std::size_t first, std::size_t last, float confidence) {
    if (!field || first >= last) return;
    std::string text;
    for (std::size_t i = first; i < last; ++i) text += (i > first ? "\n" : "") + line_text(lines_[i]);
    *field = TextField(joined_lines(text), sheet_.lines[lines_[first].number].where(), confidence);
  }

  std::vector<TopItem>& items_;
  const std::string& other_text_;
  const Sheet& sheet_;
  const Vocabulary& vocabulary_;
  GoalLabels labels_;
  std::vector<Line> lines_;
};

}  // namespace

std::size_t first_goal_item(const std::vector<TopItem>& items) {
  const GoalLabels labels = find_labels(items);
  std::size_t first = items.size();
  for (const auto& label : {labels.expected, labels.actual, labels.other})
    first = std::min(first, label.value_or(first));
  // A label in the middle of its text: sentences right above it are part of it.
  while (first > 0 && items[first - 1].kind == TopKind::Text && !items[first - 1].taken &&
         is_sentence(items[first - 1].text))
    --first;
  return first;
}

void read_stream_goals(std::vector<TopItem>& items, const std::string& other_text, const Sheet& sheet,
                       const Vocabulary& vocabulary, Form& form) {
  GoalReader(items, other_text, sheet, vocabulary).read(form);
}

}  // namespace jiheng::segmenter
