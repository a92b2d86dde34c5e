#include "reading/segmenter/top_items.h"

#include <algorithm>
#include <optional>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kLongestPiece = 12;  // characters of a piece of a label
constexpr std::size_t kMostPieces = 4;     // pieces that one label is broken into
constexpr std::size_t kReach = 12;         // items over which the pieces are spread
constexpr std::array kTopParts = {Part::Header, Part::FundsColumns, Part::FundsRows, Part::Goals, Part::Sections};

// A bracket that goes on in the next line ("年初预算（万|元）") says nothing about the label.
std::string_view without_open_bracket(std::string_view key) {
  const std::size_t open = key.rfind('(');
  const bool closed = open == std::string_view::npos || key.find(')', open) != std::string_view::npos;
  return closed || open == 0 ? key : key.substr(0, open);
}

std::optional<LabelSet> listed_meanings(std::string_view text, const Vocabulary& vocabulary) {
  const std::string key = key_of(text);
  const std::string_view name = without_open_bracket(key);
  LabelSet set{};
  bool any = false;
  for (const Part part : kTopParts) {
    if (const auto label = vocabulary.label(part, name)) {
      set[static_cast<std::size_t>(part)] = *label;
      any = true;
    }
  }
  return any ? std::optional(set) : std::nullopt;
}

// … or by the wider patterns: some have too many names for any list (决算支出数).
std::optional<LabelSet> meanings_of(std::string_view text, const Vocabulary& vocabulary) {
  if (auto listed = listed_meanings(text, vocabulary)) return listed;
  const std::string key = key_of(text);
  const std::string_view name = without_open_bracket(key);
  if (length(name) < 4 || length(name) > kLongestPiece) return std::nullopt;
  for (const Part part : {Part::FundsColumns, Part::Header}) {
    const auto label = vocabulary.label_like(part, name);
    if (!label || *label == Label::FundsOtherColumn || *label == Label::OtherHeader) continue;
    LabelSet set{};
    set[static_cast<std::size_t>(part)] = *label;
    return set;
  }
  return std::nullopt;
}

// Two names printed without a space between them: 全年预算数（A）全年执行数（B）. Bytes of the first; 0 if it is no
// such text.
std::size_t first_of_two(std::string_view text, const Vocabulary& vocabulary) {
  if (length(text) > 2 * kLongestPiece) return 0;
  for (std::size_t at = 0; at < text.size();) {
    next_code_point(text, at);
    if (at >= text.size()) break;
    const auto named = [&](std::string_view part) {
      return length(part) >= 3 && vocabulary.label(Part::FundsColumns, part);
    };
    if (named(text.substr(0, at)) && named(text.substr(at)) && key_of(text.substr(at)).front() != '(') return at;
  }
  return 0;
}

// "（盖章）", "元）", "（A）", whole or the second half of a broken one.
bool is_addition(std::string_view text) {
  const std::string key = key_of(text);
  if (key.empty() || length(key) > 8) return false;
  const bool open = key.front() == '(', close = key.back() == ')';
  return (open && (close || length(key) <= 4)) || (close && key.find('(') == std::string::npos && length(key) <= 3);
}

bool is_count(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_digit);
}

bool begins_with_han(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_han(next_code_point(text, at));
}

// Words of one line → items: labels set with spaces (总 分), sentences with a number inside (19 名老人).
class LineItems {
 public:
  LineItems(const Vocabulary& vocabulary, std::size_t line, std::size_t paragraph)
      : vocabulary_(vocabulary), line_(line), paragraph_(paragraph) {}

  std::vector<TopItem> items(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size();) i += add(words, i);
    return std::move(items_);
  }

 private:
  std::size_t add(const std::vector<Word>& words, std::size_t i) {
    std::string joined;
    for (std::size_t k = 0;
         k < kMostPieces && i + k < words.size() && length(words[i + k].text) <= 3 && !is_amount(words[i + k].text);
         ++k) {
      joined += words[i + k].text;
      if (k == 0) continue;
      if (const auto set = listed_meanings(joined, vocabulary_); set && !meanings_of(words[i].text, vocabulary_))
        return push(TopKind::Label, joined, *set), k + 1;
    }
    const std::string& text = words[i].text;
    if (const std::size_t cut = first_of_two(text, vocabulary_); cut > 0) {
      for (const std::string& name : {text.substr(0, cut), text.substr(cut)})
        push(TopKind::Label, name, meanings_of(name, vocabulary_).value_or(LabelSet{}));
      return 1;
    }
    if (const auto set = meanings_of(text, vocabulary_)) return push(TopKind::Label, text, *set), 1;
    if (const std::size_t colon = amount_behind_colon(text); colon > 0) {
      push(TopKind::Label, text.substr(0, colon), meanings_of(text.substr(0, colon), vocabulary_).value_or(LabelSet{}));
      push(TopKind::Amount, text.substr(text.find_first_of("0123456789-")), {});
      return 1;
    }
    if (goes_on(words, i)) {
      items_.back().text += " " + text;
      items_.back().kind = TopKind::Text;
      return 1;
    }
    push(is_amount(text) ? TopKind::Amount : is_addition(text) ? TopKind::Addition : TopKind::Text, text, {});
    return 1;
  }

  // "全年预算数：12.5": bytes of the name, 0 if the word is no such pair.
  [[nodiscard]] std::size_t amount_behind_colon(const std::string& text) const {
    const std::size_t digit = text.find_first_of("0123456789-");
    if (digit == std::string::npos || digit == 0 || !is_amount(text.substr(digit))) return 0;
    const std::string name = text.substr(0, digit);
    if (key_of(name).back() != ':') return 0;
    const auto set = meanings_of(name, vocabulary_);
    const bool funds = set && ((*set)[static_cast<std::size_t>(Part::FundsColumns)] != Label::None ||
                               (*set)[static_cast<std::size_t>(Part::FundsRows)] != Label::None);
    return funds ? digit : 0;
  }

  // A count between words, or a word right behind a count, is part of a sentence.
  [[nodiscard]] bool goes_on(const std::vector<Word>& words, std::size_t i) const {
    if (items_.empty() || words[i].gap >= 2.5F) return false;
    const TopItem& before = items_.back();
    const bool plain_next =
        i + 1 < words.size() && begins_with_han(words[i + 1].text) && !meanings_of(words[i + 1].text, vocabulary_);
    if (before.kind == TopKind::Text && is_count(words[i].text)) return plain_next;
    const bool after_count = before.kind == TopKind::Amount && is_count(before.text) &&
                             (items_.size() < 2 || items_[items_.size() - 2].kind == TopKind::Label);
    if (after_count) return begins_with_han(words[i].text);
    return before.kind == TopKind::Text && is_count(words[i - 1].text);
  }

  void push(TopKind kind, const std::string& text, const LabelSet& set) {
    items_.push_back({kind, text, set, line_, paragraph_, false});
  }

  const Vocabulary& vocabulary_;
  std::size_t line_, paragraph_;
  std::vector<TopItem> items_;
};

bool may_be_piece(const TopItem& item, const Vocabulary& vocabulary) {
  if (item.kind != TopKind::Text || length(item.text) > kLongestPiece) return false;
  const std::string name(without_open_bracket(key_of(item.text)));
  return std::any_of(kTopParts.begin(), kTopParts.end(), [&](Part part) { return vocabulary.is_piece(part, name); });
}

// The items that make a label with the piece at `first` (their places), the longest label found.
std::vector<std::size_t> label_from(const std::vector<TopItem>& items, std::size_t first, const Vocabulary& vocabulary,
                                    LabelSet& set) {
  std::vector<std::size_t> best;
  const auto extend = [&](auto&& self, std::vector<std::size_t>& pieces, const std::string& joined) -> void {
    if (pieces.size() > 1) {
      if (const auto found = meanings_of(joined, vocabulary); found && pieces.size() > best.size())
        best = pieces, set = *found;
    }
    if (pieces.size() == kMostPieces) return;
    for (std::size_t k = pieces.back() + 1; k < std::min(items.size(), first + kReach); ++k) {
      if (items[k].line == items[pieces.back()].line) continue;
      // 资金 behind 上年结转, 财政拨款 behind 其中：本年: names of their own.
      const bool rest = items[k].kind == TopKind::Label &&
                        ((items[k].as(Part::Sections) != Label::None && length(items[k].text) <= 2) ||
                         vocabulary.label(Part::FundsRows, joined + items[k].text));
      if (!rest && !may_be_piece(items[k], vocabulary)) continue;
      const std::string longer = std::string(without_open_bracket(key_of(joined))) + key_of(items[k].text);
      const bool possible =
          std::any_of(kTopParts.begin(), kTopParts.end(), [&](Part part) { return vocabulary.is_piece(part, longer); });
      if (!possible) continue;
      pieces.push_back(k);
      self(self, pieces, longer);
      pieces.pop_back();
    }
  };
  std::vector<std::size_t> pieces = {first};
  extend(extend, pieces, items[first].text);
  return best;
}

// 项目名|称: the rest of a name that was one already.
void take_rest(std::vector<TopItem>& items, std::size_t label, std::vector<bool>& gone, const Vocabulary& vocabulary) {
  for (std::size_t k = label + 1; k < std::min(items.size(), label + 3); ++k) {
    if (items[k].kind != TopKind::Text || items[k].line == items[label].line || length(items[k].text) > 2) continue;
    const auto set = meanings_of(items[label].text + items[k].text, vocabulary);
    if (!set) continue;
    items[label].text += items[k].text;
    items[label].meanings = *set;
    items[k].kind = TopKind::Addition;
    gone[k] = true;
    return;
  }
}

// 主管部|门, 其中：当|年财政拨|款, whatever is printed between the pieces.
void join_labels(std::vector<TopItem>& items, const Vocabulary& vocabulary) {
  std::vector<bool> gone(items.size(), false);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!gone[i] && items[i].kind == TopKind::Label) take_rest(items, i, gone, vocabulary);
    if (gone[i] || !may_be_piece(items[i], vocabulary)) continue;
    LabelSet set{};
    const std::vector<std::size_t> pieces = label_from(items, i, vocabulary, set);
    if (pieces.empty()) continue;
    for (std::size_t k = 1; k < pieces.size(); ++k) {
      items[i].text += items[pieces[k]].text;
      items[pieces[k]].kind = TopKind::Addition;
      gone[pieces[k]] = true;
    }
    items[i].kind = TopKind::Label;
    items[i].meanings = set;
  }
  std::vector<TopItem> kept;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!gone[i]) kept.push_back(std::move(items[i]));
  }
  items = std::move(kept);
}

}  // namespace

bool is_amount(std::string_view text) {
  if (is_number(text) || is_percent(text) || is_dash(text)) return true;
  const std::string key = key_of(text);
  if (key.empty() || key.front() < '0' || key.front() > '9') return false;
  const std::size_t end = key.find_first_not_of("0123456789.,");
  if (end == std::string::npos) return true;  // "93.", the first half of a broken number
  const std::string_view unit = std::string_view(key).substr(end);
  return unit == "万" || unit == "元" || unit == "万元" || unit == "分";
}

bool is_told(const std::vector<TopItem>& items, std::size_t item) {
  std::size_t first = item, last = item;
  while (first > 0 && items[first - 1].line == items[item].line) --first;
  while (last + 1 < items.size() && items[last + 1].line == items[item].line) ++last;
  std::size_t characters = 0, texts = 0;
  bool before = false;  // a text in front of an amount
  for (std::size_t i = first; i <= last; ++i) {
    if (items[i].kind == TopKind::Amount) before = before || texts > 0;
    if (items[i].kind != TopKind::Text) continue;
    characters += length(items[i].text);
    ++texts;
  }
  return characters >= 8 && (before || texts > 1);
}

std::vector<TopItem> top_items(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  std::vector<TopItem> items;
  std::size_t paragraph = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (sheet.lines[i].after_blank) ++paragraph;
    if (names_year(sheet.lines[i])) continue;
    for (TopItem& item : LineItems(vocabulary, i, paragraph).items(sheet.lines[i].words))
      items.push_back(std::move(item));
  }
  join_labels(items, vocabulary);
  return items;
}

}  // namespace jiheng::segmenter
