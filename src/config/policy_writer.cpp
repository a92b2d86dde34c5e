// Policy → TOML, in the order a person writes it. What has the default value is left out.
#include <algorithm>

#include "config/policy_names.h"
#include "config/policy_toml.h"

namespace jiheng {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      static constexpr std::string_view kHex = "0123456789abcdef";
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 0xF];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string number(const Decimal& value) {
  const Decimal short_form = value.trimmed();
  return short_form.is_whole() ? short_form.to_string() : quoted(short_form.to_string());
}

std::string array(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) {
    if (out.size() > 1) out += ", ";
    out += quoted(item);
  }
  return out + "]";
}

void line(std::string& out, std::string_view key, const std::string& value) {
  out.append(key).append(" = ").append(value).append("\n");
}

void write_tables(const Policy& policy, const Policy& standard, std::string& out) {
  out += "\n[execution]\n";
  line(out, "formula", quoted(policy_names::name_in(policy_names::kFormulas, policy.execution)));
  if (!policy.execution_floor.amount.is_zero() || policy.execution == ExecutionFormula::Floor) {
    line(out, "floor", number(policy.execution_floor.amount));
  }
  if (policy.execution_note_below) line(out, "note_below", number(policy.execution_note_below->amount));
  if (!policy.execution_bands.empty()) {
    out += "bands = [\n";
    for (const ExecutionBand& band : policy.execution_bands) {
      out += "  { from = " + number(band.from.amount) + ", share = " + number(band.share) + " },\n";
    }
    out += "]\n";
  }
  if (policy.over_fulfilment != standard.over_fulfilment ||
      policy.over_fulfilment_reduction != standard.over_fulfilment_reduction) {
    out += "\n[over_fulfilment]\n";
    line(out, "threshold", number(policy.over_fulfilment.amount));
    line(out, "reduction", number(policy.over_fulfilment_reduction));
  }
  if (policy.delay_share_per_month) {
    out += "\n[delay]\n";
    line(out, "share_per_month", number(*policy.delay_share_per_month));
  }
  out += "\n[qualitative]\n";
  line(out, "full_from", number(policy.full_band_low));
  line(out, "partial_from", number(policy.partial_band_low));
  out += "\n[rounding]\n";
  line(out, "decimals", std::to_string(policy.rounding_scale));
  line(out, "mode", quoted(policy_names::name_in(policy_names::kRoundings, policy.rounding)));
}

}  // namespace

std::string to_toml(const Policy& policy) {
  const Policy standard;
  std::string out;
  line(out, "id", quoted(policy.id));
  line(out, "title", quoted(policy.title));
  line(out, "citation", quoted(policy.citation));
  if (!policy.regions.empty()) line(out, "regions", array(policy.regions));
  if (policy.first_year != standard.first_year) line(out, "first_year", std::to_string(policy.first_year));
  if (policy.last_year != standard.last_year) line(out, "last_year", std::to_string(policy.last_year));
  if (!policy.kinds.empty()) {
    std::vector<std::string> kinds;
    for (const FormKind kind : policy.kinds) kinds.emplace_back(policy_names::name_in(policy_names::kKinds, kind));
    line(out, "kinds", array(kinds));
  }
  if (!policy.required_columns.empty()) line(out, "required_columns", array(policy.required_columns));
  line(out, "satisfaction_floor", number(policy.satisfaction_floor.amount));
  if (policy.amount_unit)
    line(out, "amount_unit", quoted(policy_names::name_in(policy_names::kAmountUnits, *policy.amount_unit)));
  if (!policy.publication.empty()) line(out, "publication", array(policy.publication));
  if (!policy.grades.empty()) {
    out += "grades = [\n";
    for (const auto& [name, from] : policy.grades) {
      out += "  { name = " + quoted(name) + ", from = " + number(from.amount) + " },\n";
    }
    out += "]\n";
  }
  for (const WeightPlan& plan : policy.plans) {
    out += "\n[[plans]]\n";
    line(out, "name", quoted(plan.name));
    line(out, "execution", number(plan.execution.amount));
    std::string levels = "{ ";
    for (const auto& [level, points] : plan.levels) {
      if (levels.size() > 2) levels += ", ";
      levels += std::string(policy_names::name_in(policy_names::kLevels, level)) + " = " + number(points.amount);
    }
    line(out, "levels", levels + " }");
  }
  write_tables(policy, standard, out);
  return out;
}

}  // namespace jiheng
