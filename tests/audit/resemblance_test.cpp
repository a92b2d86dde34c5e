// Does this piece of text talk about this indicator?
#include "audit/resemblance.h"

#include <gtest/gtest.h>

#include "config/lexicon_toml.h"

namespace jiheng::audit {
namespace {

const Phrasebook& phrasebook() {
  static const Phrasebook book(builtin_lexicon());
  return book;
}

int strength(std::string_view indicator, std::string_view text) {
  return resemblance(topic_of(indicator, phrasebook()), text, phrasebook().groups(text)).strength;
}

TEST(Resemblance, Strength) {
  struct Case {
    std::string_view indicator, text;
    int expected;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"老党员体检人数", "实际安排了50名老党员体检", 3},
           {"老党员体检人数", "安排了28个护林员参加体检", 0},
           {"参加教育培训人次", "10月开展骨干轮训", 1},
           {"参加教育培训人次", "举办讲座三场", 0},
           {"各类培训次数", "开展集训两期", 1},
           {"农村公路养护里程", "养护农村公路36公里", 3},
           {"农村公路养护里程", "养护城市道路36公里", 0},
           {"失能老人上门护理人数", "为失能老人上门护理120人", 3},
           {"图书借阅册数", "全年借阅图书5200册", 2},
       }) {
    EXPECT_EQ(strength(c.indicator, c.text), c.expected) << c.indicator << " / " << c.text;
  }
}

TEST(Resemblance, GenericNamesHaveNoParticulars) {
  EXPECT_TRUE(topic_of("各类培训次数", phrasebook()).general());
  EXPECT_TRUE(topic_of("完成及时率", phrasebook()).nothing());
  EXPECT_FALSE(topic_of("消防员培训次数", phrasebook()).general());
}

TEST(Resemblance, CoverageOfLongTexts) {
  const PairSet pairs("完成城区三座公园的园路翻修，更换破损座椅和照明灯具");
  EXPECT_GT(coverage(topic_of("公园园路翻修面积", phrasebook()), pairs), 0.5);
  EXPECT_EQ(coverage(topic_of("骨髓配型份数", phrasebook()), pairs), 0);
}

TEST(Resemblance, Containment) {
  const auto of = [](std::string_view text) { return meaning_characters(text); };
  EXPECT_EQ(containment(of("改善校舍条件"), of("改善校舍条件，保障安全")), 1.0);
  EXPECT_LT(containment(of("更换门窗，家长反映良好"), of("改善校舍条件，保障安全")), 0.1);
  EXPECT_EQ(containment(of(""), of("改善校舍条件")), 0);
}

}  // namespace
}  // namespace jiheng::audit
