// The auditor: order, grouping, broken rules.
#include "audit/auditor.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "audit/context.h"
#include "audit/support.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

Rule rule_that(std::string_view id, void (*check)(const Context&, Report&)) {
  return {.id = id,
          .name = "test",
          .severity = Severity::Warning,
          .citation = "实务",
          .title = {"测试", "Test"},
          .doc = {"测试", "Test"},
          .kinds = {},
          .check = check,
          .examples = {}};
}

std::vector<Finding> run(const std::string& notation, const std::vector<const Rule*>& chosen) {
  const Form form = parse_example(notation, lexicon());
  const Policy& policy = policy_for(form);
  return auditor().audit(form, score(form, policy, lexicon()), policy, chosen);
}

void every_row(const Context& context, Report& report) {
  for (const std::size_t i : context.filled) report.add({"行", "row"}, {context.at(i, "score")});
}

std::string rows(int count) {
  std::string out;
  for (int i = 1; i <= count; ++i) out += "产出/数量 第" + std::to_string(i) + "项 | 1个 | 1个 | 1 | 1\n";
  return out;
}

TEST(Auditor, ABrokenRuleReportsItselfAndTheRestRun) {
  const Rule broken = rule_that("X001", [](const Context&, Report& report) {
    report.add({"半句", "half"}, {});
    throw std::logic_error("index out of range");
  });
  const Rule sound = rule_that("X002", every_row);
  const auto findings = run(rows(1), {&broken, &sound});
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_FALSE(findings[0].applicable);
  EXPECT_TRUE(contains(findings[0].message.zh, "X001"));
  EXPECT_TRUE(contains(findings[0].message.zh, "index out of range"));
  EXPECT_EQ(findings[1].rule, "X002");
}

TEST(Auditor, FourRowsWithOneFaultAreOneFinding) {
  const Rule rule = rule_that("X001", every_row);
  EXPECT_EQ(run(rows(3), {&rule}).size(), 3U);
  const auto grouped = run(rows(4), {&rule});
  ASSERT_EQ(grouped.size(), 1U);
  EXPECT_EQ(grouped[0].places.size(), 4U);
  EXPECT_EQ(grouped[0].places[0], place_in_indicator(0, "score"));
  EXPECT_EQ(grouped[0].message.zh, "测试，共 4 处：第1项、第2项、第3项、第4项");
}

TEST(Auditor, RulesApplyToTheirKindsOfForm) {
  Rule rule = rule_that("X001", every_row);
  rule.kinds = {FormKind::SelfEvaluation};
  EXPECT_EQ(run(rows(1), {&rule}).size(), 1U);
  EXPECT_EQ(run("kind declaration\n" + rows(1), {&rule}).size(), 0U);
}

TEST(Auditor, IsDeterministic) {
  for (const Rule* rule : rules()) {
    for (const Example& example : rule->examples) {
      const Form form = parse_example(example.form, lexicon());
      EXPECT_EQ(audit_form(form), audit_form(form)) << rule->id;
    }
  }
}

TEST(Auditor, TheEmptyFormIsNoFault) {
  for (const Finding& finding : audit_form(Form{})) EXPECT_FALSE(finding.rule.empty());
}

}  // namespace
}  // namespace jiheng::audit
