// Every rule's own examples are its tests.
#include <gtest/gtest.h>

#include "audit/support.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

std::string told(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    out += (finding.applicable ? "  " : "  (not applicable) ") + finding.message.zh + " | " + finding.message.en + "\n";
  }
  return out.empty() ? "  nothing\n" : out;
}

class EveryRule : public ::testing::TestWithParam<const Rule*> {};

TEST_P(EveryRule, FindsWhatItsExamplesSay) {
  const Rule& rule = *GetParam();
  for (const Example& example : rule.examples) {
    const Form form = parse_example(example.form, lexicon());
    const std::vector<Finding> findings = run_example(rule, example, policy_for(form), lexicon(), auditor());
    bool found = false;
    bool as_expected = false;
    for (const Finding& finding : findings) {
      EXPECT_EQ(finding.rule, rule.id);
      if (!finding.applicable) {
        EXPECT_FALSE(contains(finding.message.zh, "运行出错")) << finding.message.zh;
        continue;
      }
      found = true;
      as_expected =
          as_expected || contains(finding.message.zh, example.expect) || contains(finding.working.zh, example.expect);
      EXPECT_FALSE(finding.message.en.empty());
      EXPECT_FALSE(finding.places.empty()) << finding.message.zh;
    }
    EXPECT_EQ(found, example.flagged) << example.form << "\nfound:\n" << told(findings);
    EXPECT_TRUE(as_expected || !found || !example.flagged)
        << example.form << "\nwanted: " << example.expect << "\nfound:\n"
        << told(findings);
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, EveryRule, ::testing::ValuesIn(rules()),
                         [](const auto& rule_info) { return std::string(rule_info.param->id); });

}  // namespace
}  // namespace jiheng::audit
