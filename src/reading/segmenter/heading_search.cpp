#include "reading/segmenter/heading_search.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "form/number.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kBeam = 80;
constexpr double kMargin = 0.9;                       // sure where all guesses this near to the best agree
constexpr double kLeftOut = 1.2, kLateLeftOut = 0.5;  // a text that answers no label
constexpr std::size_t kMostPieces = 4;

enum class Kind { Body, Name, Person, Phone, Date, Mark, Score, Code, Money, Other };

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return contains(text, word); });
}

Kind kind_asked(const HeadingPart& label) {
  switch (label.label) {
    case Label::Department:
    case Label::Unit:
    case Label::Reporter: return Kind::Body;
    case Label::ProjectName: return Kind::Name;
    case Label::ProjectCode: return Kind::Code;
    case Label::Grade: return Kind::Mark;
    case Label::OverallScore: return Kind::Score;
    case Label::Year: return Kind::Date;
    case Label::AmountUnitLabel: return Kind::Money;
    default: break;
  }
  const std::string key = label_key(label.text);
  if (holds_any(key, {"电话", "手机"}) && !holds_any(key, {"人"})) return Kind::Phone;
  if (holds_any(key, {"日期", "时间", "周期", "期限", "实施期"})) return Kind::Date;
  if (holds_any(key, {"人", "分管领导"})) return Kind::Person;
  if (holds_any(key, {"得分", "评分"})) return Kind::Score;
  return Kind::Other;
}

std::size_t digits_of(std::string_view key) {
  return static_cast<std::size_t>(std::count_if(key.begin(), key.end(), is_digit));
}

bool is_mark(std::string_view key) {
  return holds_any(key, {"□", "☑", "√", "■", "☐"}) || key == "优" || key == "良" || key == "中" || key == "差" ||
         key == "优秀" || key == "良好";
}

// How badly the value suits the kind of value the label asks for.
double unsuited(Kind kind, std::string_view value, const Vocabulary& vocabulary) {
  const std::string key = key_of(value);
  const bool body = vocabulary.names_a_body(key);
  const std::size_t size = length(key), digits = digits_of(key);
  const bool phone = digits >= 7 && size <= digits + 12 && !contains(key, "年");
  const bool person = size >= 2 && size <= 4 && digits == 0 && !body;
  const bool number = parse_number(key).has_value();
  switch (kind) {
    case Kind::Body:
      if (body && !is_mark(key)) return size < 4 ? 1.2 : 0;
      return number || is_mark(key) || phone ? 3.0 : size < 4 ? 2.0 : 1.3;
    case Kind::Name:
      if (number || is_mark(key) || (phone && size < digits + 4)) return 3.0;
      return size < 4 ? 1.2 : body ? 1.0 : 0;
    case Kind::Person: return person || (phone && size > digits) || holds_any(key, {"*", "某"}) ? 0 : body ? 2.0 : 1.0;
    case Kind::Phone: return phone || contains(key, "*") ? 0 : 2.5;
    case Kind::Date: return digits > 0 && size <= digits + 8 ? 0 : 2.0;
    case Kind::Mark: return is_mark(key) ? -0.3 : 3.0;
    case Kind::Score: return number ? -0.3 : 4.0;
    case Kind::Code: return digits >= 4 && size <= digits + 8 ? -0.3 : 3.0;
    case Kind::Money: return ends_with(key, "元") && size <= 3 ? -0.3 : 4.0;
    case Kind::Other: return body ? 1.0 : is_mark(key) ? -0.3 : 0.4;
  }
  return 0;
}

double missing_cost(Kind kind) {
  return kind == Kind::Body || kind == Kind::Name ? 1.6 : 0.4;
}

struct Guess {
  double cost = 0;
  std::vector<HeadingValue> values;  // by part
};

class Search {
 public:
  Search(const std::vector<HeadingPart>& parts, const Vocabulary& vocabulary) : parts_(parts), vocabulary_(vocabulary) {
    for (const HeadingPart& part : parts) kinds_.push_back(part.label == Label::None ? Kind::Other : kind_asked(part));
  }

  std::vector<HeadingValue> solve() {
    std::vector<Guess> guesses = {{0, std::vector<HeadingValue>(parts_.size())}};
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].label == Label::None) guesses = next(guesses, i);
    }
    for (Guess& guess : guesses) guess.cost += final_cost(guess);
    std::sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.cost < b.cost; });
    std::vector<HeadingValue> out = guesses.front().values;
    for (std::size_t l = 0; l < parts_.size(); ++l) {
      if (!out[l].parts.empty())
        out[l].sure = unsuited(kinds_[l], text_of(out[l]), vocabulary_) <= 0.4 && agreed(guesses, l);
    }
    return out;
  }

 private:
  [[nodiscard]] std::string text_of(const HeadingValue& value) const {
    std::string text;
    for (const std::size_t part : value.parts) text += parts_[part].text;
    return text;
  }

  [[nodiscard]] bool agreed(const std::vector<Guess>& guesses, std::size_t label) const {
    for (const Guess& guess : guesses) {
      if (guess.cost > guesses.front().cost + kMargin) break;
      if (text_of(guess.values[label]) != text_of(guesses.front().values[label])) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<Guess> next(const std::vector<Guess>& guesses, std::size_t text) const {
    std::vector<Guess> out;
    for (const Guess& guess : guesses) {
      out.push_back(guess);
      out.back().cost += parts_[text].late || is_mark(key_of(parts_[text].text)) ? kLateLeftOut : kLeftOut;
      for (std::size_t label = 0; label < parts_.size(); ++label) {
        if (parts_[label].label == Label::None || guess.values[label].parts.size() >= kMostPieces) continue;
        const double cost =
            guess.values[label].parts.empty() ? opening_cost(guess, label, text) : going_on_cost(guess, label, text);
        if (cost > 6) continue;
        out.push_back(guess);
        out.back().cost += cost;
        out.back().values[label].parts.push_back(text);
      }
    }
    const std::size_t kept = std::min(kBeam, out.size());
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(kept), out.end(),
                      [](const Guess& a, const Guess& b) { return a.cost < b.cost; });
    out.resize(kept);
    return out;
  }

  // Is the label printed right before the text, on its line?
  [[nodiscard]] bool leads(std::size_t label, std::size_t text) const {
    return label + 1 == text && parts_[label].line == parts_[text].line;
  }

  [[nodiscard]] double opening_cost(const Guess& guess, std::size_t label, std::size_t text) const {
    double cost =
        text > 0 && parts_[text - 1].label != Label::None && text - 1 != label && leads(text - 1, text) ? 1.5 : 0;
    if (label > text) return cost + (parts_[label].line - parts_[text].line <= 3 ? 0.9 : 1.6);
    if (leads(label, text)) return -1.2;
    if (label + 1 == text && parts_[label].paragraph == parts_[text].paragraph) cost -= 0.5;
    bool others_wait = false;
    cost += std::min(0.8, 0.12 * std::max(0.0, static_cast<double>(parts_[text].line - parts_[label].line) - 6));
    for (std::size_t other = 0; other < text; ++other) {
      if (other == label || parts_[other].label == Label::None || !guess.values[other].parts.empty()) continue;
      const bool wanting = missing_cost(kinds_[other]) > 1;
      cost += other < label ? (wanting ? 0.6 : 0.25) : 0.15;
      others_wait = others_wait || wanting;
    }
    if (label + 1 == text && !others_wait) cost -= 0.4;
    return cost;
  }

  [[nodiscard]] double going_on_cost(const Guess& guess, std::size_t label, std::size_t text) const {
    const std::size_t last = guess.values[label].parts.back();
    if (parts_[last].line == parts_[text].line && last + 1 != text) return 9;
    const std::string before = text_of(guess.values[label]);
    const bool whole = kinds_[label] != Kind::Name && unsuited(kinds_[label], before, vocabulary_) <= 0;
    double cost = last + 1 == text ? 0.4 : 0.9;
    if (whole) cost += 2.2;
    // A name is broken where its cell is full, and goes on at once.
    if (kinds_[label] == Kind::Name)
      cost += (last + 1 == text && parts_[text].line <= parts_[last].line + 2 ? 0.2 : 1.4) +
              (length(parts_[last].text) < 10 ? 1.2 : 0);
    if (parts_[text].paragraph != parts_[last].paragraph) cost += 0.6;
    if (leads(text - 1, text) && parts_[text - 1].label != Label::None) cost += 1.2;
    cost += seam_cost(last, text);
    // A first line is not much shorter than what was broken off it.
    if (length(parts_[last].text) < length(parts_[text].text) || length(before) < 4) cost += 0.8;
    return cost;
  }

  // Two characters that a line break parts mostly stand together somewhere else.
  [[nodiscard]] double seam_cost(std::size_t before, std::size_t after) const {
    const std::u32string a = to_utf32(parts_[before].text), b = to_utf32(parts_[after].text);
    if (a.empty() || b.empty()) return 0;
    const std::string seam = to_utf8(a.substr(a.size() - 1) + b.substr(0, 1));
    return std::any_of(parts_.begin(), parts_.end(), [&](const HeadingPart& part) { return contains(part.text, seam); })
               ? -0.9
               : 0;
  }

  [[nodiscard]] double final_cost(const Guess& guess) const {
    double cost = 0;
    for (std::size_t l = 0; l < parts_.size(); ++l) {
      if (parts_[l].label == Label::None) continue;
      cost += guess.values[l].parts.empty() ? missing_cost(kinds_[l])
                                            : unsuited(kinds_[l], text_of(guess.values[l]), vocabulary_);
    }
    return cost;
  }

  const std::vector<HeadingPart>& parts_;
  const Vocabulary& vocabulary_;
  std::vector<Kind> kinds_;
};

}  // namespace

std::vector<HeadingValue> solve_heading(const std::vector<HeadingPart>& parts, const Vocabulary& vocabulary) {
  return Search(parts, vocabulary).solve();
}

}  // namespace jiheng::segmenter
