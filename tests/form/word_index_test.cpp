#include "form/word_index.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

WordIndex units() {
  WordIndex index;
  index.build({{"人", 1}, {"人次", 2}, {"公里", 3}, {"", 4}, {"人", 5}, {"kg", 6}});
  return index;
}

TEST(WordIndex, FindsTheLongestWordAtAPosition) {
  const WordIndex index = units();
  ASSERT_NE(index.match("30人次", 2), nullptr);
  EXPECT_EQ(index.match("30人次", 2)->id, 2);
  EXPECT_EQ(index.match("30人月", 2)->id, 1);
  EXPECT_EQ(index.match("5kg", 1)->id, 6);
  EXPECT_EQ(index.match("30人次", 0), nullptr);
  EXPECT_EQ(index.match("30", 2), nullptr);
}

TEST(WordIndex, FindsAWholeWordOnlyWhereAsked) {
  const WordIndex index = units();
  EXPECT_EQ(index.exact("公里")->id, 3);
  EXPECT_EQ(index.exact("公"), nullptr);
  EXPECT_EQ(index.exact(""), nullptr);
}

TEST(WordIndex, LeavesOutEmptyWordsAndKeepsTheFirstOfEqualOnes) {
  const WordIndex index = units();
  EXPECT_EQ(index.entries().size(), 4U);
  EXPECT_EQ(index.exact("人")->id, 1);
}

TEST(WordIndex, IsTheSameWhenRestoredAndWhenMoved) {
  const WordIndex built = units();
  WordIndex first;
  first.restore(built.entries());
  const WordIndex restored = std::move(first);
  for (const WordIndex::Entry& entry : built.entries()) {
    ASSERT_NE(restored.exact(entry.word), nullptr);
    EXPECT_EQ(restored.exact(entry.word)->id, entry.id);
  }
}

}  // namespace
}  // namespace jiheng
