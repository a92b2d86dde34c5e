// Policies are checked strictly: every problem is found, with its line.
#include "config/policy_toml.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

constexpr std::string_view kGood = R"(id = "test"
title = "试行"
citation = "某文件"
[[plans]]
name = "标准"
execution = 10
levels = { output = 50, benefit = 30, satisfaction = 10 }
)";

TEST(PolicyToml, BuiltInPoliciesAreGoodAndReadBack) {
  ASSERT_GE(builtin_policies().size(), 7U);
  for (const Policy& policy : builtin_policies()) {
    EXPECT_FALSE(policy.citation.empty());
    EXPECT_EQ(policy.grades.size(), 4U) << policy.id;
    const Result<Policy> again = parse_policy(to_toml(policy), "again.toml");
    ASSERT_TRUE(again) << again.error().english;
    EXPECT_EQ(to_toml(*again), to_toml(policy));
  }
}

TEST(PolicyToml, ReadsWhatIsWritten) {
  const std::string text = std::string(kGood) + R"(
[execution]
formula = "bands"
bands = [ { from = "95%", share = 1 }, { from = "0.8", share = "0.5" } ]
note_below = "90%"
[over_fulfilment]
threshold = "150%"
reduction = "0.5"
[delay]
share_per_month = "0.1"
[rounding]
decimals = 1
mode = "down"
)";
  const Result<Policy> policy = parse_policy(text, "p.toml");
  ASSERT_TRUE(policy) << policy.error().english;
  EXPECT_EQ(policy->execution, ExecutionFormula::Bands);
  EXPECT_EQ(policy->execution_bands.at(1).from, Rate(Decimal::scaled(8, 1)));
  EXPECT_EQ(policy->execution_note_below, Rate(Decimal::scaled(9, 1)));
  EXPECT_EQ(policy->over_fulfilment, Rate(Decimal::scaled(15, 1)));
  EXPECT_EQ(policy->delay_share_per_month, Decimal::scaled(1, 1));
  EXPECT_EQ(policy->rounding_scale, 1);
  EXPECT_EQ(policy->rounding, Rounding::Down);
}

struct Case {
  const char* added;  ///< to the good policy
  int line;           ///< of the first problem
  const char* english;
};

TEST(PolicyToml, NamesEachProblem) {
  for (const Case& c :
       {Case{"colour = \"red\"", 8, "unknown key plans.colour"},
        {"[execution]\nformula = \"cubic\"", 9, "formula must be one of"},
        {"[execution]\nformula = \"floor\"", 8, "formula floor needs floor"},
        {"[execution]\nformula = \"bands\"\nbands = [{ from = 0, share = 0 }, { from = 1, share = 1 }]", 10,
         "high to low"},
        {"[qualitative]\nfull_from = 0.8", 9, "quoted decimal"},
        {"[qualitative]\nfull_from = \"0.5\"", 8, "partial_from must be below"},
        {"[rounding]\ndecimals = 9", 9, "within 0 and 6"},
        {"[[plans]]\nname = \"x\"\nlevels = { output = 50 }", 8, "add up to 60"},
        {"[[plans]]\nname = \"x\"\nlevels = { output = 90, profit = 0 }", 10, "unknown key plans.levels.profit"},
        {"[delay]\nshare_per_month = \"2\"", 9, "within 0 and 1"},
        {"a = ", 8, "TOML syntax"},
        {"# 注释\ngrades = [，]", 9, "beyond ASCII"},
        {"[[.a]]", 8, "TOML syntax"},
        {"title＝\"甲\"", 8, "beyond ASCII"},
        {"a = \"\"\"多行\n文字\"\"\"\n、", 10, "beyond ASCII"}}) {
    const std::string text = std::string(kGood) + c.added + "\n";
    const std::vector<Error> errors = check_policy(text, "p.toml");
    ASSERT_FALSE(errors.empty()) << c.added;
    EXPECT_EQ(errors[0].code, ErrorCode::BadData);
    EXPECT_NE(errors[0].english.find(c.english), std::string::npos) << errors[0].english;
    EXPECT_EQ(errors[0].place.find("line " + std::to_string(c.line) + ","), 0U) << errors[0].place << " " << c.added;
    EXPECT_EQ(errors[0].clerk.find("p.toml:" + std::to_string(c.line)), 0U) << errors[0].clerk;
  }
}

TEST(PolicyToml, FindsAllProblemsAtOnce) {
  const auto errors = check_policy(
      "id = \"Bad Id\"\ntitle = 3\ngrades = [{ name = \"优\", from = 60 }, { name = \"良\", from = 80 }]\n", "p.toml");
  EXPECT_EQ(errors.size(), 6U);  // id, title, citation, grades' order, lowest grade, plans
  EXPECT_FALSE(parse_policy("", "p.toml"));
}

}  // namespace
}  // namespace jiheng
