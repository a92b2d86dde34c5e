#include "reading/segmenter/vocabulary.h"

#include <algorithm>

#include "core/text.h"
#include "form/number.h"
#include "form/target.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kLongestLevelName = 16;  // characters, brackets left out

// Words in names of third-level indicators that tell their kind, and how much they weigh. Used only to decide
// where a group ends when nothing printed does.
struct Hint {
  Level2 level;
  double weight;
  std::string_view list;  // of the lexicon
};
constexpr std::array kHints = {
    Hint{Level2::Timeliness, 2.5, "speaks_for_timeliness"},
    Hint{Level2::Quality, 1.2, "speaks_for_quality"},
    Hint{Level2::Quantity, 1.2, "speaks_for_quantity"},
    Hint{Level2::Cost, 2.5, "speaks_for_cost"},
    Hint{Level2::Economic, 2.0, "speaks_for_economic"},
    Hint{Level2::Social, 0.8, "speaks_for_social"},
    Hint{Level2::Ecological, 2.0, "speaks_for_ecological"},
    Hint{Level2::Sustainable, 2.0, "speaks_for_sustainable"},
    Hint{Level2::ServiceSatisfaction, 4.0, "speaks_for_satisfaction"},
    Hint{Level2::EconomicCost, 1.5, "speaks_for_economic_cost"},
    Hint{Level2::SocialCost, 1.5, "speaks_for_social_cost"},
    Hint{Level2::EcologicalCost, 1.5, "speaks_for_ecological_cost"},
};

bool holds_one(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [text](const std::string& word) { return contains(text, word); });
}

bool ends_with_one(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [text](const std::string& word) { return ends_with(text, word); });
}

constexpr std::string_view kIndicator = "指标";

// The level whose name the key is, or ends with after a few other words (社会公众或服务对象满意度).
template <class Level>
Level named_level(const std::unordered_map<std::string, Level>& names, const std::string& key, bool indicator) {
  if (const auto found = names.find(key); found != names.end()) return found->second;
  if (!indicator) return Level::Unknown;
  std::size_t at = 0;
  for (int dropped = 0; dropped < 6 && at < key.size(); ++dropped) {
    const char32_t c = next_code_point(key, at);
    if (c == U'指' || c == U'标' || c == U'绩') break;  // the end of another label, or the side label
    if (key.size() - at < 6) break;                     // a name has two characters at least
    if (dropped == 0) continue;
    if (const auto found = names.find(key.substr(at)); found != names.end()) return found->second;
  }
  return Level::Unknown;
}

// "1.1数量指标", "一、产出指标": the number is no part of the name.
void drop_number(std::string& key) {
  if (!key.empty() && !is_digit(key.front())) key = without_numbering(key);
  const std::size_t name = key.find_first_not_of("0123456789.");
  if (name != std::string::npos && name > 1 && static_cast<unsigned char>(key[name]) >= 0x80) key.erase(0, name);
}

}  // namespace

Vocabulary::Vocabulary(const Wording& wording, const Lexicon& lexicon) : wording_(wording), lexicon_(lexicon) {
  for (const auto& [key, meanings] : wording.labels) {
    for (std::size_t part = 0; part < kParts; ++part) {
      if (meanings[part] != Label::None) joined_[part].append(key).push_back('\n');
    }
  }
  const auto add = [this](auto& map, const std::string& name, auto level) {
    const std::string key = level_key(name);
    if (key.empty()) return;
    map.emplace(key, level);
    level_names_.append(key).append(kIndicator).push_back('\n');
  };
  for (const auto& [name, level] : lexicon.level1_names) add(level1_, name, level);
  for (const auto& [name, level] : lexicon.level2_names) add(level2_, name, level);
  level_names_.append("分)\n");
}

std::optional<Label> Vocabulary::label_begun(Part part, std::string_view text) const {
  const std::string key = label_key(text);
  if (key.empty()) return std::nullopt;
  std::optional<Label> begun;
  for (const auto& [name, meanings] : wording_.labels) {
    const Label label = meanings[static_cast<std::size_t>(part)];
    if (label == Label::None || label == Label::IndicatorOther) continue;  // 权 begins 权重, not 权重系数
    // One character ends other labels as well as it begins this one (分).
    if (length(key) < 2 && ends_with(name, key)) return std::nullopt;
    if (!starts_with(name, key)) continue;
    if (begun && *begun != label) return std::nullopt;
    begun = label;
  }
  return begun;
}

bool Vocabulary::is_piece(Part part, std::string_view text) const {
  const std::string key = label_key(text);
  return !key.empty() && contains(joined_[static_cast<std::size_t>(part)], key);
}

std::string Vocabulary::level_key(std::string_view text) {
  std::string key = key_of(text);
  drop_number(key);
  const std::size_t open = key.find('(');
  if (open != std::string::npos && open > 0) {
    // Points in brackets end a label: "成本指标(20分)", "成本指标(0-20)分".
    const std::size_t close = key.rfind(')');
    const std::string_view rest =
        close == std::string::npos ? std::string_view() : std::string_view(key).substr(close + 1);
    if (!rest.empty() && rest != "分") return {};
    key.erase(open);
  }
  if (ends_with(key, "等") && key.size() > 9) key.resize(key.size() - std::string_view("等").size());
  if (ends_with(key, kIndicator) && key.size() > kIndicator.size()) key.resize(key.size() - kIndicator.size());
  return key;
}

Level1 Vocabulary::level1(std::string_view text) const {
  if (text.empty() || text.size() > 90) return Level1::Unknown;
  const std::string key = level_key(text);
  if (!level1_.contains(key) && level2_.contains(key)) return Level1::Unknown;  // 社会效益 is no 效益
  return named_level(level1_, key, contains(text, kIndicator));
}

Level2 Vocabulary::level2(std::string_view text) const {
  if (text.empty() || text.size() > 90) return Level2::Unknown;
  return named_level(level2_, level_key(text), contains(text, kIndicator));
}

bool Vocabulary::is_level_name(std::string_view text) const {
  const std::string key = level_key(text);
  if (key.empty()) return false;
  return level1_.contains(key) || level2_.contains(key);
}

bool Vocabulary::is_level_piece(std::string_view text) const {
  std::string key = key_of(text);
  drop_number(key);
  if (key.empty() || length(key) > kLongestLevelName) return false;
  // Single characters end names as well (率, 性): of those, only what labels set upright are made of.
  static constexpr std::string_view kEndsOfNames = "率性数量力等级目度";
  if (key.size() <= 3 && contains(kEndsOfNames, key) && key != "度") return false;
  if (contains(level_names_, key)) return true;
  // "标(10": the points begin on the line of the name's end.
  if (const std::size_t open = key.find('('); open != std::string::npos && open > 0 &&
                                              key.find_first_not_of("0123456789.", open + 1) == std::string::npos &&
                                              contains(level_names_, key.substr(0, open)))
    return true;
  // Points in brackets, whole or broken: "(50", "分)", "(50分)", "50分", "(0-20)分".
  std::size_t others = 0;
  bool bracket = false;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = next_code_point(key, at);
    if (c == '(' || c == ')')
      bracket = true;
    else if (!(c < 0x80 && is_digit(static_cast<char>(c))) && c != '.' && c != U'分' && c != '%' && c != '-')
      ++others;
  }
  return bracket && others == 0;
}

std::vector<std::string> Vocabulary::level_names_in(std::string_view text) const {
  const std::string key = key_of(text);
  static constexpr std::string_view kEnd = "指标";
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from < key.size()) {
    const std::size_t end = key.find(kEnd, from);
    if (end == std::string::npos) return {std::string(text)};
    const std::string part = key.substr(from, end + kEnd.size() - from);
    if (level1(part) == Level1::Unknown && level2(part) == Level2::Unknown) return {std::string(text)};
    parts.push_back(part);
    from = end + kEnd.size();
  }
  return parts.size() < 2 ? std::vector<std::string>{std::string(text)} : parts;
}

double Vocabulary::affinity(Level2 level, std::string_view name, std::string_view target) const {
  double best = 0, own = 0;
  for (const Hint& hint : kHints) {
    if (!holds_one(name, lexicon_.list(hint.list))) continue;
    best = std::max(best, hint.weight);
    if (hint.level == level) own = hint.weight;
  }
  if (level == Level2::Quantity && own == 0) {
    // A count with a unit that is no percentage is a quantity.
    const std::string key = key_of(target);
    const bool counted = has_digit(key);
    if (counted && !contains(key, "%") && !contains(key, "元") && !contains(key, "月")) own = 0.8;
  }
  if (level == Level2::Quality && own == 0 && contains(target, "%")) own = 0.4;
  return own - best * 0.5;
}

bool Vocabulary::is_level_word(std::string_view text) const {
  if (text.empty() || length(text) > 8) return false;
  // Ends of names, though a level word stands in front: 提升情况, 改进措施.
  if (ends_with_one(text, lexicon_.list("name_endings"))) return false;
  const auto value = parse_value(text, lexicon_);
  return value && value->kind == ValueKind::Level;
}

bool Vocabulary::names_a_body(std::string_view text) const {
  const std::string key = key_of(text);
  return length(key) >= 3 && ends_with_one(key, lexicon_.list("body_endings"));
}

bool Vocabulary::names_a_source(std::string_view text) const {
  const std::string key = label_key(text);
  return length(key) >= 3 && ends_with_one(key, lexicon_.list("source_endings"));
}

bool Vocabulary::is_unit(std::string_view key) const {
  return std::any_of(lexicon_.units.begin(), lexicon_.units.end(), [key](const Unit& unit) {
    return unit.name == key || std::find(unit.aliases.begin(), unit.aliases.end(), key) != unit.aliases.end();
  });
}

bool Vocabulary::is_comparison_piece(std::string_view text) const {
  const std::string key = key_of(text);
  return !key.empty() && std::any_of(lexicon_.comparisons.begin(), lexicon_.comparisons.end(),
                                     [&key](const auto& comparison) { return contains(comparison.first, key); });
}

bool is_number(std::string_view text) {
  return parse_number(text).has_value();
}

bool is_percent(std::string_view text) {
  const std::string key = key_of(text);
  return key.size() > 1 && key.back() == '%' &&
         parse_number(std::string_view(key).substr(0, key.size() - 1)).has_value();
}

bool is_dash(std::string_view text) {
  const std::string key = key_of(text);
  return !key.empty() && key.find_first_not_of("-/") == std::string::npos;
}

bool is_comparison(std::string_view text) {
  const std::string key = key_of(text);
  return key == "=" || key == "≥" || key == "≤" || key == ">" || key == "<" || key == "定性";
}

bool ends_like_name(std::string_view text) {
  static constexpr std::string_view kEnds = "率性度数量次面积额值况力平比间期例户本准时险果人量里";
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) last = next_code_point(text, at);
  std::string end;
  append_utf8(end, last);
  return contains(kEnds, end);
}

bool looks_like_value(std::string_view text) {
  const std::string key = key_of(text);
  if (key.empty() || key.size() > 60) return false;
  if (is_dash(key) || is_comparison(key)) return true;
  if (starts_with(key, "≥") || starts_with(key, "≤") || key.front() == '=' || key.front() == '>' || key.front() == '<')
    return true;
  if (!is_digit(key.front())) {
    return starts_with(key, "不少于") || starts_with(key, "不低于") || starts_with(key, "不超过") ||
           starts_with(key, "不高于") || starts_with(key, "大于") || starts_with(key, "小于") ||
           starts_with(key, "达到");
  }
  // A number and at most a few characters of unit; "2022年全年" too, "1、…" not.
  std::size_t at = 0;
  while (at < key.size() && (is_digit(key[at]) || key[at] == '.' || key[at] == ',')) ++at;
  return length(std::string_view(key).substr(at)) <= 8 && !starts_with(std::string_view(key).substr(at), "、");
}

}  // namespace jiheng::segmenter
