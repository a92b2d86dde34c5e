#include "reading/segmenter/heading.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "form/number.h"
#include "reading/header.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.9F;
constexpr float kSuperior = 0.7F;  // 中央主管部门: the department only where no nearer one is named
constexpr float kNear = 2.2F;      // lines between a label and the farthest line of its value

struct FoundLabel {
  Label label = Label::None;
  Word word;
  float y = 0;
  bool inline_value = false;  // "单位：…" in one word
  struct Part {
    std::string text;
    float y = 0;
    float left = 0;
    Location where;
  };
  std::vector<Part> parts;
};

struct Loose {
  Word word;
  float y = 0;
  Location where;
  std::size_t owner = 0;  // label before it on its line, + 1; 0 if none
  bool second = false;    // not the first piece after that label
};

// "（盖章）", "（万元）": additions to a label, no value.
bool is_addition(std::string_view text) {
  const std::string key = key_of(text);
  return starts_with(key, "(") && ends_with(key, ")") && length(key) <= 8;
}

class HeadingReader {
 public:
  HeadingReader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void add(const Line& line) {
    if (names_year(line)) return;
    std::size_t owner = 0;
    bool begun = false, second = false;
    for (const Word& word : line.words) {
      Label label = Label::None;
      std::string value;
      if (split_inline_label(word.text, vocabulary_, label, value)) {
        FoundLabel found{label, word, line.y, true, {}};
        if (!value.empty()) found.parts.push_back({value, line.y, word.left, line.where()});
        labels_.push_back(found);
        owner = labels_.size();
        begun = !value.empty();
        second = false;
        continue;
      }
      const auto exact = vocabulary_.label(Part::Header, word.text);
      if (exact && !(begun && word.gap < 1.9F && !may_stand_close(*exact))) {
        labels_.push_back({*exact, word, line.y, false, {}});
        owner = labels_.size();
        begun = second = false;
        continue;
      }
      if (is_addition(word.text)) continue;
      if (begun && word.gap >= 1.9F) second = true;
      loose_.push_back({word, line.y, line.where(), owner, second});
      begun = true;
    }
  }

  void finish(Form& form) {
    for (const Loose& piece : loose_) {
      if (piece.owner > 0 && !piece.second) give(piece, piece.owner - 1);
    }
    for (const Loose& piece : loose_) {
      if ((piece.owner > 0 && !piece.second) || stands_among_others(piece)) continue;
      // Below or above a label's value, or right of a label on a neighbouring line.
      std::size_t best = labels_.size();
      double best_cost = 1e9;
      for (std::size_t i = 0; i < labels_.size(); ++i) {
        const FoundLabel& label = labels_[i];
        const double away = std::abs(static_cast<double>(label.y - piece.y));
        if (away > static_cast<double>(kNear) || label.word.right > piece.word.left + 1.5F) continue;
        if (piece.owner > 0 && !label.parts.empty() && i + 1 != piece.owner) continue;
        double cost = 0.5 * static_cast<double>(piece.word.left - label.word.right) + 3 * away;
        if (label.parts.empty()) cost -= 6;
        // Another label between them takes the place.
        for (const FoundLabel& other : labels_) {
          if (&other == &label || std::abs(other.y - piece.y) > kNear) continue;
          if (other.word.left >= label.word.right && other.word.right <= piece.word.left + 1.5F) cost += 12;
        }
        if (cost < best_cost) {
          best_cost = cost;
          best = i;
        }
      }
      if (best < labels_.size() && !vocabulary_.is_piece(Part::Header, piece.word.text)) give(piece, best);
    }
    // What stands in the table first; "单位：…" above it names who reports.
    std::stable_partition(labels_.begin(), labels_.end(), [](const FoundLabel& label) { return !label.inline_value; });
    for (FoundLabel& label : labels_) {
      std::stable_sort(label.parts.begin(), label.parts.end(),
                       [](const auto& a, const auto& b) { return a.y != b.y ? a.y < b.y : a.left < b.left; });
      std::string value;
      for (const FoundLabel::Part& part : label.parts) {
        if (!value.empty()) value.push_back('\n');
        value += part.text;
      }
      const Location where = label.parts.empty() ? Location{} : label.parts.front().where;
      value = joined_lines(value);
      const bool reporter = label.inline_value && (label.label == Label::Unit || label.label == Label::Reporter);
      set_heading(form, reporter ? Label::Reporter : label.label, value, where, kSure);
    }
  }

 private:
  // A line without labels whose first piece stands where labels do, or beside all values: a row of its own.
  [[nodiscard]] bool stands_among_others(const Loose& piece) const {
    if (piece.owner > 0) return false;
    return std::any_of(loose_.begin(), loose_.end(), [&](const Loose& other) {
      if (other.y != piece.y || other.owner > 0 || &other == &piece || length(other.word.text) < 3) return false;
      if (vocabulary_.is_piece(Part::Header, other.word.text)) return false;
      const auto near = [&other](const FoundLabel& label) { return std::abs(label.y - other.y) <= kNear; };
      const auto under_label = [&](const FoundLabel& label) {
        return near(label) && !label.inline_value && overlaps(label.word.left, label.word.right, other.word);
      };
      const auto under_value = [&](const FoundLabel& label) {
        return near(label) && std::any_of(label.parts.begin(), label.parts.end(), [&](const FoundLabel::Part& part) {
                 return overlaps(part.left, part.left + static_cast<float>(length(part.text)), other.word);
               });
      };
      return std::any_of(labels_.begin(), labels_.end(), under_label) ||
             std::none_of(labels_.begin(), labels_.end(), under_value);
    });
  }

  static bool overlaps(float left, float right, const Word& word) { return left < word.right && word.left < right; }

  // Other labels ("项目类别") may follow a value after one space; the main ones are searched everywhere.
  static bool may_stand_close(Label label) { return label != Label::Year && label != Label::Grade; }

  void give(const Loose& piece, std::size_t label) {
    labels_[label].parts.push_back({piece.word.text, piece.y, piece.word.left, piece.where});
  }

  const Vocabulary& vocabulary_;
  std::vector<FoundLabel> labels_;
  std::vector<Loose> loose_;
};

}  // namespace

bool split_inline_label(std::string_view text, const Vocabulary& vocabulary, Label& label, std::string& value) {
  const std::string key = folded(text);
  const std::size_t colon = key.find(':');
  if (colon == std::string::npos || colon == 0 || colon > 40) return false;
  const auto found = vocabulary.label(Part::Header, key.substr(0, colon));
  if (!found) return false;
  label = *found;
  // The value as it was printed: after the colon of either width.
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (c == ':' || c == U'：' || c == U'∶') break;
  }
  value = std::string(text.substr(at));
  return true;
}

bool set_heading(Form& form, Label label, const std::string& value, const Location& where, float confidence) {
  const auto set = [&](TextField& field) {
    if (field.exists && !field.printed.empty()) return false;
    field = TextField(value, where, confidence);
    return true;
  };
  switch (label) {
    case Label::ProjectName: return set(form.project_name);
    case Label::ProjectCode: return set(form.project_code);
    case Label::Department:
      if (form.department.confidence <= kSuperior) form.department = {};  // the nearest department wins
      return set(form.department);
    case Label::SuperiorDepartment:
      if (!set(form.department)) return false;
      form.department.confidence = kSuperior;
      return true;
    case Label::Unit: return set(form.unit);
    case Label::Grade: return set(form.grade);
    case Label::OverallScore:
      if (form.total_score.exists || !is_number(value)) return false;
      form.total_score = Field<Points>(without_points_unit(value), where, confidence);
      return true;
    case Label::Reporter:
      // Who fills in the form: the department, if no other is named.
      if (!value.empty() && amount_unit_in("(" + value + ")") == AmountUnit::Unknown &&
          form.department.printed.empty()) {
        form.department = TextField(value, where, confidence);
        return true;
      }
      return false;
    case Label::OtherHeader:
    case Label::Year:
      if (!value.empty()) form.unclaimed.push_back({"", value, where});
      return false;
    default: return false;
  }
}

void read_layout_heading(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                         Form& form) {
  HeadingReader reader(vocabulary);
  for (std::size_t i = first; i < last; ++i) reader.add(sheet.lines[i]);
  reader.finish(form);
}

FormKind kind_of_title(std::string_view title, const Wording& wording) {
  const std::string key = key_of(title);
  const auto holds = [&key](const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&key](const std::string& word) { return contains(key, word); });
  };
  if (holds(wording.monitoring_words)) return FormKind::Monitoring;
  if (holds(wording.review_words)) return FormKind::Review;
  if (holds(wording.declaration_words) && !contains(key, "自评")) return FormKind::TargetDeclaration;
  if (holds(wording.overall_words)) return FormKind::DepartmentOverall;
  return FormKind::SelfEvaluation;
}

namespace {

bool is_form_number(std::string_view text) {
  static constexpr std::string_view kForm = "表";
  const std::string key = key_of(text);
  return ends_with(key, kForm) && key.size() > kForm.size() && key[key.size() - kForm.size() - 1] >= '0' &&
         key[key.size() - kForm.size() - 1] <= '9';
}

}  // namespace

std::size_t read_title(const Sheet& sheet, std::size_t line, std::size_t last, const Vocabulary& vocabulary,
                       Form& form) {
  if (line >= last) return line;
  // "财绩02表", the number of the form, stands above its title.
  if (line + 1 < last && is_form_number(sheet.lines[line].text) &&
      vocabulary.wording().is_title(sheet.lines[line + 1].text))
    ++line;
  std::size_t after = line + 1;
  std::string title = sheet.lines[line].text;
  if (!vocabulary.wording().is_title(title) && after < last &&
      vocabulary.wording().is_title(title + sheet.lines[after].text)) {
    title += "\n" + sheet.lines[after].text;
    ++after;
  }
  title = joined_lines(title);
  if (!vocabulary.wording().is_title(title) || vocabulary.label(Part::Header, sheet.lines[line].words.front().text))
    return line;
  form.title = TextField(title, sheet.lines[line].where(), kSure);
  form.kind = kind_of_title(title, vocabulary.wording());
  const auto take_year = [&form](const Line& source) {
    if (const auto year = year_in(source.text)) {
      form.year = Field<int>(std::to_string(*year), source.where(), kSure);
      form.year.value = *year;
      return true;
    }
    return false;
  };
  // The year stands below the title in brackets, in the title, or in the next few lines as "2022年度".
  for (std::size_t i = after; i < std::min(after + 12, last); ++i) {
    if (i >= after + 3 && !names_year(sheet.lines[i])) continue;
    const std::string key = key_of(sheet.lines[i].text);
    if (length(key) <= 12 && contains(key, "年") && take_year(sheet.lines[i])) return after;
  }
  if (!take_year(sheet.lines[line]) && after - line == 2) take_year(sheet.lines[line + 1]);
  return after;
}

void read_amount_unit(const Sheet& sheet, std::size_t first, std::size_t last, Form& form) {
  for (std::size_t i = first; i < last; ++i) {
    for (const Word& word : sheet.lines[i].words) {
      const std::string key = key_of(word.text);
      const bool bracket = starts_with(key, "(") && ends_with(key, ")");
      const bool named = contains(key, "单位:") || (contains(key, "(") && contains(key, "元)"));
      if (!bracket && !named) continue;
      const AmountUnit unit = amount_unit_in(word.text);
      if (unit == AmountUnit::Unknown || length(key) > 20) continue;
      form.amount_unit = Field<AmountUnit>(std::string(name_of(unit)), sheet.lines[i].where(), kSure);
      form.amount_unit.value = unit;
      return;
    }
  }
}

void read_code_of_name(Form& form) {
  if (!form.project_code.printed.empty()) return;
  const std::string& name = form.project_name.printed;
  std::size_t at = 0;
  while (at < name.size() && ((name[at] >= '0' && name[at] <= '9') || (name[at] >= 'A' && name[at] <= 'Z'))) ++at;
  if (at < 12 || at + 1 >= name.size() || name[at] != '-') return;
  form.project_code = TextField(name.substr(0, at), form.project_name.where, form.project_name.confidence);
}

}  // namespace jiheng::segmenter
