// Two published forms with known faults: what must come out of them, and what must not.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "audit/support.h"
#include "core/text.h"
#include "form/form_json.h"

namespace jiheng::audit {
namespace {

Form form_of(const std::string& name) {
  std::ifstream file(JIHENG_SOURCE_DIR "/tests/forms/seed/" + name + ".json");
  auto form = form_from_json(nlohmann::ordered_json::parse(file), lexicon());
  EXPECT_TRUE(form.has_value()) << name;
  return form.value_or(Form{});
}

struct Expected {
  const char* form;
  const char* rule;
  const char* message;  // part of the message or the working of one finding
  const char* place;    // one of its places, "" for any
};

// Each line is one finding a checker must give (or a part of one).
const Expected kMust[] = {
    {"services", "S302", "应为 0.8", "indicators[4].score"},
    {"services", "S314", "特色活动完成及时性", "indicators[22].score"},
    {"services", "I401", "预备党员培训后入党率", "indicators[31].target"},
    {"services", "I401", "基层书记培训后业务提升率", "indicators[32].target"},
    {"services", "I402", "共 7 处", "indicators[34].target"},
    {"services", "I402", "共 7 处", "indicators[40].target"},
    {"services", "I404", "缺单位", "indicators[5].actual"},
    {"services", "I405", "人次", "indicators[5].target"},
    {"services", "I410", "参加教育培训人次", "indicators[5].actual"},
    {"services", "F105", "为年初预算的 88.20%", "funds.total.adjusted"},
    {"services", "F109", "千分位时有时无", "funds.total.executed"},
    {"community", "F105", "为年初预算的 91.14%", "funds.total.adjusted"},
    {"community", "F109", "千分位时有时无", "funds.total.executed"},
    {"community", "T502", "项目管理覆盖面", "indicators[3].l2"},
    {"community", "T502", "居民居住环境提升", "indicators[4].l2"},
    {"community", "W203", "占 30 分", "indicators[0].weight"},
    {"community", "I411", "社区满意度", "indicators[5].actual"},
    {"community", "I410", "全部 6 项", "indicators[0].actual"},
    {"community", "S310", "全部 6 项", "total.score"},
    {"services", "N601", "合计约 2026", "indicators[5].actual"},
    {"services", "N602", "预备党员集中培训（8月）", "indicators[6].actual"},
    {"services", "N603", "计划 3月，实际 4月", "indicators[23].score"},
    {"services", "N610", "应为 100%", "indicators[9].actual"},
    {"community", "N605", "无从衡量", "goal.expected"},
    {"community", "N608", "经费用途", "goal.actual"},
    {"community", "N609", "过于笼统", "goal.expected"},
};

TEST(Seed, TellsWhatAReviewerFound) {
  for (const Expected& expected : kMust) {
    const Form form = form_of(expected.form);
    const auto findings = audit_form(form);
    bool found = false;
    for (const Finding& finding : findings) {
      if (finding.rule != expected.rule || !finding.applicable) continue;
      if (!contains(finding.message.zh, expected.message) && !contains(finding.working.zh, expected.message)) continue;
      for (const ShownPlace& place : shown_places(form, finding)) found = found || place.path == expected.place;
    }
    EXPECT_TRUE(found) << expected.form << " " << expected.rule << " " << expected.message;
  }
}

TEST(Seed, TellsTheTotalThatWouldFollow) {
  for (const Finding& finding : audit_form(form_of("services"))) {
    EXPECT_TRUE(finding.rule != "S302" || contains(finding.fix.zh, "由 99 改为 99.8")) << finding.fix.zh;
  }
}

// 100.00 % is right; the empty executed cells are unknown, not 0; 99 is the sum of the printed scores.
TEST(Seed, DoesNotTellWhatIsRight) {
  for (const char* name : {"services", "community"}) {
    for (const Finding& finding : audit_form(form_of(name))) {
      for (const char* wrong : {"F101", "F102", "F103", "F104", "F106", "F107", "F111", "W201", "W202", "W209", "S301",
                                "S306", "I403", "I407", "I412", "T501", "T503"}) {
        EXPECT_FALSE(finding.rule == wrong && finding.applicable) << name << " " << wrong << " " << finding.message.zh;
      }
    }
  }
}

}  // namespace
}  // namespace jiheng::audit
