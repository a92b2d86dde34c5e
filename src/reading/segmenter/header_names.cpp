#include "reading/segmenter/header_names.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr double kBesideName = 2.5;  // what a word adds to the whole name that it stands over
constexpr float kNear = 1.1F;        // free space between words of one name on two lines
constexpr float kApart = 1.9F;       // free space between two columns
constexpr float kReach = 12.0F;      // how far apart the lines of one column name may stand

// Pairs the fragments of several lines into columns, left to right, as the best-scoring whole.
class Composer {
 public:
  /// Tries at most `tries` columns, and lessens them; what is left then is passed over word by word.
  Composer(std::vector<std::vector<Word>> lines, Part part, const Vocabulary& vocabulary, std::size_t& tries)
      : lines_(std::move(lines)), part_(part), vocabulary_(vocabulary), tries_(tries) {}

  std::vector<Column> compose() {
    std::vector<std::size_t> at(lines_.size(), 0);
    best(at);
    std::vector<Column> columns;
    while (true) {
      const auto found = memo_.find(key(at));
      if (found == memo_.end() || found->second.take.empty()) break;
      const Choice choice = found->second;
      Column column;
      column.label = choice.label;
      float left = 1e9F, right = -1e9F;
      column.line = lines_.size();
      for (std::size_t line = 0; line < lines_.size(); ++line) {
        if (choice.take[line] > 0) column.line = std::min(column.line, line);
        for (int k = 0; k < choice.take[line]; ++k) {
          const Word& word = lines_[line][at[line]++];
          column.text += word.text;
          left = std::min(left, word.left);
          right = std::max(right, word.right);
        }
      }
      column.left = left;
      column.right = right;
      columns.push_back(std::move(column));
    }
    return columns;
  }

 private:
  struct Choice {
    double score = 0;
    std::vector<int> take;  // words taken from each line; empty at the end
    Label label = Label::None;
  };

  std::uint64_t key(const std::vector<std::size_t>& at) const {
    std::uint64_t sum = 0;
    for (const std::size_t position : at) sum = sum * (kMostHeaderWords + 1) + position;
    return sum;
  }

  double best(const std::vector<std::size_t>& at) {
    const std::uint64_t state = key(at);
    if (const auto found = memo_.find(state); found != memo_.end()) return found->second.score;
    float nearest = 1e9F;
    std::size_t nearest_line = 0;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (at[line] >= lines_[line].size() || lines_[line][at[line]].center() >= nearest) continue;
      nearest = lines_[line][at[line]].center();
      nearest_line = line;
    }
    Choice choice;
    if (nearest < 1e9F) {
      choice.score = -1e9;
      std::vector<int> take(lines_.size(), 0);
      extend(at, take, 0, nearest, choice);
      if (choice.take.empty()) {
        take.assign(lines_.size(), 0);
        take[nearest_line] = 1;
        consider(at, take, choice);
      }
    }
    memo_.emplace(state, choice);
    return choice.score;
  }

  // Chooses how many words of each line make the next column.
  void extend(const std::vector<std::size_t>& at, std::vector<int>& take, std::size_t line, float nearest,
              Choice& choice) {
    if (tries_ == 0) return;
    if (line == lines_.size()) {
      --tries_;
      consider(at, take, choice);
      return;
    }
    const std::vector<Word>& words = lines_[line];
    for (int count = 0; count <= 2; ++count) {
      const std::size_t end = at[line] + static_cast<std::size_t>(count);
      if (end > words.size()) break;
      if (count > 0 && words[end - 1].center() > nearest + kReach + 6) break;
      // Two words of one line stand in one column only where a single space parts them.
      if (count > 1 && words[end - 1].gap >= kApart) break;
      take[line] = count;
      extend(at, take, line + 1, nearest, choice);
    }
    take[line] = 0;
  }

  struct Whole {
    Label label;
    std::size_t letters;
    bool alone = false;  ///< what stands with it is a name of something else
  };

  static double name_score(std::size_t letters, bool exact) {
    return (exact ? 0.6 : 0.35) * std::pow(static_cast<double>(letters), 1.6);
  }

  // The name of its own among the words, where others beside brackets stand with it.
  [[nodiscard]] std::optional<Whole> whole_name(const std::vector<std::size_t>& at,
                                                const std::vector<int>& take) const {
    std::optional<Whole> whole;
    int others = 0;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      for (int k = 0; k < take[line]; ++k) {
        const std::string& text = lines_[line][at[line] + static_cast<std::size_t>(k)].text;
        const auto label = length(text) > 1 ? vocabulary_.label(part_, text) : std::nullopt;
        const auto like = label || length(text) < 4 ? label : vocabulary_.label_like(part_, text);
        if (like) {
          if (whole) others += 2;
          whole = Whole{*like, length(label_key(text)), false};
        } else if (!starts_with(folded(text), "(") && !ends_with(folded(text), ")")) {
          others += vocabulary_.label(Part::Sections, text) ? 2 : 1;
        }
      }
    }
    if (others > 0 && whole) whole->alone = others > 1;
    return others > 0 ? whole : std::nullopt;
  }

  // 指标值, the name of another column, is a part of 年度完成指标值 only where they stand together.
  [[nodiscard]] bool holds_other_name(const std::vector<std::size_t>& at, const std::vector<int>& take,
                                      Label whole) const {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      for (int k = 0; k < take[line]; ++k) {
        const std::string& text = lines_[line][at[line] + static_cast<std::size_t>(k)].text;
        const auto name = length(text) > 1 ? vocabulary_.label(part_, text) : std::nullopt;
        if (name && *name != whole) return true;
      }
    }
    return false;
  }

  // Does every word stand above or below another one?
  [[nodiscard]] bool stands_together(const std::vector<std::size_t>& at, const std::vector<int>& take) const {
    std::vector<const Word*> words;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      for (int k = 0; k < take[line]; ++k) words.push_back(&lines_[line][at[line] + static_cast<std::size_t>(k)]);
    }
    return std::all_of(words.begin(), words.end(), [&words](const Word* word) {
      return std::any_of(words.begin(), words.end(), [word](const Word* other) {
        return other != word && std::min(word->right, other->right) - std::max(word->left, other->left) > -kNear;
      });
    });
  }

  void consider(const std::vector<std::size_t>& at, const std::vector<int>& take, Choice& choice) {
    std::string text;
    float low = 1e9F, high = -1e9F;
    int words = 0, used_lines = 0;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      used_lines += take[line] > 0;
      for (int k = 0; k < take[line]; ++k) {
        const Word& word = lines_[line][at[line] + static_cast<std::size_t>(k)];
        text += word.text;
        low = std::min(low, word.center());
        high = std::max(high, word.center());
        ++words;
      }
    }
    if (words == 0) return;
    const auto exact = vocabulary_.label(part_, text);
    const auto label = exact || length(text) < (words > 1 ? 4 : 3) ? exact : vocabulary_.label_like(part_, text);
    if (!label && words > 1) return;  // what makes no sense is passed over word by word
    const bool together = words == 1 || stands_together(at, take);
    double most = 1e9, apart = 0;
    if (label && !exact && words > 1) {
      const auto whole = whole_name(at, take);
      if (!together || (whole && (whole->alone || used_lines < 2 || whole->label != *label))) return;
      if (whole) most = name_score(whole->letters, true) + kBesideName;  // what stands beside a name adds little
    }
    if (exact && words > 1 && holds_other_name(at, take, *label) && !together) apart = 2;
    double score = 0;
    if (label) {
      // More than the sum of its parts: 一级|指标 is one column, not two.
      score = std::min(most, name_score(length(label_key(text)), exact.has_value())) -
              0.25 * static_cast<double>(high - low) - 4.0 * (words - used_lines) - apart;
    } else {
      const bool section = vocabulary_.label(Part::Sections, text).has_value();
      score = length(text) <= 1 || section ? -0.5 : -2.0;
    }
    std::vector<std::size_t> next = at;
    for (std::size_t line = 0; line < lines_.size(); ++line) next[line] += static_cast<std::size_t>(take[line]);
    score += best(next);
    if (score > choice.score) choice = {score, take, label.value_or(Label::None)};
  }

  std::vector<std::vector<Word>> lines_;
  Part part_;
  const Vocabulary& vocabulary_;
  std::size_t& tries_;
  std::unordered_map<std::uint64_t, Choice> memo_;
};

}  // namespace

std::vector<Column> compose_columns(std::vector<std::vector<Word>> lines, Part part, const Vocabulary& vocabulary,
                                    std::size_t& tries) {
  return Composer(std::move(lines), part, vocabulary, tries).compose();
}

}  // namespace jiheng::segmenter
