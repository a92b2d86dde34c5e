// Names of enumerations in policies: one table a type, used for reading and for writing.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "scoring/policy.h"

namespace jiheng::policy_names {

template <class T, std::size_t N>
using Names = std::array<std::pair<std::string_view, T>, N>;

inline constexpr Names<Level1, 5> kLevels = {{{"output", Level1::Output},
                                              {"benefit", Level1::Benefit},
                                              {"satisfaction", Level1::Satisfaction},
                                              {"cost", Level1::Cost},
                                              {"management", Level1::Management}}};
inline constexpr Names<ExecutionFormula, 3> kFormulas = {
    {{"linear", ExecutionFormula::Linear}, {"bands", ExecutionFormula::Bands}, {"floor", ExecutionFormula::Floor}}};
inline constexpr Names<Rounding, 4> kRoundings = {
    {{"half_up", Rounding::HalfUp}, {"half_even", Rounding::HalfEven}, {"down", Rounding::Down}, {"up", Rounding::Up}}};
inline constexpr Names<AmountUnit, 5> kAmountUnits = {{{"元", AmountUnit::Yuan},
                                                       {"千元", AmountUnit::ThousandYuan},
                                                       {"万元", AmountUnit::WanYuan},
                                                       {"百万元", AmountUnit::MillionYuan},
                                                       {"亿元", AmountUnit::YiYuan}}};
inline constexpr Names<FormKind, 5> kKinds = {{{"project_self_evaluation", FormKind::SelfEvaluation},
                                               {"target_declaration", FormKind::TargetDeclaration},
                                               {"department_overall", FormKind::DepartmentOverall},
                                               {"monitoring", FormKind::Monitoring},
                                               {"review", FormKind::Review}}};
/// Columns a form can be required to have.
inline constexpr std::array<std::string_view, 13> kColumns = {
    "initial", "adjusted", "executed", "rate", "l1", "l2", "l3", "target", "actual", "weight", "score", "note", "unit"};

template <class T, std::size_t N>
constexpr std::string_view name_in(const Names<T, N>& names, T value) {
  for (const auto& [name, known] : names) {
    if (known == value) return name;
  }
  return "";
}

}  // namespace jiheng::policy_names
