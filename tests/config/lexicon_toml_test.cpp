// Vocabulary files: merged, and refused with the line of what is wrong.
#include "config/lexicon_toml.h"

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>

namespace jiheng {
namespace {

TEST(LexiconToml, BuiltInIsComplete) {
  const Lexicon& lexicon = builtin_lexicon();
  EXPECT_GT(lexicon.units.size(), 50U);
  for (const char* unit :
       {"人",     "人次", "个", "项",   "次", "场", "件",   "份",   "户", "家",   "公里",   "千米", "米",
        "平方米", "㎡",   "亩", "公顷", "吨", "元", "万元", "亿元", "%",  "‰",    "百分比", "分",   "天",
        "日",     "小时", "月", "年",   "台", "套", "篇",   "条",   "期", "批次", "例",     "TB"}) {
    EXPECT_NE(lexicon.find_unit(unit), nullptr) << unit;
  }
  EXPECT_FALSE(lexicon.list("achieved_words").empty());
  EXPECT_TRUE(lexicon.list("no such list").empty());
}

TEST(LexiconToml, ListsOfSeveralFilesGrowTogether) {
  Lexicon lexicon;
  ASSERT_TRUE(merge_lexicon("[lists]\na = [\"x\"]\n", "1.toml", lexicon));
  ASSERT_TRUE(merge_lexicon("[lists]\na = [\"y\"]\nb = []\n", "2.toml", lexicon));
  EXPECT_EQ(lexicon.list("a"), (std::vector<std::string>{"x", "y"}));
}

TEST(LexiconToml, RefusesWithItsPlace) {
  struct Case {
    const char* toml;
    const char* place;
  };
  for (const Case& c : {Case{"[levels]\nfine = [\"好\"]", "line 2"},
                        {"[lists]\na = \"x\"", "line 2"},
                        {"[lists]\na = [1]", "line 2"},
                        {"units = [\n{ name = \"人\" }]", "line 2"},
                        {"units = [\n{ name = \"人\", dimension = \"d\", factor = 0.1 }]", "line 2"},
                        {"[colours]\nred = []", "line 2"},
                        {"x = 1", "line 1"},
                        {"[", "line 1"}}) {
    Lexicon lexicon;
    const auto merged = merge_lexicon(c.toml, "words.toml", lexicon);
    ASSERT_FALSE(merged) << c.toml;
    EXPECT_EQ(merged.error().code, ErrorCode::BadData);
    EXPECT_EQ(merged.error().file, "words.toml");
    EXPECT_EQ(merged.error().place.find(c.place), 0U) << merged.error().place;
  }
}

TEST(LexiconToml, AFolderAddsAndOverrides) {
  const auto folder = std::filesystem::temp_directory_path() / "jiheng_lexicon_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mine.toml") << "units = [ { name = \"骝\", dimension = \"count\" } ]\n";
  const auto lexicon = load_lexicon(folder.string());
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(lexicon) << lexicon.error().english;
  EXPECT_NE(lexicon->find_unit("骝"), nullptr);
  EXPECT_NE(lexicon->find_unit("人"), nullptr);
  EXPECT_FALSE(load_lexicon("/no/such/folder"));
}

}  // namespace
}  // namespace jiheng
