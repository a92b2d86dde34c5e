#include "reading/segmenter/stream_heading.h"

#include <algorithm>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/heading.h"
#include "reading/segmenter/heading_search.h"
#include "reading/segmenter/stream_goals.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F;
constexpr std::size_t kMostParts = 48;

struct InlinePair {
  Label label = Label::None;
  std::string key, value;
  Location where;
};

// A bare 单位 or 部门 above a table names who reports, not who carries out the project.
Label inline_meaning(const InlinePair& pair) {
  return pair.key == "单位" || pair.key == "部门" ? Label::Reporter : pair.label;
}

class HeadingReader {
 public:
  HeadingReader(std::vector<TopItem>& items, const Sheet& sheet, const Vocabulary& vocabulary)
      : items_(items), goals_(first_goal_item(items)), sheet_(sheet), vocabulary_(vocabulary) {
    const auto taken = std::find_if(items.begin(), items.end(), [](const TopItem& item) { return item.taken; });
    late_ = std::min(goals_, static_cast<std::size_t>(taken - items.begin()));
  }

  void read(Form& form) {
    collect();
    if (parts_.size() <= kMostParts) store(solve_heading(parts_, vocabulary_), form);
    // The table's own cells first; what stands above it where they are silent.
    for (const bool reporters : {false, true}) {
      for (const InlinePair& pair : pairs_) {
        const Label label = inline_meaning(pair);
        if ((label == Label::Reporter) == reporters) set_pair(label, pair, form);
      }
    }
    for (const std::size_t i : places_) {
      if (i < goals_ && !items_[i].taken && items_[i].kind == TopKind::Text)
        form.unclaimed.push_back({"", items_[i].text, where(i)});
    }
  }

 private:
  [[nodiscard]] Location where(std::size_t item) const { return sheet_.lines[items_[item].line].where(); }

  void collect() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      TopItem& item = items_[i];
      if (item.taken) continue;
      const Label header = item.kind == TopKind::Label ? item.as(Part::Header) : Label::None;
      if (header != Label::None && item.as(Part::Goals) == Label::None) {
        add(header, i);
      } else if (item.kind == TopKind::Text && take_pair(item)) {
        item.taken = true;
      } else if (item.kind == TopKind::Text && !is_side_label(item) && (i < goals_ || is_late_value(i))) {
        add(Label::None, i);
      } else if (item.kind == TopKind::Amount && !parts_.empty() && parts_.back().label != Label::None &&
                 places_.back() + 2 >= i) {
        add(Label::None, i);  // 自评得分 98
      }
    }
  }

  void add(Label label, std::size_t item) {
    parts_.push_back({label, items_[item].text, items_[item].line, items_[item].paragraph, item > late_});
    places_.push_back(item);
  }

  bool take_pair(const TopItem& item) {
    InlinePair pair;
    if (!split_inline_label(item.text, vocabulary_, pair.label, pair.value)) return false;
    const std::string key = key_of(item.text);
    pair.key = label_key(key.substr(0, key.find(':')));
    pair.where = sheet_.lines[item.line].where();
    pairs_.push_back(pair);
    return true;
  }

  // A body's name alone in its paragraph, among the goals: printed behind them for its column's sake.
  [[nodiscard]] bool is_late_value(std::size_t i) const {
    const auto apart = [&](std::size_t k) { return items_[k].paragraph != items_[i].paragraph; };
    return (i == 0 || apart(i - 1)) && (i + 1 == items_.size() || apart(i + 1)) && length(items_[i].text) <= 24 &&
           vocabulary_.names_a_body(items_[i].text);
  }

  // Pieces of labels that stand upright beside the table.
  [[nodiscard]] bool is_side_label(const TopItem& item) const {
    return length(item.text) <= 4 && vocabulary_.is_piece(Part::Sections, item.text);
  }

  void store(const std::vector<HeadingValue>& values, Form& form) {
    for (std::size_t l = 0; l < parts_.size(); ++l) {
      if (parts_[l].label == Label::None) continue;
      items_[places_[l]].taken = true;
      std::string text;
      for (const std::size_t part : values[l].parts) {
        text += (text.empty() ? "" : "\n") + parts_[part].text;
        items_[places_[part]].taken = true;
      }
      const Location place = where(values[l].parts.empty() ? places_[l] : places_[values[l].parts.front()]);
      if (parts_[l].label == Label::Year) set_year(text, place, form);
      if (parts_[l].label == Label::AmountUnitLabel) set_amount_unit(text, place, form);
      set_heading(form, parts_[l].label, joined_lines(text), place, values[l].sure ? kSure : kDoubtful);
    }
  }

  static void set_year(const std::string& text, const Location& place, Form& form) {
    const auto year = year_in(text);
    if (!year || form.year.exists) return;
    form.year = Field<int>(std::to_string(*year), place, kSure);
    form.year.value = *year;
  }

  static void set_amount_unit(const std::string& text, const Location& place, Form& form) {
    const AmountUnit unit = amount_unit_in("(" + text + ")");
    if (unit == AmountUnit::Unknown) return;
    form.amount_unit = Field<AmountUnit>(std::string(name_of(unit)), place, kSure);
    form.amount_unit.value = unit;
  }

  static void set_pair(Label label, const InlinePair& pair, Form& form) {
    if (label != Label::Reporter || amount_unit_in("(" + pair.value + ")") != AmountUnit::Unknown) {
      set_heading(form, label, pair.value, pair.where, kSure);
    } else if (!form.department.exists) {
      form.department = TextField(pair.value, pair.where, kSure);
    } else if (!form.unit.exists) {
      form.unit = TextField(pair.value, pair.where, kSure);
    }
  }

  std::vector<TopItem>& items_;
  std::size_t goals_, late_ = 0;  // the first items of the goals, of funds or goals
  const Sheet& sheet_;
  const Vocabulary& vocabulary_;
  std::vector<HeadingPart> parts_;
  std::vector<std::size_t> places_;  // of each part: its item
  std::vector<InlinePair> pairs_;
};

}  // namespace

void read_stream_heading(std::vector<TopItem>& items, const Sheet& sheet, const Vocabulary& vocabulary, Form& form) {
  HeadingReader(items, sheet, vocabulary).read(form);
}

}  // namespace jiheng::segmenter
