// The registry holds every rule file, and every rule is complete.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "audit/manual.h"
#include "audit/support.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

std::set<std::string> codes_of_files() {
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(JIHENG_SOURCE_DIR "/src/audit/rules")) {
    if (entry.path().extension() != ".cpp") continue;
    std::string code = entry.path().filename().string().substr(0, 4);
    code[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(code[0])));
    codes.insert(code);
  }
  return codes;
}

TEST(Registry, HoldsEveryRuleFile) {
  for (const std::string& code : codes_of_files())
    EXPECT_NE(find_rule(code), nullptr) << code << " is not in any .def file";
}

TEST(Registry, IsSortedAndUnique) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < rules().size(); ++i) {
    EXPECT_TRUE(i == 0 || rules()[i - 1]->id < rules()[i]->id) << rules()[i]->id;
    EXPECT_TRUE(names.insert(rules()[i]->name).second) << rules()[i]->name;
  }
}

TEST(Registry, EveryRuleIsComplete) {
  for (const Rule* rule : rules()) {
    SCOPED_TRACE(std::string(rule->id));
    int flagged = 0;
    int passed = 0;
    for (const Example& example : rule->examples) (example.flagged ? flagged : passed)++;
    EXPECT_GE(flagged, 1);
    EXPECT_GE(passed, 1);
    EXPECT_NE(rule->check, nullptr);
    for (const std::string& text :
         {rule->title.zh, rule->title.en, rule->doc.zh, rule->doc.en, std::string(rule->citation)})
      EXPECT_FALSE(text.empty());
    EXPECT_TRUE(contains(rule->citation, "号") || contains(rule->citation, "实务") || contains(rule->citation, "法") ||
                contains(rule->citation, "条例"))
        << rule->citation;
  }
}

TEST(Registry, FindsByCodeInAnyCase) {
  ASSERT_NE(find_rule("s302"), nullptr);
  EXPECT_EQ(find_rule("s302")->id, "S302");
  EXPECT_EQ(find_rule("X999"), nullptr);
  EXPECT_EQ(find_rule(""), nullptr);
}

TEST(Words, EveryClassHasAList) {
  for (std::size_t c = 0; c < kWordClasses; ++c) {
    const auto name = list_name(static_cast<WordClass>(c));
    EXPECT_FALSE(lexicon().list(name).empty()) << name;
  }
}

TEST(Words, TellsWhereAWordStands) {
  const Words& words = auditor().words();
  EXPECT_TRUE(words.in("培训合格率").ends_with(WordClass::RateName));
  EXPECT_FALSE(words.in("合格率培训").ends_with(WordClass::RateName));
  EXPECT_TRUE(words.in("其中蛋鸭存栏数量").starts_with(WordClass::PartName));
  EXPECT_TRUE(words.in("质量").is(WordClass::VagueName));
  EXPECT_FALSE(words.in("工程质量").is(WordClass::VagueName));
  EXPECT_FALSE(words.in("").has(WordClass::RateName));
}

TEST(Manual, TellsTheRule) {
  const std::string page = manual_page(*find_rule("S302"), Language::Chinese);
  EXPECT_TRUE(contains(page, "# S302 "));
  EXPECT_TRUE(contains(page, "财预〔2020〕10号"));
  EXPECT_TRUE(contains(page, "会指出"));
  EXPECT_TRUE(contains(manual_page(*find_rule("S302"), Language::English), "Severity: error"));
  EXPECT_TRUE(contains(manual_index(Language::Chinese), "[W201](W201.md)"));
}

}  // namespace
}  // namespace jiheng::audit
