// jiheng policies: the scoring policies; one of them in full; a check of files people write.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/phrases.h"
#include "config/policy_toml.h"

namespace jiheng {
namespace {

/// "2020～2021", "2022 起", "": open on both sides.
std::string years_of(const Policy& policy, Language language) {
  const bool from = policy.first_year > 0, to = policy.last_year < 9999;
  if (from && to && policy.first_year == policy.last_year) return std::to_string(policy.first_year);
  if (from && to)
    return fmt::format(fmt::runtime(tr(language, "{}～{}", "{}-{}")), policy.first_year, policy.last_year);
  if (from) return fmt::format(fmt::runtime(tr(language, "{} 起", "from {}")), policy.first_year);
  if (to) return fmt::format(fmt::runtime(tr(language, "至 {}", "to {}")), policy.last_year);
  return "";
}

/// The first few words by which a region is known; `show` gives all.
std::string regions_of(const Policy& policy, Language language) {
  constexpr std::size_t kMost = 3;
  if (policy.regions.empty()) return std::string(tr(language, "全国", "everywhere"));
  const auto end = policy.regions.begin() + static_cast<std::ptrdiff_t>(std::min(kMost, policy.regions.size()));
  return fmt::format("{}{}", fmt::join(policy.regions.begin(), end, tr(language, "、", ", ")),
                     policy.regions.size() > kMost ? tr(language, " 等", " …") : "");
}

nlohmann::ordered_json json_of(const Policy& policy) {
  return {{"id", policy.id},
          {"title", policy.title},
          {"regions", policy.regions},
          {"first_year", policy.first_year > 0 ? nlohmann::ordered_json(policy.first_year) : nullptr},
          {"last_year", policy.last_year < 9999 ? nlohmann::ordered_json(policy.last_year) : nullptr},
          {"citation", policy.citation}};
}

}  // namespace

int run_policy_list(const Arguments& arguments) {
  const Result<std::vector<Policy>> policies = load_policies(arguments.policies);
  if (!policies) {
    fmt::print(stderr, "✗ {}\n", error_line(policies.error(), arguments.language));
    return kUsage;
  }
  Output output(arguments.language);
  const Page page = standard_page();
  if (arguments.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Policy& policy : *policies) list.push_back(json_of(policy));
    output.print(list.dump(1) + "\n");
    return output.finish() ? kClean : kUnread;
  }
  for (const Policy& policy : *policies) {
    const std::string years = years_of(policy, arguments.language);
    output.print(
        inked(page, Ink::Bold, padded(policy.id, 24)) + policy.title +
        inked(page, Ink::Dim, "  " + regions_of(policy, arguments.language) + (years.empty() ? "" : "  " + years)) +
        "\n");
    for (const std::string& line : wrapped(policy.citation, page.width - 4))
      output.print(inked(page, Ink::Dim, "    " + line) + "\n");
  }
  output.print(std::string(
      tr(arguments.language, "\n全文：jiheng policies show ID；校验自己写的：jiheng policies check 文件.toml\n",
         "\nIn full: jiheng policies show ID; check your own: jiheng policies check FILE.toml\n")));
  return output.finish() ? kClean : kUnread;
}

int run_policy_show(const Arguments& arguments) {
  const Result<std::vector<Policy>> policies = load_policies(arguments.policies);
  if (!policies) {
    fmt::print(stderr, "✗ {}\n", error_line(policies.error(), arguments.language));
    return kUsage;
  }
  Output output(arguments.language);
  std::vector<std::string> ids;
  for (const Policy& policy : *policies) ids.push_back(policy.id);
  bool all_known = true, first = true;
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const std::string& id : arguments.names) {
    const auto policy =
        std::find_if(policies->begin(), policies->end(), [&id](const Policy& known) { return known.id == id; });
    if (policy == policies->end()) {
      fmt::print(stderr,
                 fmt::runtime(tr(arguments.language, "jiheng：没有政策“{}”。{}全部政策见 jiheng policies。\n",
                                 "jiheng: there is no policy \"{}\". {}See jiheng policies.\n")),
                 printable(id), did_you_mean(near_matches(id, ids), arguments.language));
      all_known = false;
    } else if (arguments.json) {
      nlohmann::ordered_json json = json_of(*policy);
      json["toml"] = to_toml(*policy);
      list.push_back(std::move(json));
    } else {
      output.print((first ? "" : "\n") + to_toml(*policy));
      first = false;
    }
  }
  if (arguments.json) output.print(list.dump(1) + "\n");
  if (!output.finish()) return kUnread;
  return all_known ? kClean : kUsage;
}

int run_policy_check(const Arguments& arguments) {
  Output output(arguments.language);
  ExitStatus status = kClean;
  for (const std::string& path : arguments.names) {
    const Result<std::string> text = read_bytes(path, path);
    if (!text) {
      fmt::print(stderr, "✗ {}\n", error_line(text.error(), arguments.language));
      status = kUnread;
      continue;
    }
    const std::vector<Error> problems = check_policy(*text, path);
    for (const Error& problem : problems) output.print("✗ " + error_line(problem, arguments.language) + "\n");
    if (problems.empty()) {
      const Result<Policy> policy = parse_policy(*text, path);
      output.print(fmt::format(fmt::runtime(tr(arguments.language, "✓ {}：有效（{}，{}）\n", "✓ {}: good ({}, {})\n")),
                               path, policy ? policy->id : "", policy ? policy->title : ""));
    } else if (status == kClean) {
      status = kFindings;
    }
  }
  return output.finish() ? status : kUnread;
}

}  // namespace jiheng
