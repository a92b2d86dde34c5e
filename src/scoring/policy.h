// Policy 评分政策: the rules of one region and year, as data from policies/*.toml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/quantity.h"
#include "form/form.h"

namespace jiheng {

/// Weights 分值 expected by first level; one of several alternatives a policy allows.
struct WeightPlan {
  std::string name;                               ///< "标准", "设成本指标", "不适用满意度"
  Points execution{10};                           ///< 预算执行率
  std::vector<std::pair<Level1, Points>> levels;  ///< empty: the rest is not divided by first level
};

enum class ExecutionFormula {
  Linear,  ///< weight × rate, at most the weight
  Bands,   ///< by bands of the rate
  Floor,   ///< linear, but 0 below a floor
};
/// At or above `from` (a fraction) the share of the weight is `share`; `linear` interpolates by rate.
struct ExecutionBand {
  Rate from;
  Decimal share;
};

struct Policy {
  std::string id;  ///< "national-2020"
  std::string title;
  std::string citation;              ///< document number and subject; "practice" ones say from what derived
  std::vector<std::string> regions;  ///< words that name the region in unit, department or title; empty: everywhere
  int first_year = 0, last_year = 9999;
  std::vector<FormKind> kinds;    ///< empty: all
  std::vector<WeightPlan> plans;  ///< the first is the standard one
  ExecutionFormula execution = ExecutionFormula::Linear;
  Rate execution_floor;                           ///< Floor
  std::vector<ExecutionBand> execution_bands;     ///< Bands, highest first
  Rate over_fulfilment{Decimal::scaled(130, 2)};  ///< above: flagged (偏离度)
  /// Share of the weight lost per month begun after a date target. Absent: the delay is judged, not computed.
  std::optional<Decimal> delay_share_per_month;
  Decimal over_fulfilment_reduction{0};  ///< share of the weight taken per full deviation; 0: flag only
  Decimal full_band_low = Decimal::scaled(80, 2), partial_band_low = Decimal::scaled(60, 2);  ///< qualitative bands
  std::vector<std::pair<std::string, Points>> grades;  ///< name and lower bound, highest first
  int rounding_scale = 2;
  Rounding rounding = Rounding::HalfUp;
  std::vector<std::string> required_columns;  ///< field names: "initial", "note" …
  std::optional<Rate> execution_note_below;   ///< under this rate a reason is required
  Rate satisfaction_floor{Decimal::scaled(90, 2)};
  std::optional<AmountUnit> amount_unit;
  std::vector<std::string> publication;  ///< duties, Chinese sentences
};

/// The policy for a form: by id if `id` is given, else the most specific one whose region words
/// occur in the form's unit, department or title and whose years and kinds fit; the national one
/// of the year otherwise. `policies` must hold a national one.
const Policy& choose_policy(const Form& form, const std::vector<Policy>& policies, std::string_view id = {});

/// The plan of the policy that has just the first levels the form has indicators for (a form with cost
/// indicators takes the plan with cost); the standard one if none fits. nullptr if the policy has no plan.
const WeightPlan* plan_for(const Form& form, const Policy& policy);

}  // namespace jiheng
