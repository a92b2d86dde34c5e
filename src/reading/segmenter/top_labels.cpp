#include "reading/segmenter/top_labels.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

constexpr float kApart = 1.9F;           // free space between two cells
constexpr float kBelow = 1.2F;           // the next line
constexpr std::size_t kLetter = 3;       // characters of "（A）"
constexpr float kBeside = 1.5F;          // text programs move an addition against its label by so much
constexpr float kNextAddition = 3.2F;    // "（万元）" may stand a little farther below its label
constexpr std::size_t kLongestRow = 16;  // characters of a row's name that no list knows
constexpr std::size_t kMostLines = 200;
constexpr std::size_t kMostPieces = 5;  // lines of one label
constexpr std::size_t kMostChains = 20'000;

// "（万元）", "（B）", or a piece of it; "执行率(B/A)" is a label with its addition.
bool is_addition(std::string_view text) {
  const std::string key = key_of(text);
  return starts_with(key, "(") || (ends_with(key, ")") && !contains(key, "("));
}

class Finder {
 public:
  Finder(const Sheet& sheet, const Wording& wording) : sheet_(sheet), wording_(wording) {}

  TopLabels find(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < std::min(last, first + kMostLines); ++i) add_line(sheet_.lines[i]);
    find_labels();
    return std::move(out_);
  }

 private:
  // --- pieces ---

  [[nodiscard]] bool atom(const Word& word) const {
    return is_number(word.text) || is_percent(word.text) || is_dash(word.text) || listed(word.text);
  }

  // "年度目标 1": a number that counts what it follows.
  [[nodiscard]] bool counts(const Word& before, const Word& word) const {
    return listed(before.text) && word.text.size() <= 2 && is_number(word.text);
  }

  [[nodiscard]] bool listed(std::string_view text) const {
    const std::string key = label_key(text);
    return length(key) >= 2 && wording_.labels.contains(key);
  }

  void add_line(const Line& line) {
    if (names_year(line)) return;
    const bool inline_labels = std::any_of(line.words.begin(), line.words.end(),
                                           [this](const Word& word) { return has_inline_label(key_of(word.text)); });
    if (inline_labels) {
      std::string text;
      for (const Word& word : line.words) text += (text.empty() ? "" : word.gap >= kApart ? "    " : " ") + word.text;
      out_.lines.emplace_back(text, line.where());
      return;
    }
    const Word* before = nullptr;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Word& word = line.words[i];
      const bool heads = i + 1 < line.words.size() && line.words[i + 1].gap >= kApart && heads_value(word);
      const bool beside = i == 1 && stands_at_side(*before);
      // 村集体自筹 120,000.00: money is no part of a name.
      const bool money = i == 1 && is_number(word.text) && word.text.find_first_of(".,") != std::string::npos;
      const bool apart = before == nullptr || word.gap >= kApart || heads || beside || money ||
                         (atom(*before) && atom(word) && !counts(*before, word));
      if (apart) {
        out_.pieces.push_back({word.text, word.left, word.right, line.y, line.where()});
      } else {
        out_.pieces.back().text += " " + word.text;
        out_.pieces.back().right = word.right;
      }
      before = &word;
    }
  }

  // 实施单位 one space behind the value of another label.
  [[nodiscard]] bool heads_value(const Word& word) const {
    const auto labels = wording_.labels.find(label_key(word.text));
    return labels != wording_.labels.end() && labels->second[static_cast<std::size_t>(Part::Header)] != Label::None;
  }

  // 项目资金 or （万元） at the edge, one space from the names of the rows beside it.
  [[nodiscard]] bool stands_at_side(const Word& word) const {
    const auto labels = wording_.labels.find(label_key(word.text));
    const bool section =
        labels != wording_.labels.end() && labels->second[static_cast<std::size_t>(Part::Sections)] != Label::None;
    const bool goal =
        labels != wording_.labels.end() && labels->second[static_cast<std::size_t>(Part::Goals)] != Label::None;
    const std::string key = key_of(word.text);
    return section || goal || !balanced(word.text) || (starts_with(key, "(") && ends_with(key, ")"));
  }

  // "填报单位：…", "全年预算数：120": label and value in one.
  [[nodiscard]] bool has_inline_label(std::string_view key) const {
    const std::size_t colon = key.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon >= 40 || colon + 1 >= key.size()) return false;
    const auto labels = wording_.labels.find(label_key(key.substr(0, colon)));
    if (labels == wording_.labels.end()) return false;
    const auto names = [&](Part part) { return labels->second[static_cast<std::size_t>(part)] != Label::None; };
    return names(Part::Header) || names(Part::Goals) || (names(Part::FundsColumns) && !names(Part::FundsRows));
  }

  // --- labels ---

  struct Chain {
    std::vector<std::size_t> pieces;
    std::string text;
    double score = 0;
    LabelSet labels{};
  };

  [[nodiscard]] static bool meant(const LabelSet& labels) {
    for (const Part part : {Part::Header, Part::FundsColumns, Part::FundsRows, Part::Goals, Part::Sections}) {
      if (labels[static_cast<std::size_t>(part)] != Label::None) return true;
    }
    return false;
  }

  // 年度绩效目标 over 完成情况 are two labels, though one name is made of both.
  [[nodiscard]] bool is_two_names(const std::vector<std::size_t>& chain) const {
    for (std::size_t cut = 1; cut < chain.size(); ++cut) {
      std::string above, below;
      for (std::size_t i = 0; i < chain.size(); ++i) (i < cut ? above : below) += out_.pieces[chain[i]].text;
      if (names_something(above, true) && names_something(below, true)) return true;
    }
    return false;
  }

  // 年度资金 over 总额 is one name of the total, though each of them is a name of it as well.
  [[nodiscard]] bool repeats_name(const std::vector<std::size_t>& chain, std::string_view text) const {
    const auto row = [this](std::string_view name) { return wording_.find_listed(Part::FundsRows, name); };
    const auto whole = row(text);
    return whole && chain.size() == 2 && out_.pieces[chain[1]].y - out_.pieces[chain[0]].y > kBelow &&
           row(out_.pieces[chain[0]].text) == whole && row(out_.pieces[chain[1]].text) == whole;
  }

  // Is the text a label above the indicators, by the lists or by its parts as well?
  [[nodiscard]] bool names_something(std::string_view text, bool by_lists) const {
    const std::string key = label_key(text);
    if (by_lists && !wording_.labels.contains(key)) return false;
    const auto labels = wording_.meanings(key);
    return labels && meant(*labels);
  }

  void consider(const std::vector<std::size_t>& chain, std::vector<Chain>& found) const {
    Chain out;
    out.pieces = chain;
    int whole = 0, named = 0, plain = 0;
    for (const std::size_t i : chain) {
      out.text += out_.pieces[i].text;
      if (is_addition(out_.pieces[i].text)) continue;
      ++plain;
      whole += names_something(out_.pieces[i].text, true);
      named += names_something(out_.pieces[i].text, false);
    }
    const bool repeated = repeats_name(chain, out.text);
    if (starts_with(folded(out.text), "(") || (is_two_names(chain) && !repeated)) return;
    const std::string key = label_key(out.text);
    if (length(key) < 2 || is_top_amount(out.text)) return;
    const auto labels = wording_.meanings(key);
    if (!labels || !meant(*labels)) return;
    const bool exact = listed(out.text);
    // Names of their own are no parts of a longer one, but for "项目资金|情况".
    if (plain > 1 && !repeated && (exact ? whole == plain : named > 0)) return;
    if (chain.size() > 1 && !balanced(out.text)) return;
    out.labels = *labels;
    out.score = (exact ? 10 : 0) + static_cast<double>(length(key)) + 0.1 * static_cast<double>(chain.size());
    if (!balanced(out.text)) out.score -= 2;
    for (std::size_t i = 1; i < chain.size(); ++i) {
      out.score -=
          0.7 * std::max(0.0, static_cast<double>(out_.pieces[chain[i]].y - out_.pieces[chain[i - 1]].y) - 2.2);
      if (passes_over(chain[i - 1], chain[i])) out.score -= 0.5;
    }
    found.push_back(std::move(out));
  }

  // Does another piece stand between the two, in their place?
  [[nodiscard]] bool passes_over(std::size_t above, std::size_t below) const {
    const Piece &from = out_.pieces[above], &to = out_.pieces[below];
    for (std::size_t i = above + 1; i < below; ++i) {
      const Piece& piece = out_.pieces[i];
      if (piece.y > from.y + 0.1F && piece.y < to.y - 0.1F && stacked(from, piece) && stacked(piece, to)) return true;
    }
    return false;
  }

  static bool balanced(std::string_view text) {
    const std::string key = key_of(text);
    return std::count(key.begin(), key.end(), '(') == std::count(key.begin(), key.end(), ')');
  }

  void extend(std::vector<std::size_t>& chain, std::vector<Chain>& found) {
    consider(chain, found);
    if (chain.size() >= kMostPieces || ++chains_ > kMostChains) return;
    const Piece& last = out_.pieces[chain.back()];
    for (std::size_t i = chain.back() + 1; i < out_.pieces.size(); ++i) {
      const Piece& next = out_.pieces[i];
      if (next.y - last.y > (is_addition(next.text) ? kNextAddition : kNextLine)) {
        if (next.y - last.y > kNextAddition) break;
        continue;
      }
      if (next.y <= last.y + 0.1F || length(next.text) > 14 || (is_top_amount(next.text) && !is_addition(next.text)))
        continue;
      const float beside = std::max(next.left - last.right, last.left - next.right);
      const bool follows =
          is_addition(next.text) && length(next.text) <= kLetter && beside < kBeside && next.y - last.y < kBelow;
      if (!stacked(out_.pieces[chain.front()], next) && !follows) continue;
      chain.push_back(i);
      extend(chain, found);
      chain.pop_back();
    }
  }

  void find_labels() {
    std::vector<Chain> found;
    for (std::size_t i = 0; i < out_.pieces.size(); ++i) {
      if (length(out_.pieces[i].text) > 20 || is_top_amount(out_.pieces[i].text)) continue;
      std::vector<std::size_t> chain{i};
      extend(chain, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const Chain& a, const Chain& b) { return a.score > b.score; });
    for (const Chain& chain : found) {
      if (std::any_of(chain.pieces.begin(), chain.pieces.end(), [this](std::size_t i) { return out_.pieces[i].used; }))
        continue;
      for (const std::size_t i : chain.pieces) out_.pieces[i].used = true;
      Box box = box_of(out_.pieces, chain.pieces);
      box.labels = chain.labels;
      box.label = true;
      out_.labels.push_back(std::move(box));
    }
    name_rows();
  }

  // What stands in front of two or more amounts, and of nothing else, names a row of the funds table, whatever
  // it is called.
  void name_rows() {
    std::vector<Piece>& pieces = out_.pieces;
    for (std::size_t first = 0; first < pieces.size();) {
      std::size_t last = first + 1;
      while (last < pieces.size() && std::abs(pieces[last].y - pieces[first].y) < 0.1F) ++last;
      std::size_t amounts = 0, name = last;
      bool others = false;
      for (std::size_t i = first; i < last; ++i) {
        if (is_top_amount(pieces[i].text)) {
          ++amounts;
        } else if (amounts > 0) {
          others = true;
        } else if (!pieces[i].used) {
          others = others || name != last;
          name = i;
        }
      }
      if (amounts >= 2 && !others && name != last && may_name_row(pieces[name])) {
        pieces[name].used = true;
        Box box = box_of(pieces, {name});
        box.labels[static_cast<std::size_t>(Part::FundsRows)] = Label::FundsRegional;
        box.label = true;
        out_.labels.push_back(std::move(box));
      }
      first = last;
    }
  }

  [[nodiscard]] static bool may_name_row(const Piece& piece) {
    const std::string key = key_of(piece.text);
    return length(key) >= 3 && length(key) <= kLongestRow && balanced(key) &&
           key.find_first_of("0123456789.,") == std::string::npos;
  }

  const Sheet& sheet_;
  const Wording& wording_;
  TopLabels out_;
  std::size_t chains_ = 0;  // tried so far
};

}  // namespace

TopLabels find_top_labels(const Sheet& sheet, std::size_t first, std::size_t last, const Wording& wording) {
  return Finder(sheet, wording).find(first, last);
}

bool is_top_amount(std::string_view text) {
  return is_number(text) || is_percent(text) || is_dash(text) ||
         (!text.empty() && text.front() >= '0' && text.front() <= '9' && length(text) <= 14);
}

bool goes_on_with_digits(std::string_view above, std::string_view below) {
  const std::string before = key_of(above), after = key_of(below);
  if (after == "%") return true;
  if (!is_top_amount(above) || !is_top_amount(below) || is_percent(above)) return false;
  if (before.back() == '.' || before.back() == ',') return true;
  return contains(before, ".") && after.size() <= 3 && after.back() == '%';
}

bool stacked(const Piece& a, const Piece& b) {
  const float overlap = std::min(a.right, b.right) - std::max(a.left, b.left);
  return overlap > 0 || std::abs(a.center() - b.center()) < 3;
}

Box box_of(const std::vector<Piece>& pieces, const std::vector<std::size_t>& chosen) {
  Box box;
  box.left = 1e9F;
  for (const std::size_t i : chosen) {
    const bool number = !box.text.empty() && goes_on_with_digits(box.text, pieces[i].text);
    if (!box.text.empty() && !number) box.text.push_back('\n');
    box.text += pieces[i].text;
    box.left = std::min(box.left, pieces[i].left);
    box.right = std::max(box.right, pieces[i].right);
  }
  box.y = (pieces[chosen.front()].y + pieces[chosen.back()].y) / 2;
  box.where = pieces[chosen.front()].where;
  return box;
}

}  // namespace jiheng::segmenter
