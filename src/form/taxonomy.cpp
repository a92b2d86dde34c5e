#include "form/taxonomy.h"

#include <array>

#include "core/text.h"
#include "form/lexicon.h"

namespace jiheng {
namespace {

// Cuts what is around the name: "1.", "一、", "(20分)", "20分", "等", ":".
std::string_view bare_label(std::string_view key) {
  if (const std::size_t open = key.find('('); open != std::string_view::npos && open > 0) key = key.substr(0, open);
  if (starts_with(key, "(")) {  // "(一)产出指标"
    const std::size_t close = key.find(')');
    if (close != std::string_view::npos) key = key.substr(close + 1);
    if (const std::size_t open = key.find('('); open != std::string_view::npos) key = key.substr(0, open);
  }
  static constexpr std::string_view kComma = "、";
  if (const std::size_t comma = key.find(kComma); comma != std::string_view::npos && comma <= 3) {
    key = key.substr(comma + kComma.size());
  }
  while (!key.empty() && ((key.front() >= '0' && key.front() <= '9') || key.front() == '.')) key.remove_prefix(1);
  static constexpr std::array<std::string_view, 3> kTails = {":", "等", "分"};
  for (bool cut = true; cut && !key.empty();) {
    cut = false;
    for (const std::string_view tail : kTails) {
      if (!ends_with(key, tail)) continue;
      if (tail == "分" && (key.size() == tail.size() || key[key.size() - tail.size() - 1] > '9')) continue;
      key.remove_suffix(tail.size());
      cut = true;
    }
    while (!key.empty() && ((key.back() >= '0' && key.back() <= '9') || key.back() == '.')) {
      key.remove_suffix(1);
      cut = true;
    }
  }
  return key;
}

const WordIndex::Entry* find_label(std::string_view label, const WordIndex& index) {
  const std::string key = key_of(label);
  std::string_view bare = bare_label(key);
  if (const WordIndex::Entry* entry = index.exact(bare)) return entry;
  static constexpr std::string_view kIndicator = "指标";
  if (!ends_with(bare, kIndicator)) return nullptr;
  return index.exact(bare.substr(0, bare.size() - kIndicator.size()));
}

}  // namespace

Level1 level1_of(std::string_view label, const Lexicon& lexicon) {
  const WordIndex::Entry* entry = find_label(label, lexicon.level1_index);
  return entry == nullptr ? Level1::Unknown : static_cast<Level1>(entry->id);
}

Level2 level2_of(std::string_view label, const Lexicon& lexicon) {
  const WordIndex::Entry* entry = find_label(label, lexicon.level2_index);
  return entry == nullptr ? Level2::Unknown : static_cast<Level2>(entry->id);
}

Level1 parent_of(Level2 level) {
  switch (level) {
    case Level2::Unknown: return Level1::Unknown;
    case Level2::Quantity:
    case Level2::Quality:
    case Level2::Timeliness:
    case Level2::Cost: return Level1::Output;
    case Level2::Economic:
    case Level2::Social:
    case Level2::Ecological:
    case Level2::Sustainable: return Level1::Benefit;
    case Level2::ServiceSatisfaction: return Level1::Satisfaction;
    case Level2::EconomicCost:
    case Level2::SocialCost:
    case Level2::EcologicalCost: return Level1::Cost;
  }
  return Level1::Unknown;
}

std::string_view name_of(Level1 level) {
  switch (level) {
    case Level1::Unknown: return "";
    case Level1::Output: return "产出指标";
    case Level1::Benefit: return "效益指标";
    case Level1::Satisfaction: return "满意度指标";
    case Level1::Cost: return "成本指标";
    case Level1::Management: return "管理指标";
  }
  return "";
}

std::string_view name_of(Level2 level) {
  switch (level) {
    case Level2::Unknown: return "";
    case Level2::Quantity: return "数量指标";
    case Level2::Quality: return "质量指标";
    case Level2::Timeliness: return "时效指标";
    case Level2::Cost: return "成本指标";
    case Level2::Economic: return "经济效益指标";
    case Level2::Social: return "社会效益指标";
    case Level2::Ecological: return "生态效益指标";
    case Level2::Sustainable: return "可持续影响指标";
    case Level2::ServiceSatisfaction: return "服务对象满意度指标";
    case Level2::EconomicCost: return "经济成本指标";
    case Level2::SocialCost: return "社会成本指标";
    case Level2::EcologicalCost: return "生态环境成本指标";
  }
  return "";
}

}  // namespace jiheng
