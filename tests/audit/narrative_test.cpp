// What the goal texts say, as data. Contents are made up: roads, schools, health, culture.
#include "audit/narrative.h"

#include <gtest/gtest.h>

#include "config/lexicon_toml.h"

namespace jiheng::audit {
namespace {

const Phrasebook& phrasebook() {
  static const Phrasebook book(builtin_lexicon());
  return book;
}

std::string quantities_of(std::string_view text) {
  std::string out;
  const Narrative narrative = read_narrative(text, phrasebook());
  for (const Quantity& quantity : narrative.quantities) {
    if (!out.empty()) out += " ";
    if (quantity.approximate) out += "约";
    if (quantity.bound == Comparison::AtLeast) out += "≥";
    if (quantity.bound == Comparison::AtMost) out += "≤";
    out += quantity.number.trimmed().to_string();
    if (quantity.upper != quantity.number) out += "-" + quantity.upper.trimmed().to_string();
    out += quantity.unit;
    if (quantity.per_one) out += "/每";
    if (quantity.part) out += "/其中";
    if (quantity.planned) out += "/计划";
  }
  return out;
}

std::string events_of(std::string_view text) {
  std::string out;
  const Narrative narrative = read_narrative(text, phrasebook());
  for (const Event& event : narrative.events) {
    if (!out.empty()) out += " ";
    out += std::to_string(event.month);
    if (event.last_month != event.month) out += "-" + std::to_string(event.last_month);
    out += ":" + std::string(event.subject);
  }
  return out;
}

std::string admissions_of(std::string_view text) {
  std::string out;
  const Narrative narrative = read_narrative(text, phrasebook());
  for (const Admission& admission : narrative.admissions) out += (out.empty() ? "" : " ") + std::string(admission.word);
  return out;
}

std::string items_of(std::string_view text) {
  std::string out;
  const Narrative narrative = read_narrative(text, phrasebook());
  for (const Item& item : narrative.items)
    out += (out.empty() ? "" : "|") + std::to_string(item.number) + std::string(item.text);
  for (const NumberingFault& fault : narrative.numbering_faults) {
    out += "!" + std::to_string(fault.previous) + ">" + std::to_string(fault.found);
  }
  return out;
}

struct Case {
  std::string_view text, expected;
};

TEST(Narrative, Quantities) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"维修农村公路18.5公里", "18.5公里"},
           {"培训人数约2000余人", "约2000人"},
           {"救助１，２００人次", "1 200人次"},  // a full-width comma separates
           {"救助1,200人次", "1200人次"},
           {"服务老人1.2万人次", "12000人次"},
           {"投入资金5.8万元，其中省级3万元", "5.8万元 3万元/其中"},
           {"新建站点二十八个，其中示范站两个", "28个 2个/其中"},
           {"十余家企业参加", "约10家"},
           {"不少于10次，满意度达95%以上", "≥10次 ≥95%"},
           {"每人补助75元", "75元/每"},
           {"计划改造20-30户", "20-30户/计划"},
           {"开展一次性补贴、三会一课和十分重要的工作", ""},
           {"第3次会议，依据财预〔2020〕10号", ""},
           {"抽检148个批次", "148批次"},
           {"安排了28个两新书记参加体 检", "28个"},
           {"完成20 00人", ""},  // nobody knows whether that is one number
           {"2023年3月15日完成", ""},
       }) {
    EXPECT_EQ(quantities_of(text), expected) << text;
  }
}

TEST(Narrative, Events) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"护林员培训3月开展，消防员培训6月开展", "3:护林员培训 6:消防员培训"},
           {"4 月开展春季书市,参加人数26人", "4:春季书市"},
           {"计划于2023年6月底前完成河道清淤工程", "6:河道清淤工程"},
           {"3-5月开展普查", "3-5:普查"},
           {"3月至5月开展普查", "3-5:普查"},
           {"第一季度发放高龄津贴", "1-3:发放高龄津贴"},
           {"年底前完成竣工验收", "12:竣工验收"},
           {"每月开展活动，工期12个月", ""},
           {"10月，举办丰收节", "10:丰收节"},
           {"4月举办书市、7月举办合唱节", "4:书市 7:合唱节"},
       }) {
    EXPECT_EQ(events_of(text), expected) << text;
  }
}

TEST(Narrative, Admissions) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"受汛期影响，工程推迟至次年完工", "推迟"},
           {"原定的两场演出取消", "取消"},
           {"设备尚未验收", "尚未"},
           {"全年未发生延误", ""},
           {"杜绝逾期现象", ""},
           {"清收逾期贷款", ""},
           {"整改未达标企业12家", ""},
           {"取消行政审批事项8项", ""},
           {"督促未完成的单位整改", ""},
           {"支付进度较慢，执行率较低", "进度较慢 执行率较低"},
       }) {
    EXPECT_EQ(admissions_of(text), expected) << text;
  }
}

TEST(Narrative, Items) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"1、修路。2、架桥。4、植树。", "1修路。|2架桥。|4植树。!2>4"},
           {"1.修路1.5公里;2.架桥", "1修路1.5公里;|2架桥"},
           {"目标1：修路；目标2：架桥", "1修路；|2架桥"},
           {"一、修路：1、硬化；2、画线。二、架桥", "1修路：1、硬化；2、画线。|2架桥"},
           {"①修路②架桥", "1修路②架桥"},  // nothing separates the second
           {"修路 1、硬化 2、画线", "1硬化|2画线"},
           {"1、3月普查，5、6月复查", ""},  // months as likely as an item: left alone
           {"完成3.5公里。2023年验收", ""},
       }) {
    EXPECT_EQ(items_of(text), expected) << text;
  }
}

TEST(Narrative, WhatStandsBeforeAnItemKeepsItsClause) {
  for (const char* text : {"慰问村民、 1.修路。2.架桥。", "慰问村民， 1.修路。2.架桥。", "慰问村民 1.修路。2.架桥。"}) {
    const Narrative narrative = read_narrative(text, phrasebook());
    ASSERT_EQ(narrative.persons.size(), 1U) << text;
    const std::string_view clause = narrative.clauses.at(narrative.persons[0].clause).text;
    EXPECT_NE(clause.find("村民"), std::string_view::npos) << text;
  }
}

TEST(Narrative, Years) {
  const auto years = [](std::string_view text) {
    std::string out;
    const Narrative narrative = read_narrative(text, phrasebook());
    for (const YearMention& year : narrative.years) {
      out += (out.empty() ? "" : " ") + std::to_string(year.year) + (year.explained ? "+" : "");
    }
    return out;
  };
  EXPECT_EQ(years("2021年救助86人次"), "2021");
  EXPECT_EQ(years("落实2021-2025年规划"), "2021+ 2025+");
  EXPECT_EQ(years("使用2022年度结转资金"), "2022+");
  EXPECT_EQ(years("自2019年起实施"), "2019+");
  EXPECT_EQ(years("中心2021年较好地完成任务"), "2021");
}

TEST(Narrative, ClauseThatSaysTooLittleTakesTheOneBefore) {
  const Narrative narrative = read_narrative("4月开展护林员培训，参加人数26人。发放口罩300只。", phrasebook());
  ASSERT_EQ(narrative.quantities.size(), 2U);
  EXPECT_EQ(narrative.context(narrative.quantities[0].clause, phrasebook()), "4月开展护林员培训，参加人数26人");
  EXPECT_EQ(narrative.context(narrative.quantities[1].clause, phrasebook()), "发放口罩300只");
}

TEST(Narrative, MovesWithItsText) {
  Narrative first = read_narrative("修路3公里", phrasebook());
  const Narrative second = std::move(first);
  EXPECT_EQ(second.quantities.at(0).printed, "3公里");
  EXPECT_EQ(second.quantities.at(0).printed.data(), second.text.data() + 6);
}

TEST(Narrative, AnyBytesAreRead) {
  for (const std::string_view text :
       {"", "\xE5", "1", "第", "3\xE6\x9C", "（", "1、", "十", "二〇二三年", "\xFF\xFE"}) {
    EXPECT_NO_THROW(read_narrative(text, phrasebook())) << text;
  }
}

}  // namespace
}  // namespace jiheng::audit
