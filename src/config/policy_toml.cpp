#include "config/policy_toml.h"

#include <algorithm>

#include "config/policy_names.h"
#include "config/resources.h"
#include "config/toml_text.h"
#include "core/text.h"

namespace jiheng {
namespace {

// One table being read: every key must be asked for, what is left over is unknown.
class PolicyReader {
 public:
  explicit PolicyReader(std::string_view file) : file_(file) {}

  Policy read(const toml::table& root) {
    policy_.id = text(root, "id", Need::Required);
    policy_.title = text(root, "title", Need::Required);
    policy_.citation = text(root, "citation", Need::Required);
    if (const toml::node* node = root.get("id"); node != nullptr && !policy_.id.empty()) check_id(*node);
    policy_.regions = texts(root, "regions");
    policy_.first_year = year(root, "first_year", policy_.first_year);
    policy_.last_year = year(root, "last_year", policy_.last_year);
    if (policy_.first_year > policy_.last_year) {
      add(root.get("last_year") != nullptr ? *root.get("last_year") : root, "last_year 早于 first_year，请改正",
          "last_year is before first_year");
    }
    if (const toml::node* kinds = root.get("kinds")) {
      each(*kinds, "kinds", [&](const toml::node& item) { named(item, "kinds", policy_names::kKinds, policy_.kinds); });
    }
    read_plans(root);
    if (const toml::table* execution = table(root, "execution")) read_execution(*execution);
    if (const toml::table* over = table(root, "over_fulfilment")) {
      only(*over, "over_fulfilment", {"threshold", "reduction"});
      policy_.over_fulfilment = Rate(share(*over, "threshold", policy_.over_fulfilment.amount, Decimal(10)));
      policy_.over_fulfilment_reduction = share(*over, "reduction", policy_.over_fulfilment_reduction, Decimal(10));
    }
    if (const toml::table* delay = table(root, "delay")) {
      only(*delay, "delay", {"share_per_month"});
      policy_.delay_share_per_month = share(*delay, "share_per_month", Decimal(0), Decimal(1));
    }
    if (const toml::table* bands = table(root, "qualitative")) {
      only(*bands, "qualitative", {"full_from", "partial_from"});
      policy_.full_band_low = share(*bands, "full_from", policy_.full_band_low, Decimal(1));
      policy_.partial_band_low = share(*bands, "partial_from", policy_.partial_band_low, Decimal(1));
      if (policy_.partial_band_low >= policy_.full_band_low) {
        add(*bands, "partial_from 应小于 full_from（如 0.6 和 0.8）", "partial_from must be below full_from");
      }
    }
    read_grades(root);
    if (const toml::table* rounding = table(root, "rounding")) {
      only(*rounding, "rounding", {"decimals", "mode"});
      read_rounding(*rounding);
    }
    if (const toml::node* columns = root.get("required_columns")) {
      each(*columns, "required_columns", [&](const toml::node& item) { read_column(item); });
    }
    policy_.satisfaction_floor = Rate(share(root, "satisfaction_floor", policy_.satisfaction_floor.amount, Decimal(1)));
    if (const toml::node* unit = root.get("amount_unit")) {
      std::vector<AmountUnit> units;
      named(*unit, "amount_unit", policy_names::kAmountUnits, units);
      if (!units.empty()) policy_.amount_unit = units.front();
    }
    policy_.publication = texts(root, "publication");
    only(root, "",
         {"id", "title", "citation", "regions", "first_year", "last_year", "kinds", "plans", "execution",
          "over_fulfilment", "delay", "qualitative", "grades", "rounding", "required_columns", "satisfaction_floor",
          "amount_unit", "publication"});
    return std::move(policy_);
  }

  std::vector<Error> take_errors() {
    std::stable_sort(errors_.begin(), errors_.end(), [](const Placed& a, const Placed& b) {
      return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
    std::vector<Error> out;
    for (Placed& placed : errors_) out.push_back(std::move(placed.error));
    return out;
  }

 private:
  enum class Need { Optional, Required };
  struct Placed {
    toml::source_position where;
    Error error;
  };

  void add(const toml::node& node, const std::string& zh, const std::string& en) {
    toml::source_position where = node.source().begin;
    if (where.line == 0) where = {1, 1};
    errors_.push_back({where, toml_error(file_, where, "评分政策：" + zh, en)});
  }

  void only(const toml::table& from, std::string_view name, std::initializer_list<std::string_view> known) {
    for (const auto& [key, node] : from) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      std::string path(name);
      if (!path.empty()) path += '.';
      path += key.str();
      const toml::source_position where = key.source().begin;
      errors_.push_back({where, toml_error(file_, where, "评分政策：不认识的键 " + path + "，请检查拼写或删去",
                                           "unknown key " + path)});
    }
  }

  std::string text(const toml::table& from, std::string_view key, Need need) {
    const toml::node* node = from.get(key);
    const std::string name(key);
    if (node == nullptr) {
      if (need == Need::Required) {
        const std::string why = key == "citation" ? "，请写明依据的文件号和名称，或说明由哪些公开表格归纳" : "";
        add(from, "缺少 " + name + why, "missing " + name);
      }
      return "";
    }
    const auto value = node->value_exact<std::string>();
    if (!value || trimmed(*value).empty()) {
      add(*node, name + " 应为非空文字（加引号）", name + " must be a non-empty string");
      return "";
    }
    return *value;
  }

  template <class Take>
  void each(const toml::node& node, std::string_view name, Take take) {
    const toml::array* items = node.as_array();
    if (items == nullptr) {
      add(node, std::string(name) + " 应为数组 [...]", std::string(name) + " must be an array");
      return;
    }
    for (const toml::node& item : *items) take(item);
  }

  std::vector<std::string> texts(const toml::table& from, std::string_view key) {
    std::vector<std::string> out;
    const toml::node* node = from.get(key);
    if (node == nullptr) return out;
    each(*node, key, [&](const toml::node& item) {
      const auto value = item.value_exact<std::string>();
      if (value && !value->empty()) {
        out.push_back(*value);
      } else {
        add(item, std::string(key) + " 中应全是非空文字", std::string(key) + " must hold non-empty strings");
      }
    });
    return out;
  }

  const toml::table* table(const toml::table& from, std::string_view key) {
    const toml::node* node = from.get(key);
    if (node == nullptr) return nullptr;
    if (node->as_table() == nullptr)
      add(*node, std::string(key) + " 应为表 [" + std::string(key) + "]", std::string(key) + " must be a table");
    return node->as_table();
  }

  int year(const toml::table& from, std::string_view key, int otherwise) {
    const toml::node* node = from.get(key);
    if (node == nullptr) return otherwise;
    const auto value = node->value_exact<std::int64_t>();
    if (!value || *value < 0 || *value > 9999) {
      add(*node, std::string(key) + " 应为年份，如 2023", std::string(key) + " must be a year");
      return otherwise;
    }
    return static_cast<int>(*value);
  }

  // Exact numbers: whole, or a decimal or percentage in quotes. TOML's own decimals are binary.
  std::optional<Decimal> number(const toml::node& node, std::string_view name) {
    if (const auto whole = node.value_exact<std::int64_t>()) return Decimal(*whole);
    if (const auto quoted = node.value_exact<std::string_view>()) {
      std::string_view digits = *quoted;
      const bool percent = ends_with(digits, "%");
      if (percent) digits.remove_suffix(1);
      const std::optional<Decimal> value = Decimal::parse(trimmed(digits));
      if (value && value->scale() <= 9 && value->abs() <= Decimal(1'000'000)) {
        return percent ? Decimal::scaled(value->coefficient(), value->scale() + 2) : *value;
      }
    }
    add(node, std::string(name) + " 应为整数，或加引号的小数、百分数（如 \"0.8\"、\"80%\"）",
        std::string(name) + " must be a whole number or a quoted decimal (\"0.8\", \"80%\")");
    return std::nullopt;
  }

  Decimal share(const toml::table& from, std::string_view key, const Decimal& otherwise, const Decimal& most) {
    const toml::node* node = from.get(key);
    if (node == nullptr) return otherwise;
    const std::optional<Decimal> value = number(*node, key);
    if (!value) return otherwise;
    if (value->is_negative() || *value > most) {
      add(*node, std::string(key) + " 应在 0 和 " + most.to_string() + " 之间",
          std::string(key) + " must be within 0 and " + most.to_string());
      return otherwise;
    }
    return *value;
  }

  template <class T, std::size_t N>
  void named(const toml::node& node, std::string_view key, const policy_names::Names<T, N>& names,
             std::vector<T>& out) {
    const auto value = node.value_exact<std::string_view>();
    std::string all;
    for (const auto& [name, meaning] : names) {
      if (value && name == *value) {
        out.push_back(meaning);
        return;
      }
      if (!all.empty()) all += ", ";
      all += name;
    }
    add(node, std::string(key) + " 只能是：" + all, std::string(key) + " must be one of: " + all);
  }

  void check_id(const toml::node& node) {
    const bool good = std::all_of(policy_.id.begin(), policy_.id.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!good) add(node, "id 只能用小写字母、数字和连字符（如 national-2020）", "id may hold a-z, 0-9 and - only");
  }

  void read_plans(const toml::table& root) {
    const toml::node* plans = root.get("plans");
    if (plans == nullptr) {
      add(root, "缺少 [[plans]]，请至少写一套分值", "missing [[plans]]");
      return;
    }
    each(*plans, "plans", [&](const toml::node& item) {
      const toml::table* from = item.as_table();
      if (from == nullptr) {
        add(item, "plans 的每一项应为表 [[plans]]", "plans must hold tables");
        return;
      }
      only(*from, "plans", {"name", "execution", "levels"});
      WeightPlan plan;
      plan.name = text(*from, "name", Need::Required);
      Decimal sum;
      if (const toml::node* execution = from->get("execution")) {
        if (const std::optional<Decimal> points = weight(*execution, "execution")) plan.execution = Points(*points);
      }
      sum += plan.execution.amount;
      if (const toml::table* levels = table(*from, "levels")) {
        for (const auto& [name, level] : policy_names::kLevels) {
          const toml::node* node = levels->get(name);
          if (node == nullptr) continue;
          const std::optional<Decimal> points = weight(*node, name);
          if (!points) continue;
          plan.levels.emplace_back(level, Points(*points));
          sum += *points;
        }
        only(*levels, "plans.levels", {"output", "benefit", "satisfaction", "cost", "management"});
      } else if (from->get("levels") == nullptr) {
        add(item, "缺少 levels，请写各一级指标的分值", "missing levels");
      }
      const bool undivided = plan.levels.empty() && from->get("levels") != nullptr;  // levels = {}: left to the unit
      if (sum != Decimal(100) && !undivided) {
        add(item, "“" + plan.name + "”的分值合计为 " + sum.to_string() + "，应为 100，请调整各级分值",
            "the weights of this plan add up to " + sum.to_string() + ", not 100");
      }
      policy_.plans.push_back(std::move(plan));
    });
    if (policy_.plans.empty() && plans->is_array()) add(*plans, "plans 为空，请至少写一套分值", "plans is empty");
  }

  std::optional<Decimal> weight(const toml::node& node, std::string_view name) {
    const std::optional<Decimal> points = number(node, name);
    if (points && (points->is_negative() || *points > Decimal(100))) {
      add(node, std::string(name) + " 应在 0 和 100 之间", std::string(name) + " must be within 0 and 100");
      return std::nullopt;
    }
    return points;
  }

  void read_execution(const toml::table& from) {
    only(from, "execution", {"formula", "floor", "bands", "note_below"});
    std::vector<ExecutionFormula> formulas;
    if (const toml::node* formula = from.get("formula")) named(*formula, "formula", policy_names::kFormulas, formulas);
    if (!formulas.empty()) policy_.execution = formulas.front();
    policy_.execution_floor = Rate(share(from, "floor", Decimal(0), Decimal(1)));
    if (from.get("note_below") != nullptr)
      policy_.execution_note_below = Rate(share(from, "note_below", Decimal(0), Decimal(1)));
    if (const toml::node* bands = from.get("bands")) {
      each(*bands, "bands", [&](const toml::node& item) { read_band(item); });
    }
    if (policy_.execution == ExecutionFormula::Bands && policy_.execution_bands.empty()) {
      add(from, "formula 为 bands 时须列出 bands", "formula bands needs bands");
    }
    if (policy_.execution == ExecutionFormula::Floor && from.get("floor") == nullptr) {
      add(from, "formula 为 floor 时须写 floor（低于它得 0 分）", "formula floor needs floor");
    }
  }

  void read_band(const toml::node& item) {
    const toml::table* from = item.as_table();
    if (from == nullptr || from->get("from") == nullptr || from->get("share") == nullptr) {
      add(item, "bands 的每一项应为 { from = …, share = … }", "a band is { from, share }");
      return;
    }
    only(*from, "execution.bands", {"from", "share"});
    const ExecutionBand band{Rate(share(*from, "from", Decimal(0), Decimal(10))),
                             share(*from, "share", Decimal(0), Decimal(1))};
    if (!policy_.execution_bands.empty() && band.from >= policy_.execution_bands.back().from) {
      add(item, "bands 应从高到低排列", "bands must go from high to low");
    }
    policy_.execution_bands.push_back(band);
  }

  void read_grades(const toml::table& root) {
    const toml::node* grades = root.get("grades");
    if (grades == nullptr) return;
    each(*grades, "grades", [&](const toml::node& item) {
      const toml::table* from = item.as_table();
      if (from == nullptr || from->get("from") == nullptr) {
        add(item, "grades 的每一项应为 { name = …, from = … }", "a grade is { name, from }");
        return;
      }
      only(*from, "grades", {"name", "from"});
      std::string name = text(*from, "name", Need::Required);
      const std::optional<Decimal> points = weight(*from->get("from"), "from");
      if (!points) return;
      if (!policy_.grades.empty() && Points(*points) >= policy_.grades.back().second) {
        add(item, "grades 应从高到低排列", "grades must go from high to low");
      }
      policy_.grades.emplace_back(std::move(name), Points(*points));
    });
    if (!policy_.grades.empty() && !policy_.grades.back().second.amount.is_zero()) {
      add(*grades, "grades 最低一等应从 0 分起", "the lowest grade must start from 0");
    }
  }

  void read_rounding(const toml::table& from) {
    if (const toml::node* decimals = from.get("decimals")) {
      const auto value = decimals->value_exact<std::int64_t>();
      if (value && *value >= 0 && *value <= 6) {
        policy_.rounding_scale = static_cast<int>(*value);
      } else {
        add(*decimals, "decimals 应为 0 到 6 的整数", "decimals must be within 0 and 6");
      }
    }
    std::vector<Rounding> modes;
    if (const toml::node* mode = from.get("mode")) named(*mode, "mode", policy_names::kRoundings, modes);
    if (!modes.empty()) policy_.rounding = modes.front();
  }

  void read_column(const toml::node& item) {
    const auto value = item.value_exact<std::string>();
    const auto& known = policy_names::kColumns;
    if (value && std::find(known.begin(), known.end(), *value) != known.end()) {
      policy_.required_columns.push_back(*value);
    } else {
      add(item, "required_columns 中有不认识的列名", "unknown column in required_columns");
    }
  }

  std::string file_;
  Policy policy_;
  std::vector<Placed> errors_;
};

struct Checked {
  Policy policy;
  std::vector<Error> errors;
};

Checked check(std::string_view toml_text, std::string_view file) {
  Checked out;
  Result<toml::table> root = parse_toml(toml_text, file);
  if (!root) {
    out.errors.push_back(std::move(root).error());
    return out;
  }
  PolicyReader reader(file);
  out.policy = reader.read(*root);
  out.errors = reader.take_errors();
  return out;
}

}  // namespace

std::vector<Error> check_policy(std::string_view toml_text, std::string_view file) {
  return check(toml_text, file).errors;
}

Result<Policy> parse_policy(std::string_view toml_text, std::string_view file) {
  Checked checked = check(toml_text, file);
  if (!checked.errors.empty()) return std::move(checked.errors.front());
  return std::move(checked.policy);
}

Result<std::vector<Policy>> load_policies(const std::optional<std::string>& folder) {
  const std::vector<Resource> files = TRY(resources("policies", folder));
  std::vector<Policy> policies;
  for (const Resource& file : files) {
    Result<Policy> parsed = parse_policy(file.text, file.name);
    if (!parsed) return std::move(parsed).error();
    const auto same =
        std::find_if(policies.begin(), policies.end(), [&](const Policy& p) { return p.id == parsed->id; });
    if (same == policies.end()) {
      policies.push_back(std::move(*parsed));
    } else {
      *same = std::move(*parsed);
    }
  }
  return policies;
}

}  // namespace jiheng
