// Taxonomy of indicators 绩效指标体系: first level (一级指标) and second level (二级指标).
#pragma once

#include <string_view>

namespace jiheng {

enum class Level1 {
  Unknown,
  Output,        ///< 产出指标
  Benefit,       ///< 效益指标 (also 效果指标)
  Satisfaction,  ///< 满意度指标
  Cost,          ///< 成本指标 as a first level (财预〔2021〕101号)
  Management,    ///< 项目决策, 项目管理, 过程: regional first levels about process
};

enum class Level2 {
  Unknown,
  Quantity,
  Quality,
  Timeliness,
  Cost,  // 产出: 数量 质量 时效 成本
  Economic,
  Social,
  Ecological,
  Sustainable,          // 效益: 经济 社会 生态 可持续影响
  ServiceSatisfaction,  // 满意度: 服务对象满意度
  EconomicCost,
  SocialCost,
  EcologicalCost,  // 成本: 经济 社会 生态环境
};

struct Lexicon;
/// The level a printed label names ("产出指标(50分)", "数量 指标"), by the lexicon's words.
Level1 level1_of(std::string_view label, const Lexicon& lexicon);
Level2 level2_of(std::string_view label, const Lexicon& lexicon);
/// Where a second level belongs; Unknown for Level2::Unknown. Level2::Cost belongs to Output.
Level1 parent_of(Level2 level);
/// The standard Chinese name, "" for Unknown.
std::string_view name_of(Level1 level);
std::string_view name_of(Level2 level);

}  // namespace jiheng
