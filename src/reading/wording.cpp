#include "reading/wording.h"

#include <algorithm>
#include <cstdint>

#include "core/text.h"

namespace jiheng {
namespace {

constexpr std::size_t kLongestLabel = 120;   // bytes; longer texts are never labels
constexpr std::size_t kLongestPattern = 30;  // characters
constexpr std::size_t kLongestTitle = 60;    // characters

// Removes "(…)" groups; the text itself when nothing would be left.
std::string without_brackets(const std::string& text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') {
      ++depth;
    } else if ((c == ')' || c == ']') && depth > 0) {
      --depth;
    } else if (depth == 0) {
      out.push_back(c);
    }
  }
  return out.empty() ? text : out;
}

// Does `c` count something: 1, 2, 一, 二?
bool is_numeral(char32_t c) {
  static constexpr std::u32string_view kNumerals = U"一二三四五六七八九十";
  return (c >= '0' && c <= '9') || kNumerals.find(c) != std::u32string_view::npos;
}

// Length of a numbering in front: "一、", "1.", "3、", with brackets "(二)" as well.
std::size_t numbering_length(std::string_view text) {
  std::size_t at = 0;
  const auto next = [&] { return at < text.size() ? next_code_point(text, at) : U'\0'; };
  char32_t c = next();
  const bool bracket = c == '(' || c == U'（';
  if (bracket) c = next();
  if (!is_numeral(c)) return 0;
  while (is_numeral(c)) c = next();
  const bool ends = bracket ? c == ')' || c == U'）' : c == U'、' || c == '.' || c == U'．';
  return ends && at < text.size() ? at : 0;
}

// Length of the year in front of a label: 2023年目标数, 2023年度预算数.
std::size_t year_length(std::string_view key) {
  constexpr std::size_t kDigits = 4;
  if (key.size() < kDigits || !std::all_of(key.begin(), key.begin() + kDigits, is_digit)) return 0;
  // 年度 stays: 2024年度目标 is 年度目标, 2024年目标数 is 目标数.
  const std::string_view rest = key.substr(kDigits);
  static constexpr std::string_view kYear = "年";
  if (starts_with(rest, "年度") && rest.size() > std::string_view("年度").size()) return kDigits;
  return starts_with(rest, kYear) && rest.size() > kYear.size() ? kDigits + kYear.size() : 0;
}

// Texts with a stop or a comma in them are told, not named.
bool is_sentence(std::string_view key) {
  return contains(key, "。") || contains(key, ":") || contains(key, ",") || contains(key, ";") || contains(key, "，") ||
         contains(key, "；");
}

// The bytes of a text as a set of 64 marks. Hundreds of words are looked for in each cell, and nearly all that
// are not there are told by their last byte or that of their first character.
class Bytes {
 public:
  explicit Bytes(std::string_view text) {
    for (const char c : text) marks_ |= mark(c);
  }
  [[nodiscard]] bool may_hold(std::string_view word) const {
    constexpr std::size_t kThird = 2;
    if (word.empty()) return true;
    const std::uint64_t wanted = mark(word.back()) | mark(word[std::min(kThird, word.size() - 1)]);
    return (marks_ & wanted) == wanted;
  }

 private:
  static std::uint64_t mark(char c) { return std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U); }
  std::uint64_t marks_ = 0;
};

}  // namespace

std::string label_key(std::string_view printed) {
  if (printed.size() > kLongestLabel) return {};
  std::string key = without_brackets(key_of(printed));
  const std::size_t numbering = numbering_length(key);
  key.erase(0, numbering);
  static constexpr std::string_view kOfWhich = "其中";
  if (starts_with(key, kOfWhich)) key.erase(0, kOfWhich.size());
  if (numbering == 0) key.erase(0, year_length(key));  // "3、2023年项目" begins a sentence
  while (!key.empty() && (key.front() == ':' || key.front() == '*')) key.erase(0, 1);
  while (!key.empty() && (key.back() == ':' || key.back() == '*' || key.back() == ',')) key.pop_back();
  return key;
}

std::string without_numbering(std::string_view printed) {
  const std::string_view text = trimmed(printed);
  return std::string(trimmed(text.substr(numbering_length(text))));
}

LabelSet& LabelIndex::operator[](std::string_view key) {
  const auto before = [](const Entry& entry, std::string_view wanted) { return entry.first < wanted; };
  auto at = std::lower_bound(entries_.begin(), entries_.end(), key, before);
  if (at == entries_.end() || at->first != key) at = entries_.insert(at, {keys_.emplace_back(key), LabelSet{}});
  return at->second;
}

std::vector<LabelIndex::Entry>::const_iterator LabelIndex::find(std::string_view key) const {
  const auto before = [](const Entry& entry, std::string_view wanted) { return entry.first < wanted; };
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), key, before);
  return at != entries_.end() && at->first == key ? at : entries_.end();
}

void Wording::add(Part part, std::string_view word, Label label) {
  labels[label_key(word)][static_cast<std::size_t>(part)] = label;
}

std::optional<Label> Wording::find(Part part, std::string_view printed) const {
  const auto set = meanings(label_key(printed));
  const Label label = set ? (*set)[static_cast<std::size_t>(part)] : Label::None;
  return label == Label::None ? std::nullopt : std::optional(label);
}

std::optional<Label> Wording::find_listed(Part part, std::string_view printed) const {
  const auto found = labels.find(label_key(printed));
  const Label label = found == labels.end() ? Label::None : found->second[static_cast<std::size_t>(part)];
  return label == Label::None ? std::nullopt : std::optional(label);
}

std::optional<LabelSet> Wording::meanings(const std::string& key) const {
  if (key.empty()) return std::nullopt;
  std::optional<LabelSet> out;
  if (const auto found = labels.find(key); found != labels.end()) out = found->second;
  const std::size_t characters = length(key);
  if (characters < 2 || characters > kLongestPattern || is_sentence(key)) return out;
  const Bytes bytes(key);
  const auto holds = [&](const std::string& word) { return bytes.may_hold(word) && contains(key, word); };
  for (const LabelPattern& pattern : patterns) {
    if (characters > pattern.longest) continue;
    if (std::none_of(pattern.any.begin(), pattern.any.end(), holds)) continue;
    if (std::any_of(pattern.none.begin(), pattern.none.end(), holds)) continue;
    if (!out) out.emplace();
    Label& label = (*out)[static_cast<std::size_t>(pattern.part)];
    if (label == Label::None) label = pattern.label;
  }
  return out;
}

bool Wording::is_title(std::string_view line) const {
  if (line.size() > kLongestTitle * 4) return false;
  const std::string key = key_of(line);
  if (length(key) > kLongestTitle) return false;
  const auto holds = [&key](const std::string& word) { return contains(key, word); };
  const bool table =
      ends_with(without_brackets(key), "表") && std::any_of(title_subjects.begin(), title_subjects.end(), holds);
  const auto word = std::find_if(title_words.begin(), title_words.end(), holds);
  if (!table && word == title_words.end()) return false;
  // What the title's own word holds does not speak against it: 绩效自评统计表, though 统计表 are lists.
  const auto speaks_against = [&](const std::string& other) {
    const bool within = std::any_of(title_words.begin(), title_words.end(),
                                    [&](const std::string& title) { return contains(title, other) && holds(title); });
    return holds(other) && !within;
  };
  if (std::any_of(not_title_words.begin(), not_title_words.end(), speaks_against)) return false;
  // A sentence or a line of a table of contents ("…表……12") is no title.
  if (contains(key, "。") || contains(key, ";") || contains(key, "...") || contains(key, "……")) return false;
  return !(key.back() >= '0' && key.back() <= '9');
}

}  // namespace jiheng
