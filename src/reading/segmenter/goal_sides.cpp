#include "reading/segmenter/goal_sides.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kBeam = 80;
constexpr double kMargin = 0.55;
constexpr std::size_t kShortest = 6;    // characters of a line of either text beside the other
constexpr std::size_t kLinesAPair = 8;  // of texts beside each other so many lines at most hold one pair
constexpr double kTurnInBlock = 2.0;    // from one text to the other within a block
constexpr std::size_t kMostSure = 8;    // lines; in longer ones some mistake is likely

struct Text {
  std::vector<std::string> lines;
  int number = 0;         // of the last numbered item
  std::size_t width = 0;  // of its longest line
};

struct Guess {
  double cost = 0;
  std::array<Text, 2> sides;
  int last = -1;  // the side of the last line
};

// "3、", "3.", "（3）", "目标3：": the number of an item that begins here.
std::optional<int> item_number(std::string_view line) {
  std::string key = key_of(line);
  for (const std::string_view prefix : {"(", "目标", "任务", "指标"}) {
    if (starts_with(key, prefix)) key.erase(0, prefix.size());
  }
  std::size_t at = 0;
  int number = 0;
  while (at < key.size() && at < 2 && key[at] >= '0' && key[at] <= '9') number = number * 10 + (key[at++] - '0');
  if (at == 0 || at >= key.size()) return std::nullopt;
  const std::string_view mark = std::string_view(key).substr(at);
  const bool point = mark.front() == '.' && !(mark.size() > 1 && mark[1] >= '0' && mark[1] <= '9');
  if (point || mark.front() == ')' || mark.front() == ':' || starts_with(mark, "、") || starts_with(mark, "，"))
    return number;
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += (text.empty() ? "" : " ") + words[i];
  return text;
}

class Search {
 public:
  Search(const std::vector<GoalLine>& lines, const std::string& other_text)
      : lines_(lines), known_(key_of(other_text)) {
    std::size_t pairs = 0;
    for (const GoalLine& line : lines) {
      blanks_ = blanks_ || line.after_blank;
      for (const std::string& word : line.words) known_.append("\n").append(key_of(word));
      if (line.words.size() == 1) widest_ = std::max(widest_, length(line.words[0]));
      if (line.words.size() != 2 || std::min(length(line.words[0]), length(line.words[1])) < kShortest) continue;
      for (const std::size_t side : {0U, 1U}) widths_[side] = std::max(widths_[side], length(line.words[side]));
      ++pairs;
    }
    // A few lines with a space inside are no pairs: "…和保障。 2、根据…".
    paired_ = pairs > 0 && pairs * kLinesAPair >= lines.size();
  }

  GoalSides solve() {
    std::vector<Guess> guesses = {Guess{}};
    for (std::size_t i = 0; i < lines_.size(); ++i) guesses = next(guesses, lines_[i]);
    for (Guess& guess : guesses) guess.cost += final_cost(guess);
    std::sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.cost < b.cost; });
    GoalSides out = {guesses[0].sides[0].lines, guesses[0].sides[1].lines, true};
    for (const Guess& guess : guesses) {
      if (guess.cost > guesses[0].cost + kMargin) break;
      if (guess.sides[0].lines != out.left || guess.sides[1].lines != out.right) out.sure = false;
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<Guess> next(const std::vector<Guess>& guesses, const GoalLine& line) const {
    std::vector<Guess> out;
    for (const Guess& guess : guesses) {
      // All words one text's, or cut in two somewhere.
      const std::size_t n = line.words.size();
      for (const std::size_t side : {0U, 1U}) {
        const double whole = paired_ && n == 2 && std::min(length(line.words[0]), length(line.words[1])) >= 6
                                 ? 1.5
                                 : 0.3 * static_cast<double>(n - 1);
        out.push_back(placed(guess, side, joined(line.words, 0, n), line.after_blank, whole));
      }
      for (std::size_t cut = 1; cut < n; ++cut) {
        Guess left = placed(guess, 0, joined(line.words, 0, cut), false, 0.2 * static_cast<double>(n - 2));
        left.last = 0;
        const std::size_t shorter = std::min(length(joined(line.words, 0, cut)), length(joined(line.words, cut, n)));
        out.push_back(placed(left, 1, joined(line.words, cut, n), false,
                             shorter < kShortest ? 1.0
                             : paired_           ? -0.3
                                                 : 0.6));
      }
    }
    const std::size_t kept = std::min(kBeam, out.size());
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(kept), out.end(),
                      [](const Guess& a, const Guess& b) { return a.cost < b.cost; });
    out.resize(kept);
    return out;
  }

  [[nodiscard]] Guess placed(Guess guess, std::size_t side, const std::string& line, bool after_blank,
                             double cost) const {
    Text& text = guess.sides[side];
    const auto number = item_number(line);
    const bool other = guess.last >= 0 && guess.last != static_cast<int>(side);
    if (paired_)
      cost += turn_cost(guess, side);
    else
      cost += other ? (after_blank ? 0.0 : blanks_ ? kTurnInBlock : 0.3) : after_blank && guess.last >= 0 ? 0.4 : 0.0;
    if (text.lines.empty()) {
      if (side == 1 && guess.sides[0].lines.empty()) cost += 1.6;
      if (number && *number != 1) cost += 1.0;
      if (!number && side == 1 && guess.sides[0].number > 0 && !ends_sentence(guess.sides[0].lines.back())) cost += 0.4;
      if (side == 1 && !guess.sides[0].lines.empty() && other && !ends_sentence(guess.sides[0].lines.back()) &&
          !after_blank && !paired_)
        cost += 0.3;
    } else if (number) {
      cost += *number == text.number + 1 ? -1.2 : 1.5;
      if (!ends_sentence(text.lines.back())) cost += 0.4;
    } else {
      cost += going_on_cost(text, side) + seam_cost(text.lines.back(), line);
    }
    if (paired_ && length(line) > widths_[side] + 2) cost += 1.5;
    if (!paired_ && text.lines.size() > 1 && length(line) > text.width + 2) cost += text.lines.size() > 3 ? 2.0 : 0.8;
    text.width = std::max(text.width, length(line));
    if (number) text.number = *number;
    text.lines.push_back(line);
    guess.last = static_cast<int>(side);
    guess.cost += cost;
    return guess;
  }

  // Texts printed line by line go on in turn, the left one first.
  [[nodiscard]] static double turn_cost(const Guess& guess, std::size_t side) {
    const bool after_left = guess.last == 0;
    if (side == 1) return after_left ? 0.0 : 0.6;
    return after_left && !guess.sides[1].lines.empty() ? 0.3 : 0.0;
  }

  // What a line break cuts is mostly printed whole somewhere else: goals and results repeat each other.
  [[nodiscard]] double seam_cost(const std::string& before, const std::string& after) const {
    const std::u32string a = to_utf32(key_of(before)), b = to_utf32(key_of(after));
    for (const std::size_t reach : {2U, 1U}) {
      if (a.size() < reach || b.size() < reach) continue;
      if (contains(known_, to_utf8(a.substr(a.size() - reach) + b.substr(0, reach)))) return reach == 2 ? -1.2 : -0.3;
    }
    return 0;
  }

  // A full line goes on; one that ended its sentence early was the last.
  [[nodiscard]] double going_on_cost(const Text& text, std::size_t side) const {
    const std::string& last = text.lines.back();
    const std::size_t width = paired_ ? widths_[side] : text.lines.size() > 1 ? text.width : widest_;
    const bool full = length(last) + 3 >= width;
    if (ends_sentence(last)) return full ? 0.4 : 1.6;
    return full ? 0.0 : paired_ || text.lines.size() > 1 ? 0.9 : 0.5;
  }

  [[nodiscard]] static double final_cost(const Guess& guess) {
    double cost = 0;
    for (const Text& text : guess.sides) {
      if (text.lines.empty()) {
        cost += 1.6;
        continue;
      }
      if (!ends_sentence(text.lines.back())) cost += 0.8;
      if (text.lines.size() == 1 && length(text.lines[0]) <= 4) cost += 1.0;  // no text, but the rest of a line
    }
    return cost;
  }

  const std::vector<GoalLine>& lines_;
  std::string known_;  // all text of the form, without spaces
  std::array<std::size_t, 2> widths_{};
  std::size_t widest_ = 0;
  bool paired_ = false;  // lines hold both texts
  bool blanks_ = false;  // empty lines part blocks of lines
};

}  // namespace

bool ends_sentence(std::string_view line) {
  const std::string key = key_of(line);
  static constexpr std::array<std::string_view, 6> kEnds = {"。", ";", "；", "!", "！", "."};
  return std::any_of(kEnds.begin(), kEnds.end(), [&key](std::string_view end) { return ends_with(key, end); });
}

bool reads_as_one(const std::vector<std::string>& lines) {
  std::size_t width = 0, sentences = 0;
  for (const std::string& line : lines) {
    width = std::max(width, length(line));
    sentences += ends_sentence(line) ? 1 : 0;
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool early = length(lines[i]) + 4 < width, alike = ends_with(key_of(lines[i + 1]), "。") && i == 0;
    if (ends_with(key_of(lines[i]), "。") && (early || alike) && !item_number(lines[i + 1])) return false;
  }
  return lines.empty() || sentences == 0 || ends_sentence(lines.back());
}

GoalSides solve_goal_sides(const std::vector<GoalLine>& lines, const std::string& other_text) {
  GoalSides sides = Search(lines, other_text).solve();
  sides.sure = sides.sure && !sides.left.empty() && !sides.right.empty() && lines.size() <= kMostSure &&
               reads_as_one(sides.left) && reads_as_one(sides.right) &&
               ends_sentence(sides.left.back()) == ends_sentence(sides.right.back()) &&
               std::all_of(lines.begin(), lines.end(), [](const GoalLine& line) { return line.words.size() <= 2; });
  return sides;
}

}  // namespace jiheng::segmenter
